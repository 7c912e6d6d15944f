/** Corrections over HTTP: made, undone, listed, taken away and taken over. */
import { describe, expect, test } from 'vitest'
import type { CorrectedAnswer, IdentityAnswer, LogAnswer, SuggestionsAnswer } from '../../src/api/corrections.ts'
import {
  CorrectedAnswer as CorrectedSchema,
  IdentityAnswer as IdentitySchema,
  LogAnswer as LogSchema,
  SuggestionsAnswer as SuggestionsSchema,
} from '../../src/api/corrections.ts'
import type { GraphAnswer } from '../../src/api/graph.ts'
import { BASE } from '../../src/api/openapi.ts'
import type { DocumentAnswer, NodeAnswer, Problem } from '../../src/api/schemas.ts'
import { reading } from '../support/extractions.ts'
import { SAMPLES, strike } from '../support/samples.ts'
import { type Client, serve } from '../support/server.ts'

const CORRECTIONS = `${BASE}/corrections`
const merge = { act: 'merge', node: 'person:bram-oduya', others: ['person:runa-tessaly'] }

const correct = (client: Client, what: unknown, more: object = {}) =>
  client.send<CorrectedAnswer>('POST', CORRECTIONS, { what, ...more })
const graphOf = async (client: Client) => (await client.get<GraphAnswer>(`${BASE}/graph`)).body

test('a correction is answered with its entry, and holds at once', async () => {
  const client = await serve(SAMPLES, { author: 'ana' })
  const { status, body } = await correct(client, merge, { why: 'her maiden name' })
  expect(status).toBe(201)
  CorrectedSchema.parse(body)
  expect(body).toMatchObject({
    node: 'person:bram-oduya',
    correction: {
      by: 'ana',
      why: 'her maiden name',
      state: 'holds',
      fits: true,
      sentence: expect.stringContaining('Bram Oduya'),
    },
  })
  const old = await client.get<NodeAnswer>(`${BASE}/nodes/person:runa-tessaly`)
  expect(old.body.node.key).toBe('person:bram-oduya')
  const around = await client.get(`${BASE}/nodes/person:runa-tessaly/neighbors`)
  const way = await client.get(`${BASE}/paths?from=person:runa-tessaly&to=country:ostrava-lind`)
  expect([around.status, way.status]).toEqual([200, 200])
})

test('a corrected node bears its mark in the article', async () => {
  const client = await serve(SAMPLES)
  const { body: before } = await client.get<DocumentAnswer>(`${BASE}/documents/${strike.document.id}`)
  await correct(client, { act: 'hide', node: 'person:runa-tessaly' })
  const { body: after } = await client.get<DocumentAnswer>(`${BASE}/documents/${strike.document.id}`)
  expect(before.mentions.map(({ node }) => node)).toContain('person:runa-tessaly')
  expect(after.mentions).toEqual(before.mentions.filter(({ node }) => node !== 'person:runa-tessaly'))
})

test('undo and redo, the last one or a named one', async () => {
  const client = await serve(SAMPLES)
  const before = await graphOf(client)
  const first = (await correct(client, { act: 'hide', node: 'city:velmont' })).body.correction
  const second = (await correct(client, merge)).body.correction
  const undone = await client.send<CorrectedAnswer>('POST', `${CORRECTIONS}/undo`, {})
  expect(undone.body.correction).toMatchObject({ id: second.id, state: 'undone' })
  await client.send('POST', `${CORRECTIONS}/undo`, { entry: first.id })
  expect(await graphOf(client)).toEqual(before)
  const redone = await client.send<CorrectedAnswer>('POST', `${CORRECTIONS}/redo`, {})
  expect(redone.body.correction).toMatchObject({ id: first.id, state: 'holds' })
  const { body } = await client.get<LogAnswer>(`${CORRECTIONS}?limit=2`)
  LogSchema.parse(body)
  expect(body.total).toBe(5)
  expect(body.entries.map(({ what }) => what.act)).toEqual(['redo', 'undo'])
  expect([body.undoable, body.redoable]).toEqual([first.id, second.id])
  const rest = await client.get<LogAnswer>(`${CORRECTIONS}?limit=9&cursor=${body.next}`)
  expect(rest.body.entries).toHaveLength(3)
})

test('a log goes from one library to another and means the same there', async () => {
  const [one, other] = [await serve(SAMPLES), await serve([...SAMPLES].reverse())]
  await correct(one, merge)
  await correct(one, { act: 'rename', node: 'city:velmont', name: 'Velmont-on-Sea' })
  await one.send('POST', `${CORRECTIONS}/undo`, {})
  const { text, headers } = await one.get(`${CORRECTIONS}.jsonl`)
  expect(headers.get('content-type')).toBe('application/jsonl; charset=utf-8')
  expect(text.trimEnd().split('\n')).toHaveLength(3)
  const taken = await other.send('POST', `${CORRECTIONS}/import`, { lines: text })
  expect(taken.body).toEqual({ added: 3, known: 0 })
  expect((await other.send('POST', `${CORRECTIONS}/import`, { lines: text })).body).toEqual({ added: 0, known: 3 })
  expect(await graphOf(other)).toEqual(await graphOf(one))
})

test('a correction whose text is gone is told of, and holds again when it is back', async () => {
  const client = await serve(SAMPLES)
  await correct(client, { act: 'hide', node: 'person:runa-tessaly' })
  const fits = async () => (await client.get<LogAnswer>(CORRECTIONS)).body.entries.map((entry) => entry.fits)
  await client.send('DELETE', `${BASE}/documents/${strike.document.id}`)
  expect(await fits()).toEqual([false])
  client.library.put(strike.document, strike.extraction, 'test 1')
  expect(await fits()).toEqual([true])
})

describe('suggestions', () => {
  const [minister, player] = [
    reading({
      sentences: ['Minister Jean Tarrow of Talvia spoke.'],
      entities: [
        { type: 'person', name: 'Jean Tarrow', roles: [['Minister']] },
        { type: 'country', name: 'Talvia' },
      ],
      relations: [{ in: 0, is: ['Jean Tarrow', 'official_of', 'Talvia'] }],
    }),
    reading({
      sentences: ['The footballer Jean Tarrow scored.'],
      entities: [{ type: 'person', name: 'Jean Tarrow', roles: [['footballer']] }],
    }),
  ]
  const all = async (client: Client) => (await client.get<SuggestionsAnswer>(`${BASE}/suggestions`)).body

  test('show both with their sentences, and are answered by a correction', async () => {
    const client = await serve([minister, player])
    const body = await all(client)
    SuggestionsSchema.parse(body)
    expect(body.total).toBe(1)
    const [{ node, other, reasons, evidence }] = body.suggestions as [SuggestionsAnswer['suggestions'][number]]
    expect(reasons.map(({ reason }) => reason)).toContain('another walk of life')
    expect(evidence.other[0]?.sentence.text).toMatch(/Jean Tarrow/)
    await correct(client, { act: 'distinct', node: node.key, other: other.key })
    expect((await all(client)).total).toBe(0)
    await client.send('POST', `${CORRECTIONS}/undo`, {})
    await correct(client, { act: 'merge', node: node.key, others: [other.key] })
    expect((await all(client)).total).toBe(0)
    const identity = await client.get<IdentityAnswer>(`${BASE}/nodes/${other.key}/identity`)
    IdentitySchema.parse(identity.body)
    expect(identity.body.node.key).toBe(node.key)
    expect(identity.body.parts).toHaveLength(2)
    expect(identity.body.joins[0]?.reasons[0]?.reason).toBe('a person has said so')
  })

  test('of an unknown node there is nothing to tell', async () => {
    const client = await serve(SAMPLES)
    expect((await client.get(`${BASE}/nodes/person:nobody/identity`)).status).toBe(404)
  })
})

describe('refused, and nothing changes:', () => {
  const cases: readonly (readonly [what: string, path: string, body: unknown, status: number, words: RegExp])[] = [
    ['an unknown act', '', { what: { act: 'burn', node: 'x' } }, 400, /what/],
    ['an unknown node', '', { what: { act: 'hide', node: 'person:nobody' } }, 404, /person:nobody/],
    ['a field too many', '', { what: { act: 'hide', node: 'city:velmont', colour: 'red' } }, 400, /what/],
    ['nothing to undo', '/undo', {}, 400, /nothing to undo/],
    ['an unknown entry', '/undo', { entry: 'abc' }, 404, /no correction "abc"/],
    ['no log', '/import', { lines: 'hello' }, 400, /Line 1 .*no JSON/],
    ['half a log', '/import', { lines: '{"id":"a"}\n' }, 400, /Line 1 .*not acceptable/],
    [
      'an undo of something else',
      '/import',
      {
        lines: JSON.stringify({
          id: 'a',
          at: '2031-01-01T00:00:00Z',
          by: 'x',
          why: null,
          what: { act: 'undo', entry: 'b' },
        }),
      },
      400,
      /neither before it nor here/,
    ],
  ]
  test.each(cases)('%s', async (_, path, body, status, words) => {
    const client = await serve(SAMPLES)
    const version = client.library.version()
    const answer = await client.send<Problem>('POST', `${CORRECTIONS}${path}`, body)
    expect(answer.status).toBe(status)
    expect(answer.body.detail).toMatch(words)
    expect(client.library.version()).toBe(version)
  })
})
