import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assemble } from '../../src/graph/build/assemble.ts'
import type { Locate } from '../../src/model/place.ts'
import { STACK } from '../../src/ui/view/bins.ts'
import { NO_FILTERS } from '../../src/ui/view/filters.ts'
import { placeNames, type Sign } from '../../src/ui/view/label-places.ts'
import { radiusOf, reported, slicesOf, spotsAround, spotsOf, tollOf } from '../../src/ui/view/spots.ts'
import { WORLD, WORLD_PLACES } from '../browser/support/world.ts'
import { stored } from '../support/extractions.ts'

const locate: Locate = ({ names }) => names.flatMap((name) => WORLD_PLACES[name] ?? [])[0]
const { graph } = assemble(WORLD.map(stored), [], { name: 'Test', generator: 'test', locate })
const { placed, unplaced } = spotsOf(graph, NO_FILTERS)
const spot = (label: string) => placed.find((one) => one.label === label)!

describe('on the map', () => {
  test('stand places with what happened there, the busiest first', () => {
    expect(spot('Velmont').happenings.length).toBeGreaterThanOrEqual(2)
    expect(spot('Velmont')).toMatchObject({ lat: 48.2, lon: 16.4, isExact: true })
    const counts = placed.map(({ happenings }) => happenings.length)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  })

  test('an event and the relation that is its short form are one', () => {
    const { happenings } = spot('Karsholm')
    const strikes = happenings.filter(({ family }) => family === 'violence')
    expect(strikes.map(({ kind }) => kind)).toEqual(['node'])
    expect(tollOf(spot('Karsholm'))).toBe(30)
  })

  test('plans are there, and are no facts', () => {
    const plans = spot('Karsholm').happenings.filter(({ modality }) => modality === 'planned')
    expect(plans.length).toBeGreaterThan(0)
    for (const plan of plans) expect(reported(spot('Karsholm'))).not.toContain(plan)
  })

  test('a region is one point for all of it', () => {
    expect(spot('Ash Sound').isExact).toBe(false)
  })

  test('what is nowhere is named beside it', () => {
    expect(unplaced.map(({ label }) => label)).toContain('Pier Nine')
    expect(placed.some(({ label }) => label === 'Pier Nine')).toBe(false)
  })

  test('the filters hold', () => {
    const quiet = spotsOf(graph, { ...NO_FILTERS, withoutFamilies: new Set(['violence'] as const) })
    const there = quiet.placed.find(({ label }) => label === 'Karsholm')
    expect(there?.happenings.filter(({ family }) => family === 'violence') ?? []).toEqual([])
  })
})

describe('signs', () => {
  test('grow with the number, within bounds', () => {
    const sizes = [0, 1, 2, 5, 50].map((value) => radiusOf(value, 50))
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
    expect(Math.max(...sizes)).toBeLessThanOrEqual(26)
  })

  test('show the families as parts that fill the circle', () => {
    const slices = slicesOf(spot('Karsholm').happenings, STACK)
    expect(slices[0]!.from).toBe(0)
    expect(slices.at(-1)!.to).toBeCloseTo(1)
    for (const [i, slice] of slices.entries()) if (i > 0) expect(slice.from).toBe(slices[i - 1]!.to)
  })
})

describe('what is selected', () => {
  test('lights the places that it has to do with', () => {
    const strike = graph.findNode((_, { label }) => label === 'Strike on Karsholm')!
    expect(spotsAround(graph, { kind: 'node', key: strike })).toContain('city:karsholm')
    expect(spotsAround(graph, { kind: 'node', key: 'person:teodor-quist' })).toContain('city:velmont')
    expect([...spotsAround(graph, { kind: 'node', key: 'city:dunmere' })]).toEqual(['city:dunmere'])
    expect(spotsAround(graph, { kind: 'node', key: 'city:nowhere' }).size).toBe(0)
  })
})

test('names stay inside and cover neither each other nor a sign', () => {
  const sign = fc.record({
    key: fc.uuid(),
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 300 }),
    radius: fc.integer({ min: 4, max: 26 }),
    width: fc.integer({ min: 20, max: 120 }),
  })
  fc.assert(
    fc.property(fc.uniqueArray(sign, { maxLength: 40, selector: ({ key }) => key }), (signs: readonly Sign[]) => {
      const names = placeNames(signs, 400, 300)
      const boxes = names.map(({ key, x, y, anchor }) => {
        const { width } = signs.find((one) => one.key === key)!
        const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
        return { left, right: left + width, top: y - 10, bottom: y }
      })
      for (const [i, a] of boxes.entries()) {
        expect(a.left >= 0 && a.right <= 400).toBe(true)
        for (const b of boxes.slice(i + 1))
          expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)
      }
    }),
    { seed: 3, numRuns: 80 },
  )
})
