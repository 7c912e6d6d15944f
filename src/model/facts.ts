/**
 * What reading one document yields: plain, readonly data. A mention is text at a span; an entity is a decision about
 * mentions; a relation has two ends; an event is a node with any number of participants. Each carries its evidence.
 */
import type { CivilDate } from './date.ts'
import type { LocalId } from './ids.ts'
import type { EntityKind, EntityType, EventType, ParticipantRole, RelationName } from './ontology.ts'
import type { Span } from './span.ts'

/** Whether the text says that it is so, will be, may be, is not, or ought to be. */
export const MODALITIES = ['asserted', 'planned', 'possible', 'denied', 'requested'] as const
export type Modality = (typeof MODALITIES)[number]

/** Who says so: an entity of the document, or the source's words ("a senior official"). */
export type Speaker = { readonly entity: LocalId } | { readonly words: string }

/**
 * Where a fact was read. `span` covers the trigger with its arguments (or a node's mention); `sentence` is the whole
 * sentence around it; `source`, `target` and `trigger` mark the words of the two ends and of the relation.
 */
export interface Evidence {
  readonly span: Span
  readonly sentence: Span
  readonly source?: Span
  readonly target?: Span
  readonly trigger?: Span
}

/** How a passage refers to an entity. */
export type MentionForm = 'name' | 'adjective' | 'role' | 'pronoun'

export interface Mention {
  readonly span: Span
  readonly form: MentionForm
  /** Null where the text does not tell which entity is meant. */
  readonly entity: LocalId | null
}

/** A title or role that the text gives an entity ("French President"), with where it was read. */
export interface RoleAttribute {
  readonly text: string
  readonly former: boolean
  readonly span: Span
}

export interface Entity {
  readonly id: LocalId
  readonly kind: EntityKind
  readonly type: EntityType
  /** The fullest name that the text uses. */
  readonly name: string
  /** The other names, adjectives and acronyms that the text uses for it. */
  readonly aliases: readonly string[]
  readonly roles: readonly RoleAttribute[]
  /** ISO 3166 two-letter code where the gazetteer knows one. */
  readonly country?: string
  readonly mentions: readonly Mention[]
}

interface Fact {
  readonly modality: Modality
  readonly attributedTo: Speaker | null
  readonly date: CivilDate | null
  readonly endDate: CivilDate | null
  /** Name of the rule that read it. */
  readonly rule: string
  /** Promised precision, from 0 to 1. */
  readonly confidence: number
  readonly evidence: readonly [Evidence, ...Evidence[]]
  /** A person has looked at it and found it right. */
  readonly confirmed?: true
}

export interface Relation extends Fact {
  readonly relation: RelationName
  readonly source: LocalId
  readonly target: LocalId
  /** True on a tie that the text calls past ("former president"). */
  readonly former: boolean
  /** Kind of kinship on `family_of`, from source to target ("parent", "spouse"). */
  readonly role?: string
  /** The event that this relation is the short form of. */
  readonly event?: LocalId
}

/** A reported number of people: `min` = `max` for a plain number; `max` is null for "at least". `text` is how it was written. */
export interface Toll {
  readonly min: number
  readonly max: number | null
  readonly text: string
  readonly span: Span
}

export interface Participant {
  readonly entity: LocalId
  readonly role: ParticipantRole
  readonly span: Span
}

export interface Place {
  readonly entity: LocalId
  readonly span: Span
}

export interface EventFact extends Fact {
  readonly id: LocalId
  readonly type: EventType
  /** What a person would call it: "Missile strike on Lodesk". */
  readonly label: string
  /** What the words say was done, where the type alone does not tell: `expelled` of an event of type `other`. */
  readonly deed?: RelationName
  readonly participants: readonly Participant[]
  readonly places: readonly Place[]
  readonly killed?: Toll
  readonly wounded?: Toll
  readonly arrested?: Toll
}

/** Everything that was read in one document, in order of reading. */
export interface Extraction {
  readonly sentences: readonly Span[]
  readonly entities: readonly Entity[]
  /** Mentions that fit no entity, or more than one. */
  readonly unresolved: readonly Mention[]
  readonly relations: readonly Relation[]
  readonly events: readonly EventFact[]
  /** What a reader of the graph ought to know, such as "the text names nobody". */
  readonly notes: readonly string[]
}
