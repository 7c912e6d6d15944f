import { describe, expect, test } from 'vitest'
import { readDateline, readNamedDate, readWrittenDate } from '../../src/read/dates.ts'
import { only, readBytes } from './support.ts'

describe('a written date', () => {
  test.each([
    ['2025-12-04', '2025-12-04'],
    ['2025-12', '2025-12'],
    ['2025', '2025'],
    // The writer's own day, wherever it is read.
    ['2025-12-04T23:30:00-05:00', '2025-12-04'],
    ['2025-12-04 23:30', '2025-12-04'],
    ['2025-12-04T23:30Z', '2025-12-04'],
    ['20251204', '2025-12-04'],
    ['20251204T101500Z', '2025-12-04'],
    ['2025/12/04', '2025-12-04'],
    ['Thu, 04 Dec 2025 23:30:00 -0500', '2025-12-04'],
    ['4 December 2025', '2025-12-04'],
    ['4th of December, 2025', '2025-12-04'],
    ['Dec. 4, 2025', '2025-12-04'],
    ['December 4, 2025 10:00 am', '2025-12-04'],
    ['Updated Sept 4, 2025', '2025-09-04'],
    ['04/12/2025', undefined],
    ['12/4/25', undefined],
    ['2025-02-30', undefined],
    ['31 November 2025', undefined],
    ['December 2025', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('%j is %s', (text, date) => {
    expect(readWrittenDate(text)).toBe(date)
  })
})

describe('a dateline', () => {
  test.each([
    ['TORVIK, Norvia, Dec. 4, 2031 (Agency) — The minister spoke.', '2031-12-04'],
    ['KARSHOLM (Agency), 4 December 2031 – The minister spoke.', '2031-12-04'],
    ['Talks end\n\nKARSHOLM, March 4, 2031 -- The minister spoke.', '2031-03-04'],
    // Without a year nothing is known.
    ['KARSHOLM, March 4 (Agency) — The minister spoke.', undefined],
    ['KARSHOLM — The minister spoke on March 4, 2031.', undefined],
    // A sentence with a dash is no dateline.
    ['The treaty that was signed on March 4, 1921 — after long talks — is void.', undefined],
    ['Nothing.', undefined],
    ['', undefined],
  ])('%j: %s', (text, date) => {
    expect(readDateline(text)).toBe(date)
  })
})

describe('the name of a file or an address', () => {
  test.each([
    ['2031-03-04-talks.txt', '2031-03-04'],
    ['talks_2031.03.04.pdf', '2031-03-04'],
    ['/home/me/2031/03/04/talks.html', '2031-03-04'],
    ['https://wire.example/2031/03/04/talks?date=2030-01-01', '2031-03-04'],
    ['20310304.txt', '2031-03-04'],
    ['wire/20310304-talks.txt', '2031-03-04'],
    ['2031-02-30.txt', undefined],
    // Numbers of articles are no days.
    ['a-20310304.html', undefined],
    ['dw-19101112.txt', undefined],
    ['12031-03-045.txt', undefined],
    ['talks.txt', undefined],
  ])('%s: %s', (name, date) => {
    expect(readNamedDate(name)).toBe(date)
  })
})

describe('of several days', () => {
  const page = (head: string): string =>
    `<html><head>${head}</head><body><p>KARSHOLM, March 7, 2031 (Wire) — Orla Venn met Tomas Reck.</p></body></html>`
  const meta = '<meta property="article:published_time" content="2031-03-05">'
  const given = { date: '2031-03-06' as never }

  test.each([
    [
      'a front matter before all',
      '2031-03-09.txt',
      '---\ndate: 2031-03-04\n---\nKARSHOLM, March 7, 2031 — Yes.',
      given,
      '2031-03-04',
      'given',
    ],
    ['metadata before what is said of all texts', '2031-03-09.html', page(meta), given, '2031-03-05', 'metadata'],
    ['what is said of all texts before a dateline', '2031-03-09.html', page(''), given, '2031-03-06', 'given'],
    ['a dateline before the name', '2031-03-09.html', page(''), {}, '2031-03-07', 'dateline'],
    ['the name where nothing else tells', '2031-03-09.txt', 'Orla Venn spoke.', {}, '2031-03-09', 'file name'],
    ['none where nothing tells', 'a.txt', 'Orla Venn spoke.', {}, null, null],
  ])('%s', async (_, name, content, said, date, dateFrom) => {
    expect(only(await readBytes(name, content, { given: said }))).toMatchObject({ date, provenance: { dateFrom } })
  })

  test('that of a page counts before that of the feed that leads to it', async () => {
    const feed =
      '<rss version="2.0"><channel><item><link>https://wire.example/a</link><pubDate>Sat, 08 Mar 2031 08:00:00 GMT</pubDate></item></channel></rss>'
    const { bytesSource } = await import('../../src/read/source.ts')
    const follow = async (url: string) => bytesSource(Buffer.from(page(meta)), { origin: url, name: 'a.html' })
    expect(only(await readBytes('feed.xml', feed, { follow }))).toMatchObject({
      date: '2031-03-05',
      provenance: { dateFrom: 'metadata' },
    })
  })
})
