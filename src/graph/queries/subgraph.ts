/** The part of a graph that filters let through. */
import type { GraphEvidence } from '../../model/graph.ts'
import { byImportance } from '../importance.ts'
import type { EditableGraph, KnowledgeGraph } from '../knowledge-graph.ts'
import { emptyGraph } from '../knowledge-graph.ts'
import { byText } from '../order.ts'
import type { EdgeFilter, NodeFilter } from './filter.ts'
import { edgeTest, isOpen, nodeTest } from './filter.ts'

export interface Subgraph {
  readonly graph: KnowledgeGraph
  /** How much the filters let through, before the limit. */
  readonly total: { readonly nodes: number; readonly edges: number }
}

/**
 * Nodes that pass, and the edges between them that pass. Where edges are filtered, nodes that keep none are left out;
 * where they are not, nodes that never had one stay.
 * @param limit keeps the most important nodes of what is left (weighted degree there, ties by key)
 */
export function subgraph(graph: KnowledgeGraph, nodes: NodeFilter, edges: EdgeFilter, limit = Infinity): Subgraph {
  const total = { nodes: graph.order, edges: graph.size }
  if (isOpen(nodes) && isOpen(edges) && graph.order <= limit) return { graph: inOrder(graph), total }
  const [nodeFits, edgeFits] = [nodeTest(nodes), edgeTest(graph, edges)]
  const passing = new Set(graph.filterNodes((_, attributes) => nodeFits(attributes)))
  const kept = graph.filterEdges((_, attributes, source, target) => {
    return passing.has(source) && passing.has(target) && edgeFits(attributes)
  })
  const connected = new Set(kept.flatMap((edge) => graph.extremities(edge)))
  const admitted = copy(graph, isOpen(edges) ? passing : connected, kept)
  const found = { nodes: admitted.order, edges: admitted.size }
  if (admitted.order <= limit) return { graph: admitted, total: found }
  return { graph: copy(admitted, new Set(byImportance(admitted).slice(0, limit)), kept), total: found }
}

/** The same graph by key: one that has been kept up to date lies in the order in which things came. */
const inOrder = (graph: KnowledgeGraph): KnowledgeGraph =>
  isSorted(graph.nodes()) && isSorted(graph.edges()) ? graph : snapshotOf(graph)

/** A graph as it is now, by key, for work that goes on while it changes. */
export function snapshotOf(graph: KnowledgeGraph): EditableGraph {
  const sorted = emptyGraph(graph.getAttributes())
  for (const node of graph.nodes().sort(byText)) sorted.addNode(node, graph.getNodeAttributes(node))
  for (const edge of graph.edges().sort(byText))
    sorted.addDirectedEdgeWithKey(edge, ...graph.extremities(edge), graph.getEdgeAttributes(edge))
  return sorted
}

const isSorted = (keys: readonly string[]): boolean => keys.every((key, i) => i === 0 || keys[i - 1]! < key)

/** These nodes and those of `edges` that lie between them, by key; only documents that something in it refers to. */
export function copy(graph: KnowledgeGraph, nodes: ReadonlySet<string>, edges: readonly string[]): EditableGraph {
  const part = emptyGraph(graph.getAttributes())
  const used = new Set<string>()
  const note = (evidence: readonly GraphEvidence[]): void => {
    for (const { document } of evidence) used.add(document)
  }
  for (const key of [...nodes].sort(byText)) {
    const attributes = graph.getNodeAttributes(key)
    part.addNode(key, attributes)
    note(attributes.evidence)
  }
  for (const edge of edges.toSorted(byText)) {
    const [source, target] = graph.extremities(edge)
    if (!nodes.has(source) || !nodes.has(target)) continue
    const attributes = graph.getEdgeAttributes(edge)
    part.addDirectedEdgeWithKey(edge, source, target, attributes)
    note(attributes.evidence)
  }
  part.updateAttribute('documents', (documents) => (documents ?? []).filter(({ id }) => used.has(id)))
  return part
}
