/**
 * Our own analyzer: text → sentences → tokens → tags, names and dependencies; then the names of the document agree.
 */
import type { SourceDocument } from '../model/document.ts'
import type { Analyzer, Name, Sentence, Token } from './analysis.ts'
import type { Gazetteer } from './gazetteer/gazetteer.ts'
import { readCasing, recase, styleOf } from './model/casing.ts'
import { makeConsistent, type NamedForms } from './model/consistency.ts'
import { finerType } from './model/finer-types.ts'
import { hashString } from './model/hashing.ts'
import type { LanguageModels } from './model/models.ts'
import { createReader, type Reading } from './model/reader.ts'
import { isCommonWord } from './model/tagger.ts'
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
  const read = createReader(models)
  const isCommon = (word: string): boolean => isCommonWord(models.tagger, hashString(word))

  return {
    analyze({ text, body }: SourceDocument): readonly Sentence[] {
      const cuts = splitSentences(text, body)
        .map((raw) => cut(text, raw))
        .filter(({ forms }) => forms.length > 0)
      const styles = cuts.map(({ forms }) => styleOf(forms))
      const casing = readCasing(cuts.filter((_, i) => styles[i] === 'prose').map(({ forms }) => forms))
      const readings = cuts.map(({ forms }, i) => read(recase(forms, styles[i]!, casing, isCommon)))
      const names = makeConsistent(cuts.map((c, i) => named(c, readings[i]!, styles[i] === 'prose')))
      return cuts.map((c, i) => assemble(c, readings[i]!, names[i]!, gazetteer))
    },
  }
}

function cut(text: string, raw: RawSentence): Cut {
  const spans = tokenize(text, raw)
  return { raw, spans, forms: spans.map(({ start, end }) => text.slice(start, end)) }
}

function named({ raw, forms }: Cut, reading: Reading, isProse: boolean): NamedForms {
  return {
    forms,
    prose: isProse && raw.form === 'prose',
    proper: reading.words.map(({ upos }, i) => upos === 'PROPN' || (!isProse && /^\p{L}/u.test(forms[i]!))),
    names: reading.names.flatMap(({ from, to, type }): Name[] => {
      const told = raw.form === 'dateline' ? typeInDateline(forms, from, to) : undefined
      if (told !== undefined) return [{ from, to, type: told }]
      return type === 'person' || type === 'organization' || type === 'place' ? [{ from, to, type }] : []
    }),
  }
}

/** "TORVIK, Norway (Agency) —": a place at the beginning, a source in brackets. */
function typeInDateline(forms: readonly string[], from: number, to: number): Name['type'] | undefined {
  if (forms[from - 1] === '(' && forms[to] === ')') return 'organization'
  return from === 0 && /^[,(—–-]/.test(forms[to] ?? '') ? 'place' : undefined
}

function assemble(
  { raw, spans, forms }: Cut,
  { words }: Reading,
  names: readonly Name[],
  gazetteer: Gazetteer,
): Sentence {
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
