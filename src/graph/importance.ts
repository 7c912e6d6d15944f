/** How much a node matters: the number of statements that touch it. */
import { atOnce } from './at-once.ts'
import type { KnowledgeGraph, ListedGraph } from './knowledge-graph.ts'
import { byText } from './order.ts'

/** Weighted degree: the sum of the weights of all edges at the node. */
export function importanceOf(graph: KnowledgeGraph, node: string): number {
  let sum = 0
  graph.forEachEdge(node, (_, { weight }) => {
    sum += weight
  })
  return sum
}

/** Keys of all nodes, the most important first, ties by key. */
export function byImportance(graph: KnowledgeGraph): string[] {
  const weighed = graph.mapNodes((key) => [key, importanceOf(graph, key)] as const)
  return weighed.sort((a, b) => b[1] - a[1] || byText(a[0], b[0])).map(([key]) => key)
}

export interface Importances {
  readonly of: (node: string) => number
  readonly greatest: number
}

/** That of all nodes, by one look at each edge. */
export function importances(graph: ListedGraph): Importances {
  return atOnce(importancesInTurns(graph))
}

const PER_TURN = 5000

/** The same, with a yield wherever others may have their turn. */
export function* importancesInTurns(graph: ListedGraph): Generator<void, Importances, void> {
  const sums = new Map<string, number>()
  let work = 0
  for (const { source, target, attributes } of graph.edgeEntries()) {
    if (++work % PER_TURN === 0) yield
    for (const node of [source, target]) sums.set(node, (sums.get(node) ?? 0) + attributes.weight)
  }
  let greatest = 0
  for (const sum of sums.values()) greatest = Math.max(greatest, sum)
  return { of: (node) => sums.get(node) ?? 0, greatest }
}
