import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LayoutInput } from '../../src/graph/layout.ts'
import { layout, layoutInput } from '../../src/graph/layout.ts'
import { separate } from '../../src/graph/separate.ts'
import { SEEDED } from '../support/arbitraries.ts'
import { graphOf } from '../support/graphs.ts'
import { SAMPLES } from '../support/samples.ts'

const inputArbitrary: fc.Arbitrary<LayoutInput> = fc.integer({ min: 1, max: 30 }).chain((order) => {
  const key = fc.nat({ max: order - 1 }).map((n) => `node:${n}`)
  const edge = fc.record({ source: key, target: key, weight: fc.integer({ min: 1, max: 9 }) })
  const nodes = Array.from({ length: order }, (_, n) => ({ key: `node:${n}`, size: 4 + (n % 7) }))
  return fc
    .array(edge, { maxLength: 60 })
    .map((edges) => ({ nodes, edges: edges.filter(({ source, target }) => source !== target) }))
})

/** Width and height of the area. */
const extents = (positions: ReturnType<typeof layout>): readonly [number, number] => {
  const all = Object.values(positions)
  const range = (values: number[]): number => Math.max(...values) - Math.min(...values)
  return [range(all.map(({ x }) => x)), range(all.map(({ y }) => y))]
}

describe('discs', () => {
  const discs = fc.array(
    fc.record({
      x: fc.integer({ min: -20, max: 20 }),
      y: fc.integer({ min: -20, max: 20 }),
      radius: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 40 },
  )

  test('that crowd, even at one place, are moved apart', () => {
    fc.assert(
      fc.property(discs, (crowd) => {
        separate(crowd)
        crowd.forEach((a, i) => {
          for (const b of crowd.slice(i + 1))
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan((a.radius + b.radius) * 0.999)
        })
      }),
      { ...SEEDED, numRuns: 60 },
    )
  })

  test('that do not touch stay where they are', () => {
    const apart = [0, 20, 40].map((x) => ({ x, y: 1, radius: 9 }))
    separate(apart)
    expect(apart.map(({ x }) => x)).toEqual([0, 20, 40])
  })
})

describe('layout', () => {
  test('of nothing is nothing', () => {
    expect(layout({ nodes: [], edges: [] })).toEqual({})
  })

  test.each([1, 2, 3])('of %i nodes in a row is finite and small', (order) => {
    const nodes = Array.from({ length: order }, (_, n) => ({ key: `n${n}`, size: 5 }))
    const edges = nodes.slice(1).map(({ key }, i) => ({ source: nodes[i]!.key, target: key, weight: 1 }))
    const [width, height] = extents(layout({ nodes, edges }))
    expect(width).toBeLessThan(500)
    expect(height).toBeLessThan(500)
  })

  test('does not depend on the order of nodes and edges, nor on the sense of an edge', () => {
    fc.assert(
      fc.property(inputArbitrary, ({ nodes, edges }) => {
        const turned = edges.map(({ source, target, weight }) => ({ source: target, target: source, weight }))
        const other = layout({ nodes: nodes.toReversed(), edges: turned.toReversed() })
        expect(other).toEqual(layout({ nodes, edges }))
      }),
      { ...SEEDED, numRuns: 15 },
    )
  })

  test('puts no node on another', () => {
    fc.assert(
      fc.property(inputArbitrary, (input) => {
        const positions = layout(input)
        const placed = input.nodes.map(({ key, size }) => ({ key, size, ...positions[key]! }))
        placed.forEach((a, i) => {
          for (const b of placed.slice(i + 1))
            expect(Math.hypot(a.x - b.x, a.y - b.y), `${a.key} and ${b.key}`).toBeGreaterThan(a.size + b.size)
        })
      }),
      { ...SEEDED, numRuns: 40 },
    )
  })

  test('lies level: wider than high', () => {
    const [width, height] = extents(layout(layoutInput(graphOf(SAMPLES)), { aspect: 2 }))
    expect(width).toBeGreaterThan(height)
  })

  test('leaves the graph as it is', () => {
    const graph = graphOf(SAMPLES)
    const before = JSON.stringify(graph.export())
    layout(layoutInput(graph))
    expect(JSON.stringify(graph.export())).toBe(before)
  })
})
