/** Which countries a node has to do with, so that facts can be chosen by country. */
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { EdgeName } from '../../model/ontology.ts'

/** Ties by which the source belongs to a country that is their target. */
const BELONGING: ReadonlySet<EdgeName> = new Set([
  'leader_of', 'official_of', 'envoy_of', 'commander_of', 'works_for', 'part_of', 'located_in', 'based_in', 'from',
]) // biome-ignore format: one glance

export type CountriesOf = ReadonlyMap<string, ReadonlySet<string>>

const known = new WeakMap<KnowledgeGraph, CountriesOf>()

/**
 * For each node the keys of its countries: a country is its own; others have those that they lie in, act for or hold an office
 * in, as asserted; an event has those of its participants and places. Worked out once a graph, which must not change afterwards.
 */
export function countriesOf(graph: KnowledgeGraph): CountriesOf {
  const found = known.get(graph) ?? collect(graph)
  known.set(graph, found)
  return found
}

function collect(graph: KnowledgeGraph): CountriesOf {
  const countries = new Map<string, Set<string>>()
  const byCode = new Map<string, string>()
  const add = (node: string, country: string): void => {
    const those = countries.get(node)
    if (those === undefined) countries.set(node, new Set([country]))
    else those.add(country)
  }
  graph.forEachNode((key, node) => {
    if (node.kind === 'event' || node.type !== 'country') return
    add(key, key)
    if (node.country !== undefined && !byCode.has(node.country)) byCode.set(node.country, key)
  })
  graph.forEachNode((key, node) => {
    if (node.kind === 'event' || node.type === 'country' || node.country === undefined) return
    const country = byCode.get(node.country)
    if (country !== undefined) add(key, country)
  })
  graph.forEachEdge((_, edge, source, target) => {
    if (edge.modality !== 'asserted' || !BELONGING.has(edge.relation)) return
    if (graph.getNodeAttribute(target, 'type') === 'country') add(source, target)
  })
  graph.forEachEdge((_, edge, source, target) => {
    const event = edge.relation === 'participant_in' ? target : edge.relation === 'occurred_at' ? source : undefined
    const part = event === target ? source : target
    if (event !== undefined) for (const country of [...(countries.get(part) ?? [])]) add(event, country)
  })
  return countries
}
