/** What several writers ask of a graph. */
import type { ListedEdge, ListedGraph } from '../knowledge-graph.ts'
import { byText } from '../order.ts'

/** The edges at a node, by key. */
export function edgesAt(graph: ListedGraph, node: string): ListedEdge[] {
  const edges: ListedEdge[] = []
  graph.forEachEdge(node, (edge, attributes, source, target) => edges.push({ edge, attributes, source, target }))
  return edges.sort((a, b) => byText(a.edge, b.edge))
}

const PER_TURN = 5000

/** Numbers of the nodes in their order, for formats that know nodes by number. */
export function* numbersOf(graph: ListedGraph, first: number): Generator<void, ReadonlyMap<string, number>, void> {
  const numbers = new Map<string, number>()
  for (const { node } of graph.nodeEntries()) {
    numbers.set(node, first + numbers.size)
    if (numbers.size % PER_TURN === 0) yield
  }
  return numbers
}
