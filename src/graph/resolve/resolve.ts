/** From what each document says to the things of one graph: which node each entity and event of each document is. */
import type { Anchor } from '../../model/corrections.ts'
import type { EventFact } from '../../model/facts.ts'
import type { DocumentId, EntryId, LocalId, NodeKey } from '../../model/ids.ts'
import { eventKey, nodeKey } from '../../model/ids.ts'
import type { EntityType } from '../../model/ontology.ts'
import { ENTITY_TYPES } from '../../model/ontology.ts'
import type { Identities, Verdict } from '../corrections/identities.ts'
import { identify } from '../corrections/identities.ts'
import type { Correction } from '../corrections/log.ts'
import type { CorrectedReading, Pin } from '../corrections/readings.ts'
import { byDocument, correctReading } from '../corrections/readings.ts'
import { standingAt, tellings } from '../corrections/spots.ts'
import type { StoredDocument } from '../knowledge-graph.ts'
import { byText, listAt, tally } from '../order.ts'
import type { Member } from './cluster.ts'
import { cluster } from './cluster.ts'
import { normalName, wordsOf } from './names.ts'

/** One actor or place, and all that the documents say of it. */
export interface ResolvedEntity {
  readonly key: NodeKey
  readonly type: EntityType
  readonly name: string
  /** By document id, then in order of reading. */
  readonly members: readonly Member[]
  /** A person has decided that it is not to be shown. */
  readonly hidden?: true
  readonly confirmed?: true
  /** Other names that people have given it. */
  readonly alsoCalled?: readonly string[]
}

/** What one document tells of a happening. */
export interface Report {
  readonly document: DocumentId
  readonly event: EventFact
}

export interface ResolvedEvent {
  readonly key: NodeKey
  /** By document id, then in order of reading. */
  readonly reports: readonly [Report, ...Report[]]
}

export interface Resolution {
  /** By id, each once, with what people have corrected in them. */
  readonly documents: readonly CorrectedReading[]
  /** By key. */
  readonly entities: readonly ResolvedEntity[]
  /** By key. */
  readonly events: readonly ResolvedEvent[]
  /** The node that a document's entity or event became; throws a RangeError for an id that the document does not list. */
  readonly keyOf: (document: DocumentId, id: LocalId) => NodeKey
  /** Where keys lead that are no longer in use: those of merged nodes. */
  readonly aliases: ReadonlyMap<NodeKey, NodeKey>
  /** The node that an anchor means. */
  readonly nodeOf: Identities['nodeOf']
  /** Corrections that found what they are about. */
  readonly met: ReadonlySet<EntryId>
}

/**
 * Joins the readings of many documents. The order of `documents` does not matter; a document given twice counts once.
 * @param corrections that hold, in the order in which they were made
 */
export function resolve(documents: readonly StoredDocument[], corrections: readonly Correction[] = []): Resolution {
  const ofDocument = byDocument(corrections)
  const raw = canonical(documents)
  const ordered = raw.map((stored) => correctReading(stored, ofDocument.get(stored.document.id)))

  const keys = new Map<string, NodeKey>()
  const entities = baseEntities(ordered)
  for (const { key, members } of entities)
    for (const { document, entity } of members) keys.set(localKey(document, entity.id), key)
  const events = ordered.flatMap((reading, i) => identifyEvents(reading, raw[i]!))
  for (const { key, reports } of events)
    for (const { document, event } of reports) keys.set(localKey(document, event.id), key)

  const bases = new Set<NodeKey>([...entities, ...events].map(({ key }) => key))
  const { headOf, verdicts, aliases, met, nodeOf } = identify(
    corrections,
    (key) => bases.has(key),
    passageFinder(ordered, keys),
  )
  return {
    documents: ordered,
    entities: unite(entities, headOf, mergeEntities)
      .map((entity) => judged(entity, verdicts.get(entity.key)))
      .sort((a, b) => byText(a.key, b.key)),
    events: unite(events, headOf, mergeEvents).sort((a, b) => byText(a.key, b.key)),
    keyOf: (document, id) => {
      const key = keys.get(localKey(document, id))
      if (key === undefined) throw new RangeError(`document ${document} refers to ${id}, which it does not list`)
      return headOf(key)
    },
    aliases,
    nodeOf,
    met: new Set([...met, ...ordered.flatMap((reading) => [...reading.met])]),
  }
}

/** What names alone join, and what people have told apart. */
function baseEntities(readings: readonly CorrectedReading[]): ResolvedEntity[] {
  const free: Member[] = []
  const pinned = new Map<NodeKey, { pin: Pin; members: Member[] }>()
  for (const { document, extraction, pins } of readings)
    for (const entity of extraction.entities) {
      const member = { document: document.id, entity }
      const pin = pins.get(entity.id)
      if (pin === undefined) free.push(member)
      else {
        const group = pinned.get(pin.key) ?? { pin, members: [] }
        pinned.set(pin.key, group)
        group.members.push(member)
      }
    }
  return [...cluster(free).map(toEntity), ...[...pinned.values()].map(({ pin, members }) => ({ ...pin, members }))]
}

/** Groups of one head become one node. */
function unite<T extends { readonly key: NodeKey }>(
  items: readonly T[],
  headOf: (key: NodeKey) => NodeKey,
  merge: (head: T, others: readonly T[]) => T,
): T[] {
  const groups = new Map<NodeKey, T[]>()
  for (const item of items) listAt(groups, headOf(item.key)).push(item)
  return [...groups].map(([key, group]) => {
    const head = group.find((item) => item.key === key) ?? group[0]!
    return group.length === 1 ? head : merge(head, group)
  })
}

const mergeEntities = (head: ResolvedEntity, all: readonly ResolvedEntity[]): ResolvedEntity => ({
  ...head,
  members: all.flatMap(({ members }) => members).sort((a, b) => byText(a.document, b.document)),
})

const mergeEvents = (head: ResolvedEvent, all: readonly ResolvedEvent[]): ResolvedEvent => {
  const [first, ...rest] = head.reports
  const others = all.filter((event) => event !== head).flatMap(({ reports }) => reports)
  return { ...head, reports: [first, ...[...rest, ...others].sort((a, b) => byText(a.document, b.document))] }
}

const judged = (entity: ResolvedEntity, verdict: Verdict | undefined): ResolvedEntity =>
  verdict === undefined ? entity : { ...entity, ...verdict }

/** Finds the node that is mentioned, or the event that is told, at a passage. */
function passageFinder(readings: readonly CorrectedReading[], keys: ReadonlyMap<string, NodeKey>) {
  const byId = new Map(readings.map((reading) => [reading.document.id, reading.extraction]))
  return (anchor: Anchor, event: boolean): NodeKey | undefined => {
    const extraction = byId.get(anchor.document)
    if (extraction === undefined) return undefined
    const [found] = event
      ? standingAt(extraction.events, tellings, anchor)
      : standingAt(extraction.entities, ({ mentions }) => mentions.map(({ span }) => span), anchor)
    return found && keys.get(localKey(anchor.document, found.id))
  }
}

/** By id, each once. */
export function canonical(documents: readonly StoredDocument[]): StoredDocument[] {
  const byId = new Map(documents.map((stored) => [stored.document.id, stored]))
  return [...byId.values()].sort((a, b) => byText(a.document.id, b.document.id))
}

const localKey = (document: DocumentId, id: LocalId): string => `${document}/${id}`

function toEntity(members: readonly Member[]): ResolvedEntity {
  const ordered = members.toSorted((a, b) => byText(a.document, b.document))
  const type = mostFrequentType(ordered)
  const name = bestName(ordered, type)
  return { key: nodeKey(type, normalName(name)), type, name, members: ordered }
}

/** The type that most mentions have; ties by the order of the ontology. */
function mostFrequentType(members: readonly Member[]): EntityType {
  const counts = new Map<EntityType, number>()
  for (const { entity } of members) counts.set(entity.type, (counts.get(entity.type) ?? 0) + 1 + entity.mentions.length)
  const rank = Object.keys(ENTITY_TYPES)
  return [...counts].sort((a, b) => b[1] - a[1] || rank.indexOf(a[0]) - rank.indexOf(b[0]))[0]![0]
}

/**
 * The name that most documents call it by in full; the longer one where two are as frequent. People go by given name and
 * surname, however often the surname stands alone.
 */
function bestName(members: readonly Member[], type: EntityType): string {
  const names = tally(members.map(({ entity }) => entity.name))
  const full = type === 'person' ? names.filter(([name]) => wordsOf(normalName(name)).length > 1) : names
  const [best] = (full.length > 0 ? full : names).toSorted(
    (a, b) => b[1] - a[1] || b[0].length - a[0].length || byText(a[0], b[0]),
  )
  return best![0]
}

/**
 * An event is identified by its document and the place in it where it is told, so that it keeps its key when another
 * reading finds more events before it; those told by the same words are counted. What a person corrects in it does not
 * change its key.
 */
function identifyEvents({ document, extraction }: CorrectedReading, raw: StoredDocument): ResolvedEvent[] {
  const keys = new Map<LocalId, NodeKey>()
  const seen = new Map<string, number>()
  for (const event of raw.extraction.events) {
    const [told] = event.evidence
    const place = String((told.trigger ?? told.span).start)
    const ordinal = seen.get(`${event.type}@${place}`) ?? 0
    seen.set(`${event.type}@${place}`, ordinal + 1)
    keys.set(event.id, eventKey(event.type, [document.id, place, String(ordinal)]))
  }
  return extraction.events.map((event) => ({ key: keys.get(event.id)!, reports: [{ document: document.id, event }] }))
}
