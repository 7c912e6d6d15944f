/** Adding and removing texts, and taking the graph away as a file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Graph from 'graphology'
import { parse } from 'graphology-gexf'
import { describe, expect, test } from 'vitest'
import type { GraphAnswer } from '../../src/api/graph.ts'
import { BASE } from '../../src/api/openapi.ts'
import type { AddedAnswer, DocumentAnswer, DocumentsAnswer, Problem, SearchAnswer } from '../../src/api/schemas.ts'
import { AddedAnswer as AddedSchema, FileAnswer as FileSchema } from '../../src/api/schemas.ts'
import type { Pipeline } from '../../src/pipeline.ts'
import { sharedPipeline } from '../cli/support.ts'
import { SAMPLES, strike } from '../support/samples.ts'
import { blankPipeline, serve } from '../support/server.ts'

const DOCUMENTS = `${BASE}/documents`

describe('a text that is added', () => {
  test('is there, with what was given of it', async () => {
    const { get, send } = await serve([])
    const given = {
      text: 'Nothing happened.',
      title: 'A quiet day',
      date: '2031-05-01',
      source: 'Karsholm Post',
      url: 'https://example.org/quiet',
    }
    const added = await send<AddedAnswer>('POST', DOCUMENTS, given)
    expect(added.status).toBe(201)
    AddedSchema.parse(added.body)
    expect(added.body.notes).toContain('The text names nobody.')
    const location = added.headers.get('location') ?? ''
    const { body } = await get<DocumentAnswer>(location)
    expect(body.document).toMatchObject({ ...given, origin: given.url })
  })

  test('tells which nodes and edges it gave', async () => {
    const { send } = await serve([], { pipeline: { version: 'test 1', read: () => strike.extraction } })
    const { body } = await send<AddedAnswer>('POST', DOCUMENTS, { text: strike.document.text })
    expect(body.document.id).toBe(strike.document.id)
    expect(body.nodes).toContain('armed_force:talvian-guard')
    expect([body.nodes.length, body.edges.length]).toEqual([6, 5])
  })

  test('twice is there once', async () => {
    let reads = 0
    const pipeline: Pipeline = {
      version: blankPipeline.version,
      read: (document) => {
        reads++
        return blankPipeline.read(document)
      },
    }
    const { send, library } = await serve([], { pipeline })
    const [first, second] = [
      await send('POST', DOCUMENTS, { text: 'Once.' }),
      await send('POST', DOCUMENTS, { text: 'Once.' }),
    ]
    expect([first.status, second.status, reads]).toEqual([201, 200, 1])
    expect(second.body).toEqual(first.body)
    expect(library.documents()).toHaveLength(1)
  })

  test('does not replace another that was given without an address', async () => {
    const { send, library } = await serve([])
    await send('POST', DOCUMENTS, { text: 'One.' })
    await send('POST', DOCUMENTS, { text: 'Two.' })
    expect(library.documents()).toHaveLength(2)
  })

  test('from the same address replaces the older one', async () => {
    const { send, library } = await serve([])
    const url = 'https://example.org/live'
    await send('POST', DOCUMENTS, { text: 'One.', url })
    await send('POST', DOCUMENTS, { text: 'One, and two.', url })
    expect(library.documents().map(({ characters }) => characters)).toEqual([13])
  })

  test.each(['', ' \n', '---\ntitle: Nothing\n---\n'])('and is empty (%j), is refused', async (text) => {
    const { send, library } = await serve([])
    const { status, body } = await send<Problem>('POST', DOCUMENTS, { text })
    expect([status, body.parameter]).toEqual([400, 'text'])
    expect(library.documents()).toEqual([])
  })

  test('in another language is kept, marked and found, and not analysed', async () => {
    const { send, get } = await serve([], { pipeline: sharedPipeline() })
    const text = 'Der Präsident traf am Montag in Genf die Ministerin, um mit ihr über die Grenze zu sprechen.'
    const { body } = await send<AddedAnswer>('POST', DOCUMENTS, { text })
    expect(body).toMatchObject({ document: { language: 'de' }, nodes: [], edges: [] })
    expect(body.notes).toEqual([expect.stringContaining('Not analysed: the text is in German')])
    const found = await get<SearchAnswer>(`${BASE}/search?q=Ministerin`)
    expect(found.body.documents.map(({ language }) => language)).toEqual(['de'])
  })

  test('tells where its day comes from', async () => {
    const { send, get } = await serve([])
    const { headers } = await send('POST', DOCUMENTS, { text: 'KARSHOLM, March 4, 2031 (Northern Wire) — Nobody met.' })
    const { body } = await get<DocumentAnswer>(headers.get('location') ?? '')
    expect(body.document).toMatchObject({ date: '2031-03-04', dateFrom: 'dateline', format: 'text', author: null })
    expect(body.document.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  test('and is a copy of another, counts with it as one report', async () => {
    const { send, get } = await serve([])
    const words = Array.from({ length: 120 }, (_, i) => `word${i}`).join(' ')
    const first = await send<AddedAnswer>('POST', DOCUMENTS, { text: words, date: '2031-03-04' })
    const second = await send<AddedAnswer>('POST', DOCUMENTS, { text: `Updated: ${words}`, date: '2031-03-05' })
    expect(second.body.document.copyOf).toBe(first.body.document.id)
    const { body } = await get<DocumentsAnswer>(DOCUMENTS)
    expect(body.documents.map(({ copyOf }) => copyOf)).toEqual([first.body.document.id, undefined])
  })

  test('and takes the place of the report that others are copies of, changes no weight', async () => {
    const { send, get } = await serve([], { pipeline: sharedPipeline() })
    const words = Array.from({ length: 120 }, (_, i) => `word${i}`).join(' ')
    const text = `President Orla Venn of Norway met Prime Minister Tomas Reck in Geneva on Monday. ${words}`
    const weights = async () => {
      const { body } = await get<GraphAnswer>(`${BASE}/graph?relation=met_with`)
      return body.edges.map(({ attributes }) => [attributes.weight, attributes.evidence.length])
    }
    await send('POST', DOCUMENTS, { text, date: '2031-03-04' })
    await send('POST', DOCUMENTS, { text: `Updated: ${text}`, date: '2031-03-05' })
    expect(await weights()).toEqual([[1, 2]])
    const { body } = await send<AddedAnswer>('POST', DOCUMENTS, { text: `${text} More soon.`, date: '2031-03-03' })
    expect(await weights()).toEqual([[1, 3]])
    await send('DELETE', `${DOCUMENTS}/${body.document.id}`)
    expect(await weights()).toEqual([[1, 2]])
  })
})

describe('a file that is sent', () => {
  const sendFile = async (url: string, bytes: Uint8Array, query: string) => {
    const response = await fetch(`${url}${DOCUMENTS}?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(bytes),
    })
    return { status: response.status, body: (await response.json()) as unknown }
  }
  const sendFixture = (url: string, name: string, query = '') =>
    sendFile(url, readFileSync(join(import.meta.dirname, '../read/fixtures', name)), `name=${name}${query}`)

  test('is read as what it is, and each of its texts is stored', async () => {
    const { url, library } = await serve([])
    const { status, body } = await sendFixture(url, 'letter.eml')
    expect(status).toBe(201)
    const answer = FileSchema.parse(body)
    expect(answer.texts.map(({ document, outcome }) => [document.title, outcome])).toEqual([
      ['Envoys meet – Grüße aus Karsholm', 'added'],
      ['Second text', 'added'],
      ['Envoys of Norvia and Tarsk meet in Karsholm', 'added'],
    ])
    expect(answer.notes).toEqual(['1 file in letter.eml is of a kind that is not read: 1 .xls.'])
    expect(library.documents()).toHaveLength(3)
    expect(await sendFixture(url, 'letter.eml')).toMatchObject({
      status: 200,
      body: { texts: [{ outcome: 'unchanged' }, {}, {}] },
    })
  })

  test('and is a table, is read by the columns that are named', async () => {
    const { url } = await serve([])
    const { body } = await sendFixture(url, 'export.csv', '&textField=headline&titleField=outlet&source=Post')
    expect(body).toMatchObject({ texts: [{ document: { title: 'Northern Wire' } }, {}, {}, {}] })
  })

  test('tells what could not be read beside what was', async () => {
    const { url } = await serve([])
    expect(await sendFixture(url, 'bomb.zip')).toMatchObject({
      status: 201,
      body: { texts: [{}], failures: [expect.stringContaining('bomb.zip/zeros.txt would grow')] },
    })
  })

  test.each([
    ['scanned.pdf', 422, /has no text layer/],
    ['locked.pdf', 422, /is protected by a password/],
  ])('%s is refused, and nothing is stored', async (name, status, detail) => {
    const { url, library } = await serve([])
    expect(await sendFixture(url, name)).toMatchObject({ status, body: { detail: expect.stringMatching(detail) } })
    expect(library.documents()).toEqual([])
  })

  test('of more than 64 MB is refused with the limit', async () => {
    const { url } = await serve([])
    const { status, body } = await sendFile(url, Buffer.alloc(65 * 1024 * 1024), 'name=a.txt')
    expect({ status, body }).toMatchObject({ status: 413, body: { detail: expect.stringContaining('64 MB') } })
  })

  test('in another form is refused with what to send', async () => {
    const { send } = await serve([])
    const { status, body } = await send<Problem>('POST', DOCUMENTS, 'x', { 'content-type': 'text/plain' })
    expect([status, body.detail]).toEqual([415, expect.stringContaining('as application/octet-stream with its name')])
  })

  test('has parameters that a text has not', async () => {
    const { send } = await serve([])
    const { status, body } = await send<Problem>('POST', `${DOCUMENTS}?name=a.txt`, { text: 'Hello.' })
    expect([status, body.parameter]).toEqual([400, 'name'])
  })
})

test('a text that is removed takes along what only it said', async () => {
  const { get, send } = await serve(SAMPLES)
  expect((await get(`${BASE}/nodes/armed_force:talvian-guard`)).status).toBe(200)
  expect((await send('DELETE', `${DOCUMENTS}/${strike.document.id}`)).status).toBe(204)
  expect((await send('DELETE', `${DOCUMENTS}/${strike.document.id}`)).status).toBe(404)
  expect((await get(`${BASE}/nodes/armed_force:talvian-guard`)).status).toBe(404)
  expect((await get(`${BASE}/nodes/city:karsholm`)).status).toBe(200)
})

describe('files', () => {
  test('GEXF has everything, with places', async () => {
    const { headers, text } = await (await serve(SAMPLES)).get(`${BASE}/export.gexf`)
    expect(headers.get('content-type')).toBe('application/gexf+xml; charset=utf-8')
    expect(headers.get('content-disposition')).toMatch(/attachment; filename="?dragoman\.gexf"?/)
    const graph = parse(Graph, text)
    expect([graph.order, graph.size]).toEqual([11, 13])
    graph.forEachNode((_, { x, y }) => expect([typeof x, typeof y]).toEqual(['number', 'number']))
  })

  test('a part of it keeps its places', async () => {
    const { get } = await serve(SAMPLES)
    const places = (text: string) => parse(Graph, text).getNodeAttributes('person:ilsa-marrow')
    const whole = places((await get(`${BASE}/export.gexf`)).text)
    const part = places((await get(`${BASE}/export.gexf?kind=actor`)).text)
    expect([part['x'], part['y']]).toEqual([whole['x'], whole['y']])
  })

  test('JSON has everything', async () => {
    const { body } = await (await serve(SAMPLES)).get<{ nodes: unknown[]; edges: unknown[] }>(`${BASE}/export.json`)
    expect([body.nodes.length, body.edges.length]).toEqual([11, 13])
  })

  test('are the same bytes each time', async () => {
    const [a, b] = [await serve(SAMPLES), await serve([...SAMPLES].reverse())]
    for (const name of ['export.gexf', 'export.json'])
      expect((await a.get(`${BASE}/${name}`)).text).toBe((await b.get(`${BASE}/${name}`)).text)
  })
})
