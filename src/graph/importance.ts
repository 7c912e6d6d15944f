/** How much a node matters: the number of statements that touch it. */
import type { KnowledgeGraph } from './knowledge-graph.ts'
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
