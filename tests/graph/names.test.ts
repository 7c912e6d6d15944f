/** Nodes are found by their names, also by the beginnings of their words, and with slips. */
import { describe, expect, test } from 'vitest'
import { emptyGraph } from '../../src/graph/knowledge-graph.ts'
import type { NodeFilter } from '../../src/graph/queries/filter.ts'
import { indexNames } from '../../src/graph/queries/name-index.ts'
import { nearWords } from '../../src/graph/queries/near-words.ts'
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

describe('words that differ in slips', () => {
  const near = (words: readonly string[], typed: string, most: number, unfinished = false): [string, number][] =>
    nearWords(words, typed, most, unfinished).flatMap(({ from, to, slips }) =>
      words.slice(from, to).map((word): [string, number] => [word, slips]),
    )

  test.each([
    ['quist', 'quist', 0],
    ['quits', 'quist', 1],
    ['qust', 'quist', 1],
    ['quiist', 'quist', 1],
    ['kuist', 'quist', 1],
    ['quistad', 'quist', 2],
  ])('%s – %s is %i', (one, other, distance) => {
    expect(near([other], one, 2)).toEqual(one.startsWith('q') ? [[other, distance]] : [])
    expect(near([other], one, 1)).toEqual(distance <= 1 ? [[other, distance]] : [])
  })

  test('are those of a plain recursion, whatever lies beside them', () => {
    const plain = (a: string, b: string): number => {
      if (a === '' || b === '') return a.length + b.length
      const [x, y] = [a.slice(0, -1), b.slice(0, -1)]
      const least = Math.min(plain(x, b) + 1, plain(a, y) + 1, plain(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1))
      const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
      return swapped ? Math.min(least, plain(x.slice(0, -1), y.slice(0, -1)) + 1) : least
    }
    const random = randomFrom(7)
    const word = (): string =>
      Array.from({ length: 1 + Math.floor(random() * 5) }, () => 'abc'[Math.floor(random() * 3)]).join('')
    const known = new Map<string, number>()
    const distance = (a: string, b: string): number => {
      const pair = `${a} ${b}`
      const made = known.get(pair) ?? plain(a, b)
      known.set(pair, made)
      return made
    }
    for (let turn = 0; turn < 40; turn++) {
      const words = [...new Set(Array.from({ length: 30 }, word))].sort()
      const typed = word()
      for (const [most, unfinished] of [
        [1, false],
        [1, true],
        [2, false],
        [2, true],
      ] as const) {
        const expected = words.flatMap((other): [string, number][] => {
          if (most > 1 && other[0] !== typed[0]) return []
          const lengths = unfinished ? [...other, ''].map((_, length) => length) : [other.length]
          const slips = Math.min(...lengths.map((length) => distance(typed, other.slice(0, length))))
          return slips <= most ? [[other, slips]] : []
        })
        expect(near(words, typed, most, unfinished), `${typed} in ${words}, ${most}, ${unfinished}`).toEqual(expected)
      }
    }
  })
})
