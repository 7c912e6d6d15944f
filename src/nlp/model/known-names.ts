/**
 * Names that the model has been told of: countries, cities, given names and so on, by the hash of their words.
 */
import { combine } from './hashing.ts'
import { type IdTable, lookUp } from './id-table.ts'
import { PAD } from './padding.ts'

/** What a known name may be; one name can be several. */
export const KNOWN = {
  country: 1,
  adjective: 2,
  city: 4,
  town: 8,
  givenName: 16,
  organization: 32,
  region: 64,
  word: 128,
  facility: 512,
} as const

/** The token belongs to a known name of several words. */
const MULTIWORD = 256
const LONGEST = 6
/** Names that are looked for in lower case, too. */
const PLACES = KNOWN.country | KNOWN.city | KNOWN.region

/** Hash of a sequence of words, from the hash of its beginning and the next word's. */
export const extendName = (beginning: number, word: number): number => combine(beginning, word) || 1

/** For each word, padded as the words are, what the known names that cover it are; 0 where none does. */
export function findKnown(words: Int32Array, capital: Uint8Array, count: number, table: IdTable): Int32Array {
  const found = new Int32Array(words.length)
  for (let p = PAD; p < PAD + count; p++) {
    let name = 0
    for (let q = p; q < p + LONGEST && q < PAD + count; q++) {
      name = extendName(name, words[q]!)
      const kinds = lookUp(table, name)
      if (kinds < 0 || (capital[p] === 0 && (kinds & PLACES) === 0)) continue
      for (let r = p; r <= q; r++) found[r]! |= q > p ? kinds | MULTIWORD : kinds
    }
  }
  return found
}
