/** Paths, events, contacts, evidence and shape over real HTTP. Every good answer is held against the schema that describes it. */
import { describe, expect, test } from 'vitest'
import { BASE } from '../../src/api/openapi.ts'
import { OPERATIONS, type OperationName } from '../../src/api/operations.ts'
import type { Problem } from '../../src/api/schemas.ts'
import { reading } from '../support/extractions.ts'
import { SAMPLES, strike, summit } from '../support/samples.ts'
import { type Client, serve } from '../support/server.ts'

type JsonOperation = {
  [N in OperationName]: (typeof OPERATIONS)[N]['answer'] extends { json: unknown } ? N : never
}[OperationName]
type AnswerTo<N extends JsonOperation> = ReturnType<(typeof OPERATIONS)[N]['answer']['json']['parse']>

/** Answers 200, as the schema of the operation says. */
async function ask<N extends JsonOperation>(client: Client, operation: N, path: string): Promise<AnswerTo<N>> {
  const { status, body, text } = await client.get(`${BASE}${path}`)
  expect(status, text).toBe(200)
  return OPERATIONS[operation].answer.json.parse(body) as AnswerTo<N>
}

async function refused(client: Client, path: string): Promise<Problem> {
  const { status, body, headers } = await client.get<Problem>(`${BASE}${path}`)
  expect(headers.get('content-type')).toContain('application/problem+json')
  expect(body.status).toBe(status)
  return body
}

const MARROW = 'person:ilsa-marrow'
const QUIST = 'person:teodor-quist'

describe('neighbours', () => {
  const keys = async (query: string): Promise<string[]> => {
    const { neighbors } = await ask(await serve(SAMPLES), 'neighbors', `/nodes/${MARROW}/neighbors?${query}`)
    return neighbors.map(({ node }) => node.label).sort()
  }
  test.each([
    ['family=dispute', ['Talvian Guard']],
    ['direction=in&relation=envoy_of', ['Bram Oduya']],
    ['direction=out&relation=envoy_of', []],
    ['minConfidence=0.95', []],
    ['minWeight=2', ['Teodor Quist']],
    [`document=${strike.document.id}`, ['Talvian Guard']],
    ['from=2031-04-01&dateOf=fact', ['Teodor Quist']],
    ['from=2031-03-06&to=2031-03-06&dateOf=publication', ['Talvian Guard']],
    ['speaker=officials', []],
    ['country=ol', ['Ostrava-Lind']],
  ])('%s', async (query, expected) => {
    expect(await keys(query)).toEqual(expected)
  })

  test('by whose word it is', async () => {
    const client = await serve(SAMPLES)
    const found = await ask(client, 'neighbors', '/nodes/person:bram-oduya/neighbors?speaker=media:northern-wire')
    expect(found.neighbors.map(({ node }) => node.label)).toEqual(['Karsholm'])
  })

  test('are whole, and say so', async () => {
    const found = await ask(await serve(SAMPLES), 'neighbors', `/nodes/${MARROW}/neighbors`)
    expect(found.cut).toEqual([])
  })
})

describe('paths', () => {
  const lengths = async (query: string): Promise<number[]> => {
    const path = `/paths?from=person:bram-oduya&to=armed_force:talvian-guard${query}`
    return (await ask(await serve(SAMPLES), 'paths', path)).paths.map(({ length }) => length)
  }
  test.each([
    ['&mode=shortest', [2, 2]],
    ['&mode=all&maxLength=2', [2, 2]],
    ['&limit=1', [2]],
    ['&modality=asserted&mode=shortest', [2]],
    ['&timeRespecting=true', []],
    ['&avoid=city:karsholm&mode=shortest', [2]],
    ['&kind=event', []],
    ['&since=2032', []],
  ])('%s', async (query, expected) => {
    expect(await lengths(query)).toEqual(expected)
  })

  test('each step has its best passage', async () => {
    const { paths } = await ask(await serve(SAMPLES), 'paths', `/paths?from=${MARROW}&to=${QUIST}&mode=shortest`)
    expect(paths[0]!.edges[0]!.evidence[0]).toMatchObject({ marks: [{ kind: 'target' }, { kind: 'source' }] })
  })

  test('an end that is not there is a 404 that names the parameter', async () => {
    const client = await serve(SAMPLES)
    expect(await refused(client, `/paths?from=${MARROW}&to=person:nobody`)).toMatchObject({
      status: 404,
      parameter: 'to',
      detail: expect.stringContaining('person:nobody'),
    })
  })

  test('more than asked for is told', async () => {
    const found = await ask(await serve(SAMPLES), 'paths', `/paths?from=${MARROW}&to=${QUIST}&mode=all&limit=1`)
    expect(found.cut).toEqual(['limit'])
  })
})

describe('events', () => {
  test('with who took part, where, and what it cost', async () => {
    const { events, tolls, counts, total } = await ask(await serve(SAMPLES), 'events', '/events?type=attack')
    expect([total, counts]).toEqual([1, { attack: 1 }])
    expect(tolls).toEqual({ killed: { min: 6, max: null, events: 1 } })
    expect(events[0]).toMatchObject({
      label: 'Strike on Karsholm',
      date: '2031-03-05',
      tolls: { killed: { min: 6, max: null } },
      participants: [{ node: { label: 'Talvian Guard' }, role: 'agent' }],
      places: [{ node: { label: 'Karsholm' } }],
      evidence: [{ document: { title: 'Night strike on Karsholm' } }],
    })
  })

  test('page by page', async () => {
    const client = await serve(SAMPLES)
    const first = await ask(client, 'events', '/events?limit=1')
    const second = await ask(client, 'events', `/events?limit=1&cursor=${first.next}`)
    expect([...first.events, ...second.events].map(({ type }) => type)).toEqual(['meeting', 'attack'])
    expect(second).not.toHaveProperty('next')
  })
})

describe('contacts', () => {
  test('of two, with the first and the last', async () => {
    const { contacts, first, last } = await ask(await serve(SAMPLES), 'contacts', `/contacts?actor=${MARROW},${QUIST}`)
    expect([first, last]).toEqual(['2031-03-04', '2031-04-01'])
    expect(contacts).toHaveLength(1)
    expect(contacts[0]).toMatchObject({
      one: { label: 'Ilsa Marrow' },
      other: { label: 'Teodor Quist' },
      count: 2,
      modalities: ['asserted'],
      events: [{ label: 'Meeting of Ilsa Marrow and Teodor Quist', date: '2031-03-04' }],
    })
    expect(contacts[0]!.evidence).toHaveLength(2)
  })

  test('as a matrix', async () => {
    const { matrix } = await ask(await serve(SAMPLES), 'contacts', `/contacts?form=matrix&actor=${QUIST},${MARROW}`)
    expect(matrix?.actors.map(({ label }) => label)).toEqual(['Teodor Quist', 'Ilsa Marrow'])
    expect(matrix?.counts).toEqual([
      [0, 2],
      [2, 0],
    ])
  })

  test('in common', async () => {
    const client = await serve([
      ...SAMPLES,
      reading({
        sentences: ['Bram Oduya met Teodor Quist.'],
        entities: [
          { type: 'person', name: 'Bram Oduya' },
          { type: 'person', name: 'Teodor Quist' },
        ],
        relations: [{ in: 0, is: ['Bram Oduya', 'met_with', 'Teodor Quist'] }],
      }),
    ])
    const { common } = await ask(client, 'commonContacts', `/contacts/common?actor=${MARROW}&actor=person:bram-oduya`)
    expect(common.map(({ node }) => node.label)).toEqual(['Teodor Quist'])
    expect(common[0]!.with.map(({ count }) => count)).toEqual([2, 1])
  })

  test.each([
    [`/contacts/common?actor=${MARROW},${MARROW}`, 'actor'],
    [`/contacts/common?actor=${MARROW}`, 'actor'],
    ['/contacts?with=anybody', 'with'],
    ['/contacts?from=2031-05&to=2031-04', 'from'],
  ])('%s is refused, and the parameter named', async (path, parameter) => {
    expect(await refused(await serve(SAMPLES), path)).toMatchObject({ status: 400, parameter })
  })
})

describe('evidence', () => {
  test('with the sentences around it', async () => {
    const client = await serve(SAMPLES)
    const { relations } = await ask(client, 'node', '/nodes/person:bram-oduya')
    const { key } = relations.find(({ relation }) => relation === 'visited')!
    const { evidence, edge } = await ask(client, 'edgeEvidence', `/edges/${key}/evidence?context=1`)
    expect(edge.relation).toBe('visited')
    const { text } = summit.document
    expect(evidence[0]!.context).toEqual({ text, start: 0, end: text.length })
    const alone = await ask(client, 'edgeEvidence', `/edges/${key}/evidence?context=0`)
    expect(alone.evidence[0]!.context.text).toBe(alone.evidence[0]!.sentence.text)
  })

  test('of a node, of one document, in order of time', async () => {
    const client = await serve(SAMPLES)
    const dates = async (query: string) =>
      (await ask(client, 'nodeEvidence', `/nodes/${MARROW}/evidence${query}`)).evidence.map(
        ({ document }) => document.date,
      )
    expect(await dates('?sort=oldest')).toEqual(['2031-03-04', '2031-03-06', '2031-04-01'])
    expect(await dates('?sort=newest')).toEqual(['2031-04-01', '2031-03-06', '2031-03-04'])
    expect(await dates(`?document=${strike.document.id}`)).toEqual(['2031-03-06'])
  })

  test('of what is not there', async () => {
    const client = await serve(SAMPLES)
    expect(await refused(client, '/nodes/person:nobody/evidence')).toMatchObject({ status: 404 })
    expect(await refused(client, '/edges/none/evidence')).toMatchObject({ status: 404 })
  })
})

describe('the shape', () => {
  test('of the graph', async () => {
    const { nodes, total, components, communities, counts } = await ask(await serve(SAMPLES), 'shape', '/shape')
    expect(nodes[0]).toMatchObject({ node: { label: 'Ilsa Marrow' }, degree: 5, component: 0 })
    expect(total.edges).toBe(12)
    expect(counts).toEqual({ communities: communities!.length, components: components!.length })
    expect(components![0]!.leading[0]!.label).toBe('Ilsa Marrow')
  })

  test('of a part, by what lies between', async () => {
    const path = '/shape?measure=betweenness&kind=actor&modality=asserted'
    const { nodes } = await ask(await serve(SAMPLES), 'shape', path)
    expect(nodes[0]!.betweenness).toBeGreaterThan(nodes[1]!.betweenness!)
    expect(nodes[0]).not.toHaveProperty('pagerank')
  })

  test('of some nodes', async () => {
    const { total } = await ask(await serve(SAMPLES), 'shape', `/shape?key=${MARROW},${QUIST}`)
    expect(total).toEqual({ nodes: 2, edges: 1 })
  })

  test('sorted by what is not measured is refused', async () => {
    expect(await refused(await serve(SAMPLES), '/shape?measure=degree&sort=pagerank')).toMatchObject({
      status: 400,
      parameter: 'sort',
    })
  })
})

test('the graph of some nodes', async () => {
  const client = await serve(SAMPLES)
  const { nodes, edges } = await ask(client, 'graph', `/graph?key=${MARROW}&key=${QUIST}`)
  expect(nodes.map(({ key }) => key)).toEqual([MARROW, QUIST])
  expect(edges.map(({ attributes }) => attributes.relation)).toEqual(['met_with'])
  expect(await refused(client, '/graph?key=person:nobody')).toMatchObject({ status: 404, parameter: 'key' })
})

describe('names in the place of keys', () => {
  const answered = async <T>(path: string): Promise<T> => {
    const { status, body } = await (await serve(SAMPLES)).get<T>(`/api/v1${path}`)
    expect(status, JSON.stringify(body)).toBe(200)
    return body
  }

  test.each([
    '/nodes/ilsa%20MARROW/neighbors',
    '/nodes/Marrow',
    '/nodes/Ïlsa Marrow/evidence',
    '/nodes/marrow/identity',
  ])('GET %s', async (path) => {
    const { node } = await answered<{ node: { key: string } }>(path)
    expect(node.key).toBe('person:ilsa-marrow')
  })

  test('paths, events, contacts and speakers', async () => {
    const paths = await answered<{ from: { key: string }; to: { key: string } }>('/paths?from=Oduya&to=quist')
    expect([paths.from.key, paths.to.key]).toEqual(['person:bram-oduya', 'person:teodor-quist'])
    const total = async (path: string): Promise<number> => (await answered<{ total: number }>(path)).total
    expect(await total('/events?place=karsholm')).toBe(await total('/events?place=city:karsholm'))
    expect(await total('/contacts?actor=Marrow,Quist')).toBeGreaterThan(0)
    const denied = '/nodes/Quist/neighbors?modality=denied&speaker='
    expect(await total(`${denied}Teodor Quist`)).toBe(await total(`${denied}person:teodor-quist`))
    expect(await total(`${denied}Teodor Quist`)).toBeGreaterThan(0)
  })

  test.each([
    ['/nodes/Nowhere/neighbors', 404, 'id', 'There is no node "Nowhere".'],
    ['/nodes/person:nobody', 404, 'id', 'There is no node "person:nobody".'],
    ['/paths?from=Quist&to=Marro', 404, 'to', 'There is no node "Marro". Near to it: Ilsa Marrow (person:ilsa-marrow)'],
    ['/paths?from=Quist&to=Marrow&avoid=nobody', 404, 'avoid', 'There is no node "nobody".'],
    ['/graph?document=nope', 404, 'document', 'There is no document "nope".'],
    ['/nodes/Quist/neighbors?document=nope', 404, 'document', 'The list of documents tells which there are.'],
    ['/events?document=nope', 404, 'document', 'There is no document "nope".'],
    ['/nodes/Quist/evidence?document=nope', 404, 'document', 'There is no document "nope".'],
  ])('%s is %i', async (path, status, parameter, detail) => {
    const answer = await (await serve(SAMPLES)).get(`/api/v1${path}`)
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject({ parameter, detail: expect.stringContaining(detail) })
  })
})
