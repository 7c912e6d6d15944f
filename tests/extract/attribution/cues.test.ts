/** The table of cues is read, and what is wrong in it is named. */
import { describe, expect, it } from 'vitest'
import { parseCues, quotingVerbs } from '../../../src/extract/attribution/cues.ts'
import { lexicon } from '../lexicon/tables.ts'

const rows = (...lines: readonly string[]) =>
  lines.map((line, i) => ({ cells: line.split('\t'), where: `speech.tsv, line ${i + 1}` }))

describe('the cues', () => {
  it('hold what each form of content means, longer cues first', () => {
    const { verbs, nouns } = parseCues(
      rows('promise\tv\tsays:that wants:inf|obj', 'point\tv\tjudges:to', 'point out\tv\tsays:that'),
    )
    expect(verbs.get('promise')?.[0]?.forms).toEqual(
      new Map([
        ['that', 'says'],
        ['inf', 'wants'],
        ['obj', 'wants'],
      ]),
    )
    expect(verbs.get('point')?.map(({ others }) => others)).toEqual([['out'], []])
    expect(nouns.size).toBe(0)
  })

  it.each([
    ['say\tx\tsays:that', 'speech.tsv, line 1: the part of speech is "x"; v, n or a is needed'],
    ['say\tv\tsings:that', 'speech.tsv, line 1: "sings" is none of says, thinks, shows, asks, wants, judges'],
    ['say\tv\tsays', 'speech.tsv, line 1: "says" lacks its contents, such as says:that'],
  ])('%s is refused', (line, message) => {
    expect(() => parseCues(rows(line))).toThrow(message)
  })

  it('that stand beside a quotation are the verbs of speech', () => {
    expect(
      quotingVerbs(parseCues(rows('say\tv\tsays:that|quote', 'want\tv\twants:inf', 'go on\tv\tsays:quote'))),
    ).toEqual(new Set(['say', 'go on']))
    expect([...lexicon.speech]).toEqual(expect.arrayContaining(['say', 'tell', 'warn', 'point out']))
    expect(lexicon.speech.has('want')).toBe(false)
  })
})
