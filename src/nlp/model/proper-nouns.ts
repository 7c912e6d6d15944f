/**
 * Capitalised nouns inside a name are proper nouns: the name finder, which sees known names and the whole run of capitals,
 * is right about "Criminal Court" where the tagger, which sees the words, is not.
 */
import { hashString } from './hashing.ts'
import type { FoundName } from './name-spans.ts'
import { PAD, type Words } from './words.ts'

const HYPHEN = hashString('-')

const PROPER: Readonly<Record<string, string>> = { 'NOUN|NN': 'PROPN|NNP', 'NOUN|NNS': 'PROPN|NNPS' }

/** For each class of the tagger the class that it becomes inside a name, most often itself. */
export const properClasses = (classes: readonly string[]): Int32Array =>
  Int32Array.from(classes, (name, own) => {
    const proper = classes.indexOf(PROPER[name] ?? name)
    return proper < 0 ? own : proper
  })

/** Changes the classes of the words that stand in names of persons, organisations and places. */
export function tagNames(classes: Int32Array, names: readonly FoundName[], words: Words, proper: Int32Array): void {
  for (const { from, to, type } of names) {
    if (type === 'other') continue
    for (let i = from; i < to; i++) {
      const isHalf = i > from && i === to - 1 && type === 'person' && words.words[i - 1 + PAD] === HYPHEN
      if (words.capital[i + PAD] === 1 || isHalf) classes[i] = proper[classes[i]!]!
    }
  }
}
