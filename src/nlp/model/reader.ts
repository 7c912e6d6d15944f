/** The models put together: what they make of the words of sentences. */

import { nameAgents, type WordReading } from './agents.ts'
import { hashString } from './hashing.ts'
import { withHyphenated } from './hyphenated-names.ts'
import type { LanguageModels } from './models.ts'
import type { FoundName } from './name-spans.ts'
import { findNames } from './names.ts'
import { parse } from './parser.ts'
import type { ParserInput } from './parser-features.ts'
import { properClasses, tagNames } from './proper-nouns.ts'
import { parseTag, tag } from './tagger.ts'
import { describeWords, PAD, type Words } from './words.ts'

export interface Reading {
  readonly words: readonly WordReading[]
  readonly names: readonly FoundName[]
}

/** What the models make of each of some sentences, each for itself; takes time linear in the number of words. */
export type ReadSentences = (sentences: readonly (readonly string[])[]) => readonly Reading[]

/**
 * So many sentences pass through one model before the next one sees them, so that its tables stay in the processor's
 * cache; not a whole document, which may be long.
 */
const BLOCK = 32

export function createReader({ lexicon, tagger, parser, names }: LanguageModels): ReadSentences {
  const tags = tagger.model.classes.map(parseTag)
  const upos = Int32Array.from(tags, (t) => hashString(t.upos))
  const xpos = Int32Array.from(tags, (t) => hashString(t.xpos))
  const proper = properClasses(tagger.model.classes)
  const relations = parser.labels.classes

  const describe = (words: Words, classes: Int32Array): ParserInput => ({
    words,
    upos: padded(classes, upos),
    xpos: padded(classes, xpos),
  })

  const nameWords = (forms: readonly string[], words: Words, classes: Int32Array): readonly FoundName[] => {
    const own = Array.from(classes, (tag) => tags[tag]!)
    return withHyphenated(forms, own, findNames(names, describe(words, classes)))
  }

  const readBlock = (block: readonly (readonly string[])[]): Reading[] => {
    const words = block.map((forms) => describeWords(forms, lexicon))
    const classes = words.map((own) => tag(tagger, own))
    const found = block.map((forms, s) => nameWords(forms, words[s]!, classes[s]!))
    for (const [s, own] of found.entries()) tagNames(classes[s]!, own, words[s]!, proper)
    const parses = words.map((own, s) => parse(parser, describe(own, classes[s]!)))
    return block.map((forms, s) => {
      const { heads, labels } = parses[s]!
      const readings = forms.map((_, i): WordReading => {
        const { upos, xpos } = tags[classes[s]![i]!]!
        return { upos, xpos, head: heads[i]!, deprel: relations[labels[i]!]! }
      })
      return { names: found[s]!, words: nameAgents(forms, readings) }
    })
  }

  return (sentences) => {
    const readings: Reading[] = []
    for (let from = 0; from < sentences.length; from += BLOCK)
      readings.push(...readBlock(sentences.slice(from, from + BLOCK)))
    return readings
  }
}

/** Padded as `Words` are: 0 before the sentence, 1 for the root and what comes after. */
function padded(classes: Int32Array, hashes: Int32Array): Int32Array {
  const list = new Int32Array(classes.length + 2 * PAD).fill(1, classes.length + PAD)
  for (let i = 0; i < classes.length; i++) list[i + PAD] = hashes[classes[i]!]!
  return list
}
