/** Corrections that change what a single document says: which mentions are whom, and what becomes of its events. */
import type { Act, SplitPart } from '../../model/corrections.ts'
import type { EventFact, Extraction, Relation } from '../../model/facts.ts'
import type { DocumentId, EntryId, LocalId, NodeKey } from '../../model/ids.ts'
import { asLocalId, isEventKey, nodeKey } from '../../model/ids.ts'
import type { EntityType, EventType } from '../../model/ontology.ts'
import { isEventType } from '../../model/ontology.ts'
import type { StoredDocument } from '../knowledge-graph.ts'
import { listAt } from '../order.ts'
import type { Correction } from './log.ts'
import { splitEntity } from './split.ts'
import { standingAt, tellings } from './spots.ts'

/** An entity that a person has told apart: it is joined with others of its name by a person only. */
export interface Pin {
  readonly key: NodeKey
  readonly type: EntityType
  readonly name: string
}

export interface CorrectedReading extends StoredDocument {
  /** As it was read, before people corrected it. */
  readonly raw: Extraction
  readonly pins: ReadonlyMap<LocalId, Pin>
  /** Corrections that found their passage here. */
  readonly met: ReadonlySet<EntryId>
}

type EventAct = Extract<Act, { act: 'rename' | 'retype' | 'hide' | 'confirm' | 'restate' }>
const EVENT_ACTS: readonly Act['act'][] = ['rename', 'retype', 'hide', 'confirm', 'restate']

export const isEventAct = (act: Act): act is EventAct =>
  EVENT_ACTS.includes(act.act) && isEventKey((act as EventAct).node.key)

/** For each document the corrections that are carried out in it, in their order. */
export function byDocument(corrections: readonly Correction[]): ReadonlyMap<DocumentId, readonly Correction[]> {
  const lists = new Map<DocumentId, Correction[]>()
  for (const correction of corrections) {
    const { act } = correction
    const at = act.act === 'split' ? act.parts.flatMap(({ mentions }) => mentions) : isEventAct(act) ? act.node.at : []
    for (const document of new Set(at.map((anchor) => anchor.document))) listAt(lists, document).push(correction)
  }
  return lists
}

/** @param corrections of this document, as `byDocument` gives them */
export function correctReading(stored: StoredDocument, corrections: readonly Correction[] = []): CorrectedReading {
  const pins = new Map<LocalId, Pin>()
  const met = new Set<EntryId>()
  let { extraction } = stored
  for (const { id, act } of corrections) {
    const before = extraction
    if (act.act === 'split') {
      act.parts.forEach((part, n) => {
        extraction = takeApart(extraction, stored.document.id, part, pins, act.node.key, `${id}${n > 0 ? `-${n}` : ''}`)
      })
    } else if (isEventAct(act)) {
      extraction = correctEvents(extraction, stored.document.id, act)
    }
    if (extraction !== before) met.add(id)
  }
  return { document: stored.document, extraction, raw: stored.extraction, pins, met }
}

function takeApart(
  extraction: Extraction,
  document: DocumentId,
  part: SplitPart,
  pins: Map<LocalId, Pin>,
  from: NodeKey,
  distinction: string,
): Extraction {
  const here = part.mentions.filter((anchor) => anchor.document === document)
  let result = extraction
  for (const entity of extraction.entities) {
    const leaving = new Set(here.flatMap((anchor) => standingAt(entity.mentions, ({ span }) => [span], anchor)))
    if (leaving.size === 0) continue
    const to = asLocalId(`${entity.id}~${distinction}`)
    const name = part.name ?? entity.name
    const [type] = from.split(':')
    pins.set(to, { key: nodeKey(type ?? entity.type, name, distinction), type: entity.type, name })
    result = splitEntity(result, entity, [...leaving], to, name)
  }
  return result
}

function correctEvents(extraction: Extraction, document: DocumentId, act: EventAct): Extraction {
  const here = act.node.at.filter((anchor) => anchor.document === document)
  const meant = new Set(here.flatMap((anchor) => standingAt(extraction.events, tellings, anchor)))
  if (meant.size === 0) return extraction
  const ids = new Set([...meant].map(({ id }) => id))
  const ofThese = ({ event }: Relation): boolean => event !== undefined && ids.has(event)
  if (act.act === 'hide')
    return {
      ...extraction,
      events: extraction.events.filter((event) => !meant.has(event)),
      relations: extraction.relations.filter((relation) => !ofThese(relation)),
    }
  const restated = act.act === 'restate' ? { modality: act.modality } : undefined
  return {
    ...extraction,
    events: extraction.events.map((event) => (meant.has(event) ? { ...event, ...changeOf(act) } : event)),
    relations: restated
      ? extraction.relations.map((relation) => (ofThese(relation) ? { ...relation, ...restated } : relation))
      : extraction.relations,
  }
}

function changeOf(act: EventAct): Partial<EventFact> {
  switch (act.act) {
    case 'rename':
      return { label: act.name }
    case 'retype':
      return isEventType(act.type) ? { type: act.type satisfies EventType } : {}
    case 'restate':
      return { modality: act.modality }
    case 'confirm':
      return { confirmed: true, confidence: 1 }
    case 'hide':
      return {}
  }
}
