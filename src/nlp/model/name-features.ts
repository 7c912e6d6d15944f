/** What the name finder looks at around each word. */
import { cueOf } from './cue-words.ts'
import type { FeatureList } from './feature-list.ts'
import { combine, hashString } from './hashing.ts'
import { compileTemplates } from './templates.ts'
import { PAD, PREFIXES, SUFFIXES, type Words } from './words.ts'

export interface NameInput {
  readonly words: Words
  /** Hashes of the tags' names, padded as the words are. */
  readonly upos: Int32Array
  readonly xpos: Int32Array
}

/** Universal NER. */
export const UNIVERSAL = 0

export interface NameContext extends NameInput {
  readonly cues: Uint8Array
  /** First word of the run of capitalised words around, and the first word after it. */
  readonly runStart: Int32Array
  readonly runEnd: Int32Array
  /** 1 where a word can be part of a name at all: it, or one beside it, is a proper noun, has a capital or is known. */
  readonly candidates: Uint8Array
  /** How the sentence is capitalised: as prose, nearly all words, only capitals, none. */
  readonly style: number
  /** Whose guidelines the names are marked by: 0 are those of Universal NER, which are followed; others only teach. */
  readonly guidelines: number
}

export function describeNameContext(input: NameInput, guidelines = UNIVERSAL): NameContext {
  const { words, upos } = input
  const end = PAD + words.count
  const cues = new Uint8Array(words.words.length)
  const runStart = new Int32Array(words.words.length)
  const runEnd = new Int32Array(words.words.length)
  for (let p = PAD; p < end; p++) {
    cues[p] = cueOf(words.words[p]!)
    runStart[p] = words.capital[p] && words.capital[p - 1] ? runStart[p - 1]! : p
  }
  for (let p = end - 1; p >= PAD; p--) runEnd[p] = words.capital[p] && words.capital[p + 1] ? runEnd[p + 1]! : p + 1
  const candidates = findCandidates(words, upos)
  return { ...input, cues, runStart, runEnd, candidates, style: styleOf(words), guidelines }
}

const PROPN = hashString('PROPN')

function findCandidates({ capital, known, count }: Words, upos: Int32Array): Uint8Array {
  const candidates = new Uint8Array(capital.length)
  for (let p = PAD; p < PAD + count; p++) {
    if (capital[p] === 1 || upos[p] === PROPN) candidates.fill(1, p - 1, p + 2)
    else if (known[p] !== 0) candidates[p] = 1
  }
  return candidates
}

function styleOf({ count, capital }: Words): number {
  if (count < 4) return 0
  let capitals = 0
  for (let p = PAD; p < PAD + count; p++) capitals += capital[p]!
  return capitals === 0 ? 3 : capitals / count > 0.7 ? 2 : capitals / count > 0.5 ? 1 : 0
}

/** So many features at the end of the list belong to the guidelines alone. */
export const GUIDELINE_FEATURES = 10

/**
 * Names of atoms: what is seen, and where. w word, o its form, h shape, c, m and g fine, medium and coarse cluster, p2 … p4
 * the first letters, x1 … x4 the last ones, p Universal and t Penn tag, k what lists know, q cue; of the word itself, of the
 * one B before or A after it, of the first (F) or last (L) word of the run of capitalised words around, of the one before
 * the run (O) or after it (N). place and rest are the word's distances from both ends of the run, run its length.
 */
const A = {
  ...{ one: 0, place: 1, rest: 2, run: 3, style: 4, styleFirst: 5, rules: 6 },
  ...{ w: 7, o: 8, h: 9, c: 10, m: 11, g: 12, p: 13, t: 14, k: 15, q: 16 },
  ...{ p2: 17, p3: 18, p4: 19, x1: 20, x2: 21, x3: 22, x4: 23 },
  ...{ wB: 24, wA: 25, wB2: 26, wA2: 27, hB: 28, hA: 29, hB2: 30, hA2: 31 },
  ...{ cB: 32, cA: 33, mB: 34, mA: 35, mB2: 36, mA2: 37, gB: 38, gA: 39 },
  ...{ pB: 40, pA: 41, kB: 42, kA: 43, qB: 44, qA: 45, qB2: 46, qA2: 47 },
  ...{ qF: 48, qL: 49, qO: 50, wF: 51, wL: 52, wO: 53, wN: 54, mO: 55, mN: 56, mL: 57, pO: 58, pN: 59, kF: 60, kL: 61 },
}
const ATOMS = 62

const WORD_TEMPLATES = compileTemplates(
  A,
  [
    'one, w, o, h, p2, p3, p4, x1, x2, x3, x4, wB, wA, wB2, wA2, wB w, w wA, wB h, wA h, hB h hA, h hA, hB h',
    'hB2 hB h, hA hA2 h',
    // clusters
    'c, m, g, cB, cA, mB2, mA2, g gB, g gA, c h, m h, mB h, mA h, gB g gA',
    // tags
    'p h, t, pB p, p pA, pB p pA, p m, p wB h, p wA h',
    // known names
    'k, k h, k p, kB k, k kA',
  ].join(),
)

const RUN_TEMPLATES = compileTemplates(
  A,
  [
    // cue words
    'q h, qB h, qA h, qB2 hB h, qA qA2 h',
    // the run of capitalised words around
    'run place p, qF qL place, wL rest, wF place, wO place, wN rest, mO place, mN rest, mL rest, qO qL place',
    'pO pN place, kF kL place, style h, styleFirst p',
    // what is particular to the guidelines (Daumé 2007): GUIDELINE_FEATURES of them
    'one rules, w rules, m rules, p h rules, k p rules, q p rules, wB p rules, pB p rules, p pA rules, run place p rules',
  ].join(),
)

/** Kinds of known names, as bits. */
const KINDS = 9

/** Filled anew for each word. */
const atoms = new Int32Array(ATOMS)

export function nameFeatures(context: NameContext, i: number, out: FeatureList): void {
  seeWord(context, i + PAD)
  seeRun(context, i + PAD)
  atoms[A.one] = 1
  atoms[A.rules] = context.guidelines
  atoms[A.style] = context.style
  atoms[A.styleFirst] = combine(context.style, i === 0 ? 1 : 0)
  const kinds = atoms[A.k]!
  const tag = atoms[A.p]!
  out.clear()
  out.addAll(WORD_TEMPLATES, atoms)
  for (let bit = 0; bit < KINDS; bit++)
    if ((kinds >> bit) & 1) out.add2(bit, tag)
    else out.skip()
  out.addAll(RUN_TEMPLATES, atoms)
}

function seeWord({ words, upos, xpos, cues }: NameContext, p: number): void {
  const { words: w, shapes, fine, medium, coarse, known, prefixes, suffixes } = words
  atoms[A.w] = w[p]!
  atoms[A.o] = words.forms[p]!
  atoms[A.h] = shapes[p]!
  atoms[A.c] = fine[p]!
  atoms[A.m] = medium[p]!
  atoms[A.g] = coarse[p]!
  atoms[A.p] = upos[p]!
  atoms[A.t] = xpos[p]!
  atoms[A.k] = known[p]!
  atoms[A.q] = cues[p]!
  for (let n = 1; n < PREFIXES; n++) atoms[A.p2 + n - 1] = prefixes[p * PREFIXES + n]!
  for (let n = 0; n < SUFFIXES - 1; n++) atoms[A.x1 + n] = suffixes[p * SUFFIXES + n]!
  atoms[A.wB] = w[p - 1]!
  atoms[A.wA] = w[p + 1]!
  atoms[A.wB2] = w[p - 2]!
  atoms[A.wA2] = w[p + 2]!
  atoms[A.hB] = shapes[p - 1]!
  atoms[A.hA] = shapes[p + 1]!
  atoms[A.hB2] = shapes[p - 2]!
  atoms[A.hA2] = shapes[p + 2]!
  atoms[A.cB] = fine[p - 1]!
  atoms[A.cA] = fine[p + 1]!
  atoms[A.mB] = medium[p - 1]!
  atoms[A.mA] = medium[p + 1]!
  atoms[A.mB2] = medium[p - 2]!
  atoms[A.mA2] = medium[p + 2]!
  atoms[A.gB] = coarse[p - 1]!
  atoms[A.gA] = coarse[p + 1]!
  atoms[A.pB] = upos[p - 1]!
  atoms[A.pA] = upos[p + 1]!
  atoms[A.kB] = known[p - 1]!
  atoms[A.kA] = known[p + 1]!
  atoms[A.qB] = cues[p - 1]!
  atoms[A.qA] = cues[p + 1]!
  atoms[A.qB2] = cues[p - 2]!
  atoms[A.qA2] = cues[p + 2]!
}

function seeRun({ words, upos, cues, runStart, runEnd }: NameContext, p: number): void {
  const { words: w, medium, known } = words
  const start = runStart[p]!
  const end = runEnd[p]!
  atoms[A.place] = Math.min(3, p - start)
  atoms[A.rest] = Math.min(3, end - p)
  atoms[A.run] = Math.min(5, end - start)
  atoms[A.qF] = cues[start]!
  atoms[A.qL] = cues[end - 1]!
  atoms[A.qO] = cues[start - 1]!
  atoms[A.wF] = w[start]!
  atoms[A.wL] = w[end - 1]!
  atoms[A.wO] = w[start - 1]!
  atoms[A.wN] = w[end]!
  atoms[A.mO] = medium[start - 1]!
  atoms[A.mN] = medium[end]!
  atoms[A.mL] = medium[end - 1]!
  atoms[A.pO] = upos[start - 1]!
  atoms[A.pN] = upos[end]!
  atoms[A.kF] = known[start]!
  atoms[A.kL] = known[end - 1]!
}
