/** What holds of every text, tried on texts made at random from plain sentences and from what the web leaves between them. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { SEEDED } from '../support/arbitraries.ts'
import { expectSound } from './sound.ts'
import { CAST, deeds, readText, ties } from './support.ts'

const SENTENCES = [
  'Varnian President Oskar Drell met Keldavian Prime Minister Lucan Bereti in Teskova on Tuesday.',
  'Mirela Hantov, a special envoy of Oskar Drell, flew to Teskova for talks with Bereti.',
  'A missile strike on Dellin killed at least three people and wounded a 3-year-old girl, according to Pavo Linsk.',
  '“We have not come to threaten anybody,” Hantov told Radio Teskova before she left.',
  'The Northern Trade Organization (NTO) imposed sanctions on Varnia, and the NTO’s chief, Ilse Carrow, called on Drell to resign.',
  'Drell and his brother Anton Drell will visit Keldavia next week.',
  'Bereti denied that Keldavian troops had shelled Dellin.',
  'Both sides signed an agreement.',
  'Drell sends envoy to Teskova',
  'He said she had met him there.',
  'Former Varnian Prime Minister Ivo Tarran was arrested by police in the Sarn region on June 3.',
  'Neither Russia nor the United States commented; Moscow accused Kyiv of lying.',
]
const NOISE = [
  '',
  ' ',
  '😀',
  '👩‍👩‍👧 ',
  '🇺🇳',
  '“',
  '"',
  '’',
  '\u00a0',
  '•',
  '<br>',
  '(',
  '—',
  '\t',
  '𝓥',
  '…',
  ' ,',
  '\u200f',
]
const BREAKS = [' ', ' ', '\n', '\r\n', '\n\n', '\r\n\r\n', '\n\n\n']

const piece = fc.tuple(
  fc.constantFrom(...NOISE),
  fc.constantFrom(...SENTENCES),
  fc.constantFrom(...NOISE),
  fc.constantFrom(...BREAKS),
)
const news = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.flat().join(''))
const RUNS = { ...SEEDED, numRuns: 60 }
const LIMIT = 60_000

it(
  'quotes every passage from its sentence and every sentence from the text',
  () => {
    fc.assert(
      fc.property(news, (text) => expectSound(text, readText(text))),
      RUNS,
    )
  },
  LIMIT,
)

it(
  'holds of any characters whatever',
  () => {
    const any = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom(...SENTENCES)), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(any, (parts) => {
        const text = parts.join(' ')
        expectSound(text, readText(text))
      }),
      RUNS,
    )
  },
  LIMIT,
)

it(
  'reads the same in the same text',
  () => {
    fc.assert(
      fc.property(news, (text) => {
        expect(readText(text)).toEqual(readText(text))
      }),
      { ...RUNS, numRuns: 25 },
    )
  },
  LIMIT,
)

it(
  'gives an entity a name that the text uses, a gazetteer’s, or a state’s',
  () => {
    fc.assert(
      fc.property(news, (text) => {
        for (const { name: shown, type, mentions } of readText(text).entities) {
          const name = shown.replace(/\p{Cf}/gu, '')
          const used = mentions.map(({ span }) =>
            text
              .slice(span.start, span.end)
              .replace(/\p{Cf}/gu, '')
              .replace(/\s+/g, ' '),
          )
          const told = used.some((words) => words.includes(name) || name.includes(words))
          expect([name, used, told || type === 'country' || type === 'city']).toEqual([name, used, true])
        }
      }),
      RUNS,
    )
  },
  LIMIT,
)

/** Paragraphs that name everybody in full, so that none leans on another. */
const INDEPENDENT = [
  'Oskar Drell met Mirela Hantov in Dellin on Tuesday.',
  'Ivo Tarran telephoned Pavo Linsk.',
  'Ilse Carrow accused Rista Molnik of lying.',
  'Anton Drell, the mayor of Dellin, visited Teskova.',
  'Selma Brandel thanked Jonas Whitlow.',
  'Henrik Vasal is scheduled to meet Teodor Quist.',
]

it(
  'reads the same relations in every order of paragraphs that do not lean on one another',
  () => {
    const relations = (paragraphs: readonly string[]) => {
      const extraction = readText(CAST + paragraphs.join('\n\n'))
      return [...deeds(extraction), ...ties(extraction)]
    }
    fc.assert(
      fc.property(fc.shuffledSubarray(INDEPENDENT, { minLength: 2 }), (paragraphs) => {
        expect(relations(paragraphs)).toEqual(relations([...paragraphs].sort()))
      }),
      { ...RUNS, numRuns: 25 },
    )
    expect(relations(INDEPENDENT).length).toBeGreaterThan(INDEPENDENT.length)
  },
  LIMIT,
)

it(
  'is not moved by what stands around the body',
  () => {
    fc.assert(
      fc.property(news, fc.constantFrom('\n\n', '\r\n\r\n', '\n\n\n\n'), (text, margin) => {
        const plain = readText(text)
        const moved = readText(margin + text)
        expect([...deeds(moved), ...ties(moved)]).toEqual([...deeds(plain), ...ties(plain)])
        expect(moved.sentences).toEqual(
          plain.sentences.map(({ start, end }) => ({ start: start + margin.length, end: end + margin.length })),
        )
      }),
      { ...RUNS, numRuns: 25 },
    )
  },
  LIMIT,
)
