import type { FeatureList } from './feature-list.ts'

/**
 * A multiclass linear model over hashed features with sparse int8 rows. `slots` is an open-addressing table of pairs
 * (feature key, where its row lies: `offset << 8 | length`), in order of the keys' high bits, so that one cache line
 * answers most look-ups; a row is a run of `entries`, each `class << 8 | weight`.
 */
export interface LinearModel {
  readonly classes: readonly string[]
  readonly slots: Int32Array
  /** `key >>> shift` is a key's first slot. */
  readonly shift: number
  readonly entries: Int16Array
}

/** A row of weights as the weight files list them: in order of the unsigned key. */
export interface Rows {
  readonly keys: Uint32Array
  /** `offsets[i]` to `offsets[i + 1]` are the entries of row i. */
  readonly offsets: Uint32Array
  readonly entries: Int16Array
}

/** Empty slots at the end keep the probing from running over the edge. */
const MARGIN = 1024

export function indexRows(classes: readonly string[], rows: Rows): LinearModel {
  const count = rows.keys.length
  const bits = Math.max(4, Math.ceil(Math.log2(count * 1.5 + 1)))
  const shift = 32 - bits
  const slots = new Int32Array(2 * ((1 << bits) + MARGIN))
  for (let row = 0; row < count; row++) {
    const key = rows.keys[row]!
    let slot = key >>> shift
    while (slots[2 * slot] !== 0) slot++
    const offset = rows.offsets[row]!
    slots[2 * slot] = key | 0
    const end = rows.offsets[row + 1]!
    slots[2 * slot + 1] = (offset << 8) | (end - offset)
  }
  return { classes, slots, shift, entries: rows.entries }
}

/** Adds up into `scores` (one per class, overwritten) the weights of the features. */
export function score({ slots, shift, entries }: LinearModel, { keys, length }: FeatureList, scores: Int32Array): void {
  scores.fill(0)
  for (let f = 0; f < length; f++) {
    const key = keys[f]!
    let slot = (key >>> shift) << 1
    let found = slots[slot]!
    while (found !== key && found !== 0) {
      slot += 2
      found = slots[slot]!
    }
    if (found === 0) continue
    const place = slots[slot + 1]!
    const start = place >>> 8
    const end = start + (place & 255)
    for (let e = start; e < end; e++) {
      const entry = entries[e]!
      scores[entry >> 8]! += (entry << 24) >> 24
    }
  }
}

/** The first of the classes with the highest score. */
export function best(scores: Int32Array): number {
  let winner = 0
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[winner]!) winner = c
  return winner
}
