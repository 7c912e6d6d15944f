/** Slips of the parser that are mended before any rule reads the tree. */
import { describe, expect, it } from 'vitest'
import { mendTree } from '../../src/extract/mended-trees.ts'
import type { Tree } from '../../src/extract/tree.ts'
import { tree } from './handmade.ts'

const heads = ({ sentence }: Tree): readonly string[] =>
  mendTree(sentence).tokens.map(({ form, deprel, head }) => `${form} ${deprel}>${head}`)

describe('a coordination that hangs on its last member', () => {
  it('hangs on its first', () => {
    const parsed = tree(
      'Varnia/PROPN/NNP nsubj>2',
      'and/CCONJ/CC cc>2',
      'Keldavia/PROPN/NNP nsubj>3',
      'signed/VERB/VBD root>-1',
    )
    expect(heads(parsed)).toEqual(['Varnia nsubj>3', 'and cc>2', 'Keldavia conj>0', 'signed root>-1'])
  })

  it('is left alone where a verb lies between', () => {
    const parsed = tree(
      'Varnia/PROPN/NNP nsubj>3',
      'left/VERB/VBD acl>0',
      'and/CCONJ/CC cc>3',
      'Keldavia/PROPN/NNP nsubj>4',
      'stayed/VERB/VBD root>-1',
    )
    expect(heads(parsed)).toContain('Varnia nsubj>4')
    const other = tree('Varnia/PROPN/NNP nsubj>1', 'left/VERB/VBD root>-1', 'Keldavia/PROPN/NNP obj>1')
    expect(mendTree(other.sentence)).toBe(other.sentence)
  })
})

it('frees a noun that was drawn below the day behind it', () => {
  const parsed = tree(
    'Varnia/PROPN/NNP nsubj>1',
    'summoned/VERB/VBD root>-1',
    'the/DET/DT det>3',
    'envoy/NOUN/NN compound>4',
    'Monday/PROPN/NNP obl:unmarked>1',
  )
  expect(heads(parsed)).toEqual([
    'Varnia nsubj>1',
    'summoned root>-1',
    'the det>3',
    'envoy obj>1',
    'Monday obl:unmarked>1',
  ])
})

it('leaves the names of days alone', () => {
  const parsed = tree(
    'He/PRON/PRP nsubj>1',
    'came/VERB/VBD root>-1',
    'Easter/PROPN/NNP compound>3',
    'Monday/PROPN/NNP obl>1',
  )
  expect(mendTree(parsed.sentence)).toBe(parsed.sentence)
})

it('gives a possessor to what it owns', () => {
  const parsed = tree(
    'Varnia/PROPN/NNP nsubj>3',
    "'s/PART/POS case>0",
    'army/NOUN/NN nsubj>3',
    'advanced/VERB/VBD root>-1',
  )
  expect(heads(parsed)[0]).toBe('Varnia nmod:poss>2')
})

it('gives a verb the subject behind a fronted time', () => {
  const parsed = tree(
    'In/ADP/IN case>1',
    'March/PROPN/NNP obl>4',
    ',/PUNCT/, punct>3',
    'Varnia/PROPN/NNP appos>1',
    'promised/VERB/VBD root>-1',
    'aid/NOUN/NN obj>4',
  )
  expect(heads(parsed)[3]).toBe('Varnia nsubj>4')
})

it('gives each of two prepositions its own noun', () => {
  const parsed = tree(
    'Drell/PROPN/NNP nsubj>1',
    'held/VERB/VBD root>-1',
    'talks/NOUN/NNS obj>1',
    'with/ADP/IN case>6',
    'Varga/PROPN/NNP nsubj>6',
    'at/ADP/IN case>6',
    'home/NOUN/NN obl>1',
  )
  expect(heads(parsed).slice(3)).toEqual(['with case>4', 'Varga nmod>2', 'at case>6', 'home obl>1'])
})

it('makes a name without preposition the object of the verb before it', () => {
  const parsed = tree(
    'Drell/PROPN/NNP nsubj>1',
    'called/VERB/VBD root>-1',
    'new/ADJ/JJ xcomp>1',
    'President/PROPN/NNP nmod:desc>4',
    'Varga/PROPN/NNP obl>1',
  )
  expect(heads(parsed).slice(2)).toEqual(['new amod>4', 'President nmod:desc>4', 'Varga obj>1'])
  const named = tree('Drell/PROPN/NNP nsubj>1', 'become/VERB/VBP root>-1', 'President/PROPN/NNP xcomp>1')
  expect(mendTree(named.sentence)).toBe(named.sentence)
})

it('tells a verdict from whom it is given on', () => {
  const parsed = tree(
    'Judges/NOUN/NNS nsubj>1',
    'find/VERB/VBP root>-1',
    'Varga/PROPN/NNP compound>3',
    'guilty/NOUN/NN obj>1',
  )
  expect(heads(parsed).slice(2)).toEqual(['Varga obj>1', 'guilty xcomp>1'])
})

it('never makes anything but a tree', () => {
  const parsed = tree('a/NOUN/NN nsubj>1', 'b/NOUN/NN root>-1', 'and/CCONJ/CC cc>1')
  expect(mendTree(parsed.sentence).tokens.filter(({ head }) => head < 0)).toHaveLength(1)
})
