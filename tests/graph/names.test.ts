/** Nodes are found by their names, also by the beginnings of their words, and with slips. */
import { describe, expect, test } from 'vitest'
import { emptyGraph } from '../../src/graph/knowledge-graph.ts'
import { editDistance } from '../../src/graph/queries/edit-distance.ts'
import type { NodeFilter } from '../../src/graph/queries/filter.ts'
import { indexNames } from '../../src/graph/queries/name-index.ts'
import { graphOf } from '../support/graphs.ts'
import { randomFrom } from '../support/random-graph.ts'
import { SAMPLES } from '../support/samples.ts'

const graph = graphOf(SAMPLES)

describe('search for names', () => {
  const search = indexNames(graph)
  const keys = (query: string, filter: NodeFilter = {}, limit = 10): string[] =>
    search(query, filter, limit).map(({ key }) => key)

  test.each([
    ['Ilsa Marrow', 'person:ilsa-marrow'],
    ['ilsa', 'person:ilsa-marrow'],
    ['MARR', 'person:ilsa-marrow'],
    ['tessaly runa', 'person:runa-tessaly'],
    ['ostrava', 'country:ostrava-lind'],
    ['quíst', 'person:teodor-quist'],
    ['strike on', 'event:attack:23764333b3dc'],
    ['marrow and', 'event:meeting:e75bab3f52a8'],
  ])('%s finds %s first', (query, key) => {
    expect(keys(query)[0]).toBe(key)
  })

  test('says which name was found', () => {
    expect(search('marrow', {}, 1)).toEqual([{ key: 'person:ilsa-marrow', matched: 'Marrow' }])
  })

  test('who took part comes before what is called after him', () => {
    expect(keys('teodor')).toEqual(['person:teodor-quist', 'event:meeting:e75bab3f52a8'])
  })

  test('filters and limits', () => {
    expect(keys('karsholm', { kinds: ['event'] })).toEqual(['event:attack:23764333b3dc'])
    expect(keys('karsholm', {}, 1)).toEqual(['city:karsholm'])
  })

  test.each(['', '  ', '!?', 'nobody'])('%j finds nothing', (query) => {
    expect(keys(query)).toEqual([])
  })
})

describe('slips', () => {
  const people = emptyGraph({ name: 'Test', generator: 'test', date: null, documents: [] })
  for (const [i, label] of [
    'Ilsa Marrow',
    'Bram Oduya',
    'Jørgen Ørn',
    'Łucja Brześć',
    'Konstantin Weissmüller',
    'Ana Li',
  ].entries())
    people.addNode(`person:${i}`, {
      label,
      aliases: [],
      kind: 'actor',
      type: 'person',
      mentions: 0,
      evidence: [],
      ...(i === 1 && { country: 'OL' }),
    })
  const search = indexNames(people)
  const found = (query: string, filter: NodeFilter = {}): string[] =>
    search(query, filter, 5).map(({ matched }) => matched)

  test.each([
    ['marow', 'Ilsa Marrow'],
    ['Marrwo', 'Ilsa Marrow'],
    ['isla marrow', 'Ilsa Marrow'],
    ['odiya', 'Bram Oduya'],
    ['jorgen orn', 'Jørgen Ørn'],
    ['lucja brzesc', 'Łucja Brześć'],
    ['weismuler', 'Konstantin Weissmüller'],
    ['weissmue', 'Konstantin Weissmüller'],
    ['konstatnin weiss', 'Konstantin Weissmüller'],
  ])('%s finds %s', (query, name) => {
    expect(found(query)[0]).toBe(name)
  })

  test.each(['marxxw', 'lo', 'odxxa', 'konztxntyn'])('%s is too far from any name', (query) => {
    expect(found(query)).toEqual([])
  })

  test('by country', () => {
    expect(found('oduya', { countries: ['OL'] })).toEqual(['Bram Oduya'])
    expect(found('oduya', { countries: ['XX'] })).toEqual([])
  })
})

describe('the distance of two words', () => {
  test.each([
    ['quist', 'quist', 0],
    ['quits', 'quist', 1],
    ['qust', 'quist', 1],
    ['quiist', 'quist', 1],
    ['kuist', 'quist', 1],
    ['marow', 'quist', 3],
  ])('%s – %s is %i', (one, other, distance) => {
    expect(Math.min(editDistance(one, other, 2), 3)).toBe(distance)
  })

  test('is that of a plain recursion, and the same both ways', () => {
    const plain = (a: string, b: string): number => {
      if (a === '' || b === '') return a.length + b.length
      const [x, y] = [a.slice(0, -1), b.slice(0, -1)]
      const least = Math.min(plain(x, b) + 1, plain(a, y) + 1, plain(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1))
      const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
      return swapped ? Math.min(least, plain(x.slice(0, -1), y.slice(0, -1)) + 1) : least
    }
    const random = randomFrom(7)
    const word = (): string =>
      Array.from({ length: Math.floor(random() * 6) }, () => 'abc'[Math.floor(random() * 3)]).join('')
    for (let i = 0; i < 300; i++) {
      const [a, b] = [word(), word()]
      expect(editDistance(a, b, 9), `${a} ${b}`).toBe(plain(a, b))
      expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9))
      const prefixes = Array.from({ length: b.length + 1 }, (_, length) => plain(a, b.slice(0, length)))
      expect(editDistance(a, b, 9, true)).toBe(Math.min(...prefixes))
    }
  })
})
