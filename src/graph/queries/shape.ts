/** The shape of a graph: who is central in it, and into which parts it falls. By graphology's own algorithms. */
import { DirectedGraph, UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import { connectedComponents } from 'graphology-components'
import betweenness from 'graphology-metrics/centrality/betweenness.js'
import pagerank from 'graphology-metrics/centrality/pagerank.js'
import type { Measure } from './measures.ts'

/** A graph as plain numbers, so that it can be handed to another thread. */
export interface ShapeInput {
  readonly nodes: number
  /** By edge: ordinals of its ends, its weight, and 1 where it has no direction. */
  readonly sources: Int32Array
  readonly targets: Int32Array
  readonly weights: Float64Array
  readonly symmetric: Uint8Array
  readonly measures: readonly Measure[]
}

/** By ordinal of the node; only what was asked for. */
export interface Shape {
  /** Edges at the node. */
  readonly degree?: Int32Array
  /** Share of the shortest ways between two others that lead through it, from 0 to 1, whatever their direction and weight. */
  readonly betweenness?: Float64Array
  /** Weighted, along the direction of relations; all together are 1. */
  readonly pagerank?: Float64Array
  /** Louvain, weighted, whatever the direction; communities are numbered from the largest, from 0. */
  readonly communities?: Int32Array
  readonly modularity?: number
  /** Parts that hang together, numbered from the largest, from 0. */
  readonly components?: Int32Array
}

const SEED = 20_311_204

export function shapeOf(input: ShapeInput): Shape {
  const asked = new Set(input.measures)
  if (input.nodes === 0) return empty(asked)
  const graph = undirected(input)
  return {
    ...(asked.has('degree') && { degree: degreesOf(input) }),
    ...(asked.has('betweenness') && {
      betweenness: ordered(input.nodes, betweenness(graph, { getEdgeWeight: null, normalized: true })),
    }),
    ...(asked.has('pagerank') && { pagerank: ranks(input) }),
    ...(asked.has('communities') && communitiesOf(input, graph)),
    ...(asked.has('components') && { components: componentsOf(input, graph) }),
  }
}

/** The algorithms want a node at least. */
const empty = (asked: ReadonlySet<Measure>): Shape => ({
  ...(asked.has('degree') && { degree: new Int32Array() }),
  ...(asked.has('betweenness') && { betweenness: new Float64Array() }),
  ...(asked.has('pagerank') && { pagerank: new Float64Array() }),
  ...(asked.has('communities') && { communities: new Int32Array(), modularity: 0 }),
  ...(asked.has('components') && { components: new Int32Array() }),
})

function degreesOf({ nodes, sources, targets }: ShapeInput): Int32Array {
  const degrees = new Int32Array(nodes)
  for (const ends of [sources, targets]) for (const node of ends) degrees[node]!++
  return degrees
}

/** Relations between the same two are one. */
function undirected({ nodes, sources, targets, weights }: ShapeInput): UndirectedGraph {
  const graph = new UndirectedGraph({ allowSelfLoops: false })
  for (let node = 0; node < nodes; node++) graph.addNode(String(node))
  for (let edge = 0; edge < sources.length; edge++)
    graph.updateEdge(String(sources[edge]), String(targets[edge]), adding(weights[edge]!))
  return graph
}

const adding =
  (weight: number) =>
  ({ weight: present = 0 }: { weight?: number }) => ({ weight: present + weight })

function ranks({ nodes, sources, targets, weights, symmetric }: ShapeInput): Float64Array {
  const graph = new DirectedGraph({ allowSelfLoops: false })
  for (let node = 0; node < nodes; node++) graph.addNode(String(node))
  for (let edge = 0; edge < sources.length; edge++) {
    const [source, target] = [String(sources[edge]), String(targets[edge])]
    graph.updateEdge(source, target, adding(weights[edge]!))
    if (symmetric[edge] === 1) graph.updateEdge(target, source, adding(weights[edge]!))
  }
  return ordered(nodes, pagerank(graph, { getEdgeWeight: 'weight', maxIterations: 500, tolerance: 1e-8 }))
}

const ordered = (nodes: number, values: Readonly<Record<string, number>>): Float64Array =>
  Float64Array.from({ length: nodes }, (_, node) => values[node] ?? 0)

function communitiesOf({ nodes }: ShapeInput, graph: UndirectedGraph): Pick<Shape, 'communities' | 'modularity'> {
  if (graph.size === 0) return { communities: Int32Array.from({ length: nodes }, (_, node) => node), modularity: 0 }
  const { communities, modularity } = louvain.detailed(graph, { getEdgeWeight: 'weight', rng: randomFrom(SEED) })
  const groups: number[][] = []
  for (let node = 0; node < nodes; node++) {
    const group = communities[node]!
    groups[group] ??= []
    groups[group].push(node)
  }
  return { communities: numbered(nodes, groups), modularity }
}

const componentsOf = ({ nodes }: ShapeInput, graph: UndirectedGraph): Int32Array =>
  numbered(
    nodes,
    connectedComponents(graph).map((group) => group.map(Number)),
  )

/** The largest group is 0; of equally large ones that with the smaller node. */
function numbered(nodes: number, groups: readonly (readonly number[] | undefined)[]): Int32Array {
  const numbers = new Int32Array(nodes)
  groups
    .filter((group) => group !== undefined)
    .map((group) => group.toSorted((a, b) => a - b))
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!)
    .forEach((group, number) => {
      for (const node of group) numbers[node] = number
    })
  return numbers
}

/** Numbers from 0 to 1, always the same (mulberry32, public domain). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
