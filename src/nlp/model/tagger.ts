/**
 * A greedy tagger from left to right: the joint Universal and Penn tag of each word from its form, its neighbours and
 * the two tags before it.
 */
import type { Upos } from '../analysis.ts'
import { FeatureList } from './feature-list.ts'
import { combine } from './hashing.ts'
import { type IdTable, lookUp } from './id-table.ts'
import { best, type LinearModel, score } from './linear-model.ts'
import { PAD, PREFIXES, SUFFIXES, type Words } from './words.ts'

export interface TaggerModel {
  /** Classes are joint tags, "PROPN|NNP". */
  readonly model: LinearModel
  /** Hash of a form → the tag that it always has. */
  readonly certain: IdTable
  /** Hash of a normalised word → the number of the set of tags that it can have, odd with a proper noun among them. */
  readonly ambiguity: IdTable
}

/** Whether the word with this hash is known, and never as a proper noun. */
export const isCommonWord = ({ ambiguity }: TaggerModel, word: number): boolean => {
  const set = lookUp(ambiguity, word)
  return set >= 0 && (set & 1) === 0
}

export interface Tag {
  readonly upos: Upos
  readonly xpos: string
}

export const parseTag = (name: string): Tag => {
  const bar = name.indexOf('|')
  return { upos: name.slice(0, bar) as Upos, xpos: name.slice(bar + 1) }
}

/** Class of each word. */
export function tag({ model, certain, ambiguity }: TaggerModel, words: Words): Int32Array {
  const tags = new Int32Array(words.count)
  const scores = new Int32Array(model.classes.length)
  const features = new FeatureList()
  const context = describeContext(words, ambiguity)
  for (let i = 0; i < words.count; i++) {
    const known = lookUp(certain, words.forms[i + PAD]!)
    if (known >= 0) tags[i] = known
    else {
      taggerFeatures(context, i, tags, features)
      score(model, features, scores)
      tags[i] = best(scores)
    }
  }
  return tags
}

export interface TaggerContext {
  readonly words: Words
  /** Sets of possible tags, padded as the words are. */
  readonly ambiguity: Int32Array
}

export function describeContext(words: Words, table: IdTable): TaggerContext {
  const ambiguity = new Int32Array(words.words.length)
  for (let p = PAD; p < PAD + words.count; p++) ambiguity[p] = lookUp(table, words.words[p]!) + 2
  return { words, ambiguity }
}

export function taggerFeatures({ words: w, ambiguity }: TaggerContext, i: number, tags: Int32Array, out: FeatureList) {
  const p = i + PAD
  const word = w.words[p]!
  const shape = w.shapes[p]!
  const fine = w.fine[p]!
  const last = i > 0 ? tags[i - 1]! + 1 : 0
  const last2 = i > 1 ? tags[i - 2]! + 1 : 0
  const next = w.words[p + 1]!
  const previous = w.words[p - 1]!
  const can = ambiguity[p]!
  const nextCan = ambiguity[p + 1]!
  out.clear()
  out.add(1)
  out.add(word)
  out.add(w.forms[p]!)
  out.add(shape)
  out.add(fine)
  out.add(w.medium[p]!)
  out.add(w.coarse[p]!)
  for (let k = 0; k < PREFIXES; k++) out.add(w.prefixes[p * PREFIXES + k]!)
  for (let k = 0; k < SUFFIXES; k++) out.add(w.suffixes[p * SUFFIXES + k]!)
  out.add2(w.suffixes[p * SUFFIXES + 2]!, shape)
  out.add2(w.suffixes[p * SUFFIXES + 1]!, last)
  out.add(last)
  out.add2(last, last2)
  out.add2(word, last)
  out.add3(word, last, last2)
  out.add(previous)
  out.add(w.words[p - 2]!)
  out.add(next)
  out.add(w.words[p + 2]!)
  out.add2(word, previous)
  out.add2(word, next)
  out.add2(next, last)
  out.add2(previous, next)
  out.add3(previous, word, next)
  out.add(w.suffixes[(p - 1) * SUFFIXES + 2]!)
  out.add(w.suffixes[(p + 1) * SUFFIXES + 2]!)
  out.add(w.suffixes[(p + 2) * SUFFIXES + 2]!)
  out.add2(w.suffixes[(p + 1) * SUFFIXES + 1]!, last)
  out.add(w.fine[p - 1]!)
  out.add(w.fine[p + 1]!)
  out.add(w.medium[p + 2]!)
  out.add2(fine, last)
  out.add2(fine, w.fine[p + 1]!)
  out.add3(last, fine, w.medium[p + 1]!)
  out.add2(w.shapes[p - 1]!, shape)
  out.add2(shape, w.shapes[p + 1]!)
  out.add3(w.shapes[p - 1]!, shape, w.shapes[p + 1]!)
  out.add2(can, last)
  out.add3(can, last, last2)
  out.add2(can, nextCan)
  out.add3(can, last, nextCan)
  out.add3(can, nextCan, ambiguity[p + 2]!)
  out.add4(can, last, nextCan, ambiguity[p + 2]!)
  out.add2(word, nextCan)
  out.add3(word, nextCan, last)
  out.add3(shape, can, i === 0 ? 1 : 0)
  out.add(combine(shape, i === 0 ? 1 : 0))
}
