/**
 * Places for nodes that come to a drawing that is there already: beside those they are tied to, where there is room, so
 * that nothing that the reader has seen moves. The same drawing and the same newcomers give the same places.
 */
import type { Position } from '../../graph/layout.ts'

export interface Newcomers {
  /** Nodes to be placed, in order. */
  readonly keys: readonly string[]
  /** Radius in units of the layout. */
  readonly sizeOf: (key: string) => number
  readonly neighboursOf: (key: string) => readonly string[]
}

/** Free space around a node, for its name. */
const GAP = 26
const CELL = 80
/** A turn of the golden angle, so that tries spread evenly. */
const TURN = 2.39996
const MOST_TRIES = 4000

export function placeNewcomers(
  placed: ReadonlyMap<string, Position>,
  { keys, sizeOf, neighboursOf }: Newcomers,
): Map<string, Position> {
  const places = new Map(placed)
  const crowd = new Crowd()
  for (const [key, at] of places) crowd.add(at, sizeOf(key))
  for (const key of keys) {
    if (places.has(key)) continue
    const anchors = neighboursOf(key).flatMap((other) => places.get(other) ?? [])
    const at = freePlace(crowd, middleOf(anchors), sizeOf(key), anchors.length > 0 ? 70 : 0)
    places.set(key, at)
    crowd.add(at, sizeOf(key))
  }
  return places
}

const middleOf = (points: readonly Position[]): Position =>
  points.length === 0
    ? { x: 0, y: 0 }
    : {
        x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
        y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
      }

function freePlace(crowd: Crowd, middle: Position, size: number, from: number): Position {
  let at = middle
  for (let i = 0; i < MOST_TRIES; i++) {
    const distance = from + 9 * Math.sqrt(i)
    at = { x: round(middle.x + distance * Math.cos(i * TURN)), y: round(middle.y + distance * Math.sin(i * TURN)) }
    if (crowd.isFree(at, size)) return at
  }
  return at
}

const round = (value: number): number => Math.round(value * 100) / 100

/** Discs in cells of a grid, so that looking for room costs the same in a crowd. */
class Crowd {
  readonly #cells = new Map<string, { readonly at: Position; readonly size: number }[]>()

  add(at: Position, size: number): void {
    const cell = cellOf(at.x, at.y)
    const here = this.#cells.get(cell)
    if (here === undefined) this.#cells.set(cell, [{ at, size }])
    else here.push({ at, size })
  }

  isFree({ x, y }: Position, size: number): boolean {
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const other of this.#cells.get(cellOf(x + dx * CELL, y + dy * CELL)) ?? [])
          if (Math.hypot(other.at.x - x, other.at.y - y) < other.size + size + GAP) return false
    return true
  }
}

const cellOf = (x: number, y: number): string => `${Math.floor(x / CELL)},${Math.floor(y / CELL)}`
