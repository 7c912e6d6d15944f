/** What the name finder looks at around each word. */
import { cueOf } from './cue-words.ts'
import type { FeatureList } from './feature-list.ts'
import { combine, hashString } from './hashing.ts'
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

export function nameFeatures(context: NameContext, i: number, out: FeatureList): void {
  const { words: w, upos, xpos, cues, runStart, runEnd, style } = context
  const { known } = w
  const p = i + PAD
  const word = w.words[p]!
  const shape = w.shapes[p]!
  const fine = w.fine[p]!
  const medium = w.medium[p]!
  const coarse = w.coarse[p]!
  const previous = w.words[p - 1]!
  const next = w.words[p + 1]!
  const pos = upos[p]!
  const start = runStart[p]!
  const end = runEnd[p]!
  const place = Math.min(3, p - start)
  const rest = Math.min(3, end - p)
  out.clear()
  out.add(1)
  out.add(word)
  out.add(w.forms[p]!)
  out.add(shape)
  for (let k = 1; k < PREFIXES; k++) out.add(w.prefixes[p * PREFIXES + k]!)
  for (let k = 0; k < SUFFIXES - 1; k++) out.add(w.suffixes[p * SUFFIXES + k]!)
  out.add(previous)
  out.add(next)
  out.add(w.words[p - 2]!)
  out.add(w.words[p + 2]!)
  out.add2(previous, word)
  out.add2(word, next)
  out.add2(previous, shape)
  out.add2(next, shape)
  out.add3(w.shapes[p - 1]!, shape, w.shapes[p + 1]!)
  out.add2(shape, w.shapes[p + 1]!)
  out.add2(w.shapes[p - 1]!, shape)
  out.add3(w.shapes[p - 2]!, w.shapes[p - 1]!, shape)
  out.add3(w.shapes[p + 1]!, w.shapes[p + 2]!, shape)
  // clusters
  out.add(fine)
  out.add(medium)
  out.add(coarse)
  out.add(w.fine[p - 1]!)
  out.add(w.fine[p + 1]!)
  out.add(w.medium[p - 2]!)
  out.add(w.medium[p + 2]!)
  out.add2(coarse, w.coarse[p - 1]!)
  out.add2(coarse, w.coarse[p + 1]!)
  out.add2(fine, shape)
  out.add2(medium, shape)
  out.add2(w.medium[p - 1]!, shape)
  out.add2(w.medium[p + 1]!, shape)
  out.add3(w.coarse[p - 1]!, coarse, w.coarse[p + 1]!)
  // tags
  out.add2(pos, shape)
  out.add(xpos[p]!)
  out.add2(upos[p - 1]!, pos)
  out.add2(pos, upos[p + 1]!)
  out.add3(upos[p - 1]!, pos, upos[p + 1]!)
  out.add2(pos, medium)
  out.add3(pos, previous, shape)
  out.add3(pos, next, shape)
  // known names
  const kinds = known[p]!
  out.add(kinds)
  out.add2(kinds, shape)
  out.add2(kinds, pos)
  out.add2(known[p - 1]!, kinds)
  out.add2(kinds, known[p + 1]!)
  for (let bit = 0; bit < 9; bit++)
    if ((kinds >> bit) & 1) out.add2(bit, pos)
    else out.skip()
  // cue words
  const cue = cues[p]!
  out.add2(cue, shape)
  out.add2(cues[p - 1]!, shape)
  out.add2(cues[p + 1]!, shape)
  out.add3(cues[p - 2]!, w.shapes[p - 1]!, shape)
  out.add3(cues[p + 1]!, cues[p + 2]!, shape)
  // the run of capitalised words around
  out.add3(Math.min(5, end - start), place, pos)
  out.add3(cues[start]!, cues[end - 1]!, place)
  out.add2(w.words[end - 1]!, rest)
  out.add2(w.words[start]!, place)
  out.add2(w.words[start - 1]!, place)
  out.add2(w.words[end]!, rest)
  out.add2(w.medium[start - 1]!, place)
  out.add2(w.medium[end]!, rest)
  out.add2(w.medium[end - 1]!, rest)
  out.add3(cues[start - 1]!, cues[end - 1]!, place)
  out.add3(upos[start - 1]!, upos[end]!, place)
  out.add3(known[start]!, known[end - 1]!, place)
  out.add2(style, shape)
  out.add2(combine(style, i === 0 ? 1 : 0), pos)
  // what is particular to the guidelines (Daumé 2007): GUIDELINE_FEATURES of them
  const { guidelines } = context
  out.add2(1, guidelines)
  out.add2(word, guidelines)
  out.add2(medium, guidelines)
  out.add3(pos, shape, guidelines)
  out.add3(kinds, pos, guidelines)
  out.add3(cue, pos, guidelines)
  out.add3(previous, pos, guidelines)
  out.add3(upos[p - 1]!, pos, guidelines)
  out.add3(pos, upos[p + 1]!, guidelines)
  out.add4(Math.min(5, end - start), place, pos, guidelines)
}
