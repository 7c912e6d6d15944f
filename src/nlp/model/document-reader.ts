/**
 * The models on the words of a whole document: headlines get the letters of its prose before they are read, and its names
 * are made to agree.
 */
import type { Name, Sentence } from '../analysis.ts'
import type { WordReading } from './agents.ts'
import { readCasing, recase, styleOf } from './casing.ts'
import { makeConsistent, type NamedForms } from './consistency.ts'
import { hashString } from './hashing.ts'
import type { LanguageModels } from './models.ts'
import { createReader, type Reading } from './reader.ts'
import { isCommonWord } from './tagger.ts'

/** The words of a sentence, and what kind of sentence it is. */
export interface SentenceForms {
  readonly forms: readonly string[]
  readonly form: Sentence['form']
}

export interface SentenceReading {
  readonly words: readonly WordReading[]
  readonly names: readonly Name[]
}

/** What the models make of each of a document's sentences, none of which is empty. */
export type ReadDocument = (sentences: readonly SentenceForms[]) => readonly SentenceReading[]

export function createDocumentReader(models: LanguageModels): ReadDocument {
  const read = createReader(models)
  const isCommon = (word: string): boolean => isCommonWord(models.tagger, hashString(word))
  return (sentences) => {
    const styles = sentences.map(({ forms }) => styleOf(forms))
    const casing = readCasing(sentences.filter((_, i) => styles[i] === 'prose').map(({ forms }) => forms))
    const readings = read(sentences.map(({ forms }, i) => recase(forms, styles[i]!, casing, isCommon)))
    const names = makeConsistent(sentences.map((s, i) => named(s, readings[i]!, styles[i] === 'prose')))
    return readings.map(({ words }, i) => ({ words, names: names[i]! }))
  }
}

function named({ forms, form }: SentenceForms, reading: Reading, isProse: boolean): NamedForms {
  return {
    forms,
    prose: isProse && form === 'prose',
    proper: reading.words.map(({ upos }, i) => upos === 'PROPN' || (!isProse && /^\p{L}/u.test(forms[i]!))),
    names: reading.names.flatMap(({ from, to, type }): Name[] => {
      const told = form === 'dateline' ? typeInDateline(forms, from, to) : undefined
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
