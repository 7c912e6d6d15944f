import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../../src/nlp/text/sentences.ts'

const split = (text: string): string[] =>
  splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))
const forms = (text: string): string[] =>
  splitSentences(text, { start: 0, end: text.length }).map(
    ({ start, end, form }) => `${form}: ${text.slice(start, end)}`,
  )

/** A bar stands where a sentence ends; the space around it is no part of the text unless it is the one before the bar. */
const PROSE: readonly string[] = [
  // abbreviations
  'Mr. Solt met Dr. Bero in St. Lorvan. |They spoke.',
  'The U.S. President left. |He went home.',
  'He lives in the U.S. |She does not.',
  'The U.S. and the U.K. agreed. |The E.U. did not.',
  'The U.N. Security Council met. |The U.N. in Lorvan did not.',
  'It happened in Washington, D.C. |The city was calm.',
  'He arrived at 5 p.m. Monday.',
  'He arrived at 5 p.m. |The talks began.',
  'He arrived at 5 a.m. on Monday. |She came later.',
  'The vote ends at 8 p.m. Moscow time.',
  'Gen. Ansa Bero and Lt. Col. Mira Solt left.',
  'Sen. Bero, R-Ohio, left. |Gov. Solt stayed.',
  'The No. 2 official died. |No. 3 lived.',
  'Is he coming? |No. |He is dead.',
  'See Art. 51 and Sec. 3 of the treaty. |It is short.',
  'The firm Vexo Inc. said so. |Dalmo Corp. Chairman Ro Lim agreed.',
  'He works for Vexo Inc. |The firm is small.',
  'They sell bread, milk, etc. |They are rich.',
  'He was born in Jan. 1990. |She was born in Feb. |The year was dry.',
  'It rained on Sept. 3. |It was cold.',
  'He sat. |She ran. |They saw the sun. |It set.',
  'J. K. Bero wrote it. |He died.',
  'George W. Solt won. |He left.',
  'Plan B. |The second one failed.',
  'He took vitamin C. |The doctor said so.',
  'Ro Lim Jr. spoke. |Ro Lim Sr. |He listened.',
  'He is 5 ft. tall and weighs 60 kg. |Good.',
  'A wall approx. 3 metres high fell. |It was old.',
  // figures and marks
  'It cost 3.5 million. |It was too much.',
  'Version 2.0.1 is out. |Get it.',
  'He waited... |Then he left.',
  'He waited... then left.',
  'He waited… |Then he left.',
  'Why? |Because! |Really?! |Yes.',
  '1. First point. |2. Second point.',
  'Prices rose 3.5%. |Wages fell.',
  'See www.example.org. |It is free.',
  'Read https://example.org/a.b?c=d. |He left.',
  'Write to a.b@example.org. |He answers.',
  'He came.|She left.',
  'It ended in 2014.|The rest is known.',
  'It is at example.com and runs Node.js. |Try it.',
  // quotations and brackets
  '“I came. |I saw.” |Then he left.',
  'He said: “I came. |I saw.” |Then he left.',
  '"Why?" he asked. |"Because."',
  '“Stop it!” Mira Solt said. |She left.',
  'He shouted "Go!" |The crowd went.',
  '“We go,” he said. |“They stay.”',
  'Don’t go. |‘I won’t,’ he said.',
  '"It goes to the very end. "|Low hopes rose. |"They fell again," he said.',
  '“We go. ” |He left. |“They stay. ”',
  '"It is ours, "Bero said. |He left.',
  '(He left.) |She stayed.',
  'He left (on Dec. 4). |She stayed.',
  'The deal [sic.] failed. |So it goes.',
  'He said that (a.) it is so and (b.) not.',
  'He came on Monday (15.12. ) for the meeting.',
  // other scripts and signs
  'В. Солт приехал. |Он уехал.',
  '第一句。|第二句。',
  'هل جاء؟ |نعم.',
  '😀 He laughed. |😀 She cried.',
  'Ødegård left. |Æsa stayed. |Éva came.',
]

/** What each line of a text is. */
const LINES: readonly (readonly [text: string, expected: readonly string[]])[] = [
  [
    'Solt Signals Obstacles to U.S. Peace Plan\nHe said so.',
    ['headline: Solt Signals Obstacles to U.S. Peace Plan', 'prose: He said so.'],
  ],
  ['Is This the End?\n\nHe said so.', ['headline: Is This the End?', 'prose: He said so.']],
  ['solt meets bero in lorvan\n\nThey met.', ['headline: solt meets bero in lorvan', 'prose: They met.']],
  ['SOLT MEETS BERO\nThey met.', ['headline: SOLT MEETS BERO', 'prose: They met.']],
  ['They met.\n\nA long road\n\nThey parted.', ['prose: They met.', 'headline: A long road', 'prose: They parted.']],
  ['They met: who, when\nand where.', ['prose: They met: who, when\nand where.']],
  ['KYIV, Dec. 4 (Reuters) — Two men met.', ['dateline: KYIV, Dec. 4 (Reuters) —', 'prose: Two men met.']],
  ['LORVAN (AP) -- Two men met. They left.', ['dateline: LORVAN (AP) --', 'prose: Two men met.', 'prose: They left.']],
  ['(Reuters) - Two men met.', ['dateline: (Reuters) -', 'prose: Two men met.']],
  ['Oslo, Norway (AFP) — Two men met.', ['dateline: Oslo, Norway (AFP) —', 'prose: Two men met.']],
  [
    'PARIS/BERLIN, 3 Feb 2014 (Reuters) - Two men met.',
    ['dateline: PARIS/BERLIN, 3 Feb 2014 (Reuters) -', 'prose: Two men met.'],
  ],
  ['LORVAN — Two men met.', ['dateline: LORVAN —', 'prose: Two men met.']],
  ['NATO-led troops left.', ['prose: NATO-led troops left.']],
  ['U.S.-led forces left. They won.', ['prose: U.S.-led forces left.', 'prose: They won.']],
  ['By Mira Solt\n\nTwo men met.', ['dateline: By Mira Solt', 'prose: Two men met.']],
  [
    'By MIRA SOLT and Ansa Bero, Vexo News\nTwo men met.',
    ['dateline: By MIRA SOLT and Ansa Bero, Vexo News', 'prose: Two men met.'],
  ],
  ['By noon two men had met.', ['prose: By noon two men had met.']],
  ['Published 4 December 2025\n\nHe left.', ['dateline: Published 4 December 2025', 'prose: He left.']],
  ['December 4, 2025\nHe left.', ['dateline: December 4, 2025', 'prose: He left.']],
  ['He left. She stayed. ab/cd (AFP, dpa)', ['prose: He left.', 'prose: She stayed.', 'dateline: ab/cd (AFP, dpa)']],
  ['He left.\nab / cd (Reuters)', ['prose: He left.', 'dateline: ab / cd (Reuters)']],
  [
    '• One thing happened.\n• Another thing happened.',
    ['prose: One thing happened.', 'prose: Another thing happened.'],
  ],
  [
    '- One thing happened.\r\n- Another thing happened.',
    ['prose: One thing happened.', 'prose: Another thing happened.'],
  ],
  ['First one.\r\rSecond one.\u2028Third one.', ['prose: First one.', 'prose: Second one.', 'prose: Third one.']],
  [
    'This line was wrapped at a column that a\nprogram chose and goes on in the next\nline until it ends. Then comes\nanother.',
    [
      'prose: This line was wrapped at a column that a\nprogram chose and goes on in the next\nline until it ends.',
      'prose: Then comes\nanother.',
    ],
  ],
  [
    'A mail program wrapped this paragraph at some column and so\nEach line begins with a capital letter here by mere chance as\nIt would in a poem; they are one sentence all the same and so\nOn it goes.',
    [
      'prose: A mail program wrapped this paragraph at some column and so\nEach line begins with a capital letter here by mere chance as\nIt would in a poem; they are one sentence all the same and so\nOn it goes.',
    ],
  ],
]

describe('sentences', () => {
  test.each(PROSE)('%s', (marked) => {
    const expected = marked.split('|').map((part) => part.trim())
    expect(split(marked.replaceAll('|', ''))).toEqual(expected)
  })

  test.each(LINES)('%j', (text, expected) => {
    expect(forms(text)).toEqual(expected)
  })

  test('count paragraphs from 0 and stay inside the passage', () => {
    const text = '---\ntitle: A. B.\n---\nHe came. She left.\n\nThey met.'
    const found = splitSentences(text, { start: text.indexOf('He came'), end: text.length })
    expect(found.map(({ start, end, paragraph }) => [text.slice(start, end), paragraph])).toEqual([
      ['He came.', 0],
      ['She left.', 0],
      ['They met.', 1],
    ])
  })

  test.each([
    ['an empty text', '', 0],
    ['blanks only', ' \n\t\r\n \u200b', 0],
    ['control characters', 'He came.\u0000\u0001 She left.\u0007', 2],
    ['lone surrogates', 'He \ud83d came. \udc00 She left.', 2],
    ['right-to-left text', 'הוא בא. היא הלכה.', 2],
    ['all capitals', 'HE CAME. SHE LEFT.', 2],
    ['left-overs of HTML', '<p>He came.</p> <br/> She left.', 2],
  ])('take %s', (_, text, count) => {
    expect(split(text)).toHaveLength(count)
  })

  test('cut what never ends, at a space and never inside a character', () => {
    const words = 'lorem ipsum '.repeat(2_000)
    const parts = split(words)
    expect(parts.length).toBeGreaterThan(5)
    expect(parts.every((part) => /^(?:lorem|ipsum).*(?:lorem|ipsum)$/.test(part))).toBe(true)
    const faces = split('😀'.repeat(4_000))
    expect(faces.join('')).toBe('😀'.repeat(4_000))
    expect(faces.every((part) => !/\p{Cs}/u.test(part))).toBe(true)
  })

  test.each([
    ['letters', 'a'],
    ['words', 'word '],
    ['stops', '.'],
    ['stops and blanks', '. '],
    ['open quotes', '"A '],
    ['slipped quotes', 'He. "A '],
    ['initials', 'A. '],
    ['empty lines', '\n\n'],
    ['headlines', 'Solt Meets Bero\n'],
    ['marks without blanks', 'a.B?c!'],
  ])('take time in proportion to their length: %s', (_, piece) => {
    const steps = (length: number): number => {
      const effort = { steps: 0 }
      const text = piece.repeat(length)
      splitSentences(text, { start: 0, end: text.length }, effort)
      return effort.steps
    }
    expect(steps(8_000)).toBeLessThanOrEqual(2.2 * steps(4_000) + 20)
  })
})

const newsLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Mr.',
        'U.S.',
        'Solt',
        'said',
        '.',
        '...',
        '"',
        '“',
        '”',
        '\n',
        '\n\n',
        ' ',
        ' ',
        '?',
        'A',
        '3.5',
        '(',
        ')',
        '—',
        '•',
        'p.m.',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

describe('any text', () => {
  test('has sentences that are trimmed, in order, and hold every letter and digit', () => {
    fc.assert(
      fc.property(newsLike, fc.nat(5), (text, skip) => {
        const within = { start: Math.min(skip, text.length), end: text.length }
        const found = splitSentences(text, within)
        let end = within.start
        for (const sentence of found) {
          expect(sentence.start).toBeGreaterThanOrEqual(end)
          expect(sentence.end).toBeGreaterThan(sentence.start)
          expect(text.slice(end, sentence.start)).not.toMatch(/[\p{L}\p{N}]/u)
          const words = text.slice(sentence.start, sentence.end)
          expect(words).toBe(words.trim())
          end = sentence.end
        }
        expect(text.slice(end)).not.toMatch(/[\p{L}\p{N}]/u)
      }),
      { seed: 7, numRuns: 500 },
    )
  })
})
