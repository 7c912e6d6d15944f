/** The part of a graph that is asked for. */
import { InvalidInputError } from '../../model/errors.ts'
import type { GraphAttributes } from '../../model/graph.ts'
import { atOnce } from '../at-once.ts'
import { type Choice, Excerpt, inOrder } from '../excerpt.ts'
import type { KnowledgeGraph, ListedGraph } from '../knowledge-graph.ts'
import { choose, chooseAround, documentsIn } from './choice.ts'
import { excerptInTurns } from './excerpt-of-links.ts'
import type { EdgeFilter, NodeFilter } from './filter.ts'
import { isOpen } from './filter.ts'
import type { Links } from './links.ts'
import { type Named, namedInTurns } from './named.ts'
import { aroundInTurns, selectInTurns } from './select.ts'

export interface PartQuery {
  readonly nodes: NodeFilter
  readonly edges: EdgeFilter
  /** Keys of the nodes that are meant; all that pass unless told. */
  readonly keys?: readonly string[] | undefined
  /** Key or name of a node around which the rest must lie. */
  readonly node?: string | undefined
  /** Steps around it. */
  readonly depth?: number | undefined
}

export interface Part {
  readonly graph: ListedGraph
  /** Key of the node around which it lies. */
  readonly focus?: string
}

/** @throws InvalidInputError where the parts of the question do not fit together */
export function checked(query: PartQuery): PartQuery {
  if (query.node !== undefined && query.keys !== undefined)
    throw new InvalidInputError('key', 'Name either nodes by "key", or a "node" around which the rest must lie.')
  if (query.node !== undefined || query.depth === undefined) return query
  throw new InvalidInputError('depth', 'A depth counts steps around a node; name the node, too.')
}

/**
 * What filters let through, or what lies around a node.
 * @throws NotFoundError, InvalidInputError about the node
 */
export function partOf(graph: KnowledgeGraph, query: PartQuery): Part {
  const { nodes, edges, node, depth = 1, keys } = checked(query)
  if (node === undefined && keys === undefined && isOpen(nodes) && isOpen(edges)) return { graph: inOrder(graph) }
  const excerpt = (choice: Choice): Excerpt =>
    new Excerpt(graph, choice, { ...graph.getAttributes(), documents: documentsIn(graph, choice) })
  if (node === undefined) return { graph: excerpt(choose(graph, { nodes, edges, keys })) }
  const focus = atOnce(namedInTurns(namesIn(graph), node))
  return { graph: excerpt(chooseAround(graph, focus, { depth, nodes, edges })), focus }
}

const namesIn = (graph: KnowledgeGraph): Named => ({
  numberOf: (key) => (graph.hasNode(key) ? 0 : undefined),
  nodeEntries: () => graph.nodeEntries(),
})

/** The same, with a yield wherever others may have their turn. @param about attributes of the whole graph */
export function* partInTurns(links: Links, query: PartQuery, about: GraphAttributes): Generator<void, Part, void> {
  const { nodes, edges, node, depth = 1, keys } = checked(query)
  if (node === undefined) {
    const selection = yield* selectInTurns(links, { nodes, edges, keys })
    const isWhole = selection.nodes.length === links.keys.length && selection.edges.length === links.edges.length
    return { graph: yield* excerptInTurns(links, selection, about, isWhole) }
  }
  const focus = yield* namedInTurns(links, node)
  const selection = yield* aroundInTurns(links, focus, { depth, nodes, edges })
  return { graph: yield* excerptInTurns(links, selection, about), focus }
}
