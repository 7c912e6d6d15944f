/**
 * A greedy tagger from left to right: the joint Universal and Penn tag of each word from its form, its neighbours and
 * the two tags before it.
 */
import type { Upos } from '../analysis.ts'
import { FeatureList } from './feature-list.ts'
import { type IdTable, lookUp } from './id-table.ts'
import { best, type LinearModel, score } from './linear-model.ts'
import { type TaggerContext, taggerFeatures } from './tagger-features.ts'
import { PAD, type Words } from './words.ts'

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
  const features = new FeatureList(model.keys)
  const context = describeContext(words, ambiguity)
  for (let i = 0; i < words.count; i++) {
    const known = lookUp(certain, words.forms[i + PAD]!)
    if (known >= 0) tags[i] = known
    else {
      taggerFeatures(context, i, tags, features)
      score(model, features)
      tags[i] = best(model)
    }
  }
  return tags
}

export function describeContext(words: Words, table: IdTable): TaggerContext {
  const ambiguity = new Int32Array(words.words.length)
  for (let p = PAD; p < PAD + words.count; p++) ambiguity[p] = lookUp(table, words.words[p]!) + 2
  return { words, ambiguity }
}
