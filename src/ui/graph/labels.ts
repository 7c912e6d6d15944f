/**
 * Where labels stand: beside their node, in the first of several positions that touches neither another label nor a node
 * of about its own importance. The more important is placed first; a label without room is left out, unless it is forced.
 */
export interface LabelCandidate {
  readonly key: string
  /** Centre of the node, in viewport pixels. */
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly width: number
  readonly height: number
  /** Stands even where it collides. */
  readonly forced: boolean
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface PlacedLabel extends Box {
  readonly key: string
}

export interface Viewport {
  readonly width: number
  readonly height: number
}

const GAP = 5
/** A name may cover nodes that are smaller than its own by this factor: on a map, too, the capital's name crosses villages. */
const MINOR = 0.75
const MARGIN = 4
const CELL = 64

export const intersects = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

interface Occupant {
  readonly box: Box
  readonly owner: string
  readonly weight: number
}

/** Boxes in cells of a coarse grid, so that asking for a collision costs the same in a crowd. */
export class Occupancy {
  readonly #cells = new Map<string, Occupant[]>()

  /** @param weight how much it matters that nothing covers it; labels are never covered */
  add(box: Box, owner: string, weight = Number.POSITIVE_INFINITY): void {
    for (const cell of cellsOf(box)) {
      const here = this.#cells.get(cell)
      if (here === undefined) this.#cells.set(cell, [{ box, owner, weight }])
      else here.push({ box, owner, weight })
    }
  }

  /** Whether nothing of at least this weight is in the way, besides `owner`'s own boxes. */
  isFree(box: Box, owner: string, weight = 0): boolean {
    for (const cell of cellsOf(box))
      for (const other of this.#cells.get(cell) ?? [])
        if (other.owner !== owner && other.weight >= weight && intersects(box, other.box)) return false
    return true
  }
}

/**
 * @param candidates the most important first
 * @param occupied what is on the screen already; placed labels are added to it
 * @param most labels that are placed, besides those that are forced
 */
export function placeLabels(
  candidates: readonly LabelCandidate[],
  viewport: Viewport,
  occupied: Occupancy = new Occupancy(),
  most = Number.POSITIVE_INFINITY,
): PlacedLabel[] {
  const placed: PlacedLabel[] = []
  for (const node of candidates)
    occupied.add(around(node.x, node.y, node.radius * 2, node.radius * 2), node.key, node.radius)
  for (const candidate of candidates) {
    if (placed.length >= most && !candidate.forced) continue
    const options = positions(candidate).filter((box) => isWithin(box, viewport))
    const box = options.find((option) => occupied.isFree(option, candidate.key, candidate.radius * MINOR))
    const chosen = box ?? (candidate.forced ? (options[0] ?? positions(candidate)[0]) : undefined)
    if (chosen === undefined) continue
    occupied.add(chosen, candidate.key)
    placed.push({ key: candidate.key, ...chosen })
  }
  return placed
}

/** Below first: a centred name under its sign is what maps have taught us to read. */
function positions({ x, y, radius, width, height }: LabelCandidate): Box[] {
  const side = radius + GAP
  const diagonal = radius * 0.72 + GAP / 2
  return [
    around(x, y + side + height / 2 - 1, width, height),
    around(x + side + width / 2, y, width, height),
    around(x - side - width / 2, y, width, height),
    around(x, y - side - height / 2 + 1, width, height),
    around(x + diagonal + width / 2, y + diagonal + height / 2, width, height),
    around(x - diagonal - width / 2, y + diagonal + height / 2, width, height),
    around(x + diagonal + width / 2, y - diagonal - height / 2, width, height),
    around(x - diagonal - width / 2, y - diagonal - height / 2, width, height),
  ]
}

const around = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
})

const isWithin = (box: Box, { width, height }: Viewport): boolean =>
  box.left >= MARGIN && box.top >= MARGIN && box.right <= width - MARGIN && box.bottom <= height - MARGIN

function cellsOf(box: Box): string[] {
  const cells: string[] = []
  for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column++)
    for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row++)
      cells.push(`${column},${row}`)
  return cells
}
