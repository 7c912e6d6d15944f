/** What of the graph is shown: pure functions of the facts and of the reader's choices. */

import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { Modality } from '../../model/facts.ts'
import type { EdgeAttributes, NodeAttributes } from '../../model/graph.ts'
import type { DocumentId } from '../../model/ids.ts'
import { EDGES, type EntityType, type EventType, type Family } from '../../model/ontology.ts'

/** Ways of looking at the same facts: who to whom, events folded away; events with their parts; all of them. */
export const LENSES = ['ties', 'events', 'all'] as const
export type Lens = (typeof LENSES)[number]

/** What is switched off; so a type that nobody has thought of yet is shown. An empty set of documents means all. */
export interface Filters {
  readonly lens: Lens
  readonly withoutTypes: ReadonlySet<EntityType | EventType>
  readonly withoutFamilies: ReadonlySet<Family>
  readonly withoutModalities: ReadonlySet<Modality>
  readonly documents: ReadonlySet<DocumentId>
  /** Whether names are shown about which no relation was read. */
  readonly loose: boolean
}

export const NO_FILTERS: Filters = {
  lens: 'ties',
  withoutTypes: new Set(),
  withoutFamilies: new Set(),
  withoutModalities: new Set(),
  documents: new Set(),
  loose: false,
}

export interface Visible {
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
}

const familyOf = (edge: EdgeAttributes): Family => EDGES[edge.relation].family

export const isFiltering = (filters: Filters): boolean =>
  filters.withoutTypes.size + filters.withoutFamilies.size + filters.withoutModalities.size + filters.documents.size > 0

function admitsNode(node: NodeAttributes, filters: Filters): boolean {
  if (node.kind === 'event' && (filters.lens === 'ties' || filters.withoutModalities.has(node.modality))) return false
  return !filters.withoutTypes.has(node.type) && isFrom(node, filters.documents)
}

function admitsEdge(edge: EdgeAttributes, filters: Filters): boolean {
  const family = familyOf(edge)
  if (filters.lens !== 'all' && (filters.lens === 'events') !== (family === 'participation')) return false
  if (filters.withoutFamilies.has(family) || filters.withoutModalities.has(edge.modality)) return false
  return isFrom(edge, filters.documents)
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
  graph.forEachEdge((key, edge, source, target) => {
    if (!admitted.has(source) || !admitted.has(target) || !admitsEdge(edge, filters)) return
    edges.add(key)
    tied.add(source)
    tied.add(target)
  })
  const nodes = new Set([...admitted].filter((key) => tied.has(key) || (filters.loose && isLoose(graph, key))))
  return { nodes, edges }
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
  const wider: readonly Filters[] = [
    filters,
    { ...filters, lens: 'all' },
    { ...filters, lens: 'all', loose: true },
    { ...NO_FILTERS, lens: filters.lens },
    { ...NO_FILTERS, lens: 'all' },
    { ...NO_FILTERS, lens: 'all', loose: true },
  ]
  return wider.find((option) => visibleIn(graph, option)[kind === 'node' ? 'nodes' : 'edges'].has(key)) ?? filters
}

export interface FacetCounts {
  readonly types: ReadonlyMap<EntityType | EventType, number>
  readonly families: ReadonlyMap<Family, number>
  readonly modalities: ReadonlyMap<Modality, number>
  readonly documents: ReadonlyMap<DocumentId, number>
}

/** Per value how much of it is visible when its own facet takes nothing away, so that a count tells what a choice shows. */
export function facetCounts(graph: KnowledgeGraph, filters: Filters): FacetCounts {
  const types = new Map<EntityType | EventType, number>()
  for (const key of visibleIn(graph, { ...filters, withoutTypes: NO_FILTERS.withoutTypes }).nodes)
    increment(types, graph.getNodeAttribute(key, 'type'))

  const edgesUnder = (open: Partial<Filters>): EdgeAttributes[] =>
    [...visibleIn(graph, { ...filters, ...open }).edges].map((key) => graph.getEdgeAttributes(key))
  const families = new Map<Family, number>()
  for (const edge of edgesUnder({ withoutFamilies: NO_FILTERS.withoutFamilies })) increment(families, familyOf(edge))
  const modalities = new Map<Modality, number>()
  for (const edge of edgesUnder({ withoutModalities: NO_FILTERS.withoutModalities }))
    increment(modalities, edge.modality)
  const documents = new Map<DocumentId, number>()
  for (const { evidence } of edgesUnder({ documents: NO_FILTERS.documents }))
    for (const id of new Set(evidence.map(({ document }) => document))) increment(documents, id)
  return { types, families, modalities, documents }
}

function increment<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
