import { describe, expect, test } from 'vitest'
import type { EdgeFilter, NodeFilter } from '../../src/graph/queries/filter.ts'
import { FIRM } from '../../src/graph/queries/filter.ts'
import { linksOf } from '../../src/graph/queries/links.ts'
import type { NeighborQuery } from '../../src/graph/queries/neighbors.ts'
import { neighbors } from '../../src/graph/queries/neighbors.ts'
import { graphStats } from '../../src/graph/queries/stats.ts'
import { subgraph } from '../../src/graph/queries/subgraph.ts'
import { parseCivilDate } from '../../src/model/date.ts'
import { graphOf, triples } from '../support/graphs.ts'
import { SAMPLES, strike, summit } from '../support/samples.ts'

const graph = graphOf(SAMPLES)
const links = linksOf(graph)
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
    neighbors(links, start, {
      depth: 1,
      direction: 'both',
      edges: { modalities: FIRM },
      nodes: {},
      sort: 'weight',
      ...query,
    })
  const keys = (...asked: Parameters<typeof ask>): string[] => ask(...asked).found.map(({ key }) => key)

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
    const { found } = ask('city:velmont', { depth: 2, nodes: { types: ['person'] } })
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
    expect(ask('person:ilsa-marrow').counts).toEqual({
      relation: { met_with: 1, accused: 1, leader_of: 1, participant_in: 1, envoy_of: 1 },
      kind: { actor: 4, event: 1 },
    })
  })
})

test('the graph in numbers', () => {
  expect(graphStats(graph)).toEqual({ nodes: 11, edges: 13, actors: 7, places: 2, events: 2, statements: 14 })
})
