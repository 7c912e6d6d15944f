/** The graph in numbers. */

import type { NodeKind } from '../../model/ontology.ts'
import { atOnce } from '../at-once.ts'
import type { KnowledgeGraph } from '../knowledge-graph.ts'
import type { Links } from './links.ts'

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
  return atOnce(
    statsInTurns({
      nodes: graph.mapNodes((_, attributes) => attributes),
      edges: graph.mapEdges((_, attributes) => attributes),
    }),
  )
}

const PER_TURN = 10_000

/** The same, with a yield wherever others may have their turn. */
export function* statsInTurns({ nodes, edges }: Pick<Links, 'nodes' | 'edges'>): Generator<void, GraphStats, void> {
  const kinds: Record<NodeKind, number> = { actor: 0, place: 0, event: 0 }
  for (const [i, { kind }] of nodes.entries()) {
    if (i % PER_TURN === 0) yield
    kinds[kind]++
  }
  let statements = 0
  for (const [i, { weight }] of edges.entries()) {
    if (i % PER_TURN === 0) yield
    statements += weight
  }
  const { actor, place, event } = kinds
  return { nodes: nodes.length, edges: edges.length, actors: actor, places: place, events: event, statements }
}
