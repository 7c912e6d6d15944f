/** What the tagger looks at around each word. */
import type { FeatureList } from './feature-list.ts'
import { combine } from './hashing.ts'
import { compileTemplates } from './templates.ts'
import { PAD, PREFIXES, SUFFIXES, type Words } from './words.ts'

export interface TaggerContext {
  readonly words: Words
  /** Sets of possible tags, padded as the words are. */
  readonly ambiguity: Int32Array
}

/**
 * Names of atoms: what is seen, and where. w word, o its form, h shape, c, m and g fine, medium and coarse cluster, p1 … p4
 * the first letters, x1 … x5 the last ones, n the set of tags that are possible; of the word itself, or of the one B before
 * or A after it. last and last2 are the tags given to the words before.
 */
const A = {
  ...{ one: 0, first: 1, last: 2, last2: 3 },
  ...{ w: 4, o: 5, h: 6, c: 7, m: 8, g: 9, n: 10 },
  ...{ p1: 11, p2: 12, p3: 13, p4: 14, x1: 15, x2: 16, x3: 17, x4: 18, x5: 19 },
  ...{ wB: 20, wB2: 21, wA: 22, wA2: 23, x3B: 24, x3A: 25, x3A2: 26, x2A: 27 },
  ...{ cB: 28, cA: 29, mA: 30, mA2: 31, hB: 32, hA: 33, nA: 34, nA2: 35, hFirst: 36 },
}
const ATOMS = 37

const TEMPLATES = compileTemplates(
  A,
  [
    'one, w, o, h, c, m, g, p1, p2, p3, p4, x1, x2, x3, x4, x5, x3 h, x2 last',
    'last, last last2, w last, w last last2, wB, wB2, wA, wA2, w wB, w wA, wA last, wB wA, wB w wA',
    'x3B, x3A, x3A2, x2A last, cB, cA, mA2, c last, c cA, last c mA, hB h, h hA, hB h hA',
    'n last, n last last2, n nA, n last nA, n nA nA2, n last nA nA2, w nA, w nA last, h n first, hFirst',
  ].join(),
)

/** Filled anew for each word. */
const atoms = new Int32Array(ATOMS)

export function taggerFeatures(
  { words, ambiguity }: TaggerContext,
  i: number,
  tags: Int32Array,
  out: FeatureList,
): void {
  const { words: w, forms, shapes, fine, medium, coarse, prefixes, suffixes } = words
  const p = i + PAD
  const first = i === 0 ? 1 : 0
  atoms[A.one] = 1
  atoms[A.first] = first
  atoms[A.last] = i > 0 ? tags[i - 1]! + 1 : 0
  atoms[A.last2] = i > 1 ? tags[i - 2]! + 1 : 0
  atoms[A.w] = w[p]!
  atoms[A.o] = forms[p]!
  atoms[A.h] = shapes[p]!
  atoms[A.c] = fine[p]!
  atoms[A.m] = medium[p]!
  atoms[A.g] = coarse[p]!
  atoms[A.n] = ambiguity[p]!
  for (let k = 0; k < PREFIXES; k++) atoms[A.p1 + k] = prefixes[p * PREFIXES + k]!
  for (let k = 0; k < SUFFIXES; k++) atoms[A.x1 + k] = suffixes[p * SUFFIXES + k]!
  atoms[A.wB] = w[p - 1]!
  atoms[A.wB2] = w[p - 2]!
  atoms[A.wA] = w[p + 1]!
  atoms[A.wA2] = w[p + 2]!
  atoms[A.x3B] = suffixes[(p - 1) * SUFFIXES + 2]!
  atoms[A.x3A] = suffixes[(p + 1) * SUFFIXES + 2]!
  atoms[A.x3A2] = suffixes[(p + 2) * SUFFIXES + 2]!
  atoms[A.x2A] = suffixes[(p + 1) * SUFFIXES + 1]!
  atoms[A.cB] = fine[p - 1]!
  atoms[A.cA] = fine[p + 1]!
  atoms[A.mA] = medium[p + 1]!
  atoms[A.mA2] = medium[p + 2]!
  atoms[A.hB] = shapes[p - 1]!
  atoms[A.hA] = shapes[p + 1]!
  atoms[A.nA] = ambiguity[p + 1]!
  atoms[A.nA2] = ambiguity[p + 2]!
  atoms[A.hFirst] = combine(shapes[p]!, first)
  out.clear()
  out.addAll(TEMPLATES, atoms)
}
