/** What must hold for any graph and any value. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer, type Prepared, prepare } from '../../src/cypher/cypher.ts'
import { indexGraph, type PropertyGraph } from '../../src/cypher/graph/property-graph.ts'
import { compare, equals, keyOf, order } from '../../src/cypher/values/compare.ts'
import { literal } from '../../src/cypher/values/text.ts'
import type { Value } from '../../src/cypher/values/value.ts'
import { type EdgeRow, graphOf, type NodeRow, options, TOWN } from './support.ts'

const SEED = { seed: 11, numRuns: 150 }

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
  fc.integer({ min: -5, max: 5 }).map(BigInt),
)
const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'b c'), tie('value')), { maxLength: 2 })
      .map((entries) => new Map(entries)),
  ),
})).value

describe('values', () => {
  test('read back as they are written', () => {
    fc.assert(
      fc.property(values, (value) => {
        const [[read = null] = []] = answer(prepare(`RETURN ${literal(value)} AS x`), TOWN, options()).rows
        expect(keyOf(read)).toBe(keyOf(value))
      }),
      SEED,
    )
  })

  test('have one order, in which equivalent ones stand together', () => {
    fc.assert(
      fc.property(fc.array(values, { minLength: 3, maxLength: 8 }), (list) => {
        const sorted = list.toSorted(order)
        for (let i = 1; i < sorted.length; i++) {
          expect(order(sorted[i - 1]!, sorted[i]!)).toBeLessThanOrEqual(0)
          expect(order(sorted[0]!, sorted[i]!)).toBeLessThanOrEqual(0)
          if (keyOf(sorted[i - 1]!) === keyOf(sorted[i]!)) expect(order(sorted[i - 1]!, sorted[i]!)).toBe(0)
        }
      }),
      SEED,
    )
  })

  test('are equal where they are neither less nor more', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(equals(a, b)).toBe(equals(b, a))
        const by = compare(a, b)
        if (by !== null && !Number.isNaN(by)) expect(equals(a, b)).toBe(by === 0)
      }),
      SEED,
    )
  })
})

const graphs: fc.Arbitrary<PropertyGraph> = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom('A', 'B', 'A:B'), fc.integer({ min: 0, max: 2 })), {
      minLength: 1,
      maxLength: 7,
    }),
    fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.constantFrom('R', 'S'), fc.constantFrom('->', '--')), { maxLength: 10 }),
  )
  .map(([nodes, edges]) => {
    const named = nodes.map(([labels, v], i): NodeRow => [`n${i}`, labels, { v }])
    const within = edges.map(([a, b, type, line]): EdgeRow => [`n${a % nodes.length}${line}n${b % nodes.length}`, type])
    return indexGraph(graphOf(named, within))
  })

describe('patterns', () => {
  // Each pair asks for the same in two ways, of which the second leaves the planner no choice.
  test.each([
    [
      'MATCH (a:A)-[r:R]->(b {v: 1})-[s]-(c) RETURN a, r, b, s, c',
      'MATCH (a) MATCH (a)-[r]->(b) WITH a, r, b WHERE a:A AND type(r) = "R" AND b.v = 1 MATCH (b)-[s]-(c) WITH * WHERE r <> s RETURN a, r, b, s, c',
    ],
    [
      'MATCH (a)-[:R]->(b), (c:B)-[:S]->(b) WHERE a.v < c.v RETURN a, b, c',
      'MATCH (a), (b), (c) WHERE c:B AND a.v < c.v UNWIND [(a)-[:R]->(b) | 1] AS x UNWIND [(c)-[:S]->(b) | 1] AS y RETURN a, b, c',
    ],
    [
      'MATCH (a:A)-[*1..2]->(b:B) RETURN a, b',
      'MATCH (a:A)-->(b:B) RETURN a, b UNION ALL MATCH (a:A)-->()-->(b:B) RETURN a, b',
    ],
    ['MATCH (a)-[:R*0..1]-(b) RETURN a, b', 'MATCH (a) RETURN a, a AS b UNION ALL MATCH (a)-[:R]-(b) RETURN a, b'],
    ['MATCH (a {v: 0})-[r]-(a) RETURN a, r', 'MATCH (a)-[r]-(b) WITH a, r, b WHERE a.v = 0 AND a = b RETURN a, r'],
  ])('%s', (...queries) => {
    const [query, plain] = [prepare(queries[0]), prepare(queries[1])]
    fc.assert(
      fc.property(graphs, (graph) => {
        const found = (prepared: Prepared): string[] =>
          answer(prepared, graph, options()).rows.map((row) => row.map(keyOf).join(' ')).sort() // biome-ignore format: one glance
        expect(found(query)).toEqual(found(plain))
      }),
      SEED,
    )
  })

  test('a shortest path is as long as the shortest of all paths, and all shortest paths are found once', () => {
    const [one, all, paths] = ['shortestPath', 'allShortestPaths', ''].map((form) =>
      prepare(
        `MATCH p = ${form}((a)-[*..3]->(b)) WHERE a <> b RETURN elementId(a) + elementId(b) AS pair, length(p) AS l, p`,
      ),
    ) as [Prepared, Prepared, Prepared]
    fc.assert(
      fc.property(graphs, (graph) => {
        const found = (prepared: Prepared): string[][] =>
          answer(prepared, graph, options()).rows.map((row) => row.map(keyOf)).sort() // biome-ignore format: one glance
        const every = found(paths)
        const shortest = every.filter(([ends, l]) => !every.some(([e, m]) => e === ends && m! < l!))
        expect(found(all)).toEqual(shortest)
        expect(new Set(found(one).map(([ends]) => ends)).size).toBe(found(one).length)
        for (const row of found(one)) expect(shortest).toContainEqual(row)
        expect(found(one)).toHaveLength(new Set(shortest.map(([ends]) => ends)).size)
      }),
      SEED,
    )
  })
})
