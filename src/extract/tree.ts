/**
 * A sentence's dependency tree, with the questions that rules ask of it. Tokens are named by their index in the sentence.
 */

import type { Span } from '../model/span.ts'
import type { Sentence, Token } from '../nlp/analysis.ts'

export interface Tree {
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  /** Dependents of each token, in order of reading. */
  readonly children: readonly (readonly number[])[]
}

export function treeOf(sentence: Sentence): Tree {
  const children: number[][] = sentence.tokens.map(() => [])
  sentence.tokens.forEach((token, i) => {
    children[token.head]?.push(i)
  })
  return { sentence, tokens: sentence.tokens, children }
}

export const tokenAt = (tree: Tree, index: number): Token => {
  const token = tree.tokens[index]
  if (token === undefined) throw new RangeError(`no token ${index} in a sentence of ${tree.tokens.length}`)
  return token
}

/** The relation without its subtype: `nsubj:pass` → `nsubj`. */
export function baseRelation(deprel: string): string {
  const colon = deprel.indexOf(':')
  return colon < 0 ? deprel : deprel.slice(0, colon)
}

/** Rules ask this of nearly every token, so it cuts no strings. */
function isOneOf(deprel: string, relations: readonly string[]): boolean {
  for (const relation of relations) {
    if (deprel === relation) return true
    if (deprel.length > relation.length && deprel[relation.length] === ':' && deprel.startsWith(relation)) return true
  }
  return false
}

const NONE: readonly number[] = []

/** Dependents by relation; `nsubj` also finds `nsubj:pass`, `nsubj:pass` finds only that. */
export function dependents(tree: Tree, index: number, ...relations: readonly string[]): readonly number[] {
  const children = tree.children[index] ?? NONE
  let found: number[] | undefined
  for (const child of children) {
    if (!isOneOf(tokenAt(tree, child).deprel, relations)) continue
    if (found === undefined) found = [child]
    else found.push(child)
  }
  return found ?? NONE
}

export function dependent(tree: Tree, index: number, ...relations: readonly string[]): number | undefined {
  for (const child of tree.children[index] ?? NONE) if (isOneOf(tokenAt(tree, child).deprel, relations)) return child
  return undefined
}

/** The token and the tokens coordinated with it ("Hantov and Linsk"), in order of reading. */
export function conjuncts(tree: Tree, index: number): readonly number[] {
  const found = [index]
  for (let i = 0; i < found.length; i++) found.push(...dependents(tree, found[i] as number, 'conj'))
  return found.length === 1 ? found : found.sort((a, b) => a - b)
}

/** The first of the coordinated tokens, on which the others hang. */
export function firstConjunct(tree: Tree, index: number): number {
  let at = index
  while (baseRelation(tokenAt(tree, at).deprel) === 'conj') at = tokenAt(tree, at).head
  return at
}

/** Preposition of a phrase, several words joined by a blank ("according to"); '' where there is none. */
export function preposition(tree: Tree, index: number): string {
  const cases = dependents(tree, index, 'case').filter((child) => tokenAt(tree, child).xpos !== 'POS')
  const words = cases.flatMap((child) => [child, ...dependents(tree, child, 'fixed', 'flat')]).sort((a, b) => a - b)
  if (words.length > 0) return words.map((word) => tokenAt(tree, word).form.toLowerCase()).join(' ')
  // A second conjunct shares the preposition of the first: "talks with Varga and Drell".
  const first = firstConjunct(tree, index)
  return first === index ? '' : preposition(tree, first)
}

/** Everything below the token, itself included, in order of reading. */
export function subtree(tree: Tree, index: number): readonly number[] {
  const found = [index]
  for (let i = 0; i < found.length; i++) found.push(...(tree.children[found[i] as number] ?? []))
  return found.sort((a, b) => a - b)
}

/** Whether `ancestor` is above `index` (or is it). */
export function dominates(tree: Tree, ancestor: number, index: number): boolean {
  for (let at = index; at >= 0; at = tokenAt(tree, at).head) if (at === ancestor) return true
  return false
}

export const spanOf = (tree: Tree, from: number, to: number): Span => ({
  start: tokenAt(tree, from).start,
  end: tokenAt(tree, to - 1).end,
})

/** Whether the verb form is passive: a passive auxiliary, a passive subject, or a participle that modifies a noun. */
export function isPassive(tree: Tree, index: number): boolean {
  if (dependents(tree, index, 'aux:pass', 'nsubj:pass').length > 0) return true
  const token = tokenAt(tree, index)
  if (token.xpos !== 'VBN') return false
  const relation = token.deprel
  // "a missile strike wounded six people": a finite verb that was taken for a participle
  if (relation === 'acl' && dependents(tree, index, 'obj').length > 0) return false
  if (relation === 'acl' || relation === 'amod') return true
  if (dependents(tree, index, 'obl:agent').length > 0) return true
  if (baseRelation(relation) === 'advcl') return dependents(tree, index, 'obj', 'aux', 'nsubj').length === 0
  if (baseRelation(relation) === 'xcomp') return dependents(tree, index, 'obj').length === 0
  if (baseRelation(relation) === 'conj') {
    // "six were killed and ten others injured": the auxiliary is left out.
    return dependents(tree, index, 'obj', 'aux').length === 0 && isPassive(tree, token.head)
  }
  return false
}

/** The token of a name whose head lies outside it; the last one where the parse is torn. */
export function headOf(tree: Tree, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const { head, upos } = tokenAt(tree, i)
    if ((head < from || head >= to) && upos !== 'PUNCT' && upos !== 'ADP' && upos !== 'DET') return i
  }
  return to - 1
}

/** Whether every token reaches the root. */
export function isTree(tokens: readonly Token[]): boolean {
  return tokens.every((_, start) => {
    let at = start
    for (let steps = 0; at >= 0; steps++) {
      if (steps > tokens.length) return false
      at = tokens[at]?.head ?? -1
    }
    return true
  })
}

const SMALL_NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** How many a noun says there are, from two to nine ("two men", "all 3 leaders"); 0 where it says nothing of the kind. */
export function countOf(tokens: readonly Token[], noun: number): number {
  const number = tokens.find(({ head, deprel }) => head === noun && deprel === 'nummod')?.form.toLowerCase()
  if (number === undefined) return 0
  return /^[2-9]$/.test(number)
    ? Number(number)
    : SMALL_NUMBERS.includes(number)
      ? SMALL_NUMBERS.indexOf(number) + 2
      : 0
}
