/** Why a text was read as it was: the same rules, with what they saw on the way. */
import { describe, expect, it } from 'vitest'
import type { ExplainedFrame, Explanation, SentenceExplanation } from '../../src/extract/explain/explanation.ts'
import { between, sentenceNumbered } from '../../src/extract/explain/select.ts'
import { parseCivilDay } from '../../src/model/date.ts'
import { InvalidInputError } from '../../src/model/errors.ts'
import { toDocument } from '../../src/read/document.ts'
import { loadExplainer } from '../../src/resources.ts'
import { CAST, PUBLISHED, readAmong } from './support.ts'

const explainer = loadExplainer()
const explained = (text: string): Explanation =>
  explainer(toDocument(CAST + text, { origin: 'test', date: parseCivilDay(PUBLISHED) ?? null }).document)
/** The sentence behind the cast. */
const last = (text: string): SentenceExplanation => explained(text).sentences.at(-1)!
const frame = (text: string, name: string): ExplainedFrame => {
  const frames = last(text).triggers.flatMap(({ frames }) => frames)
  const found = frames.find((one) => one.frame === name)
  if (found === undefined) throw new Error(`no frame ${name} among ${frames.map((one) => one.frame).join(', ')}`)
  return found
}

describe('an explanation', () => {
  it('quotes each sentence, with its parse as in CoNLL-U', () => {
    const text = 'Oskar Drell met Lucan Bereti.'
    const { sentences } = explained(text)
    for (const { text: quoted, start, end } of sentences)
      expect((CAST + text).slice(start, end).replace(/\s+/g, ' ')).toBe(quoted)
    expect(sentences.map(({ number }) => number)).toEqual(sentences.map((_, i) => i + 1))
    const { words } = sentences.at(-1)!
    expect(words.map(({ id, form }) => `${id} ${form}`)).toEqual([
      '1 Oskar',
      '2 Drell',
      '3 met',
      '4 Lucan',
      '5 Bereti',
      '6 .',
    ])
    expect(words[2]).toMatchObject({ lemma: 'meet', upos: 'VERB', head: 0, deprel: 'root' })
    expect(words[0]).toMatchObject({ head: 3, deprel: 'nsubj' })
  })

  it('states the facts that are read without it', () => {
    const text = 'Pavo Linsk said that Oskar Drell would meet Lucan Bereti in Teskova. Varnia shelled Dellin.'
    const { sentences } = explained(text)
    const { relations, events } = readAmong(text)
    expect(sentences.flatMap((sentence) => sentence.relations.map(({ relation }) => relation)).sort()).toEqual(
      relations.map(({ relation }) => relation).sort(),
    )
    expect(sentences.flatMap((sentence) => sentence.events.map(({ label }) => label))).toEqual(
      events.map(({ label }) => label),
    )
  })

  it('tells who is meant, and who is not known', () => {
    const { mentions } = last('Drell met her.')
    expect(mentions.map(({ text, entity, type }) => [text, entity, type])).toEqual([
      ['Drell', 'Oskar Drell', 'person'],
      ['her', null, null],
    ])
  })

  it('tells whose word it is', () => {
    const { attributions, relations } = last('Pavo Linsk said that Varnia shelled Dellin.')
    expect(attributions).toEqual([
      {
        kind: 'says',
        form: 'that',
        source: 'Pavo Linsk',
        cue: 'said',
        contents: ['that Varnia shelled Dellin'],
        report: true,
      },
    ])
    expect(relations).toMatchObject([{ relation: 'struck', attributedTo: 'Pavo Linsk' }])
  })

  it('tells titles and what they tie', () => {
    const { roles } = sentenceNumbered(explained(''), 1)
    expect(roles).toMatchObject([
      { bearer: 'Oskar Drell', words: 'Varnian President', role: 'president', ties: ['Oskar Drell leader_of Varnia'] },
    ])
  })

  it('tells which words were asked for the status', () => {
    const trigger = last('Oskar Drell plans to meet Lucan Bereti.').triggers.find(({ word }) => word === 'meet')
    expect(trigger).toMatchObject({ modality: 'planned', byCalendar: false })
    expect(trigger?.status[0]).toEqual({ word: 'meet', modality: 'asserted' })
    expect(trigger?.status.at(-1)).toEqual({ word: 'plans', modality: 'planned' })
  })

  it('tells where the calendar decided', () => {
    const trigger = last('Oskar Drell meets Lucan Bereti on December 9.').triggers.find(({ word }) => word === 'meets')
    expect(trigger).toMatchObject({ modality: 'planned', byCalendar: true, time: { date: '2031-12-09' } })
  })

  it('names verbs that no frame knows', () => {
    expect(last('Oskar Drell yawned.').unknownVerbs).toEqual(['yawn'])
  })
})

describe('a frame', () => {
  it('that fired: who filled which place, and what it stated', () => {
    expect(frame('Oskar Drell met Lucan Bereti.', 'meet')).toMatchObject({
      outcome: 'stated',
      relation: 'met_with',
      stated: ['Oskar Drell met_with Lucan Bereti'],
      why: [],
      agent: [{ place: 'subj', found: [{ word: 'Oskar', entities: ['Oskar Drell'] }] }],
    })
  })

  it.each([
    ['Varnia shelled.', 'shell', 'no target: nothing stands at obj'],
    ['Varnia shelled the bridge.', 'shell', 'no target: obj “bridge” is nobody known'],
    ['The rebels shelled Dellin.', 'shell', 'no agent: subj “rebels” is nobody known'],
  ])('%s the missing argument', (text, name, why) => {
    const { outcome, why: reasons } = frame(text, name)
    expect(outcome).toBe('tried')
    expect(reasons.join('; ')).toContain(why)
  })

  it('that wants ends of another type', () => {
    const { outcome, why } = frame('Oskar Drell married Varnia.', 'marry')
    expect(outcome).toBe('tried')
    expect(why).toEqual(['family_of is between person and person, here are Oskar Drell (person) and Varnia (country)'])
  })

  it('whose words are missing', () => {
    expect(frame('Oskar Drell met Lucan Bereti.', 'meet up')).toMatchObject({
      outcome: 'unfit',
      why: ['it asks for “up”'],
    })
  })
})

describe('what is asked for', () => {
  const text = 'Drell met Bereti. Varnia shelled Dellin. Bereti went home.'

  it('are the sentences that speak of two', () => {
    const { ends, sentences } = between(explained(text), 'drell', 'Lucan Bereti')
    expect(ends.map(({ name }) => name)).toEqual(['Oskar Drell', 'Lucan Bereti'])
    expect(sentences.map((sentence) => sentence.text)).toEqual(['Drell met Bereti.'])
    expect(between(explained(text), 'Drell', 'Dellin').sentences).toEqual([])
  })

  it.each([
    ['Drell', 'Nobody', /^The text names no “Nobody”\. It names .*Oskar Drell \(person\)/],
    ['Drell', 'Oskar Drell', 'are the same to this text: Oskar Drell'],
  ])('%s and %s are refused', (one, other, message) => {
    expect(() => between(explained(text), one, other)).toThrow(message)
    expect(() => between(explained(text), one, other)).toThrow(InvalidInputError)
  })

  it('is a name that several bear', () => {
    expect(() => between(explained('Ilse Drell wept.'), 'Drell', 'Varnia')).toThrow(
      /^“Drell” may be .*Oskar Drell \(person\).* Write the whole name\.$/,
    )
  })

  it('is a sentence by its number', () => {
    expect(sentenceNumbered(explained(text), 4).text).toBe('Drell met Bereti.')
    expect(() => sentenceNumbered(explained(text), 7)).toThrow(
      'There is no sentence 7. The text has 6, numbered from 1.',
    )
  })
})
