/** What the mending of trees is made of: a slip found at one token, and the tree without it. */
import type { Token } from '../nlp/analysis.ts'

/** Undefined where the slip is not made at token `at`. */
export type Repair = (tokens: readonly Token[], at: number) => readonly Token[] | undefined

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON'])
export const isNominal = (token: Token | undefined): token is Token => token !== undefined && NOMINAL.has(token.upos)

const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|tonight|morning|afternoon|evening|night|week|month|year|weekend)s?$/i
export const isTime = (token: Token | undefined): boolean => token !== undefined && TIME.test(token.form)

export const hang = (tokens: readonly Token[], changes: ReadonlyMap<number, Pick<Token, 'head' | 'deprel'>>): Token[] =>
  tokens.map((token, i) => ({ ...token, ...changes.get(i) }))
