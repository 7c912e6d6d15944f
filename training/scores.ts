/** How well models do on annotated sentences, on the tokens of the annotation and with tags of their own. */

import type { LanguageModels } from '../src/nlp/model/models.ts'
import { collectNames } from '../src/nlp/model/name-spans.ts'
import { findNames } from '../src/nlp/model/names.ts'
import { parse } from '../src/nlp/model/parser.ts'
import type { TreebankSentence } from './corpora/conllu.ts'
import type { NamedSentence } from './corpora/names.ts'
import { parserInput } from './train-parser.ts'
import { tagAll } from './train-tagger.ts'

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
  const tags = tagAll(models.tagger, models.clusters, sentences)
  for (const [s, sentence] of sentences.entries()) {
    const { heads, labels } = parse(models.parser, parserInput(sentence.forms, tags[s]!, models.clusters))
    for (const [i, tag] of tags[s]!.entries()) {
      tokens++
      if (tag.upos === sentence.upos[i]) upos++
      if (tag.xpos === sentence.xpos[i]) xpos++
      if (heads[i] !== sentence.heads[i]) continue
      uas++
      if (models.parser.labels.classes[labels[i]!] === sentence.deprels[i]) las++
    }
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

export function scoreNames(models: LanguageModels, sentences: readonly NamedSentence[]): NameScores {
  const tags = tagAll(models.tagger, models.clusters, sentences)
  const counts = new Map(TYPES.map((type) => [type, { right: 0, found: 0, gold: 0 }]))
  for (const [s, { forms, names }] of sentences.entries()) {
    const key = (name: { from: number; to: number; type: string }) => `${name.from} ${name.to} ${name.type}`
    const gold = collectNames(names)
    const expected = new Set(gold.map(key))
    for (const name of gold) if (TYPES.includes(name.type)) counts.get(name.type)!.gold++
    for (const name of findNames(models.names, parserInput(forms, tags[s]!, models.clusters))) {
      const count = counts.get(name.type)
      if (count === undefined) continue
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
