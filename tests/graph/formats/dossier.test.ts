import { describe, expect, test } from 'vitest'
import { writeDossier } from '../../../src/graph/formats/dossier.ts'
import { escapeMarkdown } from '../../../src/graph/formats/markdown.ts'
import { sentencesFrom } from '../../../src/graph/formats/options.ts'
import { graphOf } from '../../support/graphs.ts'
import { SAMPLES } from '../../support/samples.ts'

const samples = graphOf(SAMPLES)
const sentencesOf = sentencesFrom((id) => SAMPLES.find(({ document }) => document.id === id)?.document.text)
const dossier = (focus: string): string => [...writeDossier(samples, { focus, sentencesOf })].join('')

describe('a dossier', () => {
  test('says who, what in order of time, and where it was read', () => {
    expect(dossier('person:ilsa-marrow')).toMatchInlineSnapshot(`
      "# Ilsa Marrow

      - **Type:** person
      - **Also called:** Marrow
      - **Roles:** President
      - **Mentioned:** 3 times in 3 texts
      - **Key:** person:ilsa-marrow

      ## Offices and ties

      - has as envoy **Bram Oduya**[^1]
      - heads **Ostrava-Lind**[^2]

      ## In order of time

      - **4 March 2031 to 1 April 2031** – met **Teodor Quist** (in Velmont)[^2][^4]
      - **6 March 2031** – accused **Talvian Guard**[^3]

      ## Sources

      [^1]: “Her envoy Bram Oduya will travel to Karsholm next week, the Northern Wire reported.” — Talks in Velmont, Northern Wire, 4 March 2031, characters 89 to 172.
      [^2]: “President Ilsa Marrow of Ostrava-Lind met Chancellor Teodor Quist in Velmont on Tuesday.” — Talks in Velmont, Northern Wire, 4 March 2031, characters 0 to 88.
      [^3]: “Marrow condemned the Talvian Guard, and former minister Runa Tessaly, once of Ostrava-Lind, agreed.” — Night strike on Karsholm, Karsholm Post, 6 March 2031, characters 84 to 183.
      [^4]: “Teodor Quist and Ilsa Marrow met again in Velmont.” — Marrow and Quist meet again, 1 April 2031, characters 0 to 50.
      "
    `)
  })

  test('never tells a plan, a denial or a claim as a fact', () => {
    const text = dossier('person:bram-oduya')
    expect(text).toMatch(/\*\*11 March 2031\*\* – visited \*\*Karsholm\*\* \(planned; according to Northern Wire\)/)
    expect(text).toMatch(/spoke with \*\*Teodor Quist\*\* \(denied; according to Teodor Quist\)/)
    expect(dossier('person:runa-tessaly')).toContain('*formerly* holds an office in **Ostrava-Lind**')
  })

  test('has each sentence once', () => {
    const notes = [...dossier('city:karsholm').matchAll(/^\[\^(\d+)\]: (.*)$/gm)]
    expect(new Set(notes.map(([, , text]) => text)).size).toBe(notes.length)
    const called = new Set([...dossier('city:karsholm').matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => number))
    expect(notes.map(([, number]) => number).sort()).toEqual([...called].sort())
  })

  test.each([undefined, 'person:nobody'])('needs a node: %s', (focus) => {
    expect(() => [...writeDossier(samples, focus === undefined ? {} : { focus })]).toThrow('about one node')
  })
})

test.each([
  ['plain words, and more.', 'plain words, and more.'],
  ['*bold* _it_ `x`', '\\*bold\\* \\_it\\_ \\`x\\`'],
  ['[a](b) <script>', '\\[a\\](b) \\<script\\>'],
  ['# heading', '\\# heading'],
  ['- item', '\\- item'],
  ['1. item', '\\1. item'],
  ['two\n\n  lines\u2028more', 'two lines more'],
])('%j in Markdown is %j', (text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected)
})
