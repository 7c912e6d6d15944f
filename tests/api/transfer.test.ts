/** Graphs that come in over HTTP, and what queries find as files. */
import { describe, expect, test } from 'vitest'
import { BASE } from '../../src/api/openapi.ts'
import { OPERATIONS } from '../../src/api/operations.ts'
import type { Problem } from '../../src/api/schemas.ts'
import { SAMPLES } from '../support/samples.ts'
import { type Client, serve } from '../support/server.ts'

const FOREIGN = JSON.stringify({
  attributes: { name: 'Firms' },
  options: { type: 'directed', multi: false, allowSelfLoops: true },
  nodes: [
    { key: 'a', attributes: { label: 'Karsholm Steel', type: 'Firm' } },
    { key: 'b', attributes: { label: 'Orla Venn', type: 'person' } },
  ],
  edges: [{ key: 'e', source: 'b', target: 'a', attributes: { relation: 'works at' } }],
})

async function send(client: Client, query: string, bytes: string | Uint8Array) {
  const response = await fetch(`${client.url}${BASE}/import?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes as BodyInit,
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('a graph that is sent', () => {
  const map = 'type=Firm%3Dorganization&relation=works%20at%3Dworks_for'

  test('comes in, and again as what is known', async () => {
    const client = await serve([])
    const first = await send(client, `name=firms.json&${map}`, FOREIGN)
    expect(first).toMatchObject({ status: 201, body: { outcome: 'imported', nodes: 2, edges: 1 } })
    OPERATIONS.importGraph.answer.json.parse(first.body)
    expect(await send(client, `name=firms.json&${map}`, FOREIGN)).toMatchObject({
      status: 200,
      body: { outcome: 'unchanged' },
    })
    const { body } = await client.get<{ nodes: { label: string }[] }>(`${BASE}/search?q=karsholm`)
    expect(body.nodes[0]!.label).toBe('Karsholm Steel')
  })

  test('is only looked at, where that is wanted', async () => {
    const client = await serve([])
    expect(await send(client, `name=firms.json&check=true&${map}`, FOREIGN)).toMatchObject({
      status: 200,
      body: { outcome: 'checked', nodes: 2 },
    })
    expect(client.library.stats().documents).toBe(0)
  })

  test('of ours comes back equal', async () => {
    const from = await serve(SAMPLES)
    for (const format of ['gexf', 'graphml', 'json']) {
      const { text } = await from.get(`${BASE}/export.${format}`)
      const client = await serve([])
      expect((await send(client, `name=talks.${format}`, text)).status).toBe(201)
      const count = async ({ get }: Client) => (await get<{ nodes: unknown[]; edges: unknown[] }>(`${BASE}/graph`)).body
      const [before, after] = [await count(from), await count(client)]
      expect([after.nodes.length, after.edges.length]).toEqual([before.nodes.length, before.edges.length])
    }
  })

  test.each([
    ['name=firms.json', FOREIGN, 422, /"Firm"/],
    ['name=firms.json&type=Firm%3Dcastle', FOREIGN, 400, /castle/],
    ['name=firms.json', '{', 422, /firms\.json cannot be imported/],
    ['name=firms.doc', FOREIGN, 422, /its ending tells no format/],
    ['name=firms.gexf', '<gexf><broken', 422, /cannot be imported/],
    ['name=firms.json', new Uint8Array([0xff, 0xfe, 0x00]), 422, /not in UTF-8/],
    ['name=firms.zip', 'PK', 422, /cannot be imported/],
    ['', FOREIGN, 400, /"name" is missing/],
  ])('%s is refused whole', async (query, bytes, status, words) => {
    const client = await serve([])
    const answer = await send(client, query, bytes)
    expect(answer.status).toBe(status)
    expect(answer.body['detail']).toMatch(words)
    expect(client.library.stats().documents).toBe(0)
  })

  test('must be a file', async () => {
    const { status, body } = await (await serve([])).send<Problem>('POST', `${BASE}/import?name=a.json`, {})
    expect([status, body.parameter]).toEqual([400, 'body'])
  })
})

describe('a part as a file', () => {
  const post = async (format: string, body: object) =>
    (await serve(SAMPLES)).send('POST', `${BASE}/export/${format}`, body)
  const parsed = async (body: object) => {
    const { text, status } = await post('json', body)
    expect(status, text).toBe(200)
    const { nodes, edges } = JSON.parse(text) as {
      nodes: { key: string }[]
      edges: { attributes: { relation: string } }[]
    }
    return { nodes: nodes.map(({ key }) => key), edges: edges.map(({ attributes }) => attributes.relation) }
  }

  test('of what a query finds', async () => {
    expect(await parsed({ query: 'MATCH (a:Person)-[r:MET_WITH]->(b:Person) RETURN a, r, b' })).toEqual({
      nodes: ['person:ilsa-marrow', 'person:teodor-quist'],
      edges: ['met_with'],
    })
  })

  test('of a path', async () => {
    const { edges } = await parsed({
      query: "MATCH p = (:City {label: 'Velmont'})--(:Event)--(:Person {label: $who}) RETURN p",
      params: { who: 'Teodor Quist' },
    })
    expect(edges.sort()).toEqual(['occurred_at', 'participant_in'])
  })

  test('of nodes alone, with what ties them together', async () => {
    const { edges } = await parsed({ query: 'MATCH (p:Person) RETURN p', relation: ['met_with', 'envoy_of'] })
    expect(edges.sort()).toEqual(['envoy_of', 'met_with'])
  })

  test('of some nodes, and of what filters let through', async () => {
    expect((await parsed({ key: ['person:ilsa-marrow', 'city:velmont'] })).nodes).toEqual([
      'city:velmont',
      'person:ilsa-marrow',
    ])
    expect((await parsed({ relation: ['struck'] })).nodes).toEqual(['armed_force:talvian-guard', 'city:karsholm'])
  })

  test('of exactly the nodes and relations that a page shows', async () => {
    const { text } = await post('json', { relation: ['met_with'] })
    const { nodes, edges } = JSON.parse(text) as { nodes: { key: string }[]; edges: { key: string }[] }
    const key = [...nodes.map((node) => node.key), 'city:velmont', 'person:nobody']
    expect(await parsed({ key, edge: edges.map((edge) => edge.key) })).toEqual({
      nodes: ['city:velmont', ...nodes.map((node) => node.key)].sort(),
      edges: ['met_with'],
    })
    expect((await parsed({ key, edge: [] })).edges).toEqual([])
    expect((await post('json', { key, edge: [], node: 'person:ilsa-marrow' })).status).toBe(400)
  })

  test('in other formats, as a table, and about one node', async () => {
    const gexf = await post('gexf', { query: 'MATCH (p:Person) RETURN p' })
    expect(gexf.headers.get('content-disposition')).toContain('dragoman.gexf')
    expect(gexf.text).toContain('Ilsa Marrow')
    expect((await post('csv', { table: 'nodes', kind: ['place'] })).text.split('\r\n')).toHaveLength(4)
    expect((await post('dossier', { node: 'Ilsa Marrow' })).text).toContain('# Ilsa Marrow')
  })

  test.each([
    ['json', { query: 'MATCH (n) RETURN n.label' }, 'query', /values only/],
    ['json', { query: 'MATCH (n:Region) RETURN n' }, 'query', /finds nothing/],
    ['json', { query: 'MATCH (n' }, 'query', /./],
    ['dossier', {}, 'node', /missing/],
    ['dossier', { query: 'MATCH (n) RETURN n' }, 'format', /one node/],
    ['odt', {}, 'format', /gexf/],
    ['gexf', { table: 'nodes' }, 'table', /no tables/],
    ['json', { key: ['person:nobody'] }, 'key', /person:nobody/],
  ])('%s of %j is refused', async (format, body, parameter, words) => {
    const answer = await post(format, body)
    const problem = answer.body as Problem
    expect([400, 404]).toContain(answer.status)
    expect(problem.parameter).toBe(parameter)
    expect(problem.detail).toMatch(words)
  })

  test('a result as a table of values', async () => {
    const { text, headers } = await (await serve(SAMPLES)).send(
      'POST',
      `${BASE}/cypher`,
      { query: 'MATCH (n:City) RETURN n.label AS city ORDER BY city' },
      { accept: 'text/csv' },
    )
    expect(headers.get('content-type')).toContain('text/csv')
    expect(text).toBe('city\r\nKarsholm\r\nVelmont\r\n')
  })
})
