/**
 * Our own analyzer: text → sentences → tokens → tags, names and dependencies; then the names of the document agree.
 */
import type { SourceDocument } from '../model/document.ts'
import type { Analyzer, Name, Sentence, Token } from './analysis.ts'
import type { Gazetteer } from './gazetteer/gazetteer.ts'
import { createDocumentReader, type SentenceReading } from './model/document-reader.ts'
import { finerType } from './model/finer-types.ts'
import type { LanguageModels } from './model/models.ts'
import { lemmatize } from './text/lemmas.ts'
import { type RawSentence, splitSentences } from './text/sentences.ts'
import { tokenize } from './text/tokens.ts'

export interface AnalyzerResources {
  readonly models: LanguageModels
  readonly gazetteer: Gazetteer
}

/** A sentence cut into words, before anything is known of them. */
interface Cut {
  readonly raw: RawSentence
  readonly spans: readonly { readonly start: number; readonly end: number }[]
  readonly forms: readonly string[]
}

/** The analyzer that ships: deterministic, and pure but for the resources that it is handed. */
export function createAnalyzer({ models, gazetteer }: AnalyzerResources): Analyzer {
  const read = createDocumentReader(models)

  return {
    analyze({ text, body }: SourceDocument): readonly Sentence[] {
      const cuts = splitSentences(text, body)
        .map((raw) => cut(text, raw))
        .filter(({ forms }) => forms.length > 0)
      const readings = read(cuts.map(({ raw, forms }) => ({ forms, form: raw.form })))
      return cuts.map((c, i) => assemble(c, readings[i]!, gazetteer))
    },
  }
}

function cut(text: string, raw: RawSentence): Cut {
  const spans = tokenize(text, raw)
  return { raw, spans, forms: spans.map(({ start, end }) => text.slice(start, end)) }
}

function assemble({ raw, spans, forms }: Cut, { words, names }: SentenceReading, gazetteer: Gazetteer): Sentence {
  return {
    start: raw.start,
    end: raw.end,
    form: raw.form,
    paragraph: raw.paragraph,
    tokens: spans.map(({ start, end }, i): Token => {
      const { upos, xpos, head, deprel } = words[i]!
      const form = forms[i]!
      return { start, end, form, lemma: lemmatize(form, upos, xpos), upos, xpos, head, deprel }
    }),
    names: names.map(({ from, to, type }): Name => {
      const finer = finerType(type, forms.slice(from, to), gazetteer)
      return finer === undefined ? { from, to, type } : { from, to, type, finer }
    }),
  }
}
