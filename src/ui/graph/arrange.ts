/**
 * Positions for a drawing, in pixels at natural size: each connected part by ForceAtlas2 (Jacomy et al. 2014), turned to lie
 * along the screen, overlaps pushed apart; then the parts packed around the largest. The same task gives the same positions.
 */
import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import noverlap from 'graphology-layout-noverlap'
import type { Position } from './drawing.ts'

export interface LayoutTask {
  readonly nodes: readonly { readonly key: string; readonly size: number }[]
  readonly edges: readonly { readonly source: string; readonly target: string; readonly weight: number }[]
  /** Width of the screen by its height. */
  readonly aspect: number
}

interface LaidNode {
  x: number
  y: number
  size: number
}
type Part = Graph<LaidNode, { weight: number }>

interface Placed {
  readonly part: Part
  readonly width: number
  readonly height: number
  x: number
  y: number
}

/** Between the centres of tied nodes, so that a name fits in between. */
const EDGE_LENGTH = 105
const PART_GAP = 46
/** Room for the name of a node that stands alone. */
const LOOSE_WIDTH = 110
const LOOSE_HEIGHT = 60

export function arrange(task: LayoutTask): Map<string, Position> {
  const parts = connectedParts(task).map((part) => {
    relax(part)
    turnAlong(part, task.aspect)
    return measure(part)
  })
  pack(parts, task.aspect)
  const positions = new Map<string, Position>()
  for (const { part, x, y } of parts)
    part.forEachNode((key, node) => {
      positions.set(key, { x: node.x + x, y: node.y + y })
    })
  return positions
}

/** Largest first; ties in order of their smallest key. */
function connectedParts(task: LayoutTask): Part[] {
  const leader = new Map<string, string>()
  const find = (key: string): string => {
    let root = key
    while (leader.get(root) !== root) root = leader.get(root)!
    leader.set(key, root)
    return root
  }
  const keys = task.nodes.map(({ key }) => key).sort()
  for (const key of keys) leader.set(key, key)
  for (const { source, target } of task.edges) {
    if (!leader.has(source) || !leader.has(target)) continue
    const [a, b] = [find(source), find(target)].sort()
    leader.set(b!, a!)
  }
  const sizes = new Map(task.nodes.map(({ key, size }) => [key, size]))
  const parts = new Map<string, Part>()
  for (const key of keys) {
    const root = find(key)
    const part = parts.get(root) ?? new Graph<LaidNode, { weight: number }>({ type: 'undirected' })
    parts.set(root, part)
    // A sunflower: evenly spread, no two at one place, the same for every reader.
    const i = part.order
    const [radius, turn] = [Math.sqrt(i + 0.5) * 40, i * 2.39996]
    part.addNode(key, { x: radius * Math.cos(turn), y: radius * Math.sin(turn), size: sizes.get(key)! })
  }
  for (const { source, target, weight } of task.edges) {
    if (source === target || !leader.has(source) || !leader.has(target)) continue
    parts.get(find(source))!.updateUndirectedEdge(source, target, (known) => ({
      weight: (known.weight ?? 0) + weight,
    }))
  }
  return [...parts.values()].sort((a, b) => b.order - a.order)
}

function relax(part: Part): void {
  if (part.order < 2) return
  forceAtlas2.assign(part, {
    iterations: part.order > 800 ? 250 : 600,
    getEdgeWeight: (_, { weight }) => 1 + Math.log2(Math.max(weight, 1)) * 0.5,
    settings: {
      barnesHutOptimize: part.order > 400,
      linLogMode: true,
      outboundAttractionDistribution: true,
      gravity: 0.6,
      scalingRatio: 8,
      slowDown: 4 + Math.log(part.order),
    },
  })
  scaleEdges(part)
  noverlap.assign(part, { maxIterations: 150, settings: { margin: 16, ratio: 1.25, speed: 4, gridSize: 20 } })
}

/** So that the typical tied pair stands EDGE_LENGTH apart. */
function scaleEdges(part: Part): void {
  const lengths = part
    .mapEdges((_, __, ___, ____, a, b) => Math.hypot(a.x - b.x, a.y - b.y))
    .filter((length) => length > 0)
    .sort((a, b) => a - b)
  const median = lengths[Math.floor(lengths.length / 2)]
  if (median === undefined) return
  const factor = EDGE_LENGTH / median
  part.updateEachNodeAttributes((_, node) => ({ ...node, x: node.x * factor, y: node.y * factor }))
}

/** The long axis along the long side of the screen, and a little stretched towards its shape. */
function turnAlong(part: Part, aspect: number): void {
  const n = part.order
  if (n < 2) return
  const mean = { x: 0, y: 0 }
  part.forEachNode((_, { x, y }) => {
    mean.x += x / n
    mean.y += y / n
  })
  let [xx, xy, yy] = [0, 0, 0]
  part.forEachNode((_, node) => {
    const [dx, dy] = [node.x - mean.x, node.y - mean.y]
    xx += dx * dx
    xy += dx * dy
    yy += dy * dy
  })
  const axis = 0.5 * Math.atan2(2 * xy, xx - yy)
  const turn = (aspect >= 1 ? 0 : Math.PI / 2) - axis
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  part.updateEachNodeAttributes((_, node) => {
    const [dx, dy] = [node.x - mean.x, node.y - mean.y]
    return { ...node, x: dx * cos - dy * sin, y: dx * sin + dy * cos }
  })
  const { width, height } = measure(part)
  const stretch = Math.sqrt(Math.min(Math.max(aspect / (width / height), 0.6), 1.7))
  part.updateEachNodeAttributes((_, node) => ({ ...node, x: node.x * stretch, y: node.y / stretch }))
}

/** Moves the part's middle to the origin. */
function measure(part: Part): Placed {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  part.forEachNode((_, { x, y, size }) => {
    left = Math.min(left, x - size)
    right = Math.max(right, x + size)
    top = Math.min(top, y - size)
    bottom = Math.max(bottom, y + size)
  })
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2]
  part.updateEachNodeAttributes((_, node) => ({ ...node, x: node.x - cx, y: node.y - cy }))
  return {
    part,
    width: Math.max(right - left, LOOSE_WIDTH),
    height: Math.max(bottom - top, LOOSE_HEIGHT),
    x: 0,
    y: 0,
  }
}

/** Each part, on a widening spiral of the screen's shape, at the first place where it touches no other. */
function pack(parts: readonly Placed[], aspect: number): void {
  const [wide, high] = [Math.sqrt(aspect), 1 / Math.sqrt(aspect)]
  const done: Placed[] = []
  for (const part of parts) {
    const isFree = (): boolean =>
      done.every(
        (other) =>
          Math.abs(part.x - other.x) > (part.width + other.width) / 2 + PART_GAP ||
          Math.abs(part.y - other.y) > (part.height + other.height) / 2 + PART_GAP,
      )
    for (let step = 0; !isFree(); step++) {
      const [radius, turn] = [12 * Math.sqrt(step), step * 2.39996]
      part.x = radius * Math.cos(turn) * wide
      part.y = radius * Math.sin(turn) * high
    }
    done.push(part)
  }
}
