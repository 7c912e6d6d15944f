import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilOf, dayOf, firstWeek, weekdayOf, weekOf } from '../../src/cypher/temporal/calendar.ts'
import { rows, TOWN, value } from './support.ts'

const table = (cases: readonly (readonly [expression: string, expected: string])[]): void => {
  test.each(cases)('%s is %s', (expression, expected) => {
    expect(value(expression)).toBe(expected)
  })
}

describe('making', () => {
  table([
    ["date('2025-12-04')", '2025-12-04'],
    ["date('20251204')", '2025-12-04'],
    ["date('2025-12')", '2025-12-01'],
    ["date('2025')", '2025-01-01'],
    ["date('2025-W49-4')", '2025-12-04'],
    ["date('2025-338')", '2025-12-04'],
    ["date('2025-Q4-65')", '2025-12-04'],
    ["date('-0044-03-15')", '-0044-03-15'],
    ['date({year: 2024, ordinalDay: 60})', '2024-02-29'],
    ['date({year: 2025, week: 1})', '2024-12-30'],
    ["date({date: date('2025-12-04'), day: 1})", '2025-12-01'],
    ["localtime('12:30:00.5')", '12:30:00.500'],
    ["time('1230+0100')", '12:30+01:00'],
    ['time({hour: 12, minute: 30, millisecond: 0, second: 1})', '12:30:01Z'],
    ["localdatetime('2025-12-04T12:30')", '2025-12-04T12:30'],
    ["datetime('2025-12-04T12:30[Europe/Oslo]')", '2025-12-04T12:30+01:00[Europe/Oslo]'],
    [
      "datetime({datetime: datetime('2025-12-04T12:30Z'), timezone: 'Asia/Tokyo'})",
      '2025-12-04T21:30+09:00[Asia/Tokyo]',
    ],
    ['datetime({epochSeconds: 0, nanosecond: 5})', '1970-01-01T00:00:00.000000005Z'],
    ["datetime('2025-03-30T02:30[Europe/Oslo]')", '2025-03-30T03:30+02:00[Europe/Oslo]'],
    ["datetime('2025-10-26T02:30[Europe/Oslo]')", '2025-10-26T02:30+02:00[Europe/Oslo]'],
    ["duration('P1Y2M3DT4H5M6.7S')", 'P1Y2M3DT4H5M6.7S'],
    ['duration({weeks: 1.5})', 'P10DT12H'],
    ['duration({seconds: -1, milliseconds: 1})', 'PT-0.999S'],
    ['duration({months: 0})', 'PT0S'],
    ['date(null)', 'null'],
  ])

  test('the moment is that of the clock that is handed in', () => {
    expect(value('[date(), localtime(), datetime(), datetime.realtime({timezone: "+01:00"}), timestamp()]')).toBe(
      '[2025-12-04, 12:30, 2025-12-04T12:30Z, 2025-12-04T13:30+01:00, 1764851400000]',
    )
  })
})

describe('asking', () => {
  table([
    ["date('2025-12-04').week", '49'],
    ["date('2024-12-30').weekYear", '2025'],
    ["date('2025-12-04').dayOfQuarter", '65'],
    ["localtime('12:30:01.002003').microsecond", '2003'],
    ["datetime('2025-12-04T12:30+01:00').epochSeconds", '1764847800'],
    ["datetime('2025-12-04T12:30[Europe/Oslo]').timezone", "'Europe/Oslo'"],
    ["duration('P1Y14M').years", '2'],
    ["duration('P1Y14M').monthsOfYear", '2'],
    ["duration('PT1H30M').minutes", '90'],
  ])
})

describe('reckoning', () => {
  table([
    ["date('2025-01-31') + duration('P1M')", '2025-02-28'],
    ["date('2024-02-29') + duration('P1Y')", '2025-02-28'],
    ["date('2025-12-04') - duration('P1W')", '2025-11-27'],
    ["localdatetime('2025-12-31T23:00') + duration('PT2H')", '2026-01-01T01:00'],
    ["localtime('23:00') + duration('PT2H')", '01:00'],
    ["datetime('2025-03-29T12:00[Europe/Oslo]') + duration('P1D')", '2025-03-30T12:00+02:00[Europe/Oslo]'],
    ["datetime('2025-03-29T12:00[Europe/Oslo]') + duration('PT24H')", '2025-03-30T13:00+02:00[Europe/Oslo]'],
    ["duration('P1M') * 2.5", 'P2M15DT5H14M33S'],
    ["duration('P1D') / 2", 'PT12H'],
    ["duration.between(date('2025-01-31'), date('2025-12-04'))", 'P10M4D'],
    ["duration.between(date('2025-12-04'), date('2025-01-31'))", 'P-10M-4D'],
    ["duration.inDays(date('2025-01-31'), date('2025-12-04'))", 'P307D'],
    ["duration.inSeconds(datetime('2025-03-30T00:00[Europe/Oslo]'), localdatetime('2025-03-30T04:00'))", 'PT3H'],
    ["date.truncate('week', date('2025-12-04'))", '2025-12-01'],
    ["date.truncate('quarter', date('2025-12-04'), {day: 15})", '2025-10-15'],
    ["datetime.truncate('hour', datetime('2025-12-04T12:30:15+01:00'))", '2025-12-04T12:00+01:00'],
    ["date('2025-12-04') < date('2025-12-05')", 'true'],
    ["date('2025-12-04') < datetime('2025-12-05T00:00Z')", 'null'],
    ["datetime('2025-12-04T12:30+01:00') = datetime('2025-12-04T11:30Z')", 'false'],
    ["datetime('2025-12-04T12:30+01:00') < datetime('2025-12-04T11:31Z')", 'true'],
    ["duration('P1M') < duration('P31D')", 'null'],
    ["duration('PT24H') = duration('P1D')", 'false'],
  ])

  test('sorts durations by their mean length', () => {
    expect(rows("UNWIND ['P31D', 'P1M', 'PT1H', 'P30D'] AS d RETURN duration(d) ORDER BY duration(d)", TOWN)).toEqual([
      'PT1H',
      'P30D',
      'P1M',
      'P31D',
    ])
  })
})

describe('the calendar', () => {
  const days = fc.integer({ min: -100_000_000, max: 100_000_000 })

  test('agrees with that of JavaScript, and with itself the other way round', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { year, month, day: dayOfMonth } = civilOf(day)
        const date = new Date(day * 86_400_000)
        expect([year, month, dayOfMonth]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()])
        expect(weekdayOf(day)).toBe(date.getUTCDay() === 0 ? 7 : date.getUTCDay())
        expect(dayOf(year, month, dayOfMonth)).toBe(day)
        const { weekYear, week } = weekOf(day)
        expect(firstWeek(weekYear) + (week - 1) * 7 + weekdayOf(day) - 1).toBe(day)
      }),
      { seed: 7 },
    )
  })

  test('what lies between two days leads from the one to the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800_000, max: 800_000 }), fc.integer({ min: -800_000, max: 800_000 }), (a, b) => {
        const day = (n: number): string => `date({year: 1970}) + duration({days: ${n}})`
        expect(value(`${day(a)} + duration.between(${day(a)}, ${day(b)}) = ${day(b)}`)).toBe('true')
      }),
      { seed: 7, numRuns: 200 },
    )
  })
})
