/** The graph as the page holds it: what the server sent, in graphology. */
import type { GraphAnswer } from '../../api/schemas.ts'
import { emptyGraph, type KnowledgeGraph } from '../../graph/knowledge-graph.ts'

export function toKnowledgeGraph({ attributes, nodes, edges }: GraphAnswer): KnowledgeGraph {
  const graph = emptyGraph(attributes)
  for (const node of nodes) graph.addNode(node.key, node.attributes)
  for (const edge of edges) graph.addEdgeWithKey(edge.key, edge.source, edge.target, edge.attributes)
  return graph
}
