/** Questions about the graph, over real HTTP. Every good answer is held against the schema that describes it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BASE } from '../../src/api/openapi.ts'
import type { OperationName } from '../../src/api/operations.ts'
import { OPERATIONS } from '../../src/api/operations.ts'
import type {
  DocumentAnswer, EdgeView, GraphAnswer, NeighborsAnswer, NodeAnswer, Passage, PathsAnswer, SearchAnswer, StatsAnswer,
} from '../../src/api/schemas.ts' // biome-ignore format: one glance
import { readingsArbitrary, SEEDED } from '../support/arbitraries.ts'
import { reading } from '../support/extractions.ts'
import { SAMPLES, strike, summit } from '../support/samples.ts'
import { type Client, serve } from '../support/server.ts'

type JsonOperation = {
  [N in OperationName]: (typeof OPERATIONS)[N]['answer'] extends { json: unknown } ? N : never
}[OperationName]

/** Answers 200, as the schema of the operation says. */
async function ask<T>(client: Client, operation: JsonOperation, path: string): Promise<T> {
  const { status, body, text } = await client.get<T>(`${BASE}${path}`)
  expect(status, text).toBe(200)
  OPERATIONS[operation].answer.json.parse(body)
  return body
}

const MARROW = '/nodes/person:ilsa-marrow'
const textOf = (id: string): string => SAMPLES.find(({ document }) => document.id === id)?.document.text ?? ''

/** The sentence and the marked words are really in the text. */
function checkPassage({ document, sentence, marks }: Passage): void {
  expect(textOf(document.id).slice(sentence.start, sentence.end)).toBe(sentence.text)
  expect(sentence.text).not.toBe('')
  expect(marks.length).toBeGreaterThan(0)
  for (const mark of marks) expect(mark.end).toBeGreaterThan(mark.start)
}

describe('the graph', () => {
  test('whole', async () => {
    const graph = await ask<GraphAnswer>(await serve(SAMPLES), 'graph', '/graph')
    expect([graph.nodes.length, graph.edges.length]).toEqual([11, 13])
    expect(graph.total).toEqual({ nodes: 11, edges: 13 })
    expect(graph.attributes.generator).toBe('dragoman 1.2.3')
  })

  test('filtered by lists that repeat or are comma-separated', async () => {
    const client = await serve(SAMPLES)
    const commas = await ask<GraphAnswer>(client, 'graph', '/graph?relation=met_with,struck&kind=actor,place')
    const repeated = await ask<GraphAnswer>(
      client,
      'graph',
      '/graph?relation=met_with&relation=struck&kind=actor&kind=place',
    )
    expect(commas).toEqual(repeated)
    expect(commas.edges.map(({ attributes }) => attributes.relation)).toEqual(['met_with', 'struck'])
  })

  test('of one document, of a period, of certain weight', async () => {
    const client = await serve(SAMPLES)
    const edges = async (query: string): Promise<number> =>
      (await ask<GraphAnswer>(client, 'graph', `/graph?${query}`)).edges.length
    expect(await edges(`document=${strike.document.id}`)).toBe(5)
    expect(await edges('from=2031-04-01')).toBe(1)
    expect(await edges('minWeight=2&minConfidence=0.8')).toBe(1)
  })

  test('limited to the most important', async () => {
    const graph = await ask<GraphAnswer>(await serve(SAMPLES), 'graph', '/graph?limit=2')
    expect(graph.nodes.map(({ key }) => key)).toEqual(['person:ilsa-marrow', 'person:teodor-quist'])
    expect(graph.total.nodes).toBe(11)
  })
})

describe('a node', () => {
  test('with its relations, its events, and the sentences', async () => {
    const answer = await ask<NodeAnswer>(await serve(SAMPLES), 'node', MARROW)
    expect(answer.node).toEqual({
      key: 'person:ilsa-marrow',
      label: 'Ilsa Marrow',
      kind: 'actor',
      type: 'person',
      mentions: 3,
      degree: 5,
      role: 'President',
    })
    expect(answer.relations.map(({ relation }) => relation).sort()).toEqual([
      'accused',
      'envoy_of',
      'leader_of',
      'met_with',
    ])
    expect(answer.events.map(({ relation, role }) => [relation, role])).toEqual([['participant_in', 'participant']])
    const passages = [
      ...answer.evidence,
      ...[...answer.relations, ...answer.events].flatMap(({ evidence }) => evidence),
    ]
    expect(passages.length).toBeGreaterThan(7)
    for (const passage of passages) checkPassage(passage)
  })

  test('with very many relations, the weightiest first, each as it is told alone', async () => {
    const names = Array.from({ length: 130 }, (_, i) => `Person${i} Quist`)
    const crowd = reading({
      title: 'A long evening',
      date: '2031-05-01',
      source: 'Northern Wire',
      sentences: names.map((name) => `Runa Tessaly met ${name}.`),
      entities: ['Runa Tessaly', ...names].map((name) => ({ type: 'person', name })),
      relations: names.map((name, i) => ({ in: i, is: ['Runa Tessaly', 'met_with', name] })),
      events: [],
    })
    const client = await serve([crowd])
    const { relations, events, node } = await ask<NodeAnswer>(client, 'node', '/nodes/person:runa-tessaly')
    expect([relations.length, events.length, node.degree]).toEqual([130, 0, 130])
    expect(relations.map(({ key }) => key)).toEqual(relations.map(({ key }) => key).toSorted())
    expect(relations[7]).toEqual(await ask<EdgeView>(client, 'edge', `/edges/${encodeURIComponent(relations[7]!.key)}`))
  })

  test('quotes the newest document first', async () => {
    const { relations } = await ask<NodeAnswer>(await serve(SAMPLES), 'node', MARROW)
    const met = relations.find(({ relation }) => relation === 'met_with')
    expect(met?.evidence.map(({ document }) => document.date)).toEqual(['2031-04-01', '2031-03-04'])
  })

  test('that is an event tells its date and who took part', async () => {
    const { node, events } = await ask<NodeAnswer>(await serve(SAMPLES), 'node', '/nodes/event:attack:23764333b3dc')
    expect(node).toMatchObject({ kind: 'event', date: '2031-03-05', modality: 'asserted' })
    expect(events.map(({ relation, source, target }) => [source.label, relation, target.label]).sort()).toEqual([
      ['Strike on Karsholm', 'occurred_at', 'Karsholm'],
      ['Talvian Guard', 'participant_in', 'Strike on Karsholm'],
    ])
  })

  test('with a name of another script has an address', async () => {
    const { reading } = await import('../support/extractions.ts')
    const client = await serve([
      reading({ sentences: ['Зоря Клим.'], entities: [{ type: 'person', name: 'Зоря Клим' }] }),
    ])
    const { nodes } = await ask<SearchAnswer>(client, 'search', `/search?q=${encodeURIComponent('зор')}`)
    const answer = await ask<NodeAnswer>(client, 'node', `/nodes/${encodeURIComponent(nodes[0]!.key)}`)
    expect(answer.node.label).toBe('Зоря Клим')
  })
})

test('an edge reads both ways, with status, speaker and marks', async () => {
  const client = await serve(SAMPLES)
  const { relations } = await ask<NodeAnswer>(client, 'node', '/nodes/person:bram-oduya')
  const visit = relations.find(({ relation }) => relation === 'visited')
  const edge = await ask<EdgeView>(client, 'edge', `/edges/${visit?.key}`)
  expect(edge).toMatchObject({
    relation: 'visited',
    family: 'diplomacy',
    label: 'visited',
    inverse: 'was visited by',
    symmetric: false,
    modality: 'planned',
    attributedTo: { key: 'media:northern-wire', label: 'Northern Wire' },
    first: '2031-03-11',
    weight: 1,
  })
  const [passage] = edge.evidence
  const marked = passage!.marks.map(({ kind, start, end }) => [
    kind,
    passage!.sentence.text.slice(start - passage!.sentence.start, end - passage!.sentence.start),
  ])
  expect(marked).toEqual([
    ['source', 'Bram Oduya'],
    ['target', 'Karsholm'],
  ])
  expect(passage!.document).toEqual({
    id: summit.document.id,
    title: 'Talks in Velmont',
    date: '2031-03-04',
    source: 'Northern Wire',
  })
})

describe('neighbours', () => {
  test('with what ties them', async () => {
    const answer = await ask<NeighborsAnswer>(await serve(SAMPLES), 'neighbors', `${MARROW}/neighbors?kind=actor`)
    expect(answer.neighbors.map(({ node }) => node.label)).toEqual([
      'Teodor Quist',
      'Talvian Guard',
      'Ostrava-Lind',
      'Bram Oduya',
    ])
    expect(answer.total).toBe(4)
    expect(answer.counts).toEqual({
      relation: { met_with: 1, accused: 1, leader_of: 1, envoy_of: 1 },
      kind: { actor: 4 },
    })
    for (const { edges } of answer.neighbors)
      for (const { evidence } of edges) expect(evidence.length).toBeLessThanOrEqual(2)
  })

  test('not by what is denied, unless it is asked for', async () => {
    const client = await serve(SAMPLES)
    const total = async (query: string): Promise<number> =>
      (await ask<NeighborsAnswer>(client, 'neighbors', `/nodes/person:teodor-quist/neighbors${query}`)).total
    expect(await total('')).toBe(2)
    expect(await total('?modality=denied')).toBe(1)
    expect(await total('?modality=asserted,denied')).toBe(3)
  })

  test('page by page, each once', async () => {
    const client = await serve(SAMPLES)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const query = cursor === undefined ? '' : `&cursor=${cursor}`
      const page = await ask<NeighborsAnswer>(client, 'neighbors', `${MARROW}/neighbors?depth=2&limit=3${query}`)
      expect(page.neighbors.length).toBeLessThanOrEqual(3)
      seen.push(...page.neighbors.map(({ node }) => node.key))
      cursor = page.next
    } while (cursor !== undefined)
    const all = await ask<NeighborsAnswer>(client, 'neighbors', `${MARROW}/neighbors?depth=2&limit=500`)
    expect(seen).toEqual(all.neighbors.map(({ node }) => node.key))
    expect(seen.length).toBeGreaterThan(6)
  })
})

describe('paths', () => {
  test('with the edge of each step', async () => {
    const query = '/paths?from=person:bram-oduya&to=armed_force:talvian-guard'
    const { from, to, paths } = await ask<PathsAnswer>(await serve(SAMPLES), 'paths', query)
    expect([from.label, to.label]).toEqual(['Bram Oduya', 'Talvian Guard'])
    expect(paths[0]).toMatchObject({ length: 2 })
    expect(paths.map(({ length }) => length)).toEqual(paths.map(({ length }) => length).sort())
    for (const { nodes, edges } of paths) expect(nodes.length).toBe(edges.length + 1)
  })

  test('none is an empty list', async () => {
    const query = '/paths?from=person:bram-oduya&to=media:northern-wire'
    expect((await ask<PathsAnswer>(await serve(SAMPLES), 'paths', query)).paths).toEqual([])
  })
})

describe('search', () => {
  test('names first, then texts', async () => {
    const { nodes, documents } = await ask<SearchAnswer>(await serve(SAMPLES), 'search', '/search?q=karsh')
    expect(nodes[0]).toMatchObject({ key: 'city:karsholm', matched: 'Karsholm' })
    expect(documents.map(({ title }) => title)).toEqual(['Night strike on Karsholm', 'Talks in Velmont'])
    expect(documents[0]!.snippet.some(({ hit }) => hit)).toBe(true)
  })

  test.each(['', '%22', 'AND%20OR', '*', 'a%00b', '%F0%9F%98%80', '(((('])('%j is no error', async (q) => {
    await ask<SearchAnswer>(await serve(SAMPLES), 'search', `/search?q=${q}`)
  })
})

test('a document with its text, its marked names, and its edges', async () => {
  const client = await serve(SAMPLES)
  const answer = await ask<DocumentAnswer>(client, 'document', `/documents/${summit.document.id}`)
  expect(answer.document.text).toBe(summit.document.text)
  const names = answer.mentions.map(({ start, end, node }) => [answer.document.text.slice(start, end), node])
  expect(names.slice(0, 4)).toEqual([
    ['Ilsa Marrow', 'person:ilsa-marrow'],
    ['Ostrava-Lind', 'country:ostrava-lind'],
    ['Teodor Quist', 'person:teodor-quist'],
    ['Velmont', 'city:velmont'],
  ])
  checkDisjoint(answer)
  for (const key of answer.edges) {
    const edge = await ask<EdgeView>(client, 'edge', `/edges/${key}`)
    expect(edge.evidence.some(({ document }) => document.id === summit.document.id)).toBe(true)
  }
  expect(answer.edges).toHaveLength(8)
})

test('documents, page by page', async () => {
  const client = await serve(SAMPLES)
  const first = await client.get<{ documents: { title: string }[]; total: number; next: string }>(
    `${BASE}/documents?limit=2`,
  )
  const second = await client.get<{ documents: { title: string }[] }>(
    `${BASE}/documents?limit=2&cursor=${first.body.next}`,
  )
  expect(first.body.total).toBe(3)
  expect([...first.body.documents, ...second.body.documents].map(({ title }) => title)).toEqual([
    'Marrow and Quist meet again',
    'Night strike on Karsholm',
    'Talks in Velmont',
  ])
  expect(second.body).not.toHaveProperty('next')
})

test('the last page that is full has no next', async () => {
  const { body } = await (await serve(SAMPLES)).get<{ documents: unknown[] }>(`${BASE}/documents?limit=3`)
  expect(body.documents).toHaveLength(3)
  expect(body).not.toHaveProperty('next')
})

test('the library in numbers', async () => {
  expect(await ask<StatsAnswer>(await serve(SAMPLES), 'stats', '/stats')).toEqual({
    documents: 3,
    sentences: 7,
    characters: 502,
    nodes: 11,
    edges: 13,
    actors: 7,
    places: 2,
    events: 2,
    statements: 14,
  })
})

test('whatever was read, every node, edge and document can be asked for', async () => {
  for (const readings of fc.sample(readingsArbitrary(4), { ...SEEDED, numRuns: 6 })) {
    const client = await serve(readings)
    const { nodes, edges, attributes } = await ask<GraphAnswer>(client, 'graph', '/graph')
    for (const { key } of nodes) await ask(client, 'node', `/nodes/${encodeURIComponent(key)}`)
    for (const { key } of edges) await ask(client, 'edge', `/edges/${key}`)
    for (const { id } of attributes.documents) checkDisjoint(await ask(client, 'document', `/documents/${id}`))
    if (nodes[0] !== undefined)
      await ask(client, 'neighbors', `/nodes/${encodeURIComponent(nodes[0].key)}/neighbors?depth=3`)
  }
})

function checkDisjoint({ mentions }: DocumentAnswer): void {
  mentions.slice(1).forEach(({ start }, i) => {
    expect(start).toBeGreaterThanOrEqual(mentions[i]!.end)
  })
}

test('an empty library answers everything with nothing', async () => {
  const client = await serve([])
  expect((await ask<GraphAnswer>(client, 'graph', '/graph')).nodes).toEqual([])
  expect((await ask<SearchAnswer>(client, 'search', '/search?q=a')).nodes).toEqual([])
  expect((await ask<StatsAnswer>(client, 'stats', '/stats')).documents).toBe(0)
  expect((await client.get(`${BASE}/export.gexf`)).status).toBe(200)
})
