import { describe, expect, test } from 'vitest'
import type { EdgeFilter, NodeFilter } from '../../src/graph/queries/filter.ts'
import { FIRM } from '../../src/graph/queries/filter.ts'
import { indexNames } from '../../src/graph/queries/name-index.ts'
import type { NeighborQuery } from '../../src/graph/queries/neighbors.ts'
import { countNeighbors, neighbors } from '../../src/graph/queries/neighbors.ts'
import { paths } from '../../src/graph/queries/paths.ts'
import { graphStats } from '../../src/graph/queries/stats.ts'
import { subgraph } from '../../src/graph/queries/subgraph.ts'
import { parseCivilDate } from '../../src/model/date.ts'
import { graphOf, triples } from '../support/graphs.ts'
import { SAMPLES, strike, summit } from '../support/samples.ts'

const graph = graphOf(SAMPLES)
const day = (text: string) => parseCivilDate(text)!

describe('filters', () => {
  const cases: readonly (readonly [why: string, nodes: NodeFilter, edges: EdgeFilter, expected: readonly string[]])[] =
    [
      [
        'a relation',
        {},
        { relations: ['met_with', 'struck'] },
        ['armed_force:talvian-guard struck city:karsholm', 'person:ilsa-marrow met_with person:teodor-quist, ×2'],
      ],
      ['a family', {}, { families: ['dispute'] }, ['person:ilsa-marrow accused armed_force:talvian-guard']],
      [
        'a modality',
        {},
        { modalities: ['denied'] },
        ['person:bram-oduya spoke_with person:teodor-quist, denied, by person:teodor-quist'],
      ],
      ['weight', {}, { minWeight: 2 }, ['person:ilsa-marrow met_with person:teodor-quist, ×2']],
      [
        'kinds of nodes',
        { kinds: ['place', 'event'] },
        {},
        ['event:attack:23764333b3dc occurred_at city:karsholm', 'event:meeting:e75bab3f52a8 occurred_at city:velmont'],
      ],
      [
        'types of nodes',
        { types: ['person', 'country'] },
        { families: ['office'] },
        [
          'person:bram-oduya envoy_of person:ilsa-marrow',
          'person:ilsa-marrow leader_of country:ostrava-lind',
          'person:runa-tessaly official_of country:ostrava-lind, former',
        ],
      ],
      [
        'a period of the facts',
        {},
        { from: day('2031-03-10'), to: day('2031-03-31'), families: ['diplomacy'] },
        [
          'person:bram-oduya visited city:karsholm, planned, by media:northern-wire',
          'person:ilsa-marrow met_with person:teodor-quist, ×2',
        ],
      ],
      [
        'facts without a date by that of their document',
        {},
        { to: day('2031-03-04'), families: ['office'] },
        ['person:bram-oduya envoy_of person:ilsa-marrow', 'person:ilsa-marrow leader_of country:ostrava-lind'],
      ],
      [
        'a whole month by its name',
        {},
        { from: day('2031-04'), to: day('2031-04') },
        ['person:ilsa-marrow met_with person:teodor-quist, ×2'],
      ],
      [
        'documents',
        {},
        { documents: [strike.document.id], families: ['dispute', 'office'] },
        [
          'person:ilsa-marrow accused armed_force:talvian-guard',
          'person:runa-tessaly official_of country:ostrava-lind, former',
        ],
      ],
      [
        'a month that holds all of the fact',
        {},
        { from: day('2031-03'), to: day('2031-03'), relations: ['visited'] },
        ['person:bram-oduya visited city:karsholm, planned, by media:northern-wire'],
      ],
      ['the month before', {}, { to: day('2031-02'), relations: ['visited'] }, []],
    ]
  test.each(cases)('by %s', (_, nodes, edges, expected) => {
    expect(triples(subgraph(graph, nodes, edges).graph)).toEqual(expected)
  })

  test('without any, nodes without an edge stay; with a filter of edges they go', () => {
    expect(subgraph(graph, {}, {}).graph.hasNode('media:northern-wire')).toBe(true)
    expect(subgraph(graph, { kinds: ['actor'] }, {}).graph.hasNode('media:northern-wire')).toBe(true)
    expect(subgraph(graph, {}, { minWeight: 1 }).graph.hasNode('media:northern-wire')).toBe(false)
  })

  test('the limit keeps the most important nodes and says how many there were', () => {
    const { graph: part, total } = subgraph(graph, {}, {}, 2)
    expect(part.nodes()).toEqual(['person:ilsa-marrow', 'person:teodor-quist'])
    expect(part.size).toBe(1)
    expect(total).toEqual({ nodes: graph.order, edges: graph.size })
  })

  test('a part names only the documents that it comes from', () => {
    const { graph: part } = subgraph(graph, { types: ['region', 'media'] }, {})
    expect(part.getAttribute('documents').map(({ id }) => id)).toEqual([summit.document.id])
    expect(graph.getAttribute('documents')).toHaveLength(3)
  })
})

describe('neighbours', () => {
  const ask = (start: string, query: Partial<NeighborQuery> = {}) =>
    neighbors(graph, start, {
      depth: 1,
      direction: 'both',
      edges: { modalities: FIRM },
      nodes: {},
      sort: 'weight',
      ...query,
    })
  const keys = (...asked: Parameters<typeof ask>): string[] => ask(...asked).map(({ key }) => key)

  test('one step away, the weightiest first', () => {
    expect(keys('person:ilsa-marrow')).toEqual([
      'person:teodor-quist',
      'armed_force:talvian-guard',
      'country:ostrava-lind',
      'event:meeting:e75bab3f52a8',
      'person:bram-oduya',
    ])
  })

  test('a denied contact is none, unless it is asked for', () => {
    expect(keys('person:teodor-quist')).not.toContain('person:bram-oduya')
    expect(keys('person:teodor-quist', { edges: { modalities: ['denied'] } })).toEqual(['person:bram-oduya'])
  })

  test('outward and inward; a relation without direction is both', () => {
    const contacts = { edges: { families: ['diplomacy', 'office'] as const } }
    expect(keys('person:teodor-quist', { direction: 'out', edges: { relations: ['met_with'] } })).toEqual([
      'person:ilsa-marrow',
    ])
    expect(keys('person:ilsa-marrow', { direction: 'in', ...contacts })).toEqual([
      'person:teodor-quist',
      'person:bram-oduya',
    ])
    expect(keys('person:ilsa-marrow', { direction: 'out', ...contacts })).toEqual([
      'person:teodor-quist',
      'country:ostrava-lind',
    ])
  })

  test('through nodes that are not listed themselves', () => {
    const found = ask('city:velmont', { depth: 2, nodes: { types: ['person'] } })
    expect(found.map(({ key, distance }) => [key, distance])).toEqual([
      ['person:ilsa-marrow', 2],
      ['person:teodor-quist', 2],
    ])
  })

  test('by name and by recency', () => {
    expect(keys('person:ilsa-marrow', { sort: 'name', nodes: { kinds: ['actor'] } })).toEqual([
      'person:bram-oduya',
      'country:ostrava-lind',
      'armed_force:talvian-guard',
      'person:teodor-quist',
    ])
    expect(keys('person:ilsa-marrow', { sort: 'recency' }).slice(0, 3)).toEqual([
      'person:teodor-quist',
      'armed_force:talvian-guard',
      'event:meeting:e75bab3f52a8',
    ])
  })

  test('are counted by relation and by kind', () => {
    expect(countNeighbors(graph, ask('person:ilsa-marrow'))).toEqual({
      relation: { met_with: 1, accused: 1, leader_of: 1, participant_in: 1, envoy_of: 1 },
      kind: { actor: 4, event: 1 },
    })
  })
})

describe('paths', () => {
  const ask = (from: string, to: string, query: Partial<Parameters<typeof paths>[3]> = {}): string[][] =>
    paths(graph, from, to, { maxLength: 4, limit: 5, edges: { modalities: FIRM }, ...query }).map(({ nodes }) => [
      ...nodes,
    ])

  test('the shortest first', () => {
    const found = ask('person:bram-oduya', 'armed_force:talvian-guard')
    expect(found.slice(0, 2)).toEqual([
      ['person:bram-oduya', 'city:karsholm', 'armed_force:talvian-guard'],
      ['person:bram-oduya', 'person:ilsa-marrow', 'armed_force:talvian-guard'],
    ])
    const lengths = found.map((path) => path.length)
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
    for (const path of found) expect(new Set(path).size).toBe(path.length)
  })

  test('no longer than asked, no more than asked', () => {
    expect(ask('person:bram-oduya', 'armed_force:talvian-guard', { maxLength: 1 })).toEqual([])
    expect(ask('person:bram-oduya', 'armed_force:talvian-guard', { limit: 1 })).toHaveLength(1)
  })

  test('there is none to what stands alone, nor to itself', () => {
    expect(ask('person:bram-oduya', 'media:northern-wire')).toEqual([])
    expect(ask('person:bram-oduya', 'person:bram-oduya')).toEqual([])
  })

  test('every step is an edge between its nodes', () => {
    for (const { nodes, edges } of paths(graph, 'city:velmont', 'city:karsholm', {
      maxLength: 6,
      limit: 50,
      edges: {},
    })) {
      expect(edges).toHaveLength(nodes.length - 1)
      edges.forEach((edge, i) => {
        expect([nodes[i], nodes[i + 1]].sort()).toEqual(graph.extremities(edge).sort())
      })
    }
  })

  test('finds the same number of paths as a plain search does', () => {
    const plain = (at: string, goal: string, left: number, seen: readonly string[]): number =>
      at === goal
        ? 1
        : left === 0
          ? 0
          : graph
              .neighbors(at)
              .filter((next) => !seen.includes(next))
              .reduce((sum, next) => sum + plain(next, goal, left - 1, [...seen, next]), 0)
    for (const from of graph.nodes())
      for (const to of graph.nodes().filter((node) => node !== from))
        expect(paths(graph, from, to, { maxLength: 6, limit: 1000, edges: {} })).toHaveLength(
          plain(from, to, 6, [from]),
        )
  })
})

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

test('the graph in numbers', () => {
  expect(graphStats(graph)).toEqual({ nodes: 11, edges: 13, actors: 7, places: 2, events: 2, statements: 14 })
})
