/** The part of a graph that is asked for. */
import { InvalidInputError } from '../../model/errors.ts'
import type { GraphAttributes } from '../../model/graph.ts'
import type { KnowledgeGraph } from '../knowledge-graph.ts'
import type { EdgeFilter, NodeFilter } from './filter.ts'
import { isOpen } from './filter.ts'
import { type Links, linksOf } from './links.ts'
import { namedInTurns } from './named.ts'
import { aroundInTurns, graphInTurns, selectInTurns } from './select.ts'
import { subgraph } from './subgraph.ts'

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
  readonly graph: KnowledgeGraph
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
  const { nodes, edges, node, keys } = checked(query)
  // Without a copy, where the graph is in order.
  if (node === undefined && keys === undefined && isOpen(nodes) && isOpen(edges))
    return { graph: subgraph(graph, nodes, edges).graph }
  const turns = partInTurns(linksOf(graph), query, graph.getAttributes())
  for (;;) {
    const { done, value } = turns.next()
    if (done === true) return value
  }
}

/** The same, as a graph of its own, with a yield wherever others may have their turn. @param about attributes of the whole graph */
export function* partInTurns(links: Links, query: PartQuery, about: GraphAttributes): Generator<void, Part, void> {
  const { nodes, edges, node, depth = 1, keys } = checked(query)
  if (node === undefined) {
    const selection = yield* selectInTurns(links, { nodes, edges, keys })
    const isWhole = selection.nodes.length === links.keys.length && selection.edges.length === links.edges.length
    return { graph: yield* graphInTurns(links, selection, about, isWhole) }
  }
  const focus = yield* namedInTurns(links, node)
  const selection = yield* aroundInTurns(links, focus, { depth, nodes, edges })
  return { graph: yield* graphInTurns(links, selection, about), focus }
}
