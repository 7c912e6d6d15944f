/** Files of all formats through the command line: what is read, said, and left out. */
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fixture } from '../read/support.ts'
import { call, folderWith, MEETING, TALKS } from './support.ts'

interface Graph {
  readonly attributes: {
    readonly documents: readonly {
      readonly title: string
      readonly date: string | null
      readonly dateFrom?: string
      readonly language?: string
      readonly copyOf?: string
    }[]
  }
  readonly nodes: readonly { readonly attributes: { readonly label: string } }[]
}
const graph = (json: string): Graph => JSON.parse(json) as Graph

describe('extract', () => {
  test.each(['json-ld.html', 'columns.pdf', 'article.docx', 'article.odt', 'saved.mhtml'])(
    '%s names the people in it',
    async (name) => {
      const { status, printed } = await call(['extract', fixture(name)])
      expect(status).toBe(0)
      const labels = graph(printed).nodes.map(({ attributes }) => attributes.label)
      expect(labels).toEqual(expect.arrayContaining(['Orla Venn', 'Tomas Reck']))
    },
  )

  test('the same bytes each time, in whatever folder a file lies', async () => {
    const folder = folderWith()
    copyFileSync(fixture('letter.eml'), join(folder, 'letter.eml'))
    const first = await call(['extract', fixture('letter.eml')])
    expect((await call(['extract', join(folder, 'letter.eml')])).printed).toBe(first.printed)
  })

  test('a table by the columns that are named; --date names one too', async () => {
    const args = ['extract', fixture('export.csv'), '--text', 'body', '--title', 'outlet', '--date', 'published']
    const { status, printed } = await call(args)
    expect(status).toBe(0)
    expect(
      graph(printed)
        .attributes.documents.map(({ title, date }) => [title, date])
        .sort(),
    ).toEqual([
      ['Karsholm Post', '2031-03-05'],
      ['Northern Wire', '2031-03-04'],
      ['Orla Venn spoke', null],
    ])
  })

  test('a day for the texts that carry none of their own, beside the columns', async () => {
    const { printed } = await call(['extract', fixture('export.csv'), '--text', 'body', '--date', '2031-12-31'])
    expect(graph(printed).attributes.documents.map(({ date }) => date)).toContain('2031-12-31')
  })

  test('a column that is not there: which there are, and status 1', async () => {
    const { status, said } = await call(['extract', fixture('export.csv'), '--text', 'article'])
    expect({ status, said }).toEqual({
      status: 1,
      said: [expect.stringContaining('its fields are: "headline", "body"')],
    })
  })

  test('--as says what a file is; a format that is not known is a wrong call', async () => {
    const file = join(folderWith({ 'page.txt': `<p>${MEETING}</p>` }), 'page.txt')
    const { printed } = await call(['extract', file, '--as', 'html'])
    expect(graph(printed).attributes.documents[0]?.title).not.toContain('<p>')
    expect((await call(['extract', file, '--as', 'word'])).status).toBe(2)
  })

  test('copies of one report count as one', async () => {
    const text = readFileSync(fixture('utf-16le.txt')).toString('utf16le').slice(1)
    const folder = folderWith({ '2031-03-04.txt': text, '2031-03-05.txt': `UPDATED\n\n${text}` })
    const { printed } = await call(['extract', join(folder, '2031-03-04.txt'), join(folder, '2031-03-05.txt')])
    const { documents } = graph(printed).attributes
    expect(documents.map(({ date, dateFrom, copyOf }) => [date, dateFrom, copyOf !== undefined])).toEqual([
      ['2031-03-05', 'file name', true],
      ['2031-03-04', 'file name', false],
    ])
  })

  test('--each: one graph for an archive, of all its texts that can be read', async () => {
    const out = join(folderWith(), 'graphs')
    const { status, said } = await call(['extract', '--each', '--out', out, fixture('bomb.zip'), fixture('mixed.zip')])
    expect(status).toBe(1)
    expect(said.at(-1)).toBe('1 of 5 texts failed; see above.')
    expect(graph(readFileSync(join(out, 'mixed.json'), 'utf8')).attributes.documents).toHaveLength(3)
    expect(graph(readFileSync(join(out, 'bomb.json'), 'utf8')).attributes.documents).toHaveLength(1)
  })
})

describe('ingest', () => {
  test('all files of a folder, each text once; then nothing is new', async () => {
    const folder = folderWith()
    for (const name of ['letter.eml', 'rss.xml', 'mixed.zip', 'crawl.warc.gz', 'scanned.pdf', 'export.jsonl'])
      copyFileSync(fixture(name), join(folder, name))
    const library = join(folder, 'talks.db')
    const ingest = () => call(['ingest', folder, '--library', library])
    const { status, said } = await ingest()
    expect(status).toBe(1)
    expect(said.join('\n')).toContain(`${join(folder, 'scanned.pdf')} has no text layer`)
    expect(said.at(-1)).toBe(`${library}: 13 added, 0 changed, 0 unchanged, 1 failed.`)
    expect((await ingest()).said.at(-1)).toBe(`${library}: 0 added, 0 changed, 13 unchanged, 1 failed.`)
  })

  test('a text in another language is kept, not analysed, and this is said', async () => {
    const folder = folderWith({
      'a.txt': 'Der Minister traf am Montag in Genf die Ministerin, um mit ihr über die Grenze zu sprechen.',
    })
    const library = join(folder, 'talks.db')
    const { status, said } = await call(['ingest', join(folder, 'a.txt'), '--library', library])
    expect({ status, said }).toEqual({
      status: 0,
      said: [
        `Note: ${join(folder, 'a.txt')} is in German, which is not analysed; its graph is empty.`,
        `${library}: 1 added, 0 changed, 0 unchanged.`,
      ],
    })
  })

  test('bad lines are listed, the others stored', async () => {
    const folder = folderWith({
      'a.jsonl': `{"text": ${JSON.stringify(MEETING)}}\nnonsense\n{"text": ${JSON.stringify(TALKS)}}\n`,
    })
    const library = join(folder, 'talks.db')
    const { status, said } = await call(['ingest', join(folder, 'a.jsonl'), '--library', library])
    expect(status).toBe(1)
    expect(said[0]).toContain(`${join(folder, 'a.jsonl')}, line 2: is no JSON`)
    expect(said.at(-1)).toBe(`${library}: 2 added, 0 changed, 0 unchanged, 1 failed.`)
  })

  test('of a table with broken quotes nothing is stored', async () => {
    const folder = folderWith({ 'a.csv': `text,title\n${MEETING.trim()},A\n"${TALKS.trim()},B\n` })
    const library = join(folder, 'talks.db')
    const { status, said } = await call(['ingest', join(folder, 'a.csv'), '--library', library])
    expect(status).toBe(1)
    expect(said[0]).toContain('a.csv, line 3: a cell of this row begins with a quotation mark and none closes it')
    expect(said.at(-1)).toBe(`${library}: 0 added, 0 changed, 0 unchanged, 1 failed.`)
  })

  test('a row that changes takes the place of the old one where it has a name of its own', async () => {
    const folder = folderWith()
    const library = join(folder, 'talks.db')
    const write = (text: string) =>
      writeFileSync(join(folder, 'a.csv'), `id,text\n7,"${text.trim()}"\n8,"${TALKS.trim()}"\n`)
    write(MEETING)
    await call(['ingest', join(folder, 'a.csv'), '--library', library])
    write('President Orla Venn visited Lisbon.')
    const { said } = await call(['ingest', join(folder, 'a.csv'), '--library', library])
    expect(said).toEqual([`${library}: 0 added, 1 changed, 1 unchanged.`])
  })
})

describe('addresses', () => {
  const serve = async (): Promise<string> => {
    const server = createServer(({ url = '' }, response) => {
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const feed = `<rss version="2.0"><channel><item><title>Talks</title><link>${address}/a</link><description>Short.</description></item></channel></rss>`
      const answers: Readonly<Record<string, string>> = { '/feed': feed, '/a': `<article><p>${MEETING}</p></article>` }
      response.writeHead(answers[url] === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(answers[url])
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  test('of this machine are asked only when that is said, and links of feeds followed only when asked', async () => {
    const [url, library] = [await serve(), join(folderWith(), 'talks.db')]
    const ingest = (...args: string[]) => call(['ingest', `${url}/feed`, '--library', library, ...args])
    expect(await ingest()).toMatchObject({
      status: 1,
      said: [expect.stringContaining('say --allow-private'), expect.anything()],
    })
    expect(existsSync(library)).toBe(false)
    expect((await ingest('--allow-private')).said.at(-1)).toBe(`${library}: 1 added, 0 changed, 0 unchanged.`)
    // The page takes the place of the short text that the feed has of it.
    expect((await ingest('--allow-private', '--follow')).said).toEqual([`${library}: 0 added, 1 changed, 0 unchanged.`])
    const { printed } = await call(['export', '--library', library, '--format', 'json'])
    expect(printed).toContain('"Orla Venn"')
  })

  test('give a graph without being stored', async () => {
    const { status, printed } = await call(['extract', `${await serve()}/a`, '--allow-private'])
    expect(status).toBe(0)
    expect(graph(printed).nodes.map(({ attributes }) => attributes.label)).toContain('Tomas Reck')
  })
})
