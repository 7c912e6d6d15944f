/** Adding and removing texts, and taking the graph away as a file. */
import Graph from 'graphology'
import { parse } from 'graphology-gexf'
import { describe, expect, test } from 'vitest'
import { BASE } from '../../src/api/openapi.ts'
import type { AddedAnswer, DocumentAnswer } from '../../src/api/schemas.ts'
import { AddedAnswer as AddedSchema } from '../../src/api/schemas.ts'
import type { Pipeline } from '../../src/pipeline.ts'
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

  test('and is empty, is a document without facts', async () => {
    const { send } = await serve([])
    const { status, body } = await send<AddedAnswer>('POST', DOCUMENTS, { text: '' })
    expect(status).toBe(201)
    expect([body.nodes, body.edges]).toEqual([[], []])
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
