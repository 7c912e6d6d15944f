/** Who is central in a graph, and into which parts it falls. */
import { describe, expect, test } from 'vitest'
import { type EdgeFilter, FIRM, type NodeFilter } from '../../src/graph/queries/filter.ts'
import { linksOf } from '../../src/graph/queries/links.ts'
import { MEASURES } from '../../src/graph/queries/measures.ts'
import { graphInTurns, limitInTurns, selectInTurns } from '../../src/graph/queries/select.ts'
import { type ShapeInput, shapeOf } from '../../src/graph/queries/shape.ts'
import { groupsInTurns } from '../../src/graph/queries/shape-input.ts'
import { sortInTurns } from '../../src/graph/queries/sort-in-turns.ts'
import { subgraph } from '../../src/graph/queries/subgraph.ts'
import { randomFrom, smallGraph } from '../support/random-graph.ts'

function ended<T>(work: Generator<void, T, void>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
  }
}

/** Two triangles that one tie joins, and a node alone. */
const bridge: ShapeInput = {
  nodes: 7,
  sources: Int32Array.from([0, 1, 2, 3, 4, 5, 2]),
  targets: Int32Array.from([1, 2, 0, 4, 5, 3, 3]),
  weights: Float64Array.from([2, 2, 2, 2, 2, 2, 1]),
  symmetric: Uint8Array.from([1, 1, 1, 1, 1, 1, 1]),
  measures: MEASURES,
}

describe('the shape', () => {
  const shape = shapeOf(bridge)
  test('counts edges', () => {
    expect([...shape.degree!]).toEqual([2, 2, 3, 3, 2, 2, 0])
  })

  test('knows what lies between', () => {
    const { betweenness } = shape
    expect(betweenness![2]).toBeCloseTo(6 / 15)
    expect(betweenness![2]).toBe(betweenness![3])
    expect([...betweenness!].filter((value) => value > 0)).toHaveLength(2)
  })

  test('ranks', () => {
    const ranks = [...shape.pagerank!]
    expect(ranks.reduce((a, b) => a + b, 0)).toBeCloseTo(1)
    expect(ranks[2]).toBeGreaterThan(ranks[0]!)
    expect(ranks[6]).toBe(Math.min(...ranks))
  })

  test('finds communities and parts, the largest first', () => {
    expect([...shape.communities!]).toEqual([0, 0, 0, 1, 1, 1, 2])
    expect(shape.modularity).toBeGreaterThan(0.3)
    expect([...shape.components!]).toEqual([0, 0, 0, 0, 0, 0, 1])
  })

  test('is always the same, and only what is asked for', () => {
    expect(shapeOf(bridge)).toEqual(shape)
    expect(Object.keys(shapeOf({ ...bridge, measures: ['components'] }))).toEqual(['components'])
  })

  test('of nothing, and of nodes without edges', () => {
    const none = { ...bridge, sources: new Int32Array(), targets: new Int32Array(), symmetric: new Uint8Array() }
    expect([...shapeOf({ ...none, nodes: 2 }).communities!]).toEqual([0, 1])
    expect([...shapeOf({ ...none, nodes: 0 }).components!]).toEqual([])
  })
})

describe('a part of the graph in turns is that of the plain way', () => {
  const filters: readonly (readonly [string, NodeFilter, EdgeFilter])[] = [
    ['all', {}, {}],
    ['some nodes', { kinds: ['actor'] }, {}],
    ['some edges', {}, { modalities: FIRM }],
    ['both', { types: ['person', 'meeting', 'country'] }, { minWeight: 2 }],
  ]
  test.each(filters)('%s', (_, nodes, edges) => {
    for (let seed = 1; seed <= 10; seed++) {
      const graph = smallGraph(seed, 15)
      const links = linksOf(graph)
      const about = graph.getAttributes()
      for (const limit of [3, Infinity]) {
        const selection = ended(limitInTurns(links, ended(selectInTurns(links, { nodes, edges })), limit))
        const plain = subgraph(graph, nodes, edges, limit).graph
        const found = ended(graphInTurns(links, selection, about)).export()
        expect(found.nodes).toEqual(plain.export().nodes)
        expect(found.edges).toEqual(plain.export().edges)
      }
    }
  })
})

test('a long list is sorted as a short one is', () => {
  const random = randomFrom(3)
  for (const length of [0, 1, 4000, 30_000]) {
    const list = Array.from({ length }, (_, i) => [Math.floor(random() * 1000), i] as const)
    expect(ended(sortInTurns(list, (a, b) => a[0] - b[0]))).toEqual(list.toSorted((a, b) => a[0] - b[0]))
    const sorted = list.map((_, i) => i)
    expect(ended(sortInTurns([...sorted, -1], (a, b) => a - b))).toEqual([-1, ...sorted])
  }
})

describe('groups', () => {
  test('are told with their size and their heaviest, ties in the order of nodes', () => {
    const random = randomFrom(5)
    const numbers = Int32Array.from({ length: 300 }, () => Math.floor(random() * random() * 12))
    const weights = Float64Array.from({ length: 300 }, () => Math.floor(random() * 6))
    const { count, groups } = ended(groupsInTurns(numbers, weights, { most: 7, leading: 4 }))
    expect(count).toBe(Math.max(...numbers) + 1)
    expect(groups).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((number) => {
        const members = [...numbers.keys()].filter((node) => numbers[node] === number)
        const heaviest = members.toSorted((a, b) => weights[b]! - weights[a]! || a - b)
        return { number, nodes: members.length, leading: heaviest.slice(0, 4) }
      }),
    )
  })
})
