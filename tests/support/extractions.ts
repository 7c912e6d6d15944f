/**
 * Small readings of invented texts, written as sentences with their facts: tests of graph, library and API build on them.
 * Offsets are found in the text, so that evidence always slices it.
 */
import { createHash } from 'node:crypto'
import type { StoredDocument } from '../../src/graph/knowledge-graph.ts'
import { toGraphDocument } from '../../src/graph/knowledge-graph.ts'
import type { CivilDate } from '../../src/model/date.ts'
import { parseCivilDay } from '../../src/model/date.ts'
import type { SourceDocument } from '../../src/model/document.ts'
import type {
  Entity, EventFact, Evidence, Extraction, Mention, Modality, Participant, Place, Relation, RoleAttribute, Speaker, Toll,
} from '../../src/model/facts.ts' // biome-ignore format: one glance
import type { LocalId } from '../../src/model/ids.ts'
import { documentId, localId } from '../../src/model/ids.ts'
import type { EntityType, EventType, ParticipantRole, RelationName } from '../../src/model/ontology.ts'
import { ENTITY_TYPES } from '../../src/model/ontology.ts'
import type { Span } from '../../src/model/span.ts'

export interface EntityDraft {
  readonly type: EntityType
  readonly name: string
  readonly aliases?: readonly string[]
  readonly roles?: readonly (readonly [text: string, former?: boolean])[]
  readonly country?: string
}

interface FactDraft {
  /** Ordinal of the sentence that says it. */
  readonly in: number
  readonly modality?: Modality
  /** Name of an entity, else the source's words. */
  readonly by?: string
  readonly date?: string
  readonly endDate?: string
  readonly rule?: string
  readonly confidence?: number
}

export interface RelationDraft extends FactDraft {
  readonly is: readonly [source: string, relation: RelationName, target: string]
  readonly former?: boolean
  readonly role?: string
  /** Ordinal of the event that it is the short form of. */
  readonly event?: number
}

export interface EventDraft extends FactDraft {
  readonly type: EventType
  readonly label: string
  readonly who?: readonly (readonly [name: string, role: ParticipantRole])[]
  readonly where?: readonly string[]
  readonly killed?: readonly [min: number, max: number | null, text: string]
  readonly wounded?: readonly [min: number, max: number | null, text: string]
}

export interface Draft {
  readonly sentences: readonly string[]
  readonly entities: readonly EntityDraft[]
  readonly relations?: readonly RelationDraft[]
  readonly events?: readonly EventDraft[]
  readonly title?: string
  readonly date?: string
  readonly source?: string
  readonly origin?: string
  readonly notes?: readonly string[]
}

export interface Reading {
  readonly document: SourceDocument
  readonly extraction: Extraction
}

export function makeSource(text: string, more: Partial<Omit<SourceDocument, 'text'>> = {}): SourceDocument {
  const id = documentId(createHash('sha256').update(text, 'utf8').digest('hex'))
  return {
    id,
    title: text.slice(0, 40),
    date: null,
    source: null,
    url: null,
    origin: `${id}.txt`,
    body: { start: 0, end: text.length },
    ...more,
    text,
  }
}

/** A document and what an attentive reader finds in it. */
export function reading(draft: Draft): Reading {
  const text = draft.sentences.join(' ')
  const sentences = spansOf(draft.sentences)
  const ids = new Map(draft.entities.map((entity, i) => [entity.name, localId('entity', i)]))
  const eventIds = (draft.events ?? []).map((_, i) => localId('event', i))
  const entities = draft.entities.map((entity, i): Entity => readEntity(entity, localId('entity', i), text))
  const named = (name: string): Entity => {
    const found = entities.find((entity) => entity.name === name)
    if (found === undefined) throw new Error(`the draft has no entity "${name}"`)
    return found
  }
  const within = (name: string, sentence: Span): Span | undefined =>
    named(name).mentions.find(({ span }) => span.start >= sentence.start && span.end <= sentence.end)?.span
  const marked = (end: 'source' | 'target', name: string | undefined, sentence: Span): Partial<Evidence> => {
    const span = name === undefined ? undefined : within(name, sentence)
    return span === undefined ? {} : { [end]: span }
  }
  const evidence = (fact: FactDraft, source?: string, target?: string): [Evidence] => {
    const sentence = sentences[fact.in]!
    return [
      {
        span: sentence,
        sentence,
        ...marked('source', source, sentence),
        ...marked('target', target, sentence),
      },
    ]
  }
  const shared = (fact: FactDraft) => ({
    modality: fact.modality ?? 'asserted',
    attributedTo: fact.by === undefined ? null : speakerOf(fact.by, ids),
    date: day(fact.date),
    endDate: day(fact.endDate),
    rule: fact.rule ?? 'draft',
    confidence: fact.confidence ?? 0.9,
  })
  const relations = (draft.relations ?? []).map((fact): Relation => {
    const [source, relation, target] = fact.is
    return {
      ...shared(fact),
      relation,
      source: named(source).id,
      target: named(target).id,
      former: fact.former ?? false,
      ...(fact.role !== undefined && { role: fact.role }),
      ...(fact.event !== undefined && { event: eventIds[fact.event]! }),
      evidence: evidence(fact, source, target),
    }
  })
  const events = (draft.events ?? []).map((fact, i): EventFact => {
    const sentence = sentences[fact.in]!
    const toll = (name: 'killed' | 'wounded'): { killed?: Toll; wounded?: Toll } =>
      fact[name] === undefined
        ? {}
        : { [name]: { min: fact[name][0], max: fact[name][1], text: fact[name][2], span: sentence } }
    return {
      ...shared(fact),
      id: eventIds[i]!,
      type: fact.type,
      label: fact.label,
      participants: (fact.who ?? []).map(
        ([name, role]): Participant => ({ entity: named(name).id, role, span: within(name, sentence) ?? sentence }),
      ),
      places: (fact.where ?? []).map(
        (name): Place => ({ entity: named(name).id, span: within(name, sentence) ?? sentence }),
      ),
      ...toll('killed'),
      ...toll('wounded'),
      evidence: evidence(fact),
    }
  })
  return {
    document: makeSource(text, {
      ...(draft.title !== undefined && { title: draft.title }),
      ...(draft.source !== undefined && { source: draft.source }),
      ...(draft.origin !== undefined && { origin: draft.origin }),
      date: day(draft.date),
    }),
    extraction: { sentences, entities, unresolved: [], relations, events, notes: draft.notes ?? [] },
  }
}

export const stored = ({ document, extraction }: Reading): StoredDocument => ({
  document: toGraphDocument(document),
  extraction,
})

function spansOf(sentences: readonly string[]): Span[] {
  let start = 0
  return sentences.map((sentence) => {
    const span = { start, end: start + sentence.length }
    start = span.end + 1
    return span
  })
}

function readEntity(draft: EntityDraft, id: LocalId, text: string): Entity {
  const names = [draft.name, ...(draft.aliases ?? [])].sort((a, b) => b.length - a.length)
  const mentions: Mention[] = []
  for (const name of names)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const span = { start: at, end: at + name.length }
      if (!mentions.some((mention) => mention.span.start < span.end && span.start < mention.span.end))
        mentions.push({ span, form: 'name', entity: id })
    }
  const roles = (draft.roles ?? []).map(([role, former]): RoleAttribute => {
    const start = Math.max(text.indexOf(role), 0)
    return { text: role, former: former ?? false, span: { start, end: start + role.length } }
  })
  return {
    id,
    kind: ENTITY_TYPES[draft.type].kind,
    type: draft.type,
    name: draft.name,
    aliases: draft.aliases ?? [],
    roles,
    ...(draft.country !== undefined && { country: draft.country }),
    mentions: mentions.sort((a, b) => a.span.start - b.span.start),
  }
}

const speakerOf = (by: string, ids: ReadonlyMap<string, LocalId>): Speaker => {
  const entity = ids.get(by)
  return entity === undefined ? { words: by } : { entity }
}

function day(text: string | undefined): CivilDate | null {
  if (text === undefined) return null
  const date = parseCivilDay(text)
  if (date === undefined) throw new Error(`"${text}" is no day`)
  return date
}
