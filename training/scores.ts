/** How well models do on annotated sentences, on the tokens of the annotation and with tags of their own. */

import { createDocumentReader } from '../src/nlp/model/document-reader.ts'
import type { LanguageModels } from '../src/nlp/model/models.ts'
import { collectNames } from '../src/nlp/model/name-spans.ts'
import { createReader } from '../src/nlp/model/reader.ts'
import type { TreebankSentence } from './corpora/conllu.ts'
import type { NamedSentence } from './corpora/names.ts'

export interface TreebankScores {
  readonly tokens: number
  /** Shares of all tokens, punctuation included; LAS with subtypes of relations. */
  readonly upos: number
  readonly xpos: number
  readonly uas: number
  readonly las: number
}

export function scoreTreebank(models: LanguageModels, sentences: readonly TreebankSentence[]): TreebankScores {
  let [tokens, upos, xpos, uas, las] = [0, 0, 0, 0, 0]
  const readings = createReader(models)(sentences.map(({ forms }) => forms))
  for (const [s, sentence] of sentences.entries())
    for (const [i, word] of readings[s]!.words.entries()) {
      tokens++
      if (word.upos === sentence.upos[i]) upos++
      if (word.xpos === sentence.xpos[i]) xpos++
      if (word.head !== sentence.heads[i]) continue
      uas++
      if (word.deprel === sentence.deprels[i]) las++
    }
  return { tokens, upos: upos / tokens, xpos: xpos / tokens, uas: uas / tokens, las: las / tokens }
}

export interface NameScores {
  readonly precision: number
  readonly recall: number
  /** Harmonic mean over names of all types; a name counts when its span and its type are right. */
  readonly f1: number
  readonly byType: Readonly<Record<string, number>>
}

const TYPES = ['person', 'organization', 'place']

/** Names as they are found in documents, not in single sentences, where the corpus tells which belong together. */
export function scoreNames(models: LanguageModels, sentences: readonly NamedSentence[]): NameScores {
  const read = createDocumentReader(models)
  const readings = documentsOf(sentences).flatMap((document) =>
    read(document.map(({ forms }) => ({ forms, form: 'prose' }))),
  )
  const counts = new Map(TYPES.map((type) => [type, { right: 0, found: 0, gold: 0 }]))
  for (const [s, { names }] of sentences.entries()) {
    const key = (name: { from: number; to: number; type: string }) => `${name.from} ${name.to} ${name.type}`
    const gold = collectNames(names)
    const expected = new Set(gold.map(key))
    for (const name of gold) if (TYPES.includes(name.type)) counts.get(name.type)!.gold++
    for (const name of readings[s]!.names) {
      const count = counts.get(name.type)!
      count.found++
      if (expected.has(key(name))) count.right++
    }
  }
  const f1 = ({ right, found, gold }: { right: number; found: number; gold: number }) =>
    found + gold === 0 ? 0 : (2 * right) / (found + gold)
  const all = { right: 0, found: 0, gold: 0 }
  for (const { right, found, gold } of counts.values()) {
    all.right += right
    all.found += found
    all.gold += gold
  }
  return {
    precision: all.right / (all.found || 1),
    recall: all.right / (all.gold || 1),
    f1: f1(all),
    byType: Object.fromEntries(TYPES.map((type) => [type, f1(counts.get(type)!)])),
  }
}

function documentsOf(sentences: readonly NamedSentence[]): NamedSentence[][] {
  const documents: NamedSentence[][] = []
  for (const sentence of sentences) {
    const last = documents.at(-1)
    if (last === undefined || sentence.document === undefined || last[0]!.document !== sentence.document)
      documents.push([sentence])
    else last.push(sentence)
  }
  return documents
}

/** One line for people. */
export function treebankLine(name: string, { tokens, ...scores }: TreebankScores): string {
  const columns = Object.entries(scores).map(([key, share]) => `${key.toUpperCase()} ${share.toFixed(4)}`)
  return `${name.padEnd(14)} ${columns.join('  ')}  (${tokens} tokens)`
}

/** One line for people. */
export function namesLine(name: string, { f1, precision, recall, byType }: NameScores): string {
  const types = Object.entries(byType).map(([type, value]) => `${type} ${value.toFixed(3)}`)
  return `${name.padEnd(14)} F1 ${f1.toFixed(4)}  P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  ${types.join('  ')}`
}
