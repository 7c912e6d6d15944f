/**
 * Where nodes lie: ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian, PLoS ONE 2014) for what is connected, without
 * overlaps, and rows below it for what stands alone. The same nodes and edges lie at the same places on every machine and
 * in every order. It takes about 0.2 s for 300 nodes and seconds for thousands: run it off the main thread.
 */
import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import { fingerprint } from '../model/ids.ts'
import { nodeSize } from './appearance.ts'
import { importances } from './importance.ts'
import type { ListedGraph } from './knowledge-graph.ts'
import { byText } from './order.ts'
import type { Disc } from './separate.ts'
import { separate } from './separate.ts'

export interface Position {
  readonly x: number
  readonly y: number
}

interface LayoutNode {
  readonly key: string
  /** Radius in the unit of the positions. */
  readonly size: number
}

/** Plain data, so that it can be posted to a worker. */
export interface LayoutInput {
  readonly nodes: readonly LayoutNode[]
  readonly edges: readonly { readonly source: string; readonly target: string; readonly weight: number }[]
}

export interface LayoutOptions {
  /** Width through height of the area to be filled; 1.5 unless told. */
  readonly aspect?: number
}

interface Placed extends Disc {
  readonly key: string
}

/** A layout of more nodes would take minutes, and show nothing but a cloud. */
export const MOST_LAID_OUT = 20_000

/** Free space around a node, for its label and for edges to pass. */
const MARGIN = 5

/** What `layout` needs of a graph. */
export function layoutInput(graph: ListedGraph): LayoutInput {
  const { of, greatest } = importances(graph)
  const edges = Array.from(graph.edgeEntries(), ({ edge, source, target, attributes: { weight } }) => ({
    ...{ edge, source, target, weight },
  }))
  return {
    nodes: Array.from(graph.nodeEntries(), ({ node: key }) => ({ key, size: nodeSize(of(key), greatest) })),
    // By key: the forces add up in this order.
    edges: edges
      .sort((a, b) => byText(a.edge, b.edge))
      .map(({ source, target, weight }) => ({ source, target, weight })),
  }
}

/** Positions around (0, 0), y upwards, by node key. */
export function layout({ nodes, edges }: LayoutInput, { aspect = 1.5 }: LayoutOptions = {}): Record<string, Position> {
  const connected = new Set(edges.flatMap(({ source, target }) => [source, target]))
  const ordered = nodes.toSorted((a, b) => byText(a.key, b.key))
  const drawn = drawForces(
    ordered.filter(({ key }) => connected.has(key)),
    edges,
  )
  spread(drawn, aspect)
  separate(drawn)
  const lone = ordered.filter(({ key }) => !connected.has(key))
  const placed = centred([...drawn, ...rowsBelow(lone, drawn, aspect)])
  return Object.fromEntries(placed.map(({ key, x, y }) => [key, { x: round(x), y: round(y) }]))
}

function drawForces(nodes: readonly LayoutNode[], edges: LayoutInput['edges']): Placed[] {
  if (nodes.length === 0) return []
  const graph = new UndirectedGraph<Position, { weight: number }>({ allowSelfLoops: false })
  for (const { key } of nodes) graph.addNode(key, seed(key))
  for (const [a, b, weight] of pairs(edges)) graph.addEdge(a, b, { weight })
  const positions = forceAtlas2(graph, {
    iterations: Math.round(clamp(120_000 / graph.order, 100, 600)),
    settings: {
      ...forceAtlas2.inferSettings(graph),
      barnesHutOptimize: graph.order > 600,
      // Coarser than its default of 0.5, in half the time; the eye sees no difference.
      barnesHutTheta: 1.1,
      edgeWeightInfluence: 0.5,
      slowDown: 2,
    },
  })
  return nodes.map(({ key, size }) => ({ key, radius: size + MARGIN, ...(positions[key] ?? seed(key)) }))
}

/** A place in the unit square that depends on the key alone. */
const seed = (key: string): Position => ({ x: share(`x ${key}`), y: share(`y ${key}`) })
const share = (text: string): number => Number.parseInt(fingerprint(text), 16) / 16 ** 12 - 0.5

/** One edge a pair, sorted: parallel edges pull together. */
function pairs(edges: LayoutInput['edges']): (readonly [string, string, number])[] {
  const sums = new Map<string, readonly [string, string, number]>()
  for (const { source, target, weight } of edges) {
    if (source === target) continue
    const [a, b] = source < target ? [source, target] : [target, source]
    const id = `${a}\u0000${b}`
    sums.set(id, [a, b, (sums.get(id)?.[2] ?? 0) + weight])
  }
  return [...sums].sort((x, y) => byText(x[0], y[0])).map(([, pair]) => pair)
}

/**
 * Turns the longest extent (the first principal axis) to lie level, stretches moderately towards `aspect`, and scales so
 * that the nodes take a small part of the area.
 */
function spread(placed: Placed[], aspect: number): void {
  if (placed.length === 0) return
  const centre = { x: mean(placed.map((p) => p.x)), y: mean(placed.map((p) => p.y)) }
  const offsets = placed.map(({ x, y }) => ({ x: x - centre.x, y: y - centre.y }))
  const angle =
    -0.5 * Math.atan2(2 * mean(offsets.map(({ x, y }) => x * y)), mean(offsets.map(({ x, y }) => x ** 2 - y ** 2)))
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const turned = offsets.map(({ x, y }) => ({ x: x * cos - y * sin, y: x * sin + y * cos }))
  const [across, upwards] = [extent(turned.map((p) => p.x)), extent(turned.map((p) => p.y))]
  // A row of nodes has no height: without a floor it would be scaled without bound.
  const [width, height] = [Math.max(across, upwards / 4), Math.max(upwards, across / 4)]
  const stretch = clamp(Math.sqrt((aspect * height) / width), 0.75, 1.35)
  const area = placed.reduce((sum, { radius }) => sum + (radius + 9) ** 2, 0)
  const scale = Math.sqrt((area * 6) / (width * height))
  placed.forEach((disc, i) => {
    disc.x = turned[i]!.x * scale * stretch
    disc.y = (turned[i]!.y * scale) / stretch
  })
}

/** What no edge holds would drift far off in a play of forces, and make all else small. */
function rowsBelow(lone: readonly LayoutNode[], drawn: readonly Placed[], aspect: number): Placed[] {
  const step = 2 * (lone.reduce((most, { size }) => Math.max(most, size), 0) + MARGIN) + 12
  const width = Math.max(extent(drawn.map(({ x }) => x)), Math.sqrt(lone.length * aspect) * step)
  const columns = Math.max(1, Math.floor(width / step))
  const top = drawn.reduce((least, { y, radius }) => Math.min(least, y - radius), 0) - 2 * step
  const middle = drawn.length === 0 ? 0 : mean(drawn.map(({ x }) => x))
  return lone.map(({ key, size }, i) => {
    const row = Math.floor(i / columns)
    const inRow = Math.min(columns, lone.length - row * columns)
    return { key, radius: size, x: middle + ((i % columns) - (inRow - 1) / 2) * step, y: top - row * step }
  })
}

function centred(placed: readonly Placed[]): Placed[] {
  const middle = (values: readonly number[]): number => least(values) + extent(values) / 2
  const [x, y] = [middle(placed.map((p) => p.x)), middle(placed.map((p) => p.y))]
  return placed.map((disc) => ({ ...disc, x: disc.x - x, y: disc.y - y }))
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity)
/** At least 1e-6, so that it can be divided by. */
const extent = (values: readonly number[]): number =>
  Math.max(values.reduce((a, b) => Math.max(a, b), -Infinity) - least(values), 1e-6)
const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)
const round = (value: number): number => Math.round(value * 100) / 100
