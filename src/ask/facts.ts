/** Rows of a query's answer → facts, each once. */
import { isList, type NodeValue, type PathValue, type RelationshipValue, type Value } from '../cypher/values/value.ts'
import type { CivilDate } from '../model/date.ts'
import type { Modality } from '../model/facts.ts'
import type { EdgeAttributes, EventAttributes, GraphEvidence, NodeAttributes } from '../model/graph.ts'
import { asEdgeKey, asNodeKey } from '../model/ids.ts'
import { EDGES, type EdgeName } from '../model/ontology.ts'
import type { Fact, FoundNode, Passage } from './answer.ts'

/** What facts are told with. */
export interface Telling {
  /** At most so many, of the newest documents. `sentences` are words that travel with the graph. */
  readonly passages: (
    evidence: readonly GraphEvidence[],
    sentences: readonly string[] | undefined,
  ) => readonly Passage[]
  readonly speaker: (attributedTo: string) => NonNullable<Fact['speaker']>
}

export interface Row {
  readonly agent: NodeValue | null
  readonly target: NodeValue | null
  readonly fact: RelationshipValue | null
  readonly event: NodeValue | null
  readonly place: NodeValue | null
  readonly unplaced: boolean
}

/** A fact with the nodes at its ends. */
export interface Told {
  readonly fact: Fact
  readonly agent: NodeValue | null
  readonly target: NodeValue | null
  readonly event: NodeValue | null
}

const isNode = (value: Value): value is NodeValue =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'node'
const isRelationship = (value: Value): value is RelationshipValue =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'relationship'
export const isPath = (value: Value | undefined): value is PathValue =>
  typeof value === 'object' && value !== null && !isList(value) && 'kind' in value && value.kind === 'path'

/** In place of the status: the sentence speaks of the place, and no more. */
export const UNPLACED = 'unplaced'

export function rowsOf(columns: readonly string[], rows: readonly (readonly Value[])[]): Row[] {
  const at = (name: string): number => columns.indexOf(name)
  const node = (row: readonly Value[], name: string): NodeValue | null => {
    const value = row[at(name)] ?? null
    return isNode(value) ? value : null
  }
  return rows.map((row) => {
    const fact = row[at('fact')] ?? null
    return {
      agent: node(row, 'agent'),
      target: node(row, 'target'),
      fact: isRelationship(fact) ? fact : null,
      event: node(row, 'event'),
      place: node(row, 'place'),
      unplaced: row[at('status')] === UNPLACED,
    }
  })
}

export const foundNode = ({ key, properties }: NodeValue): FoundNode => {
  const { label, kind, type } = properties as unknown as NodeAttributes
  return { key: asNodeKey(key), label, kind, type }
}
export const labelOfNode = (node: NodeValue): string => String(node.properties['label'])

/** Rows that differ in the place alone are one fact; an event that a relation is the short form of is not told twice. */
export function toldBy(rows: readonly Row[], telling: Telling): Told[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const id = [row.fact?.key ?? row.event?.key, row.agent?.key, row.target?.key].join('\u0000')
    groups.set(id, [...(groups.get(id) ?? []), row])
  }
  const told = [...groups.values()].map((same) => tell(same, telling))
  const relations = told.filter(({ fact }) => fact.edge !== undefined)
  return told.filter(({ fact, agent, target, event }) => {
    if (fact.edge !== undefined) return true
    if (agent === null && target === null) return !relations.some((other) => tellsOf(other.fact, fact, event))
    return !relations.some(
      (other) =>
        samePair(other, { agent, target }) && other.fact.status === fact.status && shareSentence(other.fact, fact),
    )
  })
}

/** Of an event without its ends: the relation names it, or is a deed of its kind in the same sentence. */
const tellsOf = (relation: Fact, fact: Fact, event: NodeValue | null): boolean =>
  relation.event === fact.event ||
  (relation.relation !== undefined &&
    EDGES[relation.relation].plover !== null &&
    EDGES[relation.relation].plover === event?.properties['plover'] &&
    relation.status === fact.status &&
    shareSentence(relation, fact))

const samePair = (a: Pick<Told, 'agent' | 'target'>, b: Pick<Told, 'agent' | 'target'>): boolean =>
  (fits(a.agent, b.agent) && fits(a.target, b.target)) || (fits(a.agent, b.target) && fits(a.target, b.agent))
const fits = (a: NodeValue | null, b: NodeValue | null): boolean => a === null || b === null || a.key === b.key

const shareSentence = (a: Fact, b: Fact): boolean =>
  a.event === b.event ||
  a.evidence.some((one) =>
    b.evidence.some((other) => one.document.id === other.document.id && one.sentence.start === other.sentence.start),
  )

function tell(rows: readonly Row[], telling: Telling): Told {
  const { fact, event, agent, target } = rows[0]!
  const unplaced = rows.every((row) => row.unplaced) && { unplaced: true as const }
  const places = [...new Set(rows.flatMap(({ place }) => (place === null ? [] : [labelOfNode(place)])))]
  if (fact !== null) return { fact: { ...factOf(fact, places, telling), ...unplaced }, agent, target, event: null }
  return { fact: eventFact(event!, places, telling), agent, target, event }
}

export function factOf(relationship: RelationshipValue, places: readonly string[], telling: Telling): Fact {
  const { relation, modality, attributedTo, first, last, former, evidence, sentences, event, role, weight } =
    relationship.properties as unknown as EdgeAttributes
  return {
    says: `${labelOfNode(relationship.source)} ${readsAs(relation, role)} ${labelOfNode(relationship.target)}`,
    relation,
    edge: asEdgeKey(relationship.key),
    ...(event !== undefined && { event }),
    ...shared({ modality, attributedTo, date: first, endDate: last === first ? undefined : last }, telling),
    ...(weight > 1 && last !== undefined && last !== first && { several: true as const }),
    ...(former === true && { former }),
    places,
    evidence: telling.passages(evidence, sentences),
  }
}

const readsAs = (relation: EdgeName, role: string | undefined): string =>
  relation === 'family_of' && role !== undefined ? `${EDGES[relation].label} (${role}) of` : EDGES[relation].label

export function eventFact(node: NodeValue, places: readonly string[], telling: Telling): Fact {
  const attributes = node.properties as unknown as EventAttributes
  const { modality, attributedTo, date, endDate, evidence, sentences } = attributes
  return {
    says: attributes.label,
    event: asNodeKey(node.key),
    ...shared({ modality, attributedTo, date, endDate }, telling),
    places,
    evidence: telling.passages(evidence, sentences),
  }
}

interface Shared {
  readonly modality: Modality
  readonly attributedTo: string | undefined
  readonly date: CivilDate | undefined
  readonly endDate: CivilDate | undefined
}

const shared = (
  { modality, attributedTo, date, endDate }: Shared,
  { speaker }: Telling,
): Pick<Fact, 'status' | 'speaker' | 'date' | 'endDate'> => ({
  status: modality,
  ...(attributedTo !== undefined && { speaker: speaker(attributedTo) }),
  ...(date !== undefined && { date }),
  ...(endDate !== undefined && { endDate }),
})
