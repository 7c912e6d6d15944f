/** The models put together: what they make of the words of one sentence. */

import { nameAgents, type WordReading } from './agents.ts'
import { hashString } from './hashing.ts'
import { withHyphenated } from './hyphenated-names.ts'
import type { LanguageModels } from './models.ts'
import type { FoundName } from './name-spans.ts'
import { findNames } from './names.ts'
import { parse } from './parser.ts'
import type { ParserInput } from './parser-features.ts'
import { properClasses, tagNames } from './proper-nouns.ts'
import { parseTag, type Tag, tag } from './tagger.ts'
import { describeWords, PAD } from './words.ts'

export interface Reading {
  readonly words: readonly WordReading[]
  readonly names: readonly FoundName[]
}

/** Takes time linear in the number of words. */
export type ReadWords = (forms: readonly string[]) => Reading

export function createReader({ lexicon, tagger, parser, names }: LanguageModels): ReadWords {
  const tags = tagger.model.classes.map(parseTag)
  const upos = Int32Array.from(tags, (t) => hashString(t.upos))
  const xpos = Int32Array.from(tags, (t) => hashString(t.xpos))
  const proper = properClasses(tagger.model.classes)
  const relations = parser.labels.classes
  return (forms) => {
    const words = describeWords(forms, lexicon)
    const classes = tag(tagger, words)
    const input = (): ParserInput => ({ words, upos: padded(classes, upos), xpos: padded(classes, xpos) })
    const found = withHyphenated(
      forms,
      Array.from(classes, (own) => tags[own]!),
      findNames(names, input()),
    )
    tagNames(classes, found, words, proper)
    const { heads, labels } = parse(parser, input())
    const readings = forms.map((_, i): WordReading => {
      const { upos, xpos }: Tag = tags[classes[i]!]!
      return { upos, xpos, head: heads[i]!, deprel: relations[labels[i]!]! }
    })
    return { names: found, words: nameAgents(forms, readings) }
  }
}

/** Padded as `Words` are: 0 before the sentence, 1 for the root and what comes after. */
function padded(classes: Int32Array, hashes: Int32Array): Int32Array {
  const list = new Int32Array(classes.length + 2 * PAD).fill(1, classes.length + PAD)
  for (let i = 0; i < classes.length; i++) list[i + PAD] = hashes[classes[i]!]!
  return list
}
