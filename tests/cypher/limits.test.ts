import { describe, expect, test } from 'vitest'
import { answer, answerInTurns, prepare } from '../../src/cypher/cypher.ts'
import { CypherError } from '../../src/cypher/errors.ts'
import { indexGraph } from '../../src/cypher/graph/property-graph.ts'
import type { Limits } from '../../src/cypher/run/run.ts'
import { graphOf, options, TOWN } from './support.ts'

const ask = (query: string, limits: Partial<Limits>, graph = TOWN) => answer(prepare(query), graph, options({ limits }))

const failure = (act: () => unknown): CypherError => {
  try {
    act()
  } catch (error) {
    if (error instanceof CypherError) return error
    throw error
  }
  throw new Error('nothing failed')
}

/** Everybody knows everybody. */
const crowd = indexGraph(
  graphOf(
    Array.from({ length: 12 }, (_, i) => [`n${i}`, 'Person', { n: i }] as const),
    Array.from({ length: 144 }, (_, i) => [`n${i % 12}->n${Math.floor(i / 12)}`, 'KNOWS'] as const),
  ),
)

describe('an answer is cut, and says so', () => {
  test('at a number of rows', () => {
    expect(ask('UNWIND range(1, 10) AS x RETURN x', { rows: 3 })).toMatchObject({
      rows: [[1n], [2n], [3n]],
      cut: ['rows'],
    })
    expect(ask('UNWIND range(1, 3) AS x RETURN x', { rows: 3 }).cut).toEqual([])
  })

  test('at a number of bytes', () => {
    const { rows, cut } = ask("UNWIND range(1, 10) AS x RETURN 'ten bytes.'", { bytes: 50 })
    expect(cut).toEqual(['bytes'])
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.length).toBeLessThan(6)
  })

  test('without writing out what would be too much', () => {
    const query = 'WITH range(1, 100000) AS l RETURN [x IN l | l] AS much'
    expect(ask(query, { bytes: 1000 })).toMatchObject({ rows: [], cut: ['bytes'] })
  })

  test('at a length of paths, where the pattern has no bound of its own', () => {
    const query = (range: string) => `MATCH (a {n: 0})-[${range}]->(b) RETURN count(*)`
    expect(ask(query('*'), { depth: 2 }, crowd)).toMatchObject({ cut: ['depth'] })
    expect(ask(query('*..2'), { depth: 2 }, crowd)).toMatchObject({ cut: [] })
    expect(ask("MATCH (a {name: 'Tomas'})-[:KNOWS*]->(b) RETURN b.name", { depth: 2 })).toMatchObject({ cut: [] })
  })
})

describe('a query is stopped, and says why', () => {
  test('when time is up', () => {
    let now = 0
    const clock = (): number => now++
    const endless = 'MATCH (a)-[*]->(b), (c)-[*]->(d) RETURN count(*)'
    const error = failure(() => answer(prepare(endless), crowd, { clock, limits: { milliseconds: 50 } }))
    expect(error).toMatchObject({ kind: 'LimitExceeded', detail: 'Time' })
    expect(error.reason).toContain('50 ms')
  })

  test.each([
    ['UNWIND range(1, 2000) AS x RETURN collect(x)', 'Kept'],
    ['RETURN range(1, 2000)', 'Kept'],
    ['MATCH (a), (b), (c), (d) RETURN a, b, c, d ORDER BY a.n + b.n', 'Kept'],
    ['MATCH (a), (b), (c), (d) RETURN DISTINCT a, b, c, d', 'Kept'],
    ['MATCH (a), (b), (c), (d) RETURN a, b, c, d, count(*)', 'Kept'],
  ])('when it keeps too much: %s', (query, detail) => {
    expect(failure(() => ask(query, { kept: 1000 }, crowd))).toMatchObject({ kind: 'LimitExceeded', detail })
  })

  test.each([
    'RETURN reduce(s = 0, x IN range(1, 100000) | s + x)',
    'RETURN size([x IN range(1, 1000) | [y IN range(1, 1000) | x * y]])',
    'RETURN size(reduce(l = [], x IN range(1, 100000) | l + x))',
    'WITH range(1, 1000) AS l WITH [x IN l | l] AS m RETURN m = m',
    'MATCH (a) WHERE EXISTS { (a)-[*4]->()-[*4]->(x) WHERE x.n < 0 } RETURN a',
  ])('when one expression works too long: %s', (query) => {
    expect(failure(() => ask(query, { burst: 20_000 }, crowd))).toMatchObject({
      kind: 'LimitExceeded',
      detail: 'Burst',
    })
  })
})

test('long work gives others their turn again and again', () => {
  const endless = prepare('MATCH (a)-[*]->(b), (c)-[*]->(d) RETURN count(*)')
  const turns = answerInTurns(endless, crowd, options({ limits: { burst: 200_000 } }))
  for (let turn = 0; turn < 20; turn++) expect(turns.next().done).toBe(false)
})
