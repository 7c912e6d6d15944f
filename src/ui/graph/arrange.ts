/**
 * Positions for the page, in pixels at natural size: each connected part by the layout that the exported files share, with
 * room for names; then the parts packed around the largest. The same task gives the same positions.
 */
import { type LayoutInput, layout, type Position } from '../../graph/layout.ts'

export interface LayoutTask extends LayoutInput {
  /** Width of the screen by its height. */
  readonly aspect: number
}

interface Part {
  readonly nodes: LayoutInput['nodes'][number][]
  readonly edges: LayoutInput['edges'][number][]
}

interface Placed {
  readonly positions: readonly (readonly [key: string, Position])[]
  readonly width: number
  readonly height: number
  /** Its middle. */
  x: number
  y: number
}

/** The layout leaves room for signs; names need more. */
const ROOM = 1.6
const PART_GAP = 30
/** Room for the name of a node that stands alone. */
const LOOSE_WIDTH = 90
const LOOSE_HEIGHT = 44

export function arrange(task: LayoutTask): Map<string, Position> {
  const placed = connectedParts(task).map((part) => layOut(part, task.aspect))
  pack(placed, task.aspect)
  return filling(
    placed.flatMap((part) =>
      part.positions.map(([key, { x, y }]): [string, Position] => [key, { x: x + part.x, y: y + part.y }]),
    ),
    task.aspect,
  )
}

/** More would look stretched. */
const MOST_STRETCH = 1.4

/** Spreads everything along the side on which the screen has room left. */
function filling(places: readonly [string, Position][], aspect: number): Map<string, Position> {
  const extent = (of: (place: Position) => number): number => {
    const values = places.map(([, place]) => of(place))
    return Math.max(
      values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity),
      1,
    )
  }
  const missing = aspect / (extent(({ x }) => x) / extent(({ y }) => y))
  const [wider, higher] = [missing, 1 / missing].map((by) => Math.min(Math.max(by, 1), MOST_STRETCH)) as [
    number,
    number,
  ]
  return new Map(places.map(([key, { x, y }]) => [key, { x: round(x * wider), y: round(y * higher) }]))
}

const round = (value: number): number => Math.round(value * 100) / 100

/** Largest first; ties in order of their smallest key. */
function connectedParts({ nodes, edges }: LayoutTask): Part[] {
  const leader = new Map<string, string>()
  const find = (key: string): string => {
    let root = key
    while (leader.get(root) !== root) root = leader.get(root)!
    leader.set(key, root)
    return root
  }
  const ordered = nodes.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  for (const { key } of ordered) leader.set(key, key)
  const inside = edges.filter(({ source, target }) => leader.has(source) && leader.has(target))
  for (const { source, target } of inside) {
    const [first, second] = [find(source), find(target)].sort()
    leader.set(second!, first!)
  }
  const parts = new Map<string, Part>()
  for (const node of ordered) {
    const part = parts.get(find(node.key))
    if (part === undefined) parts.set(find(node.key), { nodes: [node], edges: [] })
    else part.nodes.push(node)
  }
  for (const edge of inside) parts.get(find(edge.source))!.edges.push(edge)
  return [...parts.values()].sort((a, b) => b.nodes.length - a.nodes.length)
}

/** The part with its middle at the origin. */
function layOut(part: Part, aspect: number): Placed {
  const positions = Object.entries(layout(part, { aspect }))
  const sizes = new Map(part.nodes.map(({ key, size }) => [key, size]))
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [key, { x, y }] of positions) {
    const size = sizes.get(key) ?? 0
    left = Math.min(left, x * ROOM - size)
    right = Math.max(right, x * ROOM + size)
    top = Math.min(top, y * ROOM - size)
    bottom = Math.max(bottom, y * ROOM + size)
  }
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2]
  return {
    positions: positions.map(([key, { x, y }]) => [key, { x: x * ROOM - cx, y: y * ROOM - cy }] as const),
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
      // Rings are squares, so that the corners of the screen are used too.
      const ring = radius / Math.max(Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn)))
      part.x = ring * Math.cos(turn) * wide
      part.y = ring * Math.sin(turn) * high
    }
    const size = `${part.width} ${part.height}`
    let step = tried.get(size) ?? 0
    place(step)
    while (!isFree()) place(++step)
    tried.set(size, step)
    done.push(part)
  }
}
