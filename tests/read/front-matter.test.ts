import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFrontMatter } from '../../src/read/front-matter.ts'

const body = (text: string): string => text.slice(readFrontMatter(text).bodyStart)

describe('a front matter', () => {
  test.each([
    [
      'a plain one',
      '---\ntitle: Talks in Orvel\ndate: 2025-12-04\nsource: The Wire\n---\nText',
      'Talks in Orvel',
      '2025-12-04',
    ],
    ['with carriage returns', '---\r\ntitle: Talks\r\ndate: 2025-12-04\r\n---\r\nText', 'Talks', '2025-12-04'],
    ['behind a byte-order mark', '\uFEFF---\ntitle: Talks\n---\nText', 'Talks', null],
    ['closed by dots', '---\ntitle: Talks\n...\nText', 'Talks', null],
    ['with a quoted date', '---\ndate: "2025-12-04"\n---\nText', null, '2025-12-04'],
    ['with a time of day', '---\ndate: 2025-12-04T23:30:00-05:00\n---\nText', null, '2025-12-04'],
    ['with a month only', '---\ndate: 2025-12\n---\nText', null, '2025-12'],
    ['with a year only', '---\ndate: 2025\n---\nText', null, '2025'],
    ['with a number for a title', '---\ntitle: 007\n---\nText', '007', null],
    ['with names in capitals', '---\nTitle: Talks\nDATE: 2025-12-04\n---\nText', 'Talks', '2025-12-04'],
    ['with a title of two lines', '---\ntitle: >\n  Talks\n  go on\n---\nText', 'Talks go on', null],
    ['with nothing said', '---\ntitle:\ndate: ~\nsource: null\n---\nText', null, null],
    ['with nothing in it', '---\n---\nText', null, null],
  ])('%s', (_, text, title, date) => {
    expect(readFrontMatter(text)).toMatchObject({ title, date, problems: [] })
    expect(body(text)).toBe('Text')
  })

  test.each([
    ['no fence at the end', '---\ntitle: Talks\n\nText'],
    ['a rule across the page', '---\nOrla Venn went home.\n---\nText'],
    ['a rule and a list', '---\n- one\n- two\n---\nText'],
    ['a rule further down', 'Text\n---\ntitle: Talks\n---\n'],
    ['four dashes', '----\ntitle: Talks\n----\nText'],
    ['nothing at all', ''],
  ])('is not there in a text with %s', (_, text) => {
    expect(readFrontMatter(text)).toMatchObject({ title: null, date: null, bodyStart: 0, problems: [] })
  })

  test.each([['2025-02-30'], ['tomorrow'], ['20251204'], ['2025-12-04 or later']])(
    'with the date "%s" has none, and says so',
    (date) => {
      const { problems, ...front } = readFrontMatter(`---\ntitle: Talks\ndate: ${date}\n---\nText`)
      expect(front).toMatchObject({ title: 'Talks', date: null })
      expect(problems).toEqual([expect.stringContaining(`"${date}"`)])
    },
  )

  test('that is not valid is read as text, and says so', () => {
    const read = readFrontMatter('---\ntitle: "Talks\n---\nText')
    expect(read).toMatchObject({ title: null, bodyStart: 0 })
    expect(read.problems).toEqual(['the front matter is not valid YAML and was read as text'])
  })
})

test('whatever the text, the body begins inside it and nothing is thrown', () => {
  const piece = fc.constantFrom(
    '---',
    '\n',
    '\r\n',
    '\uFEFF',
    'title: a',
    'date: 2025-12-04',
    '...',
    ' ',
    '"',
    'x: [',
    '&a *a',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      const { bodyStart } = readFrontMatter(text)
      expect(bodyStart).toBeGreaterThanOrEqual(0)
      expect(bodyStart).toBeLessThanOrEqual(text.length)
    }),
    { seed: 4780, numRuns: 500 },
  )
})
