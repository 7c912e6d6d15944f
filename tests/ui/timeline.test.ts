import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CivilDate, firstDay, lastDay, parseCivilDate } from '../../src/model/date.ts'
import type { Family } from '../../src/model/ontology.ts'
import { axisOf, ticksOf } from '../../src/ui/timeline/axis.ts'
import {
  binAt,
  binned,
  MOST_BINS,
  rangeOf,
  spanOf,
  startOf,
  unitFor,
  unitsFor,
  windowOf,
} from '../../src/ui/view/bins.ts'
import { dayAt, dayNumber, touches } from '../../src/ui/view/dates.ts'
import { NO_FILTERS, visibleIn } from '../../src/ui/view/filters.ts'
import { type Moment, momentsOf } from '../../src/ui/view/moments.ts'
import { UNITS } from '../../src/ui/view/time-view.ts'
import { graphOf } from '../support/graphs.ts'
import { SAMPLES } from '../support/samples.ts'

const date = (text: string): CivilDate => parseCivilDate(text)!
const moment = (text: string | null, family: Family = 'diplomacy'): Moment => ({
  kind: 'node',
  key: `event:${text}`,
  family,
  date: text === null ? null : date(text),
})
const graph = graphOf(SAMPLES)

describe('a day', () => {
  test.each(['0987-03-01', '1815-06-09', '1970-01-01', '2024-02-29', '2031-12-31'])('%s has a number', (text) => {
    expect(dayAt(dayNumber(date(text)))).toBe(text)
  })

  test.each([
    ['2031-03-05', 'day', '2031-03-05'],
    ['2031-03-05', 'week', '2031-03-03'],
    ['2031-03-03', 'week', '2031-03-03'],
    ['2031-03-02', 'week', '2031-02-24'],
    ['2031-03-05', 'month', '2031-03-01'],
    ['2031-03-05', 'year', '2031-01-01'],
  ] as const)('%s lies in the %s from %s', (text, unit, expected) => {
    expect(dayAt(startOf(dayNumber(date(text)), unit))).toBe(expected)
  })
})

describe('stretches of time', () => {
  test.each([
    ['2031-03-04', '2031-03-06', '2031-03-06', '2031-03-09', true],
    ['2031-03-04', '2031-03-05', '2031-03-06', '2031-03-09', false],
    ['2031', '2031', '2031-12-31', '2032-01-01', true],
    ['2031-03', '2031-03', '2031-04-01', '2031-04-02', false],
    ['2031-02', '2031-02', '2031-02-28', '2031-02-28', true],
  ])('%s–%s and %s–%s: %s', (a, b, c, d, expected) => {
    expect(touches({ from: date(a), to: date(b) }, { from: date(c), to: date(d) })).toBe(expected)
    expect(touches({ from: date(c), to: date(d) }, { from: date(a), to: date(b) })).toBe(expected)
  })
})

describe('bars', () => {
  const moments = [
    moment('2031-03-04'),
    moment('2031-03-05', 'violence'),
    moment('2031-03-05'),
    moment('2031-04-01'),
    moment('2031-04'),
    moment('2030'),
    moment(null),
  ]
  const span = { from: date('2031-03-04'), to: date('2031-04-01') }

  test('count by day and family; what is coarser, undated or elsewhere is counted apart', () => {
    const { bins, undated, vague, outside } = binned(moments, span, 'day')
    expect(bins.length).toBe(29)
    expect(bins[1]!.families).toEqual(
      new Map([
        ['violence', 1],
        ['diplomacy', 1],
      ]),
    )
    expect([undated, vague, outside]).toEqual([1, 2, 0])
  })

  test('count by month', () => {
    const { bins, vague, outside } = binned(moments, span, 'month')
    expect(bins.map(({ total }) => total)).toEqual([3, 2])
    expect([vague, outside]).toEqual([1, 0])
  })

  test('count what lies outside the time that is shown', () => {
    expect(binned(moments, span, 'year').outside).toBe(1)
  })

  test('follow each other without a gap and hold every moment once', () => {
    const day = fc.integer({ min: -60_000, max: 25_000 }).map(dayAt)
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 30 }), fc.constantFrom(...UNITS), (days, unit) => {
        const all = days.map((text) => moment(text))
        const whole = spanOf(all)!
        fc.pre(unitsFor(whole).includes(unit))
        const { bins } = binned(all, whole, unit)
        expect(bins.length).toBeLessThanOrEqual(MOST_BINS + 1)
        expect(bins.reduce((sum, { total }) => sum + total, 0)).toBe(days.length)
        for (const [i, bin] of bins.entries()) {
          expect(bin.end).toBeGreaterThan(bin.start)
          if (i > 0) expect(bin.start).toBe(bins[i - 1]!.end)
          expect(binAt(bins, bin.start)).toBe(i)
          expect(rangeOf(bins, windowOf(bins, i, i))).toEqual([i, i])
        }
      }),
      { seed: 11, numRuns: 60 },
    )
  })

  test.each([
    ['2031-03-04', '2031-04-01', 'day'],
    ['2031-01-04', '2032-04-01', 'week'],
    ['2025-01-04', '2032-04-01', 'month'],
    ['1815-06-09', '2025-12-04', 'year'],
  ])('of the time from %s to %s are a %s each', (from, to, unit) => {
    expect(unitFor({ from: date(from), to: date(to) })).toBe(unit)
  })
})

describe('a window', () => {
  test('of whole years touches the bars of those years only', () => {
    const { bins } = binned([], { from: date('2029'), to: date('2033') }, 'year')
    expect(rangeOf(bins, { from: date('2030'), to: date('2031') })).toEqual([1, 2])
    expect(rangeOf(bins, { from: date('1990'), to: date('1991') })).toBeUndefined()
  })

  test('shows what happened in it, and the undated only when asked', () => {
    const window = { from: date('2031-03-05'), to: date('2031-03-05') }
    const { nodes, edges } = visibleIn(graph, { ...NO_FILTERS, lens: 'all', window })
    expect(
      [...nodes].flatMap((key) =>
        graph.getNodeAttribute(key, 'kind') === 'event' ? graph.getNodeAttribute(key, 'label') : [],
      ),
    ).toEqual(['Strike on Karsholm'])
    expect([...edges].map((key) => graph.getEdgeAttribute(key, 'relation')).sort()).toEqual([
      'occurred_at',
      'participant_in',
      'struck',
    ])
    const withUndated = visibleIn(graph, { ...NO_FILTERS, lens: 'all', window, undated: true })
    expect([...withUndated.edges].some((key) => graph.getEdgeAttribute(key, 'relation') === 'leader_of')).toBe(true)
  })
})

describe('the moments of a graph', () => {
  const moments = momentsOf(graph, NO_FILTERS)

  test('are the same under every lens and in every window', () => {
    const window = { from: date('1999'), to: date('1999') }
    expect(momentsOf(graph, { ...NO_FILTERS, lens: 'events', window })).toEqual(moments)
  })

  test('hold each event once, and no relation that is the short form of one', () => {
    const events = graph.filterNodes((_, { kind }) => kind === 'event')
    expect(
      moments
        .filter(({ kind }) => kind === 'node')
        .map(({ key }) => key)
        .sort(),
    ).toEqual([...events].sort())
    for (const { key } of moments.filter(({ kind }) => kind === 'edge'))
      expect(graph.getEdgeAttribute(key, 'event')).toBeUndefined()
  })

  test('follow the other filters', () => {
    const peaceful = momentsOf(graph, { ...NO_FILTERS, withoutFamilies: new Set<Family>(['violence']) })
    expect(peaceful.some(({ family }) => family === 'violence')).toBe(false)
    expect(moments.some(({ family }) => family === 'violence')).toBe(true)
  })

  test('are dated as the facts are', () => {
    for (const { kind, key, date: when } of moments) {
      if (when === null) continue
      const of = kind === 'node' ? graph.getNodeAttributes(key) : graph.getEdgeAttributes(key)
      const days = 'kind' in of ? [of.kind === 'event' ? of.date : undefined] : [of.first, of.last]
      expect(days).toContain(when)
      expect(firstDay(when) <= lastDay(when)).toBe(true)
    }
  })
})

describe('the words under the bars', () => {
  const ticks = (from: string, to: string, width: number) => {
    const span = { from: date(from), to: date(to) }
    return ticksOf(axisOf(binned([], span, unitFor(span)).bins, width))
  }

  test('name the year where it is new', () => {
    const labels = ticks('2025-02-26', '2025-05-12', 740).map(({ label }) => label)
    expect(labels.slice(0, 2)).toEqual(['2 Mar', '9 Mar'])
    const months = ticks('2024-11-03', '2026-02-01', 740).map(({ label }) => label)
    expect(months.filter((label) => /20\d\d$/.test(label))).toEqual(['2025', '2026'])
  })

  test('stand beside each other, whatever the time and the width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 70_000 }),
        fc.integer({ min: 1, max: 60_000 }),
        fc.integer({ min: 120, max: 2000 }),
        (start, length, width) => {
          const all = ticks(dayAt(start), dayAt(start + length), width)
          for (const [i, { x, label }] of all.entries()) {
            // A letter is six pixels wide at least, at the size that they have.
            expect(x + label.length * 6).toBeLessThan(all[i + 1]?.x ?? width)
          }
          return true
        },
      ),
    )
  })
})
