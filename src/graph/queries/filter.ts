/** Which nodes and edges a question is about. An absent field admits everything; a list admits what is in it. */
import type { CivilDate } from '../../model/date.ts'
import type { Modality } from '../../model/facts.ts'
import type { EdgeAttributes, NodeAttributes } from '../../model/graph.ts'
import type { EdgeName, EntityType, EventType, Family, NodeKind } from '../../model/ontology.ts'
import { EDGES } from '../../model/ontology.ts'
import type { KnowledgeGraph } from '../knowledge-graph.ts'

export interface NodeFilter {
  readonly kinds?: readonly NodeKind[] | undefined
  readonly types?: readonly (EntityType | EventType)[] | undefined
}

export interface EdgeFilter {
  readonly relations?: readonly EdgeName[] | undefined
  readonly families?: readonly Family[] | undefined
  readonly modalities?: readonly Modality[] | undefined
  /** Ids of documents; one of them must say it. */
  readonly documents?: readonly string[] | undefined
  /** The fact, or where it has no date, a document that tells it, must lie within; both ends count. */
  readonly from?: CivilDate | undefined
  readonly to?: CivilDate | undefined
  readonly minWeight?: number | undefined
  readonly minConfidence?: number | undefined
}

/** What is denied, asked for or merely possible is no answer to "who is connected with whom", unless it is asked for. */
export const FIRM: readonly Modality[] = ['asserted', 'planned']

const within = <T>(list: readonly T[] | undefined): ((item: T) => boolean) => {
  if (list === undefined) return () => true
  const set = new Set(list)
  return (item) => set.has(item)
}

export function nodeTest({ kinds, types }: NodeFilter): (attributes: NodeAttributes) => boolean {
  const [kindFits, typeFits] = [within(kinds), within(types)]
  return ({ kind, type }) => kindFits(kind) && typeFits(type)
}

export function edgeTest(graph: KnowledgeGraph, filter: EdgeFilter): (attributes: EdgeAttributes) => boolean {
  const [relationFits, familyFits] = [within(filter.relations), within(filter.families)]
  const [modalityFits, documentFits] = [within(filter.modalities), within(filter.documents)]
  const dateFits = dateTest(graph, filter)
  const { documents, minWeight = 0, minConfidence = 0 } = filter
  return (edge) =>
    relationFits(edge.relation) &&
    familyFits(EDGES[edge.relation].family) &&
    modalityFits(edge.modality) &&
    edge.weight >= minWeight &&
    edge.confidence >= minConfidence &&
    (documents === undefined || edge.evidence.some(({ document }) => documentFits(document))) &&
    dateFits(edge)
}

/** Dates of reduced precision count as the whole month or year. */
function dateTest(graph: KnowledgeGraph, { from, to }: EdgeFilter): (edge: EdgeAttributes) => boolean {
  if (from === undefined && to === undefined) return () => true
  const published = new Map(graph.getAttribute('documents').map(({ id, date }) => [id, date]))
  // "2025" and "2025-12" are prefixes of what lies in them: padded with the last character, they end where it ends.
  const overlaps = (first: string, last: string): boolean =>
    (to === undefined || first <= `${to}\uffff`) && (from === undefined || `${last}\uffff` >= from)
  return ({ first, last, evidence }) =>
    first !== undefined
      ? overlaps(first, last ?? first)
      : evidence.some(({ document }) => {
          const date = published.get(document)
          return date !== undefined && date !== null && overlaps(date, date)
        })
}

export const isOpen = (filter: NodeFilter | EdgeFilter): boolean =>
  Object.values(filter).every((value) => value === undefined)
