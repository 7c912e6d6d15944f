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

/** Side of the square that a node gets, so that its name fits in. */
const ROOM = 88
const PART_GAP = 30
/** Room for the name of a node that stands alone. */
const LOOSE_WIDTH = 90
const LOOSE_HEIGHT = 44

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
    iterations: stepsFor(part.order),
    getEdgeWeight: (_, { weight }) => 1 + Math.log2(Math.max(weight, 1)) * 0.5,
    settings: {
      barnesHutOptimize: part.order > 600,
      linLogMode: true,
      gravity: 0.4,
      scalingRatio: 3,
      slowDown: 2 + Math.log(part.order),
    },
  })
  spread(part)
  noverlap.assign(part, {
    maxIterations: part.order > 600 ? 60 : 200,
    settings: { margin: 14, ratio: 1.3, speed: 4, gridSize: 30 },
  })
}

/** Small graphs unfold further than anybody waits; large ones get about a second. */
const stepsFor = (order: number): number => (order <= 300 ? 400 : order <= 1000 ? 200 : 100)

/** So that a node has ROOM × ROOM on average where most of them are. */
function spread(part: Part): void {
  const extent = (values: readonly number[]): number => {
    const ordered = values.toSorted((a, b) => a - b)
    const rest = Math.floor(ordered.length * 0.05)
    return ordered[ordered.length - 1 - rest]! - ordered[rest]!
  }
  const [width, height] = [extent(part.mapNodes((_, { x }) => x)), extent(part.mapNodes((_, { y }) => y))]
  // A chain of nodes has no height: without a floor it would be stretched without bound.
  const area = Math.max(width, height / 3) * Math.max(height, width / 3)
  const factor = Math.sqrt((part.order * ROOM * ROOM) / Math.max(area, 1e-9))
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
    width: roundUp(Math.max(right - left, LOOSE_WIDTH)),
    height: roundUp(Math.max(bottom - top, LOOSE_HEIGHT)),
    x: 0,
    y: 0,
  }
}

/** Parts of nearly one size are treated alike, so that the search for a place can go on where the last one ended. */
const roundUp = (length: number): number => Math.ceil(length / 25) * 25

/** Each part, on a widening spiral of the screen's shape, at the first place where it touches no other. */
function pack(parts: readonly Placed[], aspect: number): void {
  const [wide, high] = [Math.sqrt(aspect), 1 / Math.sqrt(aspect)]
  const done: Placed[] = []
  const tried = new Map<string, number>()
  for (const part of parts) {
    const isFree = (): boolean =>
      done.every(
        (other) =>
          Math.abs(part.x - other.x) > (part.width + other.width) / 2 + PART_GAP ||
          Math.abs(part.y - other.y) > (part.height + other.height) / 2 + PART_GAP,
      )
    const place = (step: number): void => {
      const [radius, turn] = [12 * Math.sqrt(step), step * 2.39996]
      part.x = radius * Math.cos(turn) * wide
      part.y = radius * Math.sin(turn) * high
    }
    const size = `${part.width} ${part.height}`
    let step = tried.get(size) ?? 0
    place(step)
    while (!isFree()) place(++step)
    tried.set(size, step)
    done.push(part)
  }
}
