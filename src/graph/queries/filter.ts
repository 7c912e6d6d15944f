/** Which nodes and edges a question is about. An absent field admits everything; a list admits what is in it. */
import type { CivilDate } from '../../model/date.ts'
import type { Modality } from '../../model/facts.ts'
import type { EdgeAttributes, GraphDocument, NodeAttributes } from '../../model/graph.ts'
import type { EdgeName, EntityType, EventType, Family, NodeKind } from '../../model/ontology.ts'
import { EDGES } from '../../model/ontology.ts'
import { foldedWords } from './folded-words.ts'

export interface NodeFilter {
  readonly kinds?: readonly NodeKind[] | undefined
  readonly types?: readonly (EntityType | EventType)[] | undefined
  /** ISO 3166, two letters. */
  readonly countries?: readonly string[] | undefined
}

/** Which date of a fact is asked for: its own, that of a document which tells it, or its own where it has one. */
export const DATES_OF = ['fact', 'publication', 'either'] as const
export type DateOf = (typeof DATES_OF)[number]

export interface EdgeFilter {
  readonly relations?: readonly EdgeName[] | undefined
  readonly families?: readonly Family[] | undefined
  readonly modalities?: readonly Modality[] | undefined
  /** Ids of documents; one of them must say it. */
  readonly documents?: readonly string[] | undefined
  /** Whose word it is: keys of nodes, or the source's words, whatever their case. */
  readonly speakers?: readonly string[] | undefined
  /** The date must lie within; both ends count. */
  readonly from?: CivilDate | undefined
  readonly to?: CivilDate | undefined
  /** Either, unless told. */
  readonly dateOf?: DateOf | undefined
  readonly minWeight?: number | undefined
  readonly minConfidence?: number | undefined
}

/** What an edge must hold to be tested; an event has the same. */
export type Dated = Pick<EdgeAttributes, 'evidence' | 'first' | 'last'>

/** Where the documents of a graph are found. */
export interface Documented {
  readonly documents: readonly Pick<GraphDocument, 'id' | 'date'>[]
}
interface DocumentedGraph {
  getAttribute(name: 'documents'): Documented['documents']
}

/** What is denied, asked for or merely possible is no answer to "who is connected with whom", unless it is asked for. */
export const FIRM: readonly Modality[] = ['asserted', 'planned']

type Test<T> = (item: T) => boolean

const within = <T>(list: readonly T[] | undefined): Test<T> | undefined => {
  if (list === undefined) return undefined
  const set = new Set(list)
  return (item) => set.has(item)
}

/** Passes where all of `tests` do; those that are not there pass always. */
function all<T>(tests: readonly (Test<T> | undefined)[]): Test<T> {
  const real = tests.filter((test) => test !== undefined)
  const [first, second] = real
  if (first === undefined) return () => true
  if (second === undefined) return first
  return (item) => real.every((test) => test(item))
}

export function nodeTest({ kinds, types, countries }: NodeFilter): Test<NodeAttributes> {
  const [kindFits, typeFits, countryFits] = [within(kinds), within(types), within(countries)]
  return all<NodeAttributes>([
    kindFits && (({ kind }) => kindFits(kind)),
    typeFits && (({ type }) => typeFits(type)),
    countryFits &&
      ((node) => node.kind !== 'event' && node.country !== undefined && countryFits(node.country.toUpperCase())),
  ])
}

/** @param graph or whatever else knows its documents */
export function edgeTest(graph: DocumentedGraph | Documented, filter: EdgeFilter): Test<EdgeAttributes> {
  const [relationFits, familyFits] = [within(filter.relations), within(filter.families)]
  const [modalityFits, documentFits] = [within(filter.modalities), within(filter.documents)]
  const { minWeight, minConfidence } = filter
  return all<EdgeAttributes>([
    modalityFits && (({ modality }) => modalityFits(modality)),
    relationFits && (({ relation }) => relationFits(relation)),
    familyFits && (({ relation }) => familyFits(EDGES[relation].family)),
    minWeight === undefined ? undefined : ({ weight }) => weight >= minWeight,
    minConfidence === undefined ? undefined : ({ confidence }) => confidence >= minConfidence,
    documentFits && (({ evidence }) => evidence.some(({ document }) => documentFits(document))),
    speakerTest(filter.speakers),
    dateTest(graph, filter),
  ])
}

export function speakerTest(
  speakers: readonly string[] | undefined,
): Test<{ readonly attributedTo?: string }> | undefined {
  if (speakers === undefined) return undefined
  const [keys, words] = [new Set(speakers), new Set(speakers.map(wordsOf))]
  return ({ attributedTo }) =>
    attributedTo !== undefined && (keys.has(attributedTo) || words.has(wordsOf(attributedTo)))
}

const wordsOf = (text: string): string => foldedWords(text).join(' ')

/** Dates of reduced precision count as the whole month or year. */
export function dateTest(
  graph: DocumentedGraph | Documented,
  { from, to, dateOf = 'either' }: Pick<EdgeFilter, 'from' | 'to' | 'dateOf'>,
): Test<Dated> | undefined {
  if (from === undefined && to === undefined) return undefined
  // "2025" and "2025-12" are prefixes of what lies in them: padded with the last character, they end where it ends.
  const overlaps = (first: string, last: string): boolean =>
    (to === undefined || first <= `${to}\uffff`) && (from === undefined || `${last}\uffff` >= from)
  const happened = ({ first, last }: Dated): boolean => first !== undefined && overlaps(first, last ?? first)
  if (dateOf === 'fact') return happened
  const documents = 'documents' in graph ? graph.documents : graph.getAttribute('documents')
  const inTime = new Set<string>()
  for (const { id, date } of documents) if (date !== null && overlaps(date, date)) inTime.add(id)
  const published = ({ evidence }: Dated): boolean => evidence.some(({ document }) => inTime.has(document))
  return dateOf === 'publication' ? published : (fact) => (fact.first === undefined ? published(fact) : happened(fact))
}

export const isOpen = (filter: NodeFilter | EdgeFilter): boolean =>
  Object.values(filter).every((value) => value === undefined)
