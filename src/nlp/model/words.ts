import { combine, extendHash, hashString } from './hashing.ts'
import { lookUp } from './id-table.ts'
import { findKnown } from './known-names.ts'
import type { Lexicon } from './lexicon.ts'
import { PAD } from './padding.ts'

export { PAD } from './padding.ts'

export const PREFIXES = 4
export const SUFFIXES = 5
const BEFORE = 11
const AFTER = 13

/**
 * What the models see of the words of a sentence, as numbers. Word i stands at index i + PAD of each list; the places
 * around hold values that mean "before" and "after the sentence".
 */
export interface Words {
  readonly count: number
  /** The word in lower case, digits and addresses as classes. */
  readonly words: Int32Array
  readonly forms: Int32Array
  /** Kinds of characters in their order, "Xx.X" for "Ab.C". */
  readonly shapes: Int32Array
  /** Distributional cluster, fine, medium and coarse; 0 where the word has none. */
  readonly fine: Int32Array
  readonly medium: Int32Array
  readonly coarse: Int32Array
  /** First 1 to 4 characters of word i at (i + PAD) × PREFIXES; 0 where the word is not longer. */
  readonly prefixes: Int32Array
  readonly suffixes: Int32Array
  /** 1 where the first letter is a capital. */
  readonly capital: Uint8Array
  /** What the known names that cover the word are, as bits of `KNOWN`; 0 where none does. */
  readonly known: Int32Array
}

export function describeWords(forms: readonly string[], { clusters, known: names }: Lexicon): Words {
  const count = forms.length
  const padded = count + 2 * PAD
  const list = () => new Int32Array(padded).fill(AFTER, PAD + count).fill(BEFORE, 0, PAD)
  const words = list()
  const exact = list()
  const shapes = list()
  const fine = list()
  const medium = list()
  const coarse = list()
  const prefixes = new Int32Array(padded * PREFIXES)
  const suffixes = new Int32Array(padded * SUFFIXES)
  const capital = new Uint8Array(padded)
  for (let i = 0; i < count; i++) {
    const form = forms[i]!
    const word = normalise(form)
    const p = i + PAD
    const hash = hashString(word)
    words[p] = hash
    exact[p] = hashString(form, 1)
    shapes[p] = hashShape(form)
    const cluster = lookUp(clusters, hash)
    fine[p] = cluster < 0 ? 0 : combine(cluster, 3)
    medium[p] = cluster < 0 ? 0 : combine(cluster >> 3, 5)
    coarse[p] = cluster < 0 ? 0 : combine(cluster >> 8, 7)
    let running = 0x1234567
    for (let k = 0; k < PREFIXES && k + 1 < word.length; k++) {
      running = extendHash(running, word.charCodeAt(k))
      prefixes[p * PREFIXES + k] = running
    }
    running = 0x7654321
    for (let k = 0; k < SUFFIXES && k + 1 < word.length; k++) {
      running = extendHash(running, word.charCodeAt(word.length - 1 - k))
      suffixes[p * SUFFIXES + k] = running
    }
    capital[p] = isCapital(form.charCodeAt(0)) ? 1 : 0
  }
  const known = findKnown(words, capital, count, names)
  return { count, words, forms: exact, shapes, fine, medium, coarse, prefixes, suffixes, capital, known }
}

/** Lower case, typographic quotes as plain ones, numbers and addresses as classes. */
export function normalise(form: string): string {
  const first = form.charCodeAt(0)
  if (first < 128 && (isDigit(first) || (form.length > 1 && isDigit(form.charCodeAt(1)))) && /^[\d.,:/-]+$/.test(form))
    return form.length === 4 && /^[12]\d{3}$/.test(form) ? '!year' : '!digits'
  if (form.length > 6 && /^https?:|^www\.|^[^@\s]+@[^@\s]+\.\w/i.test(form)) return '!address'
  if (first === 0x2019 || form.includes('\u2019')) return form.replaceAll('\u2019', "'").toLowerCase()
  if (first === 0x201c || first === 0x201d) return '"'
  if (first === 0x2018) return "'"
  return form.toLowerCase()
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
const isCapital = (unit: number): boolean =>
  (unit >= 65 && unit <= 90) || (unit >= 0xc0 && String.fromCharCode(unit) !== String.fromCharCode(unit).toLowerCase())

/** Kinds of characters, runs longer than three cut short. */
function hashShape(form: string): number {
  let hash = 0x5bd1e995
  let last = -1
  let run = 0
  for (let i = 0; i < form.length && i < 20; i++) {
    const unit = form.charCodeAt(i)
    const kind = isDigit(unit) ? 1 : isCapital(unit) ? 2 : unit >= 97 && unit <= 122 ? 3 : unit >= 0xc0 ? 3 : unit
    if (kind === last) {
      run++
      if (run > 3) continue
    } else {
      last = kind
      run = 1
    }
    hash = extendHash(hash, kind)
  }
  return hash
}
