/** What of the graph is shown: pure functions of the facts and of the reader's choices. */

import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { Modality } from '../../model/facts.ts'
import type { EdgeAttributes, NodeAttributes } from '../../model/graph.ts'
import type { DocumentId } from '../../model/ids.ts'
import { EDGES, type EntityType, type EventType, type Family } from '../../model/ontology.ts'

/** Ways of looking at the same facts: all of them; who to whom, events folded away; events with their parts. */
export const LENSES = ['all', 'ties', 'events'] as const
export type Lens = (typeof LENSES)[number]

/** What is switched off; so a type that nobody has thought of yet is shown. An empty set of documents means all. */
export interface Filters {
  readonly lens: Lens
  readonly withoutTypes: ReadonlySet<EntityType | EventType>
  readonly withoutFamilies: ReadonlySet<Family>
  readonly withoutModalities: ReadonlySet<Modality>
  readonly documents: ReadonlySet<DocumentId>
}

export const NO_FILTERS: Filters = {
  lens: 'all',
  withoutTypes: new Set(),
  withoutFamilies: new Set(),
  withoutModalities: new Set(),
  documents: new Set(),
}

export interface Visible {
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
}

export const familyOf = (edge: EdgeAttributes): Family => EDGES[edge.relation].family

export const isFiltering = (filters: Filters): boolean =>
  filters.withoutTypes.size + filters.withoutFamilies.size + filters.withoutModalities.size + filters.documents.size > 0

/** Of a facet, what to leave out when its own counts are asked for. */
type Facet = 'type' | 'family' | 'modality' | 'document'

function admitsNode(node: NodeAttributes, filters: Filters, except?: Facet): boolean {
  if (node.kind === 'event') {
    if (filters.lens === 'ties') return false
    if (except !== 'modality' && filters.withoutModalities.has(node.modality)) return false
  }
  if (except !== 'type' && filters.withoutTypes.has(node.type)) return false
  return except === 'document' || isFrom(node, filters.documents)
}

function admitsEdge(edge: EdgeAttributes, filters: Filters, except?: Facet): boolean {
  const isPart = familyOf(edge) === 'participation'
  if (filters.lens === 'ties' && isPart) return false
  if (filters.lens === 'events' && !isPart) return false
  if (except !== 'family' && filters.withoutFamilies.has(familyOf(edge))) return false
  if (except !== 'modality' && filters.withoutModalities.has(edge.modality)) return false
  return except === 'document' || isFrom(edge, filters.documents)
}

const isFrom = (
  { evidence }: Pick<NodeAttributes, 'evidence'> | Pick<EdgeAttributes, 'evidence'>,
  documents: ReadonlySet<DocumentId>,
): boolean => documents.size === 0 || evidence.some(({ document }) => documents.has(document))

/**
 * Nodes and edges that pass. A node that only filtered-out edges would tie in is left out as well, so that a filter shows
 * what it is about instead of a cloud of loose ends; nodes that never had an edge stay while no edge is filtered.
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
  const everyEdge = filters.withoutFamilies.size + filters.withoutModalities.size === 0 && filters.lens === 'all'
  const nodes = new Set([...admitted].filter((key) => tied.has(key) || (everyEdge && isLoose(graph, key))))
  return { nodes, edges }
}

const isLoose = (graph: KnowledgeGraph, key: string): boolean => graph.degree(key) === 0

export interface FacetCounts {
  readonly types: ReadonlyMap<EntityType | EventType, number>
  readonly families: ReadonlyMap<Family, number>
  readonly modalities: ReadonlyMap<Modality, number>
  readonly documents: ReadonlyMap<DocumentId, number>
}

/** Per value how much of it there is under the other facets' filters, so that a count tells what switching it on would show. */
export function facetCounts(graph: KnowledgeGraph, filters: Filters): FacetCounts {
  const types = new Map<EntityType | EventType, number>()
  graph.forEachNode((_, node) => {
    if (admitsNode(node, filters, 'type')) increment(types, node.type)
  })
  const families = new Map<Family, number>()
  const modalities = new Map<Modality, number>()
  const documents = new Map<DocumentId, number>()
  graph.forEachEdge((_, edge, __, ___, source, target) => {
    const endsPass = (except?: Facet): boolean =>
      admitsNode(source, filters, except) && admitsNode(target, filters, except)
    if (endsPass() && admitsEdge(edge, filters, 'family')) increment(families, familyOf(edge))
    if (endsPass('modality') && admitsEdge(edge, filters, 'modality')) increment(modalities, edge.modality)
    if (endsPass('document') && admitsEdge(edge, filters, 'document'))
      for (const id of new Set(edge.evidence.map(({ document }) => document))) increment(documents, id)
  })
  return { types, families, modalities, documents }
}

function increment<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
