/**
 * Our own analyzer: text → sentences → tokens → tags → names → dependencies.
 */
import type { SourceDocument } from '../model/document.ts'
import type { Analyzer, Name, Sentence, Token } from './analysis.ts'
import type { Gazetteer } from './gazetteer/gazetteer.ts'
import { finerType } from './model/finer-types.ts'
import { hashString } from './model/hashing.ts'
import type { LanguageModels } from './model/models.ts'
import { findNames } from './model/names.ts'
import { parse } from './model/parser.ts'
import type { ParserInput } from './model/parser-features.ts'
import { parseTag, type Tag, tag } from './model/tagger.ts'
import { describeWords, PAD } from './model/words.ts'
import { type RawSentence, splitSentences } from './text/sentences.ts'
import { tokenize } from './text/tokens.ts'

export interface AnalyzerResources {
  readonly models: LanguageModels
  readonly gazetteer: Gazetteer
}

/** The analyzer that ships: deterministic, and pure but for the resources that it is handed. */
export function createAnalyzer({ models, gazetteer }: AnalyzerResources): Analyzer {
  const { clusters, tagger, parser, names } = models
  const tags = tagger.model.classes.map(parseTag)
  const uposHashes = Int32Array.from(tags, ({ upos }) => hashString(upos))
  const xposHashes = Int32Array.from(tags, ({ xpos }) => hashString(xpos))

  const analyzeSentence = (text: string, raw: RawSentence): Sentence => {
    const spans = tokenize(text, raw)
    const forms = spans.map(({ start, end }) => text.slice(start, end))
    const words = describeWords(forms, clusters)
    const classes = tag(tagger, words)
    const input: ParserInput = { words, upos: padded(classes, uposHashes), xpos: padded(classes, xposHashes) }
    const { heads, labels } = parse(parser, input)
    const tokens = spans.map(({ start, end }, i): Token => {
      const { upos, xpos }: Tag = tags[classes[i]!]!
      const form = forms[i]!
      const deprel = parser.labels.classes[labels[i]!]!
      return { start, end, form, lemma: lemmatize(form, upos, xpos), upos, xpos, head: heads[i]!, deprel }
    })
    return {
      start: raw.start,
      end: raw.end,
      form: raw.form,
      paragraph: raw.paragraph,
      tokens,
      names: findNames(names, input).flatMap(({ from, to, type }): Name[] => {
        if (type !== 'person' && type !== 'organization' && type !== 'place') return []
        const finer = finerType(type, forms.slice(from, to), gazetteer)
        return [finer === undefined ? { from, to, type } : { from, to, type, finer }]
      }),
    }
  }

  return {
    analyze: ({ text, body }: SourceDocument) =>
      splitSentences(text, body)
        .map((raw) => analyzeSentence(text, raw))
        .filter(({ tokens }) => tokens.length > 0),
  }
}

// Until the lemma rules are there.
const lemmatize = (form: string, _upos: string, _xpos: string): string => form.toLowerCase()

/** Padded as `Words` are: 0 before the sentence, 1 for the root and what comes after. */
function padded(classes: Int32Array, hashes: Int32Array): Int32Array {
  const list = new Int32Array(classes.length + 2 * PAD).fill(1, classes.length + PAD)
  for (let i = 0; i < classes.length; i++) list[i + PAD] = hashes[classes[i]!]!
  return list
}
