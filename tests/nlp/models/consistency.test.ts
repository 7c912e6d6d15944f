/** Names agree within a document, and headlines are read with the letters of its prose. */
import { describe, expect, test } from 'vitest'
import type { NameType } from '../../../src/nlp/analysis.ts'
import { readCasing, recase, styleOf } from '../../../src/nlp/model/casing.ts'
import { makeConsistent } from '../../../src/nlp/model/consistency.ts'

const words = (text: string): string[] => text.split(' ')

/** "[person Ola Venn] spoke": words, the names in brackets. A leading "#" marks a headline. */
function sentence(marked: string) {
  const prose = !marked.startsWith('#')
  const forms: string[] = []
  const names: { from: number; to: number; type: NameType }[] = []
  for (const [, type, name, plain] of marked.replace(/^#/, '').matchAll(/\[(\w+) ([^\]]+)\]|([^\s[\]]+)/g)) {
    const from = forms.length
    forms.push(...words(name ?? plain!))
    if (name !== undefined) names.push({ from, to: forms.length, type: type as NameType })
  }
  return { forms, names, prose, proper: forms.map((form) => !prose || /^\p{Lu}/u.test(form)) }
}

const settle = (...marked: string[]): string[] => {
  const sentences = marked.map(sentence)
  return makeConsistent(sentences).map((names, i) =>
    names.map(({ from, to, type }) => `${type} ${sentences[i]!.forms.slice(from, to).join(' ')}`).join(', '),
  )
}

describe('the names of a document', () => {
  test.each<[string, string[], string[]]>([
    [
      'a surname alone is the person of the full name',
      ['#[place Venn] Signals Doubt', '[person Ola Venn] spoke .', '[organization Venn] left .'],
      ['person Venn', 'person Ola Venn', 'person Venn'],
    ],
    [
      'a missed surname is found',
      ['[person Ola Venn] spoke .', 'Then Venn left .'],
      ['person Ola Venn', 'person Venn'],
    ],
    [
      'the majority decides on a type',
      ['[place Torvik] burned .', '[place Torvik] fell .', '[organization Torvik] rose .'],
      ['place Torvik', 'place Torvik', 'place Torvik'],
    ],
    [
      'a headline in capitals is understood from the prose',
      ['#VENN MEETS KORSK IN TORVIK', '[person Ola Venn] met [person Ida Korsk] in [place Torvik] .'],
      ['person VENN, person KORSK, place TORVIK', 'person Ola Venn, person Ida Korsk, place Torvik'],
    ],
    [
      'a place that also ends a name stays a place where it is one',
      ['[place Torvik] fell .', '[place Torvik] burned .', '[person Ola Torvik] left .'],
      ['place Torvik', 'place Torvik', 'person Ola Torvik'],
    ],
    ['a common word is no name', ['[person Ola Bank] left .', 'the bank closed .'], ['person Ola Bank', '']],
    [
      'a longer name is not cut',
      ['[person Ola Venn] left .', '[organization Venn Industries] fell .'],
      ['person Ola Venn', 'organization Venn Industries'],
    ],
  ])('%s', (_, marked, expected) => {
    expect(settle(...marked)).toEqual(expected)
  })
})

describe('the style of a sentence', () => {
  test.each([
    ['Venn said that he would not go .', 'prose'],
    ['Envoy Signals Doubts on Peace Deal', 'title'],
    ['ENVOY SIGNALS DOUBTS ON DEAL', 'upper'],
    ['envoy signals doubts on deal', 'lower'],
    ['Yes .', 'prose'],
    ['“ ” — …', 'prose'],
    ['', 'prose'],
  ])('of "%s" is %s', (text, style) => {
    expect(styleOf(words(text))).toBe(style)
  })
})

describe('the letters of a headline', () => {
  const casing = readCasing([
    words('President Ola Venn met envoys in Torvik .'),
    words('The deal signals hope , said the NBU of Torvik .'),
  ])
  const isCommon = (word: string) => ['doubts', 'on', 'in', 'meets'].includes(word)
  test.each([
    ['Venn Signals Doubts on Deal in Torvik', 'Venn signals doubts on deal in Torvik'],
    ['Signals From Qarrun on NBU Deal', 'Signals From Qarrun on NBU deal'],
    ['VENN MEETS QARRUN IN TORVIK', 'Venn meets Qarrun in Torvik'],
    ['venn meets qarrun in torvik', 'Venn meets qarrun in Torvik'],
  ])('"%s" is read as "%s"', (text, expected) => {
    const forms = words(text)
    expect(recase(forms, styleOf(forms), casing, isCommon).join(' ')).toBe(expected)
  })

  test('prose is left alone', () => {
    const forms = words('Venn said that He would go .')
    expect(recase(forms, 'prose', casing, isCommon)).toBe(forms)
  })
})
