/** Each format, from files that other programs wrote (`fixtures/make.py`). */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formatOf } from '../../src/read/formats.ts'
import type { KindName } from '../../src/read/kinds.ts'
import { bytesSource } from '../../src/read/source.ts'
import { fixture, only, readBytes, readFixture } from './support.ts'

const TITLE = 'Envoys of Norvia and Tarsk meet in Karsholm'
const FIRST =
  'KARSHOLM (Northern Wire) — Foreign Minister Orla Venn of Norvia met her Tarskian counterpart, Tomas Reck, on Tuesday'
const LAST = 'Its chairman, Ivo Marrow, will travel to both capitals in the coming days.'

describe('HTML', () => {
  test('JSON-LD tells headline, day, authors, publisher, address', async () => {
    const document = only(await readFixture('json-ld.html'))
    expect(document).toMatchObject({
      title: 'Envoys of Norvia & Tarsk meet in Karsholm',
      date: '2031-03-04',
      source: 'Northern Wire',
      url: 'https://wire.example/2031/03/04/envoys',
      provenance: { format: 'html', author: 'Jana Lind, Per Holm', language: 'en', dateFrom: 'metadata' },
    })
  })

  test('Open Graph and meta elements do, in Windows-1252', async () => {
    const document = only(await readFixture('open-graph.html'))
    expect(document).toMatchObject({
      title: TITLE,
      date: '2031-03-05',
      source: 'Northern Wire',
      url: 'https://wire.example/envoys',
      provenance: { author: 'Jana Lind', dateFrom: 'metadata' },
    })
    expect(document.text).toContain('“We have agreed to talk, and that is more than we had last week,” Venn')
  })

  test('a time element does', async () => {
    expect(only(await readFixture('time.html'))).toMatchObject({
      title: TITLE,
      date: '2031-03-06',
      provenance: { dateFrom: 'metadata' },
    })
  })

  test.each(['json-ld.html', 'open-graph.html', 'time.html'])('%s: the article and nothing around it', async (name) => {
    const { text } = only(await readFixture(name))
    expect(text.startsWith(FIRST)).toBe(true)
    expect(text).toContain(LAST)
    for (const around of ['Odd Beside', 'Bad Script', 'Hidden Person', 'All rights reserved', 'Sport', 'By Jana Lind'])
      expect(text).not.toContain(around)
    expect(text.split('\n\n')).toHaveLength(5)
  })

  test.each([
    ['unclosed elements', '<p>Orla Venn spoke.<p>Tomas Reck listened.', 'Orla Venn spoke.\n\nTomas Reck listened.'],
    ['line breaks', '<html><body>Orla Venn<br>spoke.</body></html>', 'Orla Venn\nspoke.'],
    ['entities', '<body><p>Orla&nbsp;Venn &amp; Tomas&shy;ine</p></body>', 'Orla Venn & Tomasine'],
    [
      'marks of links to headings',
      '<h2>Talks<a href="#t">¶</a></h2><p>Orla Venn spoke.</p>',
      'Talks\n\nOrla Venn spoke.',
    ],
    [
      'elements that are never closed',
      `<p>Orla ${'<b>'.repeat(2000)}Venn<script>x</script> spoke.`,
      'Orla Venn spoke.',
    ],
    ['inline elements within words', '<body><p><b>O</b>rla <a href="x">Venn</a>.</p></body>', 'Orla Venn.'],
    [
      'cells of a table',
      '<table><tr><td>Orla</td><td>Venn</td></tr><tr><td>Tomas</td></tr></table>',
      'Orla Venn\n\nTomas',
    ],
    [
      'lines as they were typed',
      '<pre>Orla Venn\nspoke.\n \nTomas  Reck\r\nlistened.</pre>',
      'Orla Venn\nspoke.\n\nTomas Reck\nlistened.',
    ],
    ['no element at all', 'Orla Venn spoke.', 'Orla Venn spoke.'],
    ['nothing', '', ''],
  ])('with %s', async (_, html, text) => {
    expect(only(await readBytes('a.html', html)).text).toBe(text)
  })

  test('nested more deeply than any page is read as far as it can be', async () => {
    const { documents, failures } = await readBytes('a.html', `<p>Orla Venn spoke.</p>${'<div>'.repeat(5000)}x`)
    expect([documents.length, failures]).toEqual([1, []])
    expect(documents[0]?.text).toContain('Orla Venn spoke.')
  })
})

describe('PDF', () => {
  test('columns in order, hyphens joined, running heads and marks across the page dropped', async () => {
    const document = only(await readFixture('columns.pdf'))
    expect(document.text.split('\n\n')).toEqual([
      'Envoys of Norvia and Tarsk meet in Karsholm',
      'KARSHOLM — Foreign Minister Orla Venn of Norvia met Tomas Reck of Tarsk for negotiations in the old customs house. The Norvian-led delegation stayed for three hours.',
      'Reck said that his government would study the proposal of the mediators. It was the first of the negotiations this year, and nobody expected a result from them. Both ministers then spoke to the Anglo-Saxon press, which had waited outside since the early morning.',
      'The River Council welcomed the meeting and called for a cease-fire. Its chairman, Ivo Marrow, will travel to both capitals in the coming days, and report to the members of the council before the month is over. They have asked him to hurry, because the winter will close the passes between the two countries for many weeks.',
      'The last page is about the weather in Karsholm.',
    ])
    // The title that the file gives is the name of another file, and its day that of its making.
    expect(document).toMatchObject({ title: TITLE, date: null, provenance: { format: 'pdf', author: 'Jana Lind' } })
  })

  test('of LibreOffice, with two columns in ragged lines', async () => {
    const paragraphs = only(await readFixture('libreoffice-columns.pdf')).text.split('\n\n')
    expect(paragraphs.slice(0, 2)).toEqual([
      TITLE,
      `${FIRST} to discuss the border dispute that has divided the two countries for a decade.`,
    ])
    expect(paragraphs.filter((paragraph) => paragraph.endsWith(LAST))).toHaveLength(2)
  })

  test('that is closed to changes only is read', async () => {
    expect(only(await readFixture('owner-locked.pdf')).text).toBe(only(await readFixture('columns.pdf')).text)
  })

  test.each([
    ['locked.pdf', 'locked.pdf is protected by a password. Save it without one'],
    ['scanned.pdf', 'scanned.pdf has no text layer on its 2 pages: it is scanned, or made of pictures.'],
  ])('%s says what it is', async (name, message) => {
    expect(await readFixture(name)).toMatchObject({ documents: [], failures: [expect.stringContaining(message)] })
  })

  test('that is cut off says so', async () => {
    const { documents, failures } = await readBytes('cut.pdf', readFileSync(fixture('columns.pdf')).subarray(0, 900))
    expect({ documents, failures }).toEqual({
      documents: [],
      failures: [expect.stringMatching(/^cut\.pdf (is damaged or cut off|has no text layer)/)],
    })
  })
})

describe('office documents', () => {
  test.each(['article.docx', 'article.odt'])(
    '%s as it reads when changes are accepted, notes at the end',
    async (name) => {
      const document = only(await readFixture(name))
      const paragraphs = document.text.split('\n\n')
      expect(paragraphs[0]).toBe(TITLE)
      expect(paragraphs[1]?.startsWith(FIRST)).toBe(true)
      expect(paragraphs).toContain('Reck said no.\nVenn said yes.')
      expect(paragraphs.at(-1)).toBe('The customs house was built by Queen Asta Brandt.')
      expect(document.text).not.toContain('Odd Gone')
      expect(document).toMatchObject({ title: TITLE, date: null, provenance: { author: 'Jana Lind', language: 'en' } })
    },
  )

  test.each(['article.docx', 'article.odt', 'book.epub', 'mixed.zip'])('%s cut off: one sentence', async (name) => {
    const bytes = readFileSync(fixture(name))
    const { documents, failures } = await readBytes(name, bytes.subarray(0, bytes.length / 2))
    expect({ documents, failures }).toEqual({
      documents: [],
      failures: [expect.stringContaining('is damaged or cut off: it cannot be unpacked')],
    })
  })
})

test('EPUB: each chapter in reading order, without the contents', async () => {
  const { documents } = await readFixture('book.epub')
  expect(documents.map(({ title, date, source }) => [title, date, source])).toEqual([
    ['The River Papers – The meeting', '2031-05-01', 'Karsholm Press'],
    ['The River Papers – The council', '2031-05-01', 'Karsholm Press'],
  ])
  expect(documents[1]?.origin).toBe(`${fixture('book.epub')}/OEBPS/text/two b.xhtml`)
})

describe('e-mail', () => {
  test('subject, day where it was sent, sender; attachments are texts of their own', async () => {
    const { documents, notes } = await readFixture('letter.eml')
    expect(documents.map(({ title, date, provenance }) => [title, date, provenance?.format])).toEqual([
      ['Envoys meet – Grüße aus Karsholm', '2031-03-04', 'email'],
      ['Second text', null, 'text'],
      [TITLE, null, 'pdf'],
    ])
    expect(documents[0]?.text.startsWith(FIRST)).toBe(true)
    expect(documents[0]?.provenance?.author).toBe('Jana Lind, Northern Wire')
    expect(notes).toEqual(['1 file in letter.eml is of a kind that is not read: 1 .xls'])
  })

  test('letters within a letter have titles, days and authors of their own', async () => {
    const inner = (subject: string, from: string, day: string): string =>
      `Content-Type: message/rfc822\n\nFrom: ${from} <a@wire.example>\nSubject: ${subject}\nDate: ${day} 09:00:00 +0000\n\nOrla Venn spoke of ${subject}.\n`
    const letters = [
      inner('rivers', 'Per Holm', 'Mon, 03 Mar 2031'),
      inner('borders', 'Ivo Marrow', 'Tue, 04 Mar 2031'),
    ]
    const digest = `From: Jana Lind <j@wire.example>\nSubject: Forwarded\nDate: Wed, 05 Mar 2031 09:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nSee below.\n--x\n${letters.join('\n--x\n')}\n--x--\n`
    const { documents } = await readBytes('forwarded.eml', digest)
    expect(
      documents.map(({ title, date, provenance, text }) => [title, date, provenance?.author, text.trim()]),
    ).toEqual([
      ['Forwarded', '2031-03-05', 'Jana Lind', 'See below.'],
      ['rivers', '2031-03-03', 'Per Holm', 'Orla Venn spoke of rivers.'],
      ['borders', '2031-03-04', 'Ivo Marrow', 'Orla Venn spoke of borders.'],
    ])
  })

  test('a page saved as one file is a page', async () => {
    expect(only(await readFixture('saved.mhtml'))).toMatchObject({
      title: TITLE,
      date: '2031-03-04',
      url: 'https://wire.example/2031/03/04/envoys',
      provenance: { format: 'html' },
    })
  })
})

describe('feeds', () => {
  test('RSS: the fullest text of each entry, in the encoding that it declares', async () => {
    const { documents, notes } = await readFixture('rss.xml')
    expect(documents).toMatchObject([
      {
        title: 'Envoys meet & talk',
        date: '2031-03-04',
        source: 'Northern Wire',
        url: 'https://wire.example/envoys',
        origin: 'https://wire.example/envoys',
        provenance: { dateFrom: 'feed', author: 'Jana Lind', format: 'feed' },
      },
      { title: 'A café in Karsholm', date: '2031-03-05', url: 'https://wire.example/cafe' },
    ])
    expect(documents[0]?.text.split('\n\n')).toHaveLength(2)
    expect(documents[1]?.text).toBe(
      'President Ivo Marrow opened a café in Karsholm, in which the ministers of both countries met.',
    )
    expect(notes).toEqual(['entry 3 ("Empty") has no text'])
  })

  test('Atom: published before updated, XHTML, links', async () => {
    const { documents } = await readFixture('atom.xml')
    expect(documents).toMatchObject([
      { title: 'Council welcomes talks', date: '2031-03-07', url: 'https://post.example/1', source: 'Karsholm Post' },
      { title: 'Summary only', date: '2031-03-08', url: null, origin: `${fixture('atom.xml')}#urn:post:2` },
    ])
    expect(documents[0]?.text.endsWith('\n\nIvo Marrow <chairman> spoke.')).toBe(true)
  })

  test.each([
    [
      'cut off',
      '<rss version="2.0"><channel><item><title>A</title>',
      /^a\.xml, line 1: this XML is damaged or cut off/,
    ],
    [
      'with entities of its own',
      '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item><description>&b;</description></item></channel></rss>',
      /^a\.xml, line 1: this XML uses an entity of its own, or one of a file outside\. Such are never expanded/,
    ],
    [
      'with files from outside',
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><description>&x;</description></item></channel></rss>',
      /one of a file outside\. Such are never expanded/,
    ],
    [
      'of another kind',
      '<?xml version="1.0"?><config/>',
      /is XML, but no feed \(RSS or Atom\): it begins with <config>/,
    ],
  ])('XML %s: one sentence, and nothing is read', async (_, xml, message) => {
    expect(await readBytes('a.xml', xml)).toMatchObject({ documents: [], failures: [expect.stringMatching(message)] })
  })
})

describe('tables and JSON', () => {
  test('CSV with its usual names', async () => {
    const { documents, notes, problems } = await readFixture('export.csv')
    expect(documents).toMatchObject([
      { title: TITLE, date: '2031-03-04', source: 'Northern Wire', url: 'https://wire.example/envoys' },
      {
        title: 'Quotes, "marks" and lines',
        date: '2031-03-05',
        text: 'Orla Venn said "yes",\r\nand Tomas Reck said "no".',
      },
      { title: 'HTML', date: null, text: 'Orla Venn spoke.\n\nTomas Reck listened.' },
    ])
    expect(problems).toEqual([expect.stringContaining('the date "05/03/2031" may mean several days')])
    expect(notes).toEqual(['1 of 4 records in export.csv have no text in "body" and were left out'])
  })

  test('CSV with semicolons, in Windows-1252', async () => {
    const { documents } = await readFixture('semicolons.csv')
    expect(documents.map(({ title }) => title)).toEqual([TITLE, 'Quotes, "marks" and lines', 'HTML'])
    expect(documents[0]?.text).toContain('“We have agreed to talk')
  })

  test('a mapping names the columns', async () => {
    const mapping = { text: 'headline', title: 'outlet', date: 'published' }
    const { documents } = await readFixture('export.csv', { mapping })
    expect(documents[0]).toMatchObject({ text: TITLE, title: 'Northern Wire', provenance: { dateFrom: 'given' } })
  })

  test.each([
    ['export.csv', { text: 'article' }, 'export.csv has no field "article"; its fields are: "headline", "body",'],
    [
      'export.jsonl',
      { text: 'content.text' },
      'has no field "content.text"; its fields are: "meta.published", "content.body", "headline"',
    ],
    ['json-feed.json', { text: 'x' }, 'json-feed.json has no field "x"'],
  ])('%s: a name that no column has is told', async (name, mapping, message) => {
    const { documents, failures } = await readFixture(name, { mapping })
    expect({ documents, failures }).toEqual({ documents: [], failures: [expect.stringContaining(message)] })
  })

  test('JSON Lines with fields within fields', async () => {
    const mapping = { text: 'content.body', date: 'meta.published' }
    expect((await readFixture('export.jsonl', { mapping })).documents).toMatchObject([
      { title: TITLE, date: '2031-03-04' },
      { title: 'Quotes, "marks" and lines', date: '2031-03-05' },
    ])
  })

  test('JSON Feed: the list within, and the text that each item has', async () => {
    const { documents } = await readFixture('json-feed.json')
    expect(documents).toMatchObject([
      { title: TITLE, date: '2031-03-04', source: 'Northern Wire', provenance: { author: 'Jana Lind' } },
      {
        date: '2031-03-06',
        text: `The River Council, which mediates between both sides, welcomed the meeting and called for a cease-fire along the border. ${LAST}`,
      },
    ])
  })

  test.each([
    ['one article', '{"title": "A", "text": "Orla Venn spoke."}', ['Orla Venn spoke.']],
    ['a list', '[{"body": "One."}, {"body": "Two."}]', ['One.', 'Two.']],
    ['paragraphs in a list', `{"text": ["${'a'.repeat(80)}", "Two."]}`, [`${'a'.repeat(80)}\n\nTwo.`]],
  ])('JSON: %s', async (_, json, texts) => {
    expect((await readBytes('a.json', json)).documents.map(({ text }) => text)).toEqual(texts)
  })

  test.each([
    ['a.json', '{"text": "Orla', 'a.json, line 1, is no JSON: Unterminated string'],
    [
      'a.json',
      '[{"n": 1}]',
      'a.json has no field that looks like the text of an article; its fields are: "n". Name the right one with --text.',
    ],
    ['a.json', '{"x": 1,\n"y": oh}', 'a.json is no JSON: Unexpected token'],
    ['a.csv', 'a,b\n1,2', 'a.csv has no field that looks like the text'],
    ['a.csv', '', 'a.csv is empty.'],
    [
      'a.csv',
      'text,title\nOne.,A\n"Two.,B\nThree.,C\n',
      'a.csv, line 3: a cell of this row begins with a quotation mark and none closes it. Nothing of the table was read.',
    ],
    ['a.csv', 'text,title\nOne.,A\n"Two" or more.,B\n', 'a.csv, line 3: a quotation mark stands within a cell'],
  ])('%s %j is refused with the place', async (name, content, message) => {
    const { documents, failures } = await readBytes(name, content)
    expect({ documents, failures }).toEqual({ documents: [], failures: [expect.stringContaining(message)] })
  })

  test('a row with too many cells is told of, and the others are read', async () => {
    const { documents, failures } = await readBytes('a.csv', 'text,title\nOne.,A\nTwo, and more.,B\nThree.,C\n')
    expect(documents.map(({ text }) => text)).toEqual(['One.', 'Three.'])
    expect(failures).toEqual([
      expect.stringContaining('a.csv, line 3: this row has 3 cells, and the table has 2 columns.'),
    ])
  })

  test('three bad lines among many are listed, and the rest is read', async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => JSON.stringify({ text: `Orla Venn met guest ${i}.` }))
    lines[10] = '{"text": '
    lines[1500] = '"a word"'
    lines[2999] = 'nonsense'
    const { documents, failures } = await readBytes('a.jsonl', lines.join('\n'))
    expect(documents).toHaveLength(2997)
    expect(failures.map((message) => /^a\.jsonl, line (\d+): is no JSON/.exec(message)?.[1])).toEqual([
      '11',
      '1501',
      '3000',
    ])
  })
})

describe('archives', () => {
  test('WARC of wget: pages and notes, whatever way they were sent', async () => {
    const { documents, notes, failures } = await readFixture('crawl.warc.gz')
    expect(documents.map(({ title, date, provenance }) => [title, date, provenance?.format])).toEqual([
      [TITLE, '2031-03-04', 'html'],
      ['Packed talks', null, 'html'],
      ['A note', null, 'text'],
    ])
    expect(documents[0]?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/envoys$/)
    expect(failures).toEqual([])
    expect(notes).toEqual(['1 file in crawl.warc.gz is of a kind that is not read: 1 image/png'])
  })

  test('WARC cut off: what came before is read', async () => {
    const bytes = readFileSync(fixture('crawl.warc.gz'))
    const { documents, failures } = await readBytes('crawl.warc.gz', bytes.subarray(0, 4000))
    expect(documents.length).toBeGreaterThan(0)
    expect(failures).toEqual([expect.stringContaining('crawl.warc.gz is damaged or cut off')])
  })

  test('ZIP of different formats, an archive within it; hidden files are none of it', async () => {
    const { documents, notes } = await readFixture('mixed.zip')
    expect(
      documents.map(({ origin, provenance }) => [origin.split('.zip/').slice(1).join('|'), provenance?.format]),
    ).toEqual([
      ['a.html', 'html'],
      ['b/talks.txt', 'text'],
      ['inner|deep.md', 'markdown'],
    ])
    expect(notes).toEqual(['1 file in mixed.zip is of a kind that is not read: 1 .png'])
  })

  test('names that lead out of the archive are not read', async () => {
    const { documents, failures } = await readFixture('traversal.zip')
    expect(documents).toHaveLength(1)
    expect(failures).toEqual([
      expect.stringContaining('traversal.zip/../../outside.txt has a name that leads out of the archive'),
      expect.stringContaining('traversal.zip//absolute.txt has a name that leads out of the archive'),
    ])
  })

  test('what grows as no text does is not unpacked', async () => {
    const { documents, failures } = await readFixture('bomb.zip')
    expect(documents).toHaveLength(1)
    expect(failures).toEqual([expect.stringContaining('bomb.zip/zeros.txt would grow to 11 MB, 1028 times its size')])
  })

  test('what is locked says so', async () => {
    expect((await readFixture('locked.zip')).failures).toEqual([
      expect.stringContaining('locked.zip/secret.txt is protected by a password'),
    ])
  })
})

describe('which format it is', () => {
  const RSS = '<?xml version="1.0"?>\n<!-- x -->\n<rss version="2.0">'
  const PAGE = '<!DOCTYPE html><html>'
  test.each<[name: string, content: string, mediaType: string | undefined, format: KindName]>([
    ['a.txt', '%PDF-1.4', undefined, 'pdf'],
    ['a.pdf', 'Orla Venn', undefined, 'pdf'],
    ['-', '%PDF-1.4', undefined, 'pdf'],
    ['-', PAGE, undefined, 'html'],
    ['-', RSS, undefined, 'feed'],
    ['-', '{"text": "a"}\n{"text": "b"}', undefined, 'jsonl'],
    ['-', '[{"text": "a"}]', undefined, 'json'],
    ['-', 'Received: from a\r\nFrom: b\r\n', undefined, 'email'],
    ['-', 'From: one place to another, Orla Venn', undefined, 'text'],
    ['-', 'WARC/1.0\r\n', undefined, 'warc'],
    ['-', 'Orla Venn', undefined, 'text'],
    ['a.xml', RSS, undefined, 'feed'],
    ['a.xml', PAGE, undefined, 'html'],
    ['a.html', RSS, undefined, 'html'],
    ['/news', PAGE, 'text/html; charset=utf-8', 'html'],
    ['/news', RSS, 'text/html', 'feed'],
    ['/news.html', RSS, 'text/xml', 'feed'],
    ['/a.csv', 'a,b', 'text/plain', 'csv'],
    ['/a', 'Orla', 'text/plain', 'text'],
    ['a.docx', 'PK\u0003\u0004', undefined, 'docx'],
    ['a', `PK\u0003\u0004${'\0'.repeat(26)}mimetypeapplication/epub+zip`, undefined, 'epub'],
    ['a', `PK\u0003\u0004${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.text`, undefined, 'odt'],
    ['a.zip', `PK\u0003\u0004${'\0'.repeat(26)}[Content_Types].xml`, undefined, 'docx'],
    ['a.zip', 'PK\u0003\u0004', undefined, 'zip'],
    ['a.txt.gz', '\u001f\u008b\b', undefined, 'gzip'],
  ])('%s %j %s is %s', async (name, content, mediaType, format) => {
    const about = { origin: name, name, ...(mediaType !== undefined && { mediaType }) }
    expect(await formatOf(bytesSource(Buffer.from(content, 'latin1'), about))).toBe(format)
  })

  test('the user knows better', async () => {
    expect(only(await readBytes('a.txt', '<p>Orla <b>Venn</b></p>', { as: 'html' })).text).toBe('Orla Venn')
  })
})
