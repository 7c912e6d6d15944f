/** Queries in openCypher, over real HTTP. */
import { describe, expect, test } from 'vitest'
import { CypherAnswer } from '../../src/api/cypher.ts'
import { BASE } from '../../src/api/openapi.ts'
import type { Problem } from '../../src/api/schemas.ts'
import { SAMPLES } from '../support/samples.ts'
import { type Client, serve } from '../support/server.ts'

const PATH = `${BASE}/cypher`

async function ask(client: Client, query: string, more: object = {}): Promise<CypherAnswer> {
  const { status, body, text } = await client.send('POST', PATH, { query, ...more })
  expect(status, text).toBe(200)
  return CypherAnswer.parse(body)
}

async function fail(client: Client, body: unknown): Promise<Problem> {
  const { headers, body: problem } = await client.send<Problem>('POST', PATH, body)
  expect(headers.get('content-type')).toContain('application/problem+json')
  return problem
}

describe('an answer', () => {
  test('has columns and rows', async () => {
    const { columns, rows, cut } = await ask(
      await serve(SAMPLES),
      'MATCH (a:Person)-[:MET_WITH]->(b:Person) RETURN a.label AS one, b.label AS other ORDER BY one',
    )
    expect({ columns, cut }).toEqual({ columns: ['one', 'other'], cut: [] })
    expect(rows).toHaveLength(2)
    expect(rows[0]).toEqual(rows[1]?.toReversed())
  })

  test('takes parameters', async () => {
    const { rows } = await ask(await serve(SAMPLES), 'MATCH (p {label: $name}) RETURN elementId(p)', {
      params: { name: 'Ilsa Marrow' },
    })
    expect(rows).toEqual([['person:ilsa-marrow']])
  })

  test('names labels and types that nothing has', async () => {
    const client = await serve(SAMPLES)
    expect(await ask(client, 'MATCH (a:Persn)-[:MET_WITH]-() RETURN a')).toMatchObject({ rows: [], unknown: ['Persn'] })
    expect((await ask(client, 'MATCH (a:Person)-[:MET_WITH]-() RETURN a')).unknown).toEqual([])
  })

  test('leads to the text', async () => {
    const { rows } = await ask(
      await serve(SAMPLES),
      'MATCH ()-[r]->() UNWIND r.evidence AS e RETURN evidence.sentence(e) AS s, evidence.text(e) AS t, evidence.document(e).id AS id',
    )
    expect(rows.length).toBeGreaterThan(3)
    for (const [sentence, passage, id] of rows as [string, string, string][]) {
      const { text } = SAMPLES.find(({ document }) => document.id === id)!.document
      expect(text).toContain(sentence)
      expect(sentence).toContain(passage.slice(0, 5))
    }
  })

  test('is of asserted statements, unless the query or the caller asks for others', async () => {
    const client = await serve(SAMPLES)
    const silent = await ask(client, 'MATCH ()-[r]->() RETURN count(r)')
    expect(silent).toMatchObject({ modality: ['asserted'], former: false })
    const speaking = await ask(client, 'MATCH ()-[r]->() WHERE r.modality IS NOT NULL RETURN count(r)')
    expect(speaking.modality).toContain('denied')
    const chosen = await ask(client, 'MATCH ()-[r]->() RETURN count(r)', { modality: ['planned'] })
    expect(chosen.modality).toEqual(['planned'])
    expect(Number(speaking.rows[0]?.[0])).toBeGreaterThan(Number(silent.rows[0]?.[0]))
  })

  test('says that it was cut', async () => {
    const { rows, cut } = await ask(await serve(SAMPLES), 'MATCH (n) RETURN n', { limits: { rows: 2 } })
    expect({ rows: rows.length, cut }).toEqual({ rows: 2, cut: ['rows'] })
  })

  test('sees what was added', async () => {
    const client = await serve(SAMPLES.slice(0, 1))
    const count = async (): Promise<unknown> => (await ask(client, 'MATCH (n) RETURN count(n)')).rows[0]?.[0]
    const before = await count()
    for (const { document, extraction } of SAMPLES) client.library.put(document, extraction, 'test 1')
    expect(Number(await count())).toBeGreaterThan(Number(before))
  })
})

describe('an error', () => {
  test('of the query tells line and column', async () => {
    const problem = await fail(await serve(SAMPLES), { query: 'MATCH (n)\nRETURN m.label' })
    expect(problem).toMatchObject({ status: 400, parameter: 'query', line: 2, column: 8, code: 'UndefinedVariable' })
    expect(problem.detail).toContain('"m" is not known here')
  })

  test.each([
    [{}, 'query', 'is missing'],
    [{ query: '' }, 'query', 'is empty'],
    [{ query: 'RETURN 1', limits: { rows: 10_001 } }, 'limits.rows', 'at most 10000'],
    [{ query: 'RETURN 1', limits: { depth: 0 } }, 'limits.depth', 'at least 1'],
    [{ query: 'RETURN 1', modality: ['sure'] }, 'modality', 'allowed are: asserted'],
    [{ query: 'RETURN 1', parameters: {} }, 'parameters', 'known are: query, params, modality, limits'],
    [{ query: 'CREATE (n)' }, 'query', 'can only read'],
    [{ query: 'RETURN $who' }, 'query', '$who was not given'],
  ])('of %j names the field', async (body, parameter, words) => {
    const problem = await fail(await serve([]), body)
    expect(problem).toMatchObject({ status: 400, parameter })
    expect(problem.detail).toContain(words)
  })

  test('of a query that is too much says what was too much', async () => {
    const problem = await fail(await serve([]), { query: 'RETURN size([x IN range(1, 400000) | [x]])' })
    expect(problem).toMatchObject({ status: 422, title: 'Query stopped', code: 'Burst' })
  })
})

test('others are answered while a long query is worked on', async () => {
  const client = await serve([])
  const order: string[] = []
  const long = client
    .send('POST', PATH, { query: 'UNWIND range(1, 400000) AS x WITH x % 7 AS k RETURN k, count(*)' })
    .then(({ status }) => order.push(`long ${status}`))
  await client.get('/healthz')
  order.push('short')
  await long
  expect(order).toEqual(['short', 'long 200'])
})
