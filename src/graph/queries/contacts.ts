/** Who met whom: contacts between actors, by what is said of them and by the meetings in which both took part. */

import type { CivilDate } from '../../model/date.ts'
import type { Modality } from '../../model/facts.ts'
import type { EventAttributes } from '../../model/graph.ts'
import type { EventType, RelationName } from '../../model/ontology.ts'
import { atOnce } from '../at-once.ts'
import { byText, listAt } from '../order.ts'
import type { DateOf } from './filter.ts'
import { edgeTest } from './filter.ts'
import type { Link, Links } from './links.ts'
import { placesWithinInTurns, scenesOf } from './places.ts'
import { sortInTurns } from './sort-in-turns.ts'

/** What brings two actors together, unless told otherwise. */
export const CONTACTS: readonly RelationName[] = ['met_with', 'negotiated_with', 'spoke_with', 'hosted']
/** Whoever takes part in one of these meets the others. */
const GATHERINGS: readonly EventType[] = ['meeting', 'negotiation', 'summit', 'call']

export interface ContactQuery {
  /** Keys of actors between whom contacts are looked for. */
  readonly actors?: readonly string[] | undefined
  /** Whether one of the two may be anybody. */
  readonly open: boolean
  readonly relations: readonly RelationName[]
  readonly modalities: readonly Modality[]
  readonly places?: readonly string[] | undefined
  readonly documents?: readonly string[] | undefined
  readonly from?: CivilDate | undefined
  readonly to?: CivilDate | undefined
  readonly dateOf?: DateOf | undefined
  readonly minConfidence?: number | undefined
}

export interface Contact {
  /** Keys; the smaller one comes first. */
  readonly pair: readonly [string, string]
  /** They came together so often at least. */
  readonly count: number
  readonly first?: CivilDate
  readonly last?: CivilDate
  readonly relations: readonly Link[]
  /** Keys of meetings in which both took part. */
  readonly events: readonly string[]
  readonly modalities: readonly Modality[]
}

const PER_TURN = 2000

interface Draft {
  readonly relations: Link[]
  readonly events: Set<number>
  /** Days of relations, and of meetings. */
  readonly told: Set<CivilDate>
  readonly met: Set<CivilDate>
  readonly modalities: Set<Modality>
}

/** Those with most contacts first, ties by keys. With a yield wherever others may have their turn. */
export function* contactsInTurns(links: Links, query: ContactQuery): Generator<void, readonly Contact[], void> {
  const drafts = new Map<string, Draft>()
  const test = contactTest(links, query, query.places && (yield* placesWithinInTurns(links, query.places)))
  const draftOf = (a: number, b: number): Draft => {
    const pair = pairOf(links.keys[a]!, links.keys[b]!)
    const present = drafts.get(pair)
    if (present !== undefined) return present
    const fresh: Draft = { relations: [], events: new Set(), told: new Set(), met: new Set(), modalities: new Set() }
    drafts.set(pair, fresh)
    return fresh
  }
  let work = 0
  for (const edge of edgesToLookAt(links, query)) {
    if (++work % PER_TURN === 0) yield
    const [source, target] = [links.sources[edge]!, links.targets[edge]!]
    if (!test.pair(source, target) || !test.relation(edge)) continue
    const draft = draftOf(source, target)
    draft.relations.push(links.link(edge))
    draft.modalities.add(links.edges[edge]!.modality)
    for (const day of test.days(edge)) draft.told.add(day)
  }
  for (const event of eventsToLookAt(links, query)) {
    if (++work % PER_TURN === 0) yield
    if (!test.event(event)) continue
    const present = attendants(links, event, query.modalities)
    for (const [i, one] of present.entries())
      for (const other of present.slice(i + 1)) {
        if (++work % PER_TURN === 0) yield
        if (!test.pair(one, other)) continue
        const draft = draftOf(one, other)
        draft.events.add(event)
        const { date, endDate, modality } = links.nodes[event]! as EventAttributes
        draft.modalities.add(modality)
        for (const day of [date, endDate]) if (day !== undefined) draft.met.add(day)
      }
  }
  const settled: Contact[] = []
  for (const [pair, draft] of drafts) {
    if (++work % PER_TURN === 0) yield
    settled.push(settle(links, pair, draft))
  }
  return yield* sortInTurns(
    settled,
    (a, b) => b.count - a.count || byText(a.pair[0], b.pair[0]) || byText(a.pair[1], b.pair[1]),
  )
}

export function contactsOf(links: Links, query: ContactQuery): readonly Contact[] {
  return atOnce(contactsInTurns(links, query))
}

const pairOf = (a: string, b: string): string => (a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`)

function settle(links: Links, pair: string, { relations, events, told, met, modalities }: Draft): Contact {
  const meetings = [...events].map((event) => links.nodes[event] as EventAttributes)
  const days = [...told, ...met].sort(byText)
  const [first, last] = [days[0], days.at(-1)]
  const [a = '', b = ''] = pair.split('\u0000')
  return {
    pair: [a, b],
    count: countOf(told, meetings),
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    relations: relations.sort((x, y) => byText(x.key, y.key)),
    events: [...events].map((event) => links.keys[event]!).sort(byText),
    modalities: [...modalities].sort(byText),
  }
}

/**
 * Meetings, and days of relations on which there was none of them. What has no day may be one of the others, and is not counted
 * beside them.
 */
function countOf(told: ReadonlySet<string>, meetings: readonly EventAttributes[]): number {
  const dated = meetings.filter(({ date }) => date !== undefined)
  const isMet = (day: string): boolean =>
    dated.some(({ date = '', endDate = date }) => day <= `${endDate}\uffff` && `${day}\uffff` >= date)
  const others = [...told].filter((day) => !isMet(day)).length
  return Math.max(1, dated.length + Math.max(meetings.length - dated.length, others))
}

/** @param within numbers of the places where a contact must have been */
function contactTest(links: Links, query: ContactQuery, within: ReadonlySet<number> | undefined) {
  const { modalities, documents, from, to, dateOf, minConfidence, open } = query
  const actors = query.actors && new Set(query.actors.flatMap((key) => links.numberOf(key) ?? []))
  const fits = edgeTest(links, { modalities, documents, from, to, dateOf, minConfidence })
  const isThere = (event: number): boolean =>
    within === undefined || scenesOf(links, event).some((place) => within.has(place))
  const relations = new Set<string>(query.relations)
  return {
    pair: (a: number, b: number): boolean => {
      if (links.nodes[a]!.kind !== 'actor' || links.nodes[b]!.kind !== 'actor') return false
      if (actors === undefined) return true
      return open ? actors.has(a) || actors.has(b) : actors.has(a) && actors.has(b)
    },
    relation: (edge: number): boolean => {
      const attributes = links.edges[edge]!
      if (!relations.has(attributes.relation) || !fits(attributes)) return false
      if (within === undefined) return true
      const event = attributes.event === undefined ? undefined : links.numberOf(attributes.event)
      return event !== undefined && isThere(event)
    },
    /** Of a relation; where a place is asked for, only its meeting says on which day it was there. */
    days: (edge: number): CivilDate[] => {
      if (within !== undefined) return []
      const { first, last = first } = links.edges[edge]!
      return [first, last].filter((day) => day !== undefined).filter((day) => isDuring(day, query))
    },
    event: (event: number): boolean => {
      const node = links.nodes[event]!
      if (node.kind !== 'event' || !(GATHERINGS as readonly string[]).includes(node.type)) return false
      const { date, endDate = date } = node
      const period = date === undefined || endDate === undefined ? {} : { first: date, last: endDate }
      return fits({ ...node, ...period, relation: 'participant_in', weight: 1 }) && isThere(event)
    },
  }
}

/** Of a relation that is told of several days, some may lie outside of the time asked for. */
const isDuring = (day: CivilDate, { from, to, dateOf }: ContactQuery): boolean =>
  dateOf === 'publication' ||
  ((from === undefined || `${day}\uffff` >= from) && (to === undefined || day <= `${to}\uffff`))

function* edgesToLookAt(links: Links, { actors }: ContactQuery): Generator<number, void, void> {
  if (actors === undefined) for (let edge = 0; edge < links.edges.length; edge++) yield edge
  else {
    const seen = new Set<number>()
    for (const actor of actors) {
      const node = links.numberOf(actor)
      if (node !== undefined) for (const edge of links.edgesAt(node)) seen.add(edge)
    }
    yield* seen
  }
}

function* eventsToLookAt(links: Links, query: ContactQuery): Generator<number, void, void> {
  if (query.actors === undefined) for (let node = 0; node < links.nodes.length; node++) yield node
  else {
    const seen = new Set<number>()
    for (const edge of edgesToLookAt(links, query))
      if (links.edges[edge]!.relation === 'participant_in') seen.add(links.targets[edge]!)
    yield* seen
  }
}

/** Actors who took part, as the question's status has it. */
function attendants(links: Links, event: number, modalities: readonly Modality[]): number[] {
  const present = new Set<number>()
  for (const edge of links.edgesAt(event)) {
    const { relation, modality } = links.edges[edge]!
    if (relation === 'participant_in' && modalities.includes(modality)) present.add(links.sources[edge]!)
  }
  return [...present]
}

/** A common contact, with what ties it to each of the two. */
export interface CommonContact {
  readonly key: string
  readonly contacts: readonly [Contact, Contact]
}

/** Those whom both have met, those with most contacts first. @param contacts all of the two, with anybody */
export function commonContacts(contacts: readonly Contact[], [one, other]: readonly [string, string]): CommonContact[] {
  const met = new Map<string, Map<string, Contact>>()
  for (const contact of contacts) {
    const [a, b] = contact.pair
    for (const [self, whom] of [
      [a, b],
      [b, a],
    ] as const)
      if (self === one || self === other) {
        const of = met.get(whom) ?? new Map<string, Contact>()
        met.set(whom, of.set(self, contact))
      }
  }
  const common = [...met].flatMap(([key, of]): CommonContact[] => {
    const [first, second] = [of.get(one), of.get(other)]
    return first === undefined || second === undefined || key === one || key === other
      ? []
      : [{ key, contacts: [first, second] }]
  })
  const least = ({ contacts: [a, b] }: CommonContact): number => Math.min(a.count, b.count)
  return common.sort((a, b) => least(b) - least(a) || byText(a.key, b.key))
}

/** How often each of some actors met each other: rows and columns in their order, 0 on the diagonal. */
export function contactMatrix(actors: readonly string[], contacts: readonly Contact[]): number[][] {
  const at = new Map(actors.map((key, i) => [key, i]))
  const rows = actors.map(() => actors.map(() => 0))
  for (const { pair, count } of contacts) {
    const [i, j] = [at.get(pair[0]), at.get(pair[1])]
    if (i === undefined || j === undefined) continue
    rows[i]![j] = count
    rows[j]![i] = count
  }
  return rows
}

/** Actors by their contacts, for a matrix without a set of its own. */
export function mostConnected(contacts: readonly Contact[], limit: number): string[] {
  const counts = new Map<string, number[]>()
  for (const { pair, count } of contacts) for (const key of pair) listAt(counts, key).push(count)
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)
  return [...counts]
    .map(([key, list]) => [key, sum(list)] as const)
    .sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))
    .slice(0, limit)
    .map(([key]) => key)
}
