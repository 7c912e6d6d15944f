/** What lies around a node. */
import type { NodeAttributes } from '../../model/graph.ts'
import type { EdgeName, NodeKind } from '../../model/ontology.ts'
import { EDGES } from '../../model/ontology.ts'
import type { KnowledgeGraph } from '../knowledge-graph.ts'
import { byText } from '../order.ts'
import type { EdgeFilter, NodeFilter } from './filter.ts'
import { edgeTest, nodeTest } from './filter.ts'

export const DIRECTIONS = ['in', 'out', 'both'] as const
export type Direction = (typeof DIRECTIONS)[number]
export const NEIGHBOR_ORDERS = ['weight', 'recency', 'name'] as const
export type NeighborOrder = (typeof NEIGHBOR_ORDERS)[number]

export interface NeighborQuery {
  /** Steps from the node, 1 to 3. */
  readonly depth: number
  readonly direction: Direction
  /** Which edges may be stepped along. */
  readonly edges: EdgeFilter
  /** Which nodes are listed; steps lead through the others all the same. */
  readonly nodes: NodeFilter
  readonly sort: NeighborOrder
}

export interface FoundNeighbor {
  readonly key: string
  readonly distance: number
  /** What ties it to nodes one step nearer, the weightiest first. */
  readonly edges: readonly string[]
  /** Sum of the weights of these edges. */
  readonly weight: number
  /** Latest date among them, '' where none has one. */
  readonly last: string
}

/** Breadth first; the nearer come first, then by `sort`, ties by key. */
export function neighbors(graph: KnowledgeGraph, start: string, query: NeighborQuery): FoundNeighbor[] {
  const edgeFits = edgeTest(graph, query.edges)
  const nodeFits = nodeTest(query.nodes)
  const seen = new Set([start])
  const found: FoundNeighbor[] = []
  let frontier = [start]
  for (let distance = 1; distance <= query.depth && frontier.length > 0; distance++) {
    const reached = new Map<string, string[]>()
    for (const node of frontier)
      graph.forEachEdge(node, (edge, attributes, source, target) => {
        const other = source === node ? target : source
        if (seen.has(other) || !leads(query.direction, attributes.relation, source === node) || !edgeFits(attributes))
          return
        reached.set(other, [...(reached.get(other) ?? []), edge])
      })
    for (const [key, edges] of reached) {
      seen.add(key)
      if (nodeFits(graph.getNodeAttributes(key))) found.push(describe(graph, key, distance, edges))
    }
    frontier = [...reached.keys()]
  }
  return found.sort((a, b) => a.distance - b.distance || ORDERS[query.sort](a, b, graph) || byText(a.key, b.key))
}

/** A relation without direction leads both ways. */
const leads = (direction: Direction, relation: EdgeName, outward: boolean): boolean =>
  direction === 'both' || EDGES[relation].symmetric || outward === (direction === 'out')

function describe(graph: KnowledgeGraph, key: string, distance: number, edges: readonly string[]): FoundNeighbor {
  const weightOf = (edge: string): number => graph.getEdgeAttribute(edge, 'weight')
  return {
    key,
    distance,
    edges: edges.toSorted((a, b) => weightOf(b) - weightOf(a) || byText(a, b)),
    weight: edges.reduce((sum, edge) => sum + weightOf(edge), 0),
    last:
      edges
        .map((edge) => graph.getEdgeAttribute(edge, 'last') ?? '')
        .sort(byText)
        .at(-1) ?? '',
  }
}

const ORDERS: Readonly<Record<NeighborOrder, (a: FoundNeighbor, b: FoundNeighbor, graph: KnowledgeGraph) => number>> = {
  weight: (a, b) => b.weight - a.weight,
  recency: (a, b) => byText(b.last, a.last),
  name: (a, b, graph) => byText(graph.getNodeAttribute(a.key, 'label'), graph.getNodeAttribute(b.key, 'label')),
}

export interface NeighborCounts {
  /** How many neighbours each relation leads to. */
  readonly relation: Partial<Record<EdgeName, number>>
  readonly kind: Partial<Record<NodeKind, number>>
}

export function countNeighbors(graph: KnowledgeGraph, found: readonly FoundNeighbor[]): NeighborCounts {
  const relation: Partial<Record<EdgeName, number>> = {}
  const kind: Partial<Record<NodeKind, number>> = {}
  for (const { key, edges } of found) {
    const attributes: NodeAttributes = graph.getNodeAttributes(key)
    kind[attributes.kind] = (kind[attributes.kind] ?? 0) + 1
    for (const name of new Set(edges.map((edge) => graph.getEdgeAttribute(edge, 'relation'))))
      relation[name] = (relation[name] ?? 0) + 1
  }
  return { relation, kind }
}
