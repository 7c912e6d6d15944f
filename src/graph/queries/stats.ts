/** The graph in numbers. */
import type { NodeKind } from '../../model/ontology.ts'
import type { KnowledgeGraph } from '../knowledge-graph.ts'

export interface GraphStats {
  readonly nodes: number
  readonly edges: number
  readonly actors: number
  readonly places: number
  readonly events: number
  /** Sum of the weights of all edges. */
  readonly statements: number
}

export function graphStats(graph: KnowledgeGraph): GraphStats {
  const kinds: Record<NodeKind, number> = { actor: 0, place: 0, event: 0 }
  graph.forEachNode((_, { kind }) => {
    kinds[kind]++
  })
  return {
    nodes: graph.order,
    edges: graph.size,
    actors: kinds.actor,
    places: kinds.place,
    events: kinds.event,
    statements: graph.reduceEdges((sum, _, { weight }) => sum + weight, 0),
  }
}
