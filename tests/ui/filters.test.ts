import { describe, expect, test } from 'vitest'
import type { Modality } from '../../src/model/facts.ts'
import type { DocumentId } from '../../src/model/ids.ts'
import type { EntityType, EventType, Family } from '../../src/model/ontology.ts'
import { countriesOf } from '../../src/ui/view/countries.ts'
import {
  type Filters,
  facetCounts,
  isFiltering,
  looseCount,
  NO_FILTERS,
  NO_SPEAKER,
  revealing,
  visibleIn,
} from '../../src/ui/view/filters.ts'
import { graphOf } from '../support/graphs.ts'
import { SAMPLES, strike } from '../support/samples.ts'

const graph = graphOf(SAMPLES)
const ALL: Filters = { ...NO_FILTERS, lens: 'all', loose: true }
const withFilters = (change: Partial<Filters>) => visibleIn(graph, { ...ALL, loose: false, ...change })
const labels = (keys: Iterable<string>): string[] => [...keys].map((key) => graph.getNodeAttribute(key, 'label')).sort()

describe('without filters', () => {
  test('everything is visible', () => {
    const { nodes, edges } = visibleIn(graph, ALL)
    expect([nodes.size, edges.size]).toEqual([graph.order, graph.size])
    expect(isFiltering(ALL)).toBe(false)
  })

  test('names about which nothing was read come only when asked for', () => {
    expect(looseCount(graph)).toBeGreaterThan(0)
    expect(withFilters({}).nodes.size).toBe(graph.order - looseCount(graph))
  })
})

describe('a filter', () => {
  test('of a type hides its nodes with their edges', () => {
    const { nodes, edges } = withFilters({ withoutTypes: new Set<EntityType | EventType>(['person']) })
    expect([...nodes].filter((key) => graph.getNodeAttribute(key, 'type') === 'person')).toEqual([])
    for (const edge of edges) for (const end of graph.extremities(edge)) expect(nodes).toContain(end)
  })

  test('of a status hides what only it ties in', () => {
    const { edges } = withFilters({ withoutModalities: new Set<Modality>(['denied', 'planned']) })
    const left = new Set([...edges].map((key) => graph.getEdgeAttribute(key, 'modality')))
    expect(left).toEqual(new Set(['asserted']))
  })

  test('of a family leaves no loose ends', () => {
    const all = new Set(graph.mapEdges((_, { relation }) => relation))
    expect(all.size).toBeGreaterThan(5)
    const { nodes, edges } = withFilters({
      withoutFamilies: new Set<Family>([
        'diplomacy', 'support', 'dispute', 'coercion', 'office', 'affiliation', 'participation', 'concession', 'public',
      ]), // biome-ignore format: one glance
    })
    expect([...edges].map((key) => graph.getEdgeAttribute(key, 'relation'))).toEqual(['struck'])
    expect(labels(nodes)).toEqual(['Karsholm', 'Talvian Guard'])
  })

  test('of a document shows what it says', () => {
    const { edges } = withFilters({ documents: new Set<DocumentId>([strike.document.id]) })
    expect(edges.size).toBeGreaterThan(2)
    for (const key of edges)
      expect(graph.getEdgeAttribute(key, 'evidence').map(({ document }) => document)).toContain(strike.document.id)
  })
})

describe('a choice', () => {
  test('of speakers shows what they say, and the articles’ own word as one of them', () => {
    const said = (speaker: string) => withFilters({ speakers: new Set([speaker]) }).edges
    const all = [...withFilters({}).edges]
    for (const speaker of [NO_SPEAKER, 'media:northern-wire'])
      expect([...said(speaker)].sort()).toEqual(
        all.filter((key) => (graph.getEdgeAttribute(key, 'attributedTo') ?? NO_SPEAKER) === speaker).sort(),
      )
    expect(said('media:northern-wire').size).toBeGreaterThan(0)
  })

  test('of a country shows what it and its people have to do with', () => {
    const { nodes, edges } = withFilters({ countries: new Set(['country:ostrava-lind']) })
    expect(nodes).toContain('person:ilsa-marrow')
    const countriesAt = countriesOf(graph)
    for (const key of edges)
      expect(graph.extremities(key).some((end) => countriesAt.get(end)?.has('country:ostrava-lind'))).toBe(true)
    expect(edges.size).toBeLessThan(withFilters({}).edges.size)
  })

  test('of a least confidence hides what is less sure', () => {
    expect(withFilters({ minConfidence: 0.91 }).edges.size).toBe(0)
    expect(withFilters({ minConfidence: 0.5 }).edges.size).toBe(withFilters({}).edges.size)
  })
})

describe('a lens', () => {
  test('on people folds the events away', () => {
    const { nodes, edges } = withFilters({ lens: 'people' })
    expect([...nodes].filter((key) => graph.getNodeAttribute(key, 'kind') === 'event')).toEqual([])
    expect([...edges].some((key) => graph.getEdgeAttribute(key, 'relation') === 'participant_in')).toBe(false)
  })

  test('on events shows them with their parts only', () => {
    const { nodes, edges } = withFilters({ lens: 'events' })
    expect(new Set([...edges].map((key) => graph.getEdgeAttribute(key, 'relation')))).toEqual(
      new Set(['participant_in', 'occurred_at']),
    )
    expect(labels(nodes)).toContain('Strike on Karsholm')
    expect(labels(nodes)).not.toContain('Bram Oduya')
  })
})

describe('the lens on places', () => {
  test('shows only what has a place at one of its ends', () => {
    const { nodes, edges } = withFilters({ lens: 'places' })
    expect(edges.size).toBeGreaterThan(2)
    for (const key of edges)
      expect(graph.extremities(key).map((end) => graph.getNodeAttribute(end, 'kind'))).toContain('place')
    expect(labels(nodes)).toContain('Karsholm')
    expect(visibleIn(graph, { ...NO_FILTERS, lens: 'places', loose: true }).nodes.size).toBeLessThan(graph.order)
  })
})

describe('counts of a facet', () => {
  test('say what is there', () => {
    const { types, families, modalities } = facetCounts(graph, ALL)
    expect(types.get('person')).toBe(graph.filterNodes((_, { type }) => type === 'person').length)
    expect([...families.values()].reduce((a, b) => a + b)).toBe(graph.size)
    expect([modalities.get('denied'), modalities.get('planned')]).toEqual([1, 1])
  })

  test('tell of speakers, countries and confidence', () => {
    const { speakers, countries, confidences } = facetCounts(graph, ALL)
    expect([...speakers.values()].reduce((a, b) => a + b)).toBe(graph.size)
    expect(confidences.get(0)).toBe(graph.size)
    expect(confidences.get(0.9)).toBe(graph.filterEdges((_, { confidence }) => confidence >= 0.9).length)
    expect(countries.get('country:ostrava-lind')).toBe(
      withFilters({ countries: new Set(['country:ostrava-lind']) }).edges.size,
    )
  })

  test('say what the lens shows', () => {
    expect(facetCounts(graph, { ...ALL, lens: 'people' }).types.get('attack')).toBeUndefined()
  })

  test('do not change with the facet itself, but with the others', () => {
    const without = { ...ALL, withoutModalities: new Set<Modality>(['asserted']) }
    expect(facetCounts(graph, without).modalities).toEqual(facetCounts(graph, ALL).modalities)
    expect(facetCounts(graph, without).families.get('violence')).toBeUndefined()
  })
})

describe('what is selected', () => {
  const strange: Filters = { ...NO_FILTERS, withoutTypes: new Set<EntityType | EventType>(['person', 'attack']) }

  test('is brought back by taking away as little as needed', () => {
    for (const key of graph.nodes()) {
      const wider = revealing(graph, strange, 'node', key)
      expect(visibleIn(graph, wider).nodes).toContain(key)
      if (visibleIn(graph, strange).nodes.has(key)) expect(wider).toBe(strange)
    }
    for (const key of graph.edges())
      expect(visibleIn(graph, revealing(graph, strange, 'edge', key)).edges).toContain(key)
  })

  test('but is not in the graph changes nothing', () => {
    expect(revealing(graph, strange, 'node', 'person:nobody')).toBe(strange)
  })
})
