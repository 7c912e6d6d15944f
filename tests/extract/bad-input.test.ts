/** Texts that are none, or hardly: read without complaint, with exact offsets, and in bounded measure. */
import { describe, expect, it } from 'vitest'
import { expectSound } from './sound.ts'
import { deeds, readText } from './support.ts'

const SENTENCE = 'Varnian President Oskar Drell met Keldavian Prime Minister Lucan Bereti in Teskova on Tuesday.'

const GIVEN = ['Anton', 'Mirela', 'Oskar', 'Ilse', 'Pavo', 'Rista', 'Jonas', 'Selma', 'Henrik', 'Ivo']
const STEMS = [
  'Bran',
  'Del',
  'Kin',
  'Mor',
  'Tas',
  'Vel',
  'Ron',
  'Lun',
  'Hes',
  'Pol',
  'Gar',
  'Sov',
  'Tur',
  'Cal',
  'Dro',
  'Fen',
]
const ENDINGS = [
  'nik',
  'ovar',
  'ell',
  'sen',
  'dorf',
  'escu',
  'ard',
  'ling',
  'ano',
  'vik',
  'ter',
  'mann',
  'ova',
  'berg',
  'itz',
]

/** Up to 240 people, no two of one surname. */
const people = (count: number): readonly string[] =>
  ENDINGS.flatMap((ending) => STEMS.map((stem) => stem + ending))
    .slice(0, count)
    .map((surname, i) => `${GIVEN[i % GIVEN.length]} ${surname}`)

const list = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const TEXTS: Readonly<Record<string, string>> = {
  nothing: '',
  blanks: ' \t\n\r\n \u00a0\n',
  'punctuation alone': '… — “” !!! ??? ,,, ;;; ()',
  'one long sentence': `${'Oskar Drell met Lucan Bereti and '.repeat(830)}then he left.`,
  'one word of 100,000 letters': 'x'.repeat(100_000),
  'lone surrogates': `\ud800 ${SENTENCE} \udc00 Oskar\ud83d Drell met \udfffLucan Bereti.`,
  'right-to-left text': `قال الرئيس أوسكار دريل إنه التقى لوكان بيريتي. ${SENTENCE} שלום עולם.`,
  'left-overs of HTML': `<p class="a">${SENTENCE}</p>&nbsp;<script>if (a < b && c > d) { alert("x") }</script><br/>&amp;&quot;`,
  'capitals alone': SENTENCE.toUpperCase(),
  'small letters alone': SENTENCE.toLowerCase(),
  'control characters': `\u0000\u0007${SENTENCE}\u001b[31m\u0000`,
  'a byte-order mark': `\ufeff${SENTENCE}`,
  'brackets that never close': '('.repeat(2000) + SENTENCE + '“'.repeat(2000),
  'numbers alone': '1,200 3.5 12:30 2031-12-04 100% 5m '.repeat(50),
  'one name a thousand times': 'Oskar Drell '.repeat(1000),
}

describe('texts that are hardly any', () => {
  it.each(Object.entries(TEXTS))(
    '%s',
    (_, text) => {
      expectSound(text, readText(text))
    },
    30_000,
  )

  it('yield nothing and a note where they name nobody', () => {
    for (const text of ['', ' \n ', '… — !!!', 'it rained all day.']) {
      const { entities, relations, events, notes } = readText(text)
      expect([text, entities, relations, events, notes.length]).toEqual([text, [], [], [], 1])
    }
  })

  it('yield what they say among what they do not', () => {
    const met = 'Lucan Bereti met_with Oskar Drell'
    for (const name of ['a byte-order mark', 'right-to-left text'] as const)
      expect([name, deeds(readText(TEXTS[name]!))]).toEqual([name, expect.arrayContaining([met])])
  })
})

describe('measure', () => {
  it('a list of names makes edges in proportion to its length, not to its square', () => {
    for (const count of [30, 60, 120, 240]) {
      for (const text of [
        `${list(people(count))} met in Teskova on Tuesday.`,
        `Oskar Drell met ${list(people(count))}.`,
        `Talks between ${list(people(count))} began on Monday.`,
      ]) {
        const extraction = readText(text)
        expectSound(text, extraction)
        expect([text.slice(0, 30), extraction.relations.length]).toEqual([
          text.slice(0, 30),
          expect.toSatisfy((n: number) => n <= 4 * count),
        ])
      }
    }
  })

  it('a text that is twice as long makes twice as many facts, not more', () => {
    const paragraphs = (count: number): string =>
      people(2 * count)
        .flatMap((name, i, all) => (i % 2 === 0 ? [`${name} met ${all[i + 1]} in Teskova.`] : []))
        .join('\n\n')
    const facts = [10, 20, 40, 80].map((count) => {
      const { relations, events } = readText(paragraphs(count))
      return relations.length + events.length
    })
    for (const [i, count] of facts.slice(1).entries()) expect(count).toBeLessThanOrEqual(2.5 * facts[i]!)
    expect(facts[0]).toBeGreaterThan(0)
  })

  it('what is told again and again is one happening that shows a hundred passages', () => {
    const text = 'Oskar Drell met Pavo Linsk in Teskova on Monday.\n\n'.repeat(150)
    const { events, relations } = readText(`Varnian President Oskar Drell lives in Lodesk.\n\n${text}`)
    expect(events.map(({ evidence }) => evidence.length)).toEqual([100])
    // Each telling still states the deed, and names its happening.
    const met = relations.filter(({ relation }) => relation === 'met_with')
    expect(met.filter(({ event }) => event === events[0]?.id)).toHaveLength(150)
  })

  it('a list of three hundred names leaves a note on the document', () => {
    expect(readText(`Oskar Drell met ${list(people(300))}.`).notes.join(' ')).toContain(
      'too long to relate each to each',
    )
  })
})
