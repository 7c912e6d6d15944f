/**
 * A frozen map from word hashes to small numbers: an open-addressing table, the number beside each key.
 */
export interface IdTable {
  /** 0 marks an empty slot. */
  readonly keys: Int32Array
  readonly ids: Uint16Array
  readonly shift: number
}

/** Empty slots at the end keep the probing from running over the edge. */
const MARGIN = 256

/** `keys` are distinct and not 0. */
export function indexIds(keys: Uint32Array, ids: Uint16Array): IdTable {
  const bits = Math.max(4, Math.ceil(Math.log2(keys.length * 1.5 + 1)))
  const size = (1 << bits) + MARGIN
  const table = { keys: new Int32Array(size), ids: new Uint16Array(size), shift: 32 - bits }
  for (let i = 0; i < keys.length; i++) {
    let slot = spread(keys[i]!) >>> table.shift
    while (table.keys[slot] !== 0) slot++
    table.keys[slot] = keys[i]! | 0
    table.ids[slot] = ids[i]!
  }
  return table
}

/** The number that belongs to the word with this hash, or -1. */
export function lookUp({ keys, ids, shift }: IdTable, word: number): number {
  let slot = spread(word) >>> shift
  for (let key = keys[slot]!; key !== 0; key = keys[++slot]!) if (key === word) return ids[slot]!
  return -1
}

/** FNV-1a's high bits are weak for short words. */
const spread = (word: number): number => Math.imul(word, 0x9e3779b1)
