/** The questions that rules ask of a dependency tree, on trees made by hand. */
import { describe, expect, it } from 'vitest'
import {
  baseRelation,
  conjuncts,
  dependent,
  dependents,
  dominates,
  firstConjunct,
  isPassive,
  preposition,
  spanOf,
  subtree,
  tokenAt,
} from '../../src/extract/tree.ts'
import { tree } from './handmade.ts'

/** "Drell and Hantov spoke with Bereti , Carrow and Linsk according to Radio ." */
const SPOKE = tree(
  'Drell/PROPN/NNP nsubj>3',
  'and/CCONJ/CC cc>2',
  'Hantov/PROPN/NNP conj>0',
  'spoke/VERB/VBD root>-1',
  'with/ADP/IN case>5',
  'Bereti/PROPN/NNP obl>3',
  ',/PUNCT/, punct>7',
  'Carrow/PROPN/NNP conj>5',
  'and/CCONJ/CC cc>9',
  'Linsk/PROPN/NNP conj>7',
  'according/VERB/VBG case>12',
  'to/ADP/IN fixed>10',
  'Radio/PROPN/NNP obl>3',
  './PUNCT/. punct>3',
)

describe('dependents', () => {
  const passive = tree('Drell/PROPN/NNP nsubj:pass>2', 'was/AUX/VBD aux:pass>2', 'seen/VERB/VBN root>-1')
  it('are found by relation, subtypes included', () => {
    expect(dependents(passive, 2, 'nsubj')).toEqual([0])
    expect(dependents(passive, 2, 'nsubj:pass')).toEqual([0])
    expect(dependents(SPOKE, 3, 'nsubj:pass')).toEqual([])
    expect(dependents(SPOKE, 3, 'obl')).toEqual([5, 12])
    expect(dependent(SPOKE, 3, 'nsubj', 'obl')).toBe(0)
    expect(dependent(SPOKE, 3, 'obj')).toBeUndefined()
  })

  it('are named without subtype by baseRelation', () => {
    expect(['nsubj:pass', 'obl', ''].map(baseRelation)).toEqual(['nsubj', 'obl', ''])
  })
})

describe('coordination', () => {
  it('is a chain whose members are found from its first', () => {
    expect(conjuncts(SPOKE, 5)).toEqual([5, 7, 9])
    expect(conjuncts(SPOKE, 7)).toEqual([7, 9])
    expect([5, 7, 9].map((token) => firstConjunct(SPOKE, token))).toEqual([5, 5, 5])
    expect(conjuncts(SPOKE, 3)).toEqual([3])
  })

  it('shares the preposition of its first', () => {
    expect([5, 7, 9].map((token) => preposition(SPOKE, token))).toEqual(['with', 'with', 'with'])
    expect(preposition(SPOKE, 12)).toBe('according to')
    expect(preposition(SPOKE, 0)).toBe('')
  })

  it('has no preposition in a possessive ending', () => {
    const owner = tree('Drell/PROPN/NNP nmod:poss>2', '’s/PART/POS case>0', 'envoy/NOUN/NN root>-1')
    expect(preposition(owner, 0)).toBe('')
  })
})

describe('position', () => {
  it('is asked of subtrees and ancestors', () => {
    expect(subtree(SPOKE, 5)).toEqual([4, 5, 6, 7, 8, 9])
    expect(subtree(SPOKE, 3)).toHaveLength(SPOKE.tokens.length)
    expect([dominates(SPOKE, 5, 9), dominates(SPOKE, 3, 11), dominates(SPOKE, 9, 5), dominates(SPOKE, 9, 9)]).toEqual([
      true,
      true,
      false,
      true,
    ])
  })

  it('is counted in the text', () => {
    expect(spanOf(SPOKE, 0, 3)).toEqual({ start: 0, end: 'Drell and Hantov'.length })
  })

  it('outside the sentence is an error that names it', () => {
    expect(() => tokenAt(SPOKE, 99)).toThrow(/no token 99 in a sentence of 14/)
    expect(() => tokenAt(SPOKE, -1)).toThrow(RangeError)
  })
})

describe('isPassive', () => {
  it.each([
    ['was seen', tree('was/AUX/VBD aux:pass>1', 'seen/VERB/VBN root>-1'), 1, true],
    ['a passive subject', tree('Drell/PROPN/NNP nsubj:pass>1', 'seen/VERB/VBN root>-1'), 1, true],
    ['the man seen', tree('man/NOUN/NN root>-1', 'seen/VERB/VBN acl>0'), 1, true],
    ['has seen', tree('has/AUX/VBZ aux>1', 'seen/VERB/VBN root>-1'), 1, false],
    ['saw', tree('saw/VERB/VBD root>-1'), 0, false],
    ['seen by Drell', tree('seen/VERB/VBN root>-1', 'by/ADP/IN case>2', 'Drell/PROPN/NNP obl:agent>0'), 0, true],
    [
      'was seen and heard',
      tree('was/AUX/VBD aux:pass>1', 'seen/VERB/VBN root>-1', 'and/CCONJ/CC cc>3', 'heard/VERB/VBN conj>1'),
      3,
      true,
    ],
    [
      'was seen and had heard',
      tree('was/AUX/VBD aux:pass>1', 'seen/VERB/VBN root>-1', 'had/AUX/VBD aux>3', 'heard/VERB/VBN conj>1'),
      3,
      false,
    ],
    ['got him seen', tree('got/VERB/VBD root>-1', 'him/PRON/PRP obj>0', 'seen/VERB/VBN xcomp>0'), 2, true],
    ['seen, Drell left', tree('seen/VERB/VBN advcl>2', 'Drell/PROPN/NNP nsubj>2', 'left/VERB/VBD root>-1'), 0, true],
    [
      'having seen him',
      tree('having/AUX/VBG aux>1', 'seen/VERB/VBN advcl>3', 'him/PRON/PRP obj>1', 'left/VERB/VBD root>-1'),
      1,
      false,
    ],
  ])('%s', (_, parsed, verb, passive) => {
    expect(isPassive(parsed, verb)).toBe(passive)
  })
})
