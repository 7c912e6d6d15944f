/** The part of a graph that is asked for, by key: for a program that asks once, and needs no numbers of its links for it. */
import type { GraphDocument } from '../../model/graph.ts'
import { type Choice, edgeIn, nodeIn, sorted } from '../excerpt.ts'
import type { KnowledgeGraph } from '../knowledge-graph.ts'
import { type EdgeFilter, edgeTest, isOpen, type NodeFilter, nodeTest } from './filter.ts'
import type { SelectQuery } from './select.ts'

/**
 * Nodes that pass and the edges between them that pass. Where edges are filtered, nodes that keep none are left out, unless they
 * are asked for by key.
 */
export function choose(graph: KnowledgeGraph, { nodes, edges, keys }: SelectQuery): Choice {
  const [nodeFits, edgeFits] = [nodeTest(nodes), edgeTest(graph, edges)]
  const asked = keys?.filter((key) => graph.hasNode(key)) ?? graph.nodes()
  const passing = new Set(asked.filter((key) => nodeFits(nodeIn(graph, key))))
  const needsTie = !isOpen(edges) && keys === undefined
  const tied = new Set<string>()
  // Those that pass move to the front: another list would take as much room again.
  const kept = graph.edges()
  let count = 0
  for (const edge of kept) {
    const [source, target] = graph.extremities(edge)
    if (!passing.has(source) || !passing.has(target) || !edgeFits(edgeIn(graph, edge))) continue
    kept[count++] = edge
    if (needsTie) tied.add(source).add(target)
  }
  kept.length = count
  const all = needsTie ? tied : passing
  return { nodes: sorted([...all]), edges: sorted(kept) }
}

/** What lies around a node: as far as steps along edges that pass lead, with the edges that pass between all that is kept. */
export function chooseAround(
  graph: KnowledgeGraph,
  start: string,
  { depth, nodes, edges }: { readonly depth: number; readonly nodes: NodeFilter; readonly edges: EdgeFilter },
): Choice {
  const [nodeFits, edgeFits] = [nodeTest(nodes), edgeTest(graph, edges)]
  const reached = new Set([start])
  for (let [step, frontier] = [0, [start]]; step < depth && frontier.length > 0; step++) {
    const next = new Set<string>()
    for (const node of frontier)
      graph.forEachEdge(node, (_, attributes, source, target) => {
        const other = source === node ? target : source
        if (!reached.has(other) && edgeFits(attributes)) next.add(other)
      })
    for (const node of next) reached.add(node)
    frontier = [...next]
  }
  const fits = (key: string): boolean => key === start || nodeFits(nodeIn(graph, key))
  const kept = new Set([...reached].filter(fits))
  const between = new Set<string>()
  for (const node of kept)
    graph.forEachEdge(node, (edge, attributes, source, target) => {
      if (kept.has(source) && kept.has(target) && edgeFits(attributes)) between.add(edge)
    })
  return { nodes: sorted([...kept]), edges: sorted([...between]) }
}

/** Documents that something in it refers to, in their order. */
export function documentsIn(graph: KnowledgeGraph, { nodes, edges }: Choice): GraphDocument[] {
  const used = new Set<string>()
  for (const key of nodes) for (const { document } of nodeIn(graph, key).evidence) used.add(document)
  for (const key of edges) for (const { document } of edgeIn(graph, key).evidence) used.add(document)
  return graph.getAttribute('documents').filter(({ id }) => used.has(id))
}
