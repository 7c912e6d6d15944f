import { describe, expect, test } from 'vitest'
import { answer, prepare } from '../../src/cypher/cypher.ts'
import { names, options, rows, TOWN } from './support.ts'

const check = (cases: readonly (readonly [query: string, expected: readonly string[]])[]): void => {
  test.each(cases)('%s', (query, expected) => {
    expect(names(query)).toEqual(expected)
  })
}

describe('WITH and UNWIND', () => {
  check([
    ['UNWIND [1, 2] AS x UNWIND [x, x * 10] AS y RETURN y', ['1', '10', '2', '20']],
    ['UNWIND null AS x RETURN x', []],
    ['UNWIND [] AS x RETURN x', []],
    ['MATCH (p:Person) WITH p ORDER BY p.age LIMIT 1 MATCH (p)-[:LIVES_IN]->(c) RETURN c.name', ['Averra']],
    ['MATCH (p:Person) WITH p.name AS name WHERE p.age > 50 RETURN name', ['Ilse']],
    ['MATCH (p:Person) WITH p.name AS name, p ORDER BY p.age DESC RETURN name', ['Ilse', 'Orla', 'Tomas']],
    ['MATCH (p)-[:LIVES_IN]->(c) WITH c, count(p) AS k WHERE k > 1 RETURN c.name, k', ['Averra | 2']],
    ['WITH 1 AS a, 2 AS b WITH b AS a, a AS b RETURN a, b', ['2 | 1']],
    ['WITH 1 AS a WITH *, a + 1 AS b RETURN *', ['1 | 2']],
  ])
})

describe('aggregation', () => {
  check([
    [
      'MATCH (p:Person) RETURN count(*), count(p.fame), avg(p.age), min(p.age), max(p.name)',
      ['3 | 0 | 42.666666666666664 | 35 | Tomas'],
    ],
    ['MATCH (n:Nobody) RETURN count(*), sum(n.age), avg(n.age), max(n.age), collect(n)', ['0 | 0 | null | null | []']],
    ['MATCH (n:Nobody) RETURN n.name, count(*)', []],
    [
      'MATCH (p)-[:LIVES_IN]->(c) RETURN c.name, collect(p.name) ORDER BY c.name',
      ['Averra | [Orla, Tomas]', 'Muvani | [Ilse]'],
    ],
    [
      'UNWIND [1, 2, 2, null] AS x RETURN count(x), count(DISTINCT x), sum(DISTINCT x), collect(x)',
      ['3 | 2 | 3 | [1, 2, 2]'],
    ],
    ['UNWIND [1, 2, 3, 4] AS x RETURN x % 2 = 0 AS even, sum(x) + 1 AS s ORDER BY even', ['false | 5', 'true | 7']],
    [
      'UNWIND [10, 20, 30, 40] AS x RETURN percentileCont(x, 0.5), percentileDisc(x, 0.5), stDevP(x)',
      ['25.0 | 20 | 11.180339887498949'],
    ],
    ['UNWIND [null, null] AS x RETURN x, count(*)', ['null | 2']],
    ["UNWIND [duration('P1D'), duration('PT12H')] AS d RETURN sum(d), avg(d)", ['P1DT12H | PT18H']],
    ['MATCH (p:Person) RETURN p.name AS name, p.age + count(*) AS n, p.age ORDER BY n LIMIT 1', ['Tomas | 36 | 35']],
  ])
})

describe('ORDER BY, SKIP, LIMIT, DISTINCT, UNION', () => {
  check([
    ['UNWIND [3, 1, 2] AS x RETURN x ORDER BY x DESC SKIP 1 LIMIT 1', ['2']],
    ['UNWIND [1, null, 2] AS x RETURN x ORDER BY x', ['1', '2', 'null']],
    ['UNWIND [1, null, 2] AS x RETURN x ORDER BY x DESC', ['null', '2', '1']],
    ['MATCH (p:Person) RETURN p.name ORDER BY p.age % 2, p.name DESC', ['Ilse', 'Tomas', 'Orla']],
    ['MATCH (p:Person) RETURN DISTINCT p.age > 40 AS old ORDER BY old', ['false', 'true']],
    [
      'MATCH (p)-[:LIVES_IN]->(c) RETURN c.name, count(*) AS k ORDER BY count(*) DESC, c.name',
      ['Averra | 2', 'Muvani | 1'],
    ],
    ['UNWIND [1, 1] AS x RETURN x LIMIT 0', []],
    ['UNWIND range(1, 5000) AS x RETURN x ORDER BY -x LIMIT 2', ['5000', '4999']],
    ['RETURN 1 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x', ['1', '2']],
    ['RETURN 1 AS x UNION ALL RETURN 1 AS x', ['1', '1']],
    ['RETURN 1 AS a, 2 AS b UNION ALL RETURN 3 AS b, 4 AS a', ['1 | 2', '4 | 3']],
  ])

  test('sorts many rows as few', () => {
    const many = rows('UNWIND range(1, 30000) AS x WITH x, (x * 7919) % 30011 AS key RETURN key ORDER BY key')
    expect(many.map(Number)).toEqual(many.map(Number).toSorted((a, b) => a - b))
    expect(many).toHaveLength(30_000)
  })
})

test('a column without a name is named as it is written', () => {
  expect(prepare('MATCH (n) RETURN n.age +  1, cOuNt( * ), n.name AS x').columns).toEqual([
    'n.age +  1',
    'cOuNt( * )',
    'x',
  ])
})

test('write, comments and backticks in any case', () => {
  const query =
    "match (`a b`:Person) // all of them\n where `a b`.name = 'Ilse' /* one */ return `a b`.age as `how old`;"
  expect(answer(prepare(query), TOWN, options())).toMatchObject({ columns: ['how old'], rows: [[52n]] })
})
