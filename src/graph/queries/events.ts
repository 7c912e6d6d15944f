/** What happened: events by type, place, participant, time and toll, as a timeline. */
import type { CivilDate } from '../../model/date.ts'
import type { Modality } from '../../model/facts.ts'
import type { EventAttributes, GraphEvidence } from '../../model/graph.ts'
import type { EventType, ParticipantRole } from '../../model/ontology.ts'
import { atOnce } from '../at-once.ts'
import { byText } from '../order.ts'
import type { DateOf } from './filter.ts'
import { dateTest, speakerTest } from './filter.ts'
import type { Link, Links } from './links.ts'
import { placesWithinInTurns } from './places.ts'
import { sortInTurns } from './sort-in-turns.ts'
import { COUNTED, type Counted, type Happening, sumTollsInTurns, type TollSum, tollOf } from './tolls.ts'

export const EVENT_ORDERS = ['date', '-date', 'toll', 'weight'] as const
export type EventOrder = (typeof EVENT_ORDERS)[number]

export interface EventQuery {
  readonly types?: readonly EventType[] | undefined
  /** Keys of places; what lies in them counts, too. */
  readonly places?: readonly string[] | undefined
  /** Keys of nodes, all of which took part. */
  readonly participants?: readonly string[] | undefined
  /** As what they took part; without participants, as what anybody must have. */
  readonly roles?: readonly ParticipantRole[] | undefined
  readonly modalities?: readonly Modality[] | undefined
  readonly speakers?: readonly string[] | undefined
  readonly documents?: readonly string[] | undefined
  readonly from?: CivilDate | undefined
  readonly to?: CivilDate | undefined
  readonly dateOf?: DateOf | undefined
  readonly minConfidence?: number | undefined
  /** Least numbers, by what any report gives as its least. */
  readonly minKilled?: number | undefined
  readonly minWounded?: number | undefined
  readonly minArrested?: number | undefined
  readonly sort: EventOrder
}

export interface FoundEvent extends Happening {
  /** Edges to those who took part, and to places. */
  readonly edges: readonly Link[]
}

export interface FoundEvents {
  readonly found: readonly FoundEvent[]
  readonly counts: Readonly<Partial<Record<EventType, number>>>
  /** Of those that are asserted: what is planned or denied has killed nobody. */
  readonly tolls: Readonly<Partial<Record<Counted, TollSum>>>
}

const PER_TURN = 1000

/** In order of time unless told otherwise; what has no date comes last, ties by key. */
export function* eventsInTurns(links: Links, query: EventQuery): Generator<void, FoundEvents, void> {
  const fits = eventTest(links, query)
  const within = query.places && (yield* placesWithinInTurns(links, query.places))
  const found: FoundEvent[] = []
  for (const [i, event] of candidates(links, query.participants).entries()) {
    if (i % PER_TURN === PER_TURN - 1) yield
    const attributes = links.nodes[event]!
    if (attributes.kind !== 'event' || !fits(attributes)) continue
    const edges = linksAt(links, event)
    if (!tookPart(edges, query)) continue
    const places = edges.flatMap(({ attributes: { relation }, target }) => (relation === 'occurred_at' ? target : []))
    if (within !== undefined && !places.some((place) => within.has(links.numberOf(place)!))) continue
    found.push({ key: links.keys[event]!, attributes, edges, places })
  }
  yield
  const inOrder = yield* sortInTurns(found, (a, b) => ORDERS[query.sort](a, b) || byText(a.key, b.key))
  return { found: inOrder, counts: countTypes(found), tolls: yield* tollsOf(found) }
}

/** Where a participant is asked for, only what happened to it; else all nodes. */
function candidates(links: Links, [participant]: readonly string[] = []): readonly number[] {
  if (participant === undefined) return links.keys.map((_, node) => node)
  const node = links.numberOf(participant)
  if (node === undefined) return []
  return [...new Set([...links.edgesAt(node)].map((edge) => links.across(edge, node)))]
}

function eventTest(links: Links, query: EventQuery): (event: EventAttributes) => boolean {
  const { types, modalities, minConfidence = 0, documents } = query
  const speaks = speakerTest(query.speakers) ?? (() => true)
  const isInTime = dateTest(links, query) ?? (() => true)
  const [typeFits, modalityFits, documentFits] = [types, modalities, documents].map((list) =>
    list === undefined ? undefined : new Set<string>(list),
  )
  const least: readonly (readonly [Counted, number | undefined])[] = [
    ['killed', query.minKilled],
    ['wounded', query.minWounded],
    ['arrested', query.minArrested],
  ]
  return (event) =>
    (typeFits?.has(event.type) ?? true) &&
    (modalityFits?.has(event.modality) ?? true) &&
    event.confidence >= minConfidence &&
    speaks(event) &&
    isInTime({
      evidence: event.evidence,
      ...(event.date !== undefined && { first: event.date, last: event.endDate ?? event.date }),
    }) &&
    (documentFits === undefined || event.evidence.some(({ document }: GraphEvidence) => documentFits.has(document))) &&
    least.every(([counted, min]) => min === undefined || (tollOf(event, counted)?.min ?? -1) >= min)
}

function linksAt(links: Links, event: number): Link[] {
  const found: Link[] = []
  for (const edge of links.edgesAt(event)) {
    const { relation } = links.edges[edge]!
    if (relation === 'participant_in' || relation === 'occurred_at') found.push(links.link(edge))
  }
  return found.sort((a, b) => byText(a.attributes.relation, b.attributes.relation) || byText(a.key, b.key))
}

function tookPart(edges: readonly Link[], { participants, roles }: EventQuery): boolean {
  if (participants === undefined && roles === undefined) return true
  const asked = new Set<string | undefined>(roles)
  const parts = edges.filter(
    ({ attributes: { relation, role } }) => relation === 'participant_in' && (roles === undefined || asked.has(role)),
  )
  return participants === undefined
    ? parts.length > 0
    : participants.every((participant) => parts.some(({ source }) => source === participant))
}

const tollSize = ({ attributes }: FoundEvent): number =>
  COUNTED.reduce((sum, counted) => sum + (tollOf(attributes, counted)?.min ?? 0), 0)

const ORDERS: Readonly<Record<EventOrder, (a: FoundEvent, b: FoundEvent) => number>> = {
  date: (a, b) => byText(a.attributes.date ?? '\uffff', b.attributes.date ?? '\uffff'),
  '-date': (a, b) => byText(b.attributes.date ?? '', a.attributes.date ?? ''),
  toll: (a, b) => tollSize(b) - tollSize(a),
  weight: (a, b) => b.attributes.mentions - a.attributes.mentions,
}

function countTypes(found: readonly FoundEvent[]): Partial<Record<EventType, number>> {
  const counts: Partial<Record<EventType, number>> = {}
  for (const { attributes } of found) counts[attributes.type] = (counts[attributes.type] ?? 0) + 1
  return counts
}

function* tollsOf(found: readonly FoundEvent[]): Generator<void, Partial<Record<Counted, TollSum>>, void> {
  const real = found.filter(({ attributes }) => attributes.modality === 'asserted')
  const tolls: Partial<Record<Counted, TollSum>> = {}
  for (const counted of COUNTED) {
    const sum = yield* sumTollsInTurns(real, counted)
    if (sum !== undefined) tolls[counted] = sum
  }
  return tolls
}

export function eventsOf(links: Links, query: EventQuery): FoundEvents {
  return atOnce(eventsInTurns(links, query))
}
