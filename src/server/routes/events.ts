/** What happened, and who met whom. */

import type { ContactTie } from '../../api/contacts.ts'
import type { EventView } from '../../api/events.ts'
import { periodOf } from '../../api/filters.ts'
import type { MeetingQuery } from '../../api/questions.ts'
import {
  type Contact, commonContacts, contactMatrix, contactsInTurns, mostConnected,
} from '../../graph/queries/contacts.ts' // biome-ignore format: one glance
import { eventsInTurns, type FoundEvent } from '../../graph/queries/events.ts'
import type { Links } from '../../graph/queries/links.ts'
import { COUNTED, tollOf } from '../../graph/queries/tolls.ts'
import { InvalidInputError } from '../../model/errors.ts'
import type { EventAttributes, GraphEvidence } from '../../model/graph.ts'
import { asEdgeKey, asNodeKey } from '../../model/ids.ts'
import type { ParticipantRole } from '../../model/ontology.ts'
import type { Binder } from '../bind.ts'
import type { Linked } from '../linked.ts'
import { longList } from '../long-list.ts'
import type { Named } from '../named.ts'
import { pageOf } from '../paging.ts'
import type { Views } from '../views.ts'

const FEW_PASSAGES = 2
/** Rows of a matrix: more fit on no screen, and most of it would be empty. */
const MOST_ROWS = 200

export function bindEvents(bind: Binder): void {
  bind('events', async ({ query, linked, named, inTurns }) => {
    const { links, views } = await linked()
    const { type, role, modality, speaker, document, minKilled, minWounded, minArrested, sort } = query
    const { found, counts, tolls } = await inTurns(
      eventsInTurns(links, {
        ...periodOf(query),
        types: type,
        places: await named.all(query.place, 'place'),
        participants: await named.all(query.participant, 'participant'),
        roles: role,
        modalities: modality,
        speakers: speaker,
        documents: document,
        dateOf: query.dateOf,
        minConfidence: query.minConfidence,
        ...{ minKilled, minWounded, minArrested, sort },
      }),
    )
    const { items, next } = pageOf(found, ({ key }) => key, query)
    return {
      events: longList(items, (event) => viewOf(event, views)),
      total: found.length,
      counts,
      tolls,
      ...(next !== undefined && { next }),
    }
  })

  bind('contacts', async ({ query, linked, named, inTurns }) => {
    const seen = await linked()
    const { links, views } = seen
    const actors = await named.all(query.actor, 'actor')
    if (actors === undefined && query.with === 'anybody')
      throw new InvalidInputError(
        'with',
        'The parameter "with" is "anybody"; name the actors whose contacts are meant.',
      )
    const asked = { ...(await contactQuery(query, named)), actors, open: query.with === 'anybody' }
    const found = await inTurns(contactsInTurns(links, asked))
    const period = periodIn(found)
    if (query.form === 'matrix') {
      const rows = (query.with === 'each-other' ? actors : undefined) ?? mostConnected(found, MOST_ROWS)
      const matrix = { actors: rows.map((key) => views.node(key)), counts: contactMatrix(rows, found) }
      return { contacts: [], total: found.length, ...period, matrix }
    }
    const { items, next } = pageOf(found, ({ pair }) => pair.join(' '), query)
    const contacts = longList(items, (contact) => ({
      one: views.node(contact.pair[0]),
      other: views.node(contact.pair[1]),
      ...tieOf(contact, seen),
    }))
    return { contacts, total: found.length, ...period, ...(next !== undefined && { next }) }
  })

  bind('commonContacts', async ({ query, linked, named, inTurns }) => {
    const seen = await linked()
    const { links, views } = seen
    const [one, other] = (await named.all(query.actor, 'actor')) ?? []
    if (one === undefined || other === undefined || one === other)
      throw new InvalidInputError('actor', 'The parameter "actor" names one actor twice; give two.')
    const asked = { ...(await contactQuery(query, named)), actors: [one, other], open: true }
    const common = commonContacts(await inTurns(contactsInTurns(links, asked)), [one, other])
    const { items, next } = pageOf(common, ({ key }) => key, query)
    return {
      actors: [views.node(one), views.node(other)],
      common: longList(items, ({ key, contacts }) => ({
        node: views.node(key),
        with: contacts.map((contact) => tieOf(contact, seen)),
      })),
      total: common.length,
      ...(next !== undefined && { next }),
    }
  })
}

async function contactQuery(query: MeetingQuery, named: Named) {
  return {
    ...periodOf(query),
    relations: query.relation,
    modalities: query.modality,
    places: await named.all(query.place, 'place'),
    documents: query.document,
    dateOf: query.dateOf,
    minConfidence: query.minConfidence,
  }
}

function periodIn(found: readonly Contact[]): Pick<Contact, 'first' | 'last'> {
  const days = found.flatMap(({ first, last }) => [first, last]).filter((day) => day !== undefined)
  const [first, last] = [days.sort()[0], days.at(-1)]
  return first === undefined || last === undefined ? {} : { first, last }
}

function viewOf({ key, attributes, edges }: FoundEvent, views: Views): EventView {
  const { label, type, date, endDate, modality, attributedTo, confidence, mentions, reports, disputed } = attributes
  const ends = (relation: string) => edges.filter((edge) => edge.attributes.relation === relation)
  return {
    key: asNodeKey(key),
    label,
    type,
    ...(date !== undefined && { date }),
    ...(endDate !== undefined && { endDate }),
    modality,
    ...(attributedTo !== undefined && { attributedTo: views.speaker(attributedTo) }),
    confidence,
    mentions,
    reports: reports?.length ?? new Set(attributes.evidence.map(({ document }) => document)).size,
    tolls: tollsOf(attributes),
    ...(disputed !== undefined && { disputed }),
    participants: ends('participant_in').map(({ key, source, attributes: { role, modality } }) => ({
      node: views.node(source),
      ...(role !== undefined && { role: role as ParticipantRole }),
      modality,
      edge: asEdgeKey(key),
    })),
    places: ends('occurred_at').map(({ key, target, attributes: { modality } }) => ({
      node: views.node(target),
      modality,
      edge: asEdgeKey(key),
    })),
    evidence: views.passages(attributes.evidence, FEW_PASSAGES, 'best'),
  }
}

const tollsOf = (attributes: EventAttributes): EventView['tolls'] =>
  Object.fromEntries(
    COUNTED.flatMap((counted) => {
      const toll = tollOf(attributes, counted)
      return toll === undefined ? [] : [[counted, toll]]
    }),
  )

function tieOf(contact: Contact, { links, views }: Pick<Linked, 'links' | 'views'>): ContactTie {
  const { count, first, last, modalities, relations, events } = contact
  return {
    count,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    modalities,
    relations: relations.map(({ key, attributes: { relation, modality } }) => ({
      key: asEdgeKey(key),
      relation,
      modality,
    })),
    events: events.map((key) => {
      const { label, date, modality } = links.attributesAt(key) as EventAttributes
      return { key: asNodeKey(key), label, ...(date !== undefined && { date }), modality }
    }),
    evidence: views.passages(evidenceOf(contact, links), FEW_PASSAGES, 'best'),
  }
}

const evidenceOf = ({ relations, events }: Contact, links: Links): GraphEvidence[] => [
  ...relations.flatMap(({ attributes: { evidence } }) => evidence),
  ...events.flatMap((key) => links.attributesAt(key)?.evidence ?? []),
]
