/**
 * Where nodes lie: ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian, PLoS ONE 2014), then a removal of overlaps. The
 * same nodes and edges lie at the same places on every machine and in every order. It takes about 0.1 s for 300 nodes and
 * seconds for thousands: run it off the main thread.
 */
import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import noverlap from 'graphology-layout-noverlap'
import { fingerprint } from '../model/ids.ts'
import { nodeSize } from './appearance.ts'
import { importanceOf } from './importance.ts'
import type { KnowledgeGraph } from './knowledge-graph.ts'
import { byText } from './order.ts'

export interface Position {
  readonly x: number
  readonly y: number
}

/** Plain data, so that it can be posted to a worker. `size` is the radius in the unit of the positions. */
export interface LayoutInput {
  readonly nodes: readonly { readonly key: string; readonly size: number }[]
  readonly edges: readonly { readonly source: string; readonly target: string; readonly weight: number }[]
}

export interface LayoutOptions {
  /** Width through height of the area to be filled; 1.5 unless told. */
  readonly aspect?: number
}

/** What `layout` needs of a graph. */
export function layoutInput(graph: KnowledgeGraph): LayoutInput {
  const weighed = graph.mapNodes((key) => [key, importanceOf(graph, key)] as const)
  const greatest = weighed.reduce((most, [, importance]) => Math.max(most, importance), 0)
  return {
    nodes: weighed.map(([key, importance]) => ({ key, size: nodeSize(importance, greatest) })),
    edges: graph.mapEdges((_, { weight }, source, target) => ({ source, target, weight })),
  }
}

/** Positions around (0, 0), y upwards, by node key. */
export function layout({ nodes, edges }: LayoutInput, { aspect = 1.5 }: LayoutOptions = {}): Record<string, Position> {
  if (nodes.length === 0) return {}
  const graph = new UndirectedGraph<Position & { size: number }, { weight: number }>({ allowSelfLoops: false })
  for (const { key, size } of nodes.toSorted((a, b) => byText(a.key, b.key))) graph.addNode(key, { size, ...seed(key) })
  for (const [a, b, weight] of pairs(edges)) graph.addEdge(a, b, { weight })

  forceAtlas2.assign(graph, {
    iterations: iterationsFor(graph.order),
    settings: { ...forceAtlas2.inferSettings(graph), edgeWeightInfluence: 0.5, slowDown: 2 },
  })
  spread(graph, aspect)
  noverlap.assign(graph, { maxIterations: 150, settings: { margin: 4, ratio: 1.1 } })
  return Object.fromEntries(graph.mapNodes((key, { x, y }) => [key, { x: round(x), y: round(y) }]))
}

/** Small graphs need more steps to unfold than their cost makes noticeable; large ones get what a reader will wait for. */
const iterationsFor = (order: number): number => (order <= 500 ? 600 : order <= 2000 ? 300 : 120)

/** A place in the unit square that depends on the key alone. */
const seed = (key: string): Position => ({ x: share(`x ${key}`), y: share(`y ${key}`) })
const share = (text: string): number => Number.parseInt(fingerprint(text), 16) / 16 ** 12 - 0.5

/** One edge a pair: parallel edges pull together, but ten statements not ten times as hard. Sorted. */
function pairs(edges: LayoutInput['edges']): (readonly [string, string, number])[] {
  const sums = new Map<string, readonly [string, string, number]>()
  for (const { source, target, weight } of edges) {
    const [a, b] = source < target ? [source, target] : [target, source]
    const id = `${a}\u0000${b}`
    sums.set(id, [a, b, (sums.get(id)?.[2] ?? 0) + weight])
  }
  return [...sums].sort((x, y) => byText(x[0], y[0])).map(([, pair]) => pair)
}

/**
 * Turns the longest extent (the first principal axis) to lie level, stretches moderately towards `aspect`, and scales so
 * that nodes of the given sizes have room.
 */
function spread(graph: UndirectedGraph<Position & { size: number }>, aspect: number): void {
  const points = graph.mapNodes((key, { x, y }) => ({ key, x, y }))
  const centre = { x: mean(points.map((p) => p.x)), y: mean(points.map((p) => p.y)) }
  const [xx, yy, xy] = [
    mean(points.map((p) => (p.x - centre.x) ** 2)),
    mean(points.map((p) => (p.y - centre.y) ** 2)),
    mean(points.map((p) => (p.x - centre.x) * (p.y - centre.y))),
  ]
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const turned = points.map(({ key, x, y }) => ({
    key,
    x: (x - centre.x) * cos - (y - centre.y) * sin,
    y: (x - centre.x) * sin + (y - centre.y) * cos,
  }))
  const [across, upwards] = [extent(turned.map((p) => p.x)), extent(turned.map((p) => p.y))]
  // A row of nodes has no height: without a floor it would be scaled without bound.
  const [width, height] = [Math.max(across, upwards / 4), Math.max(upwards, across / 4)]
  const stretch = clamp(Math.sqrt((aspect * height) / width), 0.75, 1.35)
  const area = graph.reduceNodes((sum, _, { size }) => sum + (size + 14) ** 2, 0)
  const scale = Math.sqrt((area * 6) / (width * height))
  for (const { key, x, y } of turned)
    graph.mergeNodeAttributes(key, { x: x * scale * stretch, y: (y * scale) / stretch })
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
/** At least 1e-6, so that it can be divided by. */
const extent = (values: readonly number[]): number =>
  Math.max(
    values.reduce((most, value) => Math.max(most, value), -Infinity) -
      values.reduce((least, value) => Math.min(least, value), Infinity),
    1e-6,
  )
const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
const round = (value: number): number => Math.round(value * 100) / 100
