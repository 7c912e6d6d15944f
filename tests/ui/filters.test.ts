import { describe, expect, test } from 'vitest'
import type { Modality } from '../../src/model/facts.ts'
import type { DocumentId } from '../../src/model/ids.ts'
import type { EntityType, EventType, Family } from '../../src/model/ontology.ts'
import { type Filters, facetCounts, isFiltering, NO_FILTERS, visibleIn } from '../../src/ui/view/filters.ts'
import { graphOf } from '../support/graphs.ts'
import { SAMPLES, strike } from '../support/samples.ts'

const graph = graphOf(SAMPLES)
const withFilters = (change: Partial<Filters>) => visibleIn(graph, { ...NO_FILTERS, ...change })
const labels = (keys: Iterable<string>): string[] => [...keys].map((key) => graph.getNodeAttribute(key, 'label')).sort()

describe('without filters', () => {
  test('everything is visible', () => {
    const { nodes, edges } = visibleIn(graph, NO_FILTERS)
    expect([nodes.size, edges.size]).toEqual([graph.order, graph.size])
    expect(isFiltering(NO_FILTERS)).toBe(false)
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

describe('a lens', () => {
  test('on ties folds the events away', () => {
    const { nodes, edges } = withFilters({ lens: 'ties' })
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

describe('counts of a facet', () => {
  test('say what is there', () => {
    const { types, families, modalities } = facetCounts(graph, NO_FILTERS)
    expect(types.get('person')).toBe(graph.filterNodes((_, { type }) => type === 'person').length)
    expect([...families.values()].reduce((a, b) => a + b)).toBe(graph.size)
    expect([modalities.get('denied'), modalities.get('planned')]).toEqual([1, 1])
  })

  test('do not change with the facet itself, but with the others', () => {
    const without = { ...NO_FILTERS, withoutModalities: new Set<Modality>(['asserted']) }
    expect(facetCounts(graph, without).modalities).toEqual(facetCounts(graph, NO_FILTERS).modalities)
    expect(facetCounts(graph, without).families.get('violence')).toBeUndefined()
  })
})
