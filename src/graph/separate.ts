/** Moves discs apart until none touches another. */

export interface Disc {
  x: number
  y: number
  readonly radius: number
}

const MOST_ROUNDS = 300
/** A little more than needed, so that rounding does not let them touch again. */
const SLACK = 1.001
/** Successive directions of this angle never meet (the golden angle). */
const GOLDEN_ANGLE = 2.399963229728653

/**
 * In rounds, each overlapping pair is pushed apart by half of its overlap each, as little as possible, so that the shape
 * of a drawing stays. The result depends on the order of `discs` alone. Only discs of neighbouring cells of a grid are
 * compared, which keeps a round linear.
 */
export function separate(discs: readonly Disc[]): void {
  const cell = 2 * discs.reduce((most, { radius }) => Math.max(most, radius), 1)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const cells = intoCells(discs, cell)
    let touching = false
    discs.forEach((disc, i) => {
      const [column, row] = [Math.floor(disc.x / cell), Math.floor(disc.y / cell)]
      for (let dx = -1; dx <= 1; dx++)
        for (let dy = -1; dy <= 1; dy++) {
          const near = cells.get(keyOf(column + dx, row + dy))
          if (near === undefined) continue
          for (const j of near) if (j > i && push(disc, discs[j]!, i * GOLDEN_ANGLE)) touching = true
        }
    })
    if (!touching) return
  }
}

/** A number of its own for each cell within two million columns and rows; text would take most of the time. */
const keyOf = (column: number, row: number): number => (column + 0x100000) * 0x200000 + row + 0x100000

function intoCells(discs: readonly Disc[], cell: number): Map<number, number[]> {
  const cells = new Map<number, number[]>()
  discs.forEach(({ x, y }, i) => {
    const key = keyOf(Math.floor(x / cell), Math.floor(y / cell))
    const present = cells.get(key)
    if (present === undefined) cells.set(key, [i])
    else present.push(i)
  })
  return cells
}

/** Whether the two had to be moved. @param angle in which two of one place part */
function push(a: Disc, b: Disc, angle: number): boolean {
  const least = a.radius + b.radius
  const distance = Math.hypot(b.x - a.x, b.y - a.y)
  if (distance >= least) return false
  const [ux, uy] =
    distance > 1e-9 ? [(b.x - a.x) / distance, (b.y - a.y) / distance] : [Math.cos(angle), Math.sin(angle)]
  const half = ((least - distance) / 2) * SLACK
  a.x -= ux * half
  a.y -= uy * half
  b.x += ux * half
  b.y += uy * half
  return true
}
