import { describe, expect, test } from 'vitest'
import type { CivilDate } from '../../src/model/date.ts'
import { parseCivilDate } from '../../src/model/date.ts'
import { EDGES } from '../../src/model/ontology.ts'
import { allBut, toggled } from '../../src/ui/view/sets.ts'
import { counted, date, dates, readingFrom, typePlural } from '../../src/ui/view/words.ts'

const day = (text: string): CivilDate => parseCivilDate(text)!
const given = (text: string | undefined): CivilDate | undefined => (text === undefined ? undefined : day(text))

describe('dates', () => {
  test.each([
    ['2025-12-04', '4 Dec 2025'],
    ['2025-12', 'Dec 2025'],
    ['2025', '2025'],
    ['1815-06-09', '9 Jun 1815'],
  ])('%s is written %s', (given, expected) => {
    expect(date(day(given))).toBe(expected)
  })

  test.each([
    [undefined, undefined, null],
    ['2025-12-04', undefined, '4 Dec 2025'],
    ['2025-12-04', '2025-12-04', '4 Dec 2025'],
    ['2025-12', '2025-12-04', 'Dec 2025 – 4 Dec 2025'],
  ])('from %s to %s is written %s', (first, last, expected) => {
    expect(dates(given(first), given(last))).toBe(expected)
  })

  test('of one year name it once', () => {
    expect(dates(day('2031-03-04'), day('2031-04-01'))).toMatch(/^4 Mar\s–\s1 Apr 2031$/u)
  })
})

describe('readings', () => {
  test('from both ends', () => {
    expect(readingFrom(EDGES.envoy_of, true)).toEqual(['speaks for', ''])
    expect(readingFrom(EDGES.envoy_of, false)).toEqual(['has as envoy', ''])
  })

  test('with a gap for the name', () => {
    expect(readingFrom(EDGES.occurred_at, false)).toEqual(['is where', 'happened'])
  })
})

test('counts speak English', () => {
  expect(counted(1, 'relation')).toBe('1 relation')
  expect(counted(1200, 'relation')).toBe('1,200 relations')
  expect(typePlural('country')).toBe('Countries')
})

describe('choices of a facet', () => {
  test('are switched one by one', () => {
    expect([...toggled(new Set(['a']), 'b')]).toEqual(['a', 'b'])
    expect([...toggled(new Set(['a', 'b']), 'b')]).toEqual(['a'])
  })

  test('"only" leaves one, and asked twice gives all back', () => {
    expect([...allBut(['a', 'b', 'c'], 'b', new Set<string>())]).toEqual(['a', 'c'])
    expect([...allBut(['a', 'b', 'c'], 'b', new Set(['a', 'c']))]).toEqual([])
    expect([...allBut(['a', 'b', 'c'], 'b', new Set(['a', 'b', 'c']))]).toEqual(['a', 'c'])
  })
})
