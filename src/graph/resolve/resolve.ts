/** From what each document says to the things of one graph: which node each entity and event of each document is. */
import type { EventFact } from '../../model/facts.ts'
import type { DocumentId, LocalId, NodeKey } from '../../model/ids.ts'
import { eventKey, nodeKey } from '../../model/ids.ts'
import type { EntityType } from '../../model/ontology.ts'
import { ENTITY_TYPES } from '../../model/ontology.ts'
import type { StoredDocument } from '../knowledge-graph.ts'
import { byText, tally } from '../order.ts'
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
}

export interface ResolvedEvent {
  readonly key: NodeKey
  readonly document: DocumentId
  readonly event: EventFact
}

export interface Resolution {
  /** By key. */
  readonly entities: readonly ResolvedEntity[]
  /** By key. */
  readonly events: readonly ResolvedEvent[]
  /** The node that a document's entity or event became; throws a RangeError for an id that the document does not list. */
  readonly keyOf: (document: DocumentId, id: LocalId) => NodeKey
}

/**
 * Joins the readings of many documents. The order of `documents` does not matter; a document given twice counts once.
 * Events of different documents stay apart for now.
 */
export function resolve(documents: readonly StoredDocument[]): Resolution {
  const ordered = canonical(documents)
  const keys = new Map<string, NodeKey>()
  const entities = cluster(
    ordered.flatMap(({ document, extraction }) =>
      extraction.entities.map((entity) => ({ document: document.id, entity })),
    ),
  ).map(toEntity)
  for (const { key, members } of entities)
    for (const { document, entity } of members) keys.set(localKey(document, entity.id), key)

  const events = ordered.flatMap(identifyEvents)
  for (const { key, document, event } of events) keys.set(localKey(document, event.id), key)

  return {
    entities: entities.sort((a, b) => byText(a.key, b.key)),
    events: events.sort((a, b) => byText(a.key, b.key)),
    keyOf: (document, id) => {
      const key = keys.get(localKey(document, id))
      if (key === undefined) throw new RangeError(`document ${document} refers to ${id}, which it does not list`)
      return key
    },
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
 * reading finds more events before it; those told by the same words are counted.
 */
function identifyEvents({ document, extraction }: StoredDocument): ResolvedEvent[] {
  const seen = new Map<string, number>()
  return extraction.events.map((event) => {
    const [told] = event.evidence
    const place = String((told.trigger ?? told.span).start)
    const ordinal = seen.get(`${event.type}@${place}`) ?? 0
    seen.set(`${event.type}@${place}`, ordinal + 1)
    return { key: eventKey(event.type, [document.id, place, String(ordinal)]), document: document.id, event }
  })
}
