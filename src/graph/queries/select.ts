/** The part of a graph that a question is about, as numbers. */
import type { GraphAttributes, GraphDocument } from '../../model/graph.ts'
import { emptyGraph, type KnowledgeGraph } from '../knowledge-graph.ts'
import type { EdgeFilter, NodeFilter } from './filter.ts'
import { edgeTest, isOpen, nodeTest } from './filter.ts'
import type { Links } from './links.ts'
import { sortInTurns } from './sort-in-turns.ts'

export interface SelectQuery {
  readonly nodes: NodeFilter
  readonly edges: EdgeFilter
  /** Keys; all that passes unless told. Keys that are not there are passed over. */
  readonly keys?: readonly string[] | undefined
}

export interface Selection {
  /** Numbers of nodes, and of the edges between them. */
  readonly nodes: readonly number[]
  readonly edges: readonly number[]
}

const PER_TURN = 5000
/** Where the evidence has to be unpacked. */
const PER_TURN_OF_EVIDENCE = 1000
const PER_TURN_OF_COPYING = 1000

/**
 * Nodes that pass and the edges between them that pass. Where edges are filtered, nodes that keep none are left out, unless they
 * are asked for by key.
 */
export function* selectInTurns(links: Links, { nodes, edges, keys }: SelectQuery): Generator<void, Selection, void> {
  const [nodeFits, edgeFits] = [nodeTest(nodes), edgeTest(links, edges)]
  /** 1 where a node passes, 2 where it has an edge that passes. */
  const state = new Uint8Array(links.keys.length)
  const asked = keys?.flatMap((key) => links.numberOf(key) ?? []) ?? links.keys.keys()
  let work = 0
  for (const node of asked) {
    if (++work % PER_TURN === 0) yield
    if (nodeFits(links.nodes[node]!)) state[node] = 1
  }
  const kept: number[] = []
  for (let edge = 0; edge < links.edges.length; edge++) {
    if (++work % PER_TURN === 0) yield
    const [source, target] = [links.sources[edge]!, links.targets[edge]!]
    if (state[source] === 0 || state[target] === 0 || !edgeFits(links.edges[edge]!)) continue
    kept.push(edge)
    state[source] = 2
    state[target] = 2
  }
  const least = isOpen(edges) || keys !== undefined ? 1 : 2
  const passing: number[] = []
  for (let node = 0; node < state.length; node++) if (state[node]! >= least) passing.push(node)
  return { nodes: passing, edges: kept }
}

/** The most important nodes of a selection: those with the greatest weights there, ties by key. */
export function* limitInTurns(
  links: Links,
  { nodes, edges }: Selection,
  limit: number,
): Generator<void, Selection, void> {
  if (nodes.length <= limit) return { nodes, edges }
  const weights = new Float64Array(links.keys.length)
  for (const [i, edge] of edges.entries()) {
    if (i % PER_TURN === 0) yield
    weights[links.sources[edge]!]! += links.edges[edge]!.weight
    weights[links.targets[edge]!]! += links.edges[edge]!.weight
  }
  const sorted = yield* sortInTurns(nodes, (a, b) => weights[b]! - weights[a]! || a - b)
  const kept = new Set(sorted.slice(0, limit))
  yield
  const between: number[] = []
  for (const [i, edge] of edges.entries()) {
    if (i % PER_TURN === 0) yield
    if (kept.has(links.sources[edge]!) && kept.has(links.targets[edge]!)) between.push(edge)
  }
  return { nodes: nodes.filter((node) => kept.has(node)), edges: between }
}

/** Documents that something in the selection refers to, in their order. */
export function* documentsInTurns(links: Links, { nodes, edges }: Selection): Generator<void, GraphDocument[], void> {
  const used = new Set<string>()
  let work = 0
  for (const [numbers, attributes] of [
    [nodes, links.nodes],
    [edges, links.edges],
  ] as const)
    for (const number of numbers) {
      if (++work % PER_TURN_OF_EVIDENCE === 0) yield
      for (const { document } of attributes[number]!.evidence) used.add(document)
    }
  return links.documents.filter(({ id }) => used.has(id))
}

/** What lies around a node: as far as steps along edges that pass lead, with the edges that pass between all that is kept. */
export function* aroundInTurns(
  links: Links,
  start: string,
  { depth, nodes, edges }: { readonly depth: number; readonly nodes: NodeFilter; readonly edges: EdgeFilter },
): Generator<void, Selection, void> {
  const [nodeFits, edgeFits] = [nodeTest(nodes), edgeTest(links, edges)]
  const first = links.numberAt(start)
  const reached = new Set([first])
  let work = 0
  for (let [step, frontier] = [0, [first]]; step < depth && frontier.length > 0; step++) {
    const next = new Set<number>()
    for (const node of frontier)
      for (const edge of links.edgesAt(node)) {
        if (++work % PER_TURN === 0) yield
        const other = links.across(edge, node)
        if (!reached.has(other) && edgeFits(links.edges[edge]!)) next.add(other)
      }
    for (const node of next) reached.add(node)
    frontier = [...next]
  }
  const kept = new Set([...reached].filter((node) => node === first || nodeFits(links.nodes[node]!)))
  const between = new Set<number>()
  for (const node of kept)
    for (const edge of links.edgesAt(node)) {
      if (++work % PER_TURN === 0) yield
      if (kept.has(links.across(edge, node)) && edgeFits(links.edges[edge]!)) between.add(edge)
    }
  return { nodes: [...kept].sort((a, b) => a - b), edges: [...between].sort((a, b) => a - b) }
}

/**
 * A graph of its own, by key.
 * @param about attributes of the whole graph
 * @param isWhole whether all its documents are named, also those that nothing refers to
 */
export function* graphInTurns(
  links: Links,
  selection: Selection,
  about: GraphAttributes,
  isWhole = false,
): Generator<void, KnowledgeGraph, void> {
  const documents = isWhole ? links.documents : yield* documentsInTurns(links, selection)
  const graph = emptyGraph({ ...about, documents })
  let work = 0
  for (const node of selection.nodes) {
    if (++work % PER_TURN_OF_COPYING === 0) yield
    graph.addNode(links.keys[node]!, links.nodes[node]!)
  }
  for (const edge of selection.edges) {
    if (++work % PER_TURN_OF_COPYING === 0) yield
    const { key, source, target, attributes } = links.link(edge)
    graph.addDirectedEdgeWithKey(key, source, target, attributes)
  }
  return graph
}
