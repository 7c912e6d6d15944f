/**
 * The weights of the parser's three actions. Eight hundred thousand rows make it by far the largest table, and reading it
 * is waiting for memory; so a row is one word. Only the differences to the first action count for which one is best: two
 * numbers of nine bits. The other fourteen say whose row it is: eleven bits of the key, whose first twenty-one are the
 * row's place, and three for how far the row lies behind its place.
 */
import type { FeatureList } from './feature-list.ts'
import type { Rows } from './linear-model.ts'

export interface ActionTable {
  /** 0 where there is no row; else `distance << 29 | rest of the key << 18 | second difference << 9 | first difference`. */
  readonly words: Int32Array
  /** Rows that would lie too far behind their places: key → word without the key. */
  readonly strays: ReadonlyMap<number, number>
}

const REST_BITS = 11
const REST = (1 << REST_BITS) - 1
const WEIGHT_BITS = 18
const FARTHEST = 7

/** `rows` are those of a model of three classes. */
export function indexActions(rows: Rows): ActionTable {
  const words = new Int32Array(2 ** (32 - REST_BITS) + FARTHEST + 1)
  const strays = new Map<number, number>()
  let next = 0
  for (let row = 0; row < rows.keys.length; row++) {
    const weights = differences(rows, next, next + rows.lengths[row]!)
    next += rows.lengths[row]!
    if (weights === 0) continue
    const key = rows.keys[row]!
    const place = key >>> REST_BITS
    let distance = 0
    while (distance <= FARTHEST && words[place + distance] !== 0) distance++
    if (distance > FARTHEST) strays.set(key | 0, weights)
    else words[place + distance] = (ownerOf(key, distance) << WEIGHT_BITS) | weights
  }
  return { words, strays }
}

const ownerOf = (key: number, distance: number): number => (distance << REST_BITS) | (key & REST)

function differences({ kinds, weights }: Rows, from: number, to: number): number {
  let first = 0
  let second = 0
  let third = 0
  for (let i = from; i < to; i++) {
    if (kinds[i] === 0) first = weights[i]!
    else if (kinds[i] === 1) second = weights[i]!
    else third = weights[i]!
  }
  return ((second - first) & 511) | (((third - first) & 511) << 9)
}

/** Scores of the three actions, less the first one's: 0, then the sums of the features' differences. */
export function scoreActions({ words, strays }: ActionTable, { keys, length }: FeatureList, scores: Int32Array): void {
  let second = 0
  let third = 0
  for (let f = 0; f < length; f++) {
    const key = keys[f]!
    const place = key >>> REST_BITS
    let owner = key & REST
    let at = place
    let word = words[at]!
    while (word !== 0 && word >>> WEIGHT_BITS !== owner && at < place + FARTHEST) {
      owner += 1 << REST_BITS
      word = words[++at]!
    }
    if (word === 0) continue
    if (word >>> WEIGHT_BITS !== owner) word = strays.size === 0 ? 0 : (strays.get(key) ?? 0)
    second += (word << 23) >> 23
    third += (word << 14) >> 23
  }
  scores[0] = 0
  scores[1] = second
  scores[2] = third
}
