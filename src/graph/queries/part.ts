/** The part of a graph that is asked for. */
import { InvalidInputError } from '../../model/errors.ts'
import type { KnowledgeGraph } from '../knowledge-graph.ts'
import { around, nodeNamed } from './around.ts'
import type { EdgeFilter, NodeFilter } from './filter.ts'
import { subgraph } from './subgraph.ts'

export interface PartQuery {
  readonly nodes: NodeFilter
  readonly edges: EdgeFilter
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
  if (query.node !== undefined || query.depth === undefined) return query
  throw new InvalidInputError('depth', 'A depth counts steps around a node; name the node, too.')
}

/**
 * What filters let through, or what lies around a node.
 * @throws NotFoundError, InvalidInputError about the node
 */
export function partOf(graph: KnowledgeGraph, query: PartQuery): Part {
  const { nodes, edges, node, depth } = checked(query)
  if (node === undefined) return { graph: subgraph(graph, nodes, edges).graph }
  const focus = nodeNamed(graph, node)
  return { graph: around(graph, focus, { depth: depth ?? 1, nodes, edges }), focus }
}
