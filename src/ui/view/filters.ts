/** What of the graph is shown: pure functions of the facts and of the reader's choices. */

import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { Modality } from '../../model/facts.ts'
import type { EdgeAttributes, EventAttributes, NodeAttributes } from '../../model/graph.ts'
import type { DocumentId } from '../../model/ids.ts'
import { EDGES, type EntityType, EVENT_TYPES, type EventType, type Family } from '../../model/ontology.ts'
import { countriesOf } from './countries.ts'
import { datesOf, type Stretch, touches } from './dates.ts'
import { LENSES, type Lens, lensAdmitsEdge, lensAdmitsLoose, lensAdmitsNode } from './lens.ts'

/** Among the speakers: facts that the articles report as their own. */
export const NO_SPEAKER = ''

/**
 * What is switched off; so a type that nobody has thought of yet is shown. Of documents, speakers and countries, which may be
 * many, those are named that are to be shown; an empty set means all.
 */
export interface Filters {
  readonly lens: Lens
  readonly withoutTypes: ReadonlySet<EntityType | EventType>
  readonly withoutFamilies: ReadonlySet<Family>
  readonly withoutModalities: ReadonlySet<Modality>
  readonly documents: ReadonlySet<DocumentId>
  /** Keys of nodes, a source's words, or `NO_SPEAKER`. */
  readonly speakers: ReadonlySet<string>
  /** Keys of nodes. */
  readonly countries: ReadonlySet<string>
  /** From 0 to 1. */
  readonly minConfidence: number
  /** What happened in this time. */
  readonly window: Stretch | null
  /** Whether facts without a date are shown while there is a window. */
  readonly undated: boolean
  /** Whether names are shown about which no relation was read. */
  readonly loose: boolean
}

export const NO_FILTERS: Filters = {
  lens: 'people',
  withoutTypes: new Set(),
  withoutFamilies: new Set(),
  withoutModalities: new Set(),
  documents: new Set(),
  speakers: new Set(),
  countries: new Set(),
  minConfidence: 0,
  window: null,
  undated: false,
  loose: false,
}

export interface Visible {
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
}

const familyOf = (edge: EdgeAttributes): Family => EDGES[edge.relation].family

export const isFiltering = (filters: Filters): boolean =>
  filters.withoutTypes.size + filters.withoutFamilies.size + filters.withoutModalities.size > 0 ||
  filters.documents.size + filters.speakers.size + filters.countries.size > 0 ||
  filters.minConfidence > 0 ||
  filters.window !== null

function admitsNode(node: NodeAttributes, filters: Filters): boolean {
  if (filters.withoutTypes.has(node.type) || !isFrom(node, filters.documents)) return false
  return lensAdmitsNode(node, filters.lens) && (node.kind !== 'event' || admitsEvent(node, filters))
}

const admitsEvent = (event: EventAttributes, filters: Filters): boolean =>
  !filters.withoutFamilies.has(EVENT_TYPES[event.type].family) && admitsFact(event, filters)

function admitsEdge(edge: EdgeAttributes, filters: Filters): boolean {
  const family = familyOf(edge)
  if (filters.withoutFamilies.has(family) || !isFrom(edge, filters.documents)) return false
  // Of a part in an event, the event decides when it was.
  return admitsFact(edge, family === 'participation' ? { ...filters, window: null } : filters)
}

/** What relations and events have in common. */
function admitsFact(fact: EdgeAttributes | EventAttributes, filters: Filters): boolean {
  const { withoutModalities, speakers, minConfidence, window, undated } = filters
  if (withoutModalities.has(fact.modality) || fact.confidence < minConfidence) return false
  if (speakers.size > 0 && !speakers.has(fact.attributedTo ?? NO_SPEAKER)) return false
  if (window === null) return true
  const dates = datesOf(fact)
  return dates.length === 0 ? undated : dates.some((date) => touches(date, window))
}

const isFrom = (
  { evidence }: Pick<NodeAttributes, 'evidence'> | Pick<EdgeAttributes, 'evidence'>,
  documents: ReadonlySet<DocumentId>,
): boolean => documents.size === 0 || evidence.some(({ document }) => documents.has(document))

/**
 * Nodes and edges that pass. A node that no visible edge ties in is left out as well, so that a filter shows what it is
 * about instead of a cloud of loose ends; those that never had an edge come with `loose`.
 */
export function visibleIn(graph: KnowledgeGraph, filters: Filters): Visible {
  const admitted = new Set<string>()
  graph.forEachNode((key, node) => {
    if (admitsNode(node, filters)) admitted.add(key)
  })
  const edges = new Set<string>()
  const tied = new Set<string>()
  const isThere = inCountries(graph, filters.countries)
  graph.forEachEdge((key, edge, source, target) => {
    if (!admitted.has(source) || !admitted.has(target) || !admitsEdge(edge, filters)) return
    if (!lensAdmitsEdge(edge, graph.getNodeAttributes(source), graph.getNodeAttributes(target), filters.lens)) return
    if (!isThere(source) && !isThere(target)) return
    edges.add(key)
    tied.add(source)
    tied.add(target)
  })
  const nodes = new Set(
    [...admitted].filter(
      (key) =>
        tied.has(key) ||
        (filters.loose && isLoose(graph, key) && lensAdmitsLoose(graph.getNodeAttributes(key), filters.lens)),
    ),
  )
  return { nodes, edges }
}

function inCountries(graph: KnowledgeGraph, countries: ReadonlySet<string>): (node: string) => boolean {
  if (countries.size === 0) return () => true
  const countriesAt = countriesOf(graph)
  return (node) => [...(countriesAt.get(node) ?? [])].some((country) => countries.has(country))
}

const isLoose = (graph: KnowledgeGraph, key: string): boolean => graph.degree(key) === 0

/** Nodes and edges that a document speaks of. */
export function saidIn(graph: KnowledgeGraph, document: string): Visible {
  const speaks = (evidence: NodeAttributes['evidence']): boolean =>
    evidence.some((passage) => passage.document === document)
  return {
    nodes: new Set(graph.filterNodes((_, { evidence }) => speaks(evidence))),
    edges: new Set(graph.filterEdges((_, { evidence }) => speaks(evidence))),
  }
}

/** Number of names about which no relation was read. */
export const looseCount = (graph: KnowledgeGraph): number => graph.filterNodes((key) => isLoose(graph, key)).length

/**
 * The filters with as little taken away as needed for a node or edge to be visible; the same object where it is already,
 * or where it is not in the graph.
 */
export function revealing(graph: KnowledgeGraph, filters: Filters, kind: 'node' | 'edge', key: string): Filters {
  if (!(kind === 'node' ? graph.hasNode(key) : graph.hasEdge(key))) return filters
  const isVisible = (option: Filters): boolean => visibleIn(graph, option)[kind === 'node' ? 'nodes' : 'edges'].has(key)
  const lenses = [filters.lens, ...LENSES]
  const wider: readonly Filters[] = [
    ...lenses.map((lens) => ({ ...filters, lens })),
    { ...filters, lens: 'all', loose: true },
    ...lenses.map((lens) => ({ ...NO_FILTERS, lens })),
    { ...NO_FILTERS, lens: 'all', loose: true },
  ]
  if (isVisible(filters)) return filters
  return wider.find(isVisible) ?? filters
}

export interface FacetCounts {
  readonly types: ReadonlyMap<EntityType | EventType, number>
  readonly families: ReadonlyMap<Family, number>
  readonly modalities: ReadonlyMap<Modality, number>
  readonly documents: ReadonlyMap<DocumentId, number>
  readonly speakers: ReadonlyMap<string, number>
  readonly countries: ReadonlyMap<string, number>
  /** Of each step, how many relations are at least as sure. */
  readonly confidences: ReadonlyMap<number, number>
}

/** Least confidences that one can choose. */
export const CONFIDENCE_STEPS = [0, 0.6, 0.7, 0.8, 0.9] as const

/** Per value how much of it is visible when its own facet takes nothing away, so that a count tells what a choice shows. */
export function facetCounts(graph: KnowledgeGraph, filters: Filters): FacetCounts {
  const types = new Map<EntityType | EventType, number>()
  for (const key of visibleIn(graph, { ...filters, withoutTypes: NO_FILTERS.withoutTypes }).nodes)
    increment(types, graph.getNodeAttribute(key, 'type'))

  const countries = new Map<string, number>()
  const countriesAt = countriesOf(graph)
  for (const key of visibleIn(graph, { ...filters, countries: NO_FILTERS.countries }).edges)
    for (const country of new Set(graph.extremities(key).flatMap((end) => [...(countriesAt.get(end) ?? [])])))
      increment(countries, country)

  const tally = <K>(
    open: Partial<Filters>,
    valuesOf: (edge: EdgeAttributes) => Iterable<K>,
  ): ReadonlyMap<K, number> => {
    const counts = new Map<K, number>()
    for (const key of visibleIn(graph, { ...filters, ...open }).edges)
      for (const value of valuesOf(graph.getEdgeAttributes(key))) increment(counts, value)
    return counts
  }
  return {
    types,
    countries,
    families: tally({ withoutFamilies: NO_FILTERS.withoutFamilies }, (edge) => [familyOf(edge)]),
    modalities: tally({ withoutModalities: NO_FILTERS.withoutModalities }, ({ modality }) => [modality]),
    documents: tally(
      { documents: NO_FILTERS.documents },
      ({ evidence }) => new Set(evidence.map(({ document }) => document)),
    ),
    speakers: tally({ speakers: NO_FILTERS.speakers }, ({ attributedTo }) => [attributedTo ?? NO_SPEAKER]),
    confidences: tally({ minConfidence: 0 }, ({ confidence }) => CONFIDENCE_STEPS.filter((step) => confidence >= step)),
  }
}

function increment<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
