/**
 * Trees with the slips mended that greedy parsers make again and again: a coordination whose first member hangs on its last, a
 * noun drawn below the weekday behind it, a possessor taken for a subject. Rules behind this file need to know one shape only.
 */
import type { Sentence, Token } from '../nlp/analysis.ts'
import { baseRelation, isTree } from './tree.ts'

type Repair = (tokens: readonly Token[], at: number) => readonly Token[] | undefined

export function mendTree(sentence: Sentence): Sentence {
  let tokens = sentence.tokens
  for (const repair of REPAIRS) {
    for (let at = 0; at < tokens.length; at++) {
      const mended = repair(tokens, at)
      if (mended !== undefined && isTree(mended)) tokens = mended
    }
  }
  return tokens === sentence.tokens ? sentence : { ...sentence, tokens }
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON'])
const isNominal = (token: Token | undefined): token is Token => token !== undefined && NOMINAL.has(token.upos)
const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|tonight|morning|afternoon|evening|night|week|month|year|weekend)s?$/i
const isTime = (token: Token | undefined): boolean => token !== undefined && TIME.test(token.form)

const hang = (tokens: readonly Token[], changes: ReadonlyMap<number, Pick<Token, 'head' | 'deprel'>>): Token[] =>
  tokens.map((token, i) => ({ ...token, ...changes.get(i) }))

/** "Varnia and Keldavia signed", with "Varnia" hung on "Keldavia": the first member carries the others. */
const coordination: Repair = (tokens, at) => {
  const first = tokens[at]
  if (!isNominal(first) || first.head <= at || baseRelation(first.deprel) === 'conj') return undefined
  const last = tokens[first.head]
  if (!isNominal(last) || !['nsubj', 'obj', 'nmod', 'compound', 'obl', 'dep'].includes(baseRelation(first.deprel)))
    return undefined
  const and = tokens.findIndex((token, i) => i > at && token.head === first.head && token.deprel === 'cc')
  if (and < 0 || and > first.head || !reaches(tokens, at, and)) return undefined
  return hang(
    tokens,
    new Map([
      [at, { head: last.head, deprel: last.deprel }],
      [first.head, { head: at, deprel: 'conj' }],
    ]),
  )
}

/** Whether nothing but what hangs on the noun, and commas, lies between it and the conjunction. */
const reaches = (tokens: readonly Token[], noun: number, and: number): boolean =>
  tokens.slice(noun + 1, and).every((token, i) => token.form === ',' || token.head === noun || token.head > noun + i)

/** "summoned the ambassador Monday", "carried out strikes Friday evening", with the noun hung on the day. */
const dayBehind: Repair = (tokens, at) => {
  const noun = tokens[at]
  if (
    !isNominal(noun) ||
    isTime(noun) ||
    noun.head <= at ||
    !['compound', 'nmod', 'obl', 'amod'].includes(baseRelation(noun.deprel))
  )
    return undefined
  const day = tokens[noun.head]
  if (day === undefined || !isTime(day) || day.head < 0 || day.head >= at || tokens[day.head]?.upos !== 'VERB')
    return undefined
  if (tokens.slice(at + 1, noun.head).some((token) => !isTime(token))) return undefined
  // "Christmas Eve morning", "election night": a noun that names the day has none of its own before it.
  if (
    noun.xpos !== 'NNS' &&
    !tokens.some((token) => token.head === at && /^(?:det|nmod:poss|amod)$/.test(token.deprel))
  )
    return undefined
  const verb = day.head
  const hasObject = tokens.some((token) => token.head === verb && token.deprel === 'obj')
  const moved = tokens.flatMap((token, i) =>
    i > noun.head && token.head === noun.head && baseRelation(token.deprel) === 'nmod'
      ? [[i, { head: at, deprel: token.deprel }] as const]
      : [],
  )
  return hang(
    tokens,
    new Map([
      [at, { head: verb, deprel: hasObject ? day.deprel : 'obj' }],
      [noun.head, { head: verb, deprel: 'obl:unmarked' }],
      ...moved,
    ]),
  )
}

/** "carried out a raid earlier in the day", with the raid as a measure of "earlier". */
const earlier: Repair = (tokens, at) => {
  const noun = tokens[at]
  if (!isNominal(noun) || isTime(noun) || baseRelation(noun.deprel) !== 'obl' || noun.head <= at) return undefined
  const adverb = tokens[noun.head]
  if (adverb === undefined || !/^(?:earlier|later|early|late)$/i.test(adverb.form)) return undefined
  const verb = adverb.head
  if (verb < 0 || verb >= at || tokens[verb]?.upos !== 'VERB') return undefined
  if (/^(?:minute|hour|moment|decade|century|second|time)$/.test(noun.lemma)) return undefined
  return tokens.some((token) => token.head === verb && token.deprel === 'obj')
    ? undefined
    : hang(tokens, new Map([[at, { head: verb, deprel: 'obj' }]]))
}

/** "Varnia's military demanded", with two subjects: the possessor belongs to the second. */
const possessor: Repair = (tokens, at) => {
  const owner = tokens[at]
  if (!isNominal(owner) || baseRelation(owner.deprel) !== 'nsubj') return undefined
  const mark = tokens.findIndex((token) => token.head === at && token.xpos === 'POS')
  if (mark < at) return undefined
  const owned = tokens.findIndex(
    (token, i) => i > mark && token.head === owner.head && baseRelation(token.deprel) === 'nsubj',
  )
  return owned < 0 ? undefined : hang(tokens, new Map([[at, { head: owned, deprel: 'nmod:poss' }]]))
}

const REPAIRS: readonly Repair[] = [possessor, coordination, dayBehind, earlier]
