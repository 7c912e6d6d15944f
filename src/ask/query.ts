/** What a plain question asks: a query in the terms of the ontology, from which its words and its Cypher are written. */
import type { CivilDate } from '../model/date.ts'
import type { Modality } from '../model/facts.ts'
import type { NodeKey } from '../model/ids.ts'
import type { EntityKind, EntityType, EventType, ParticipantRole, RelationName } from '../model/ontology.ts'

/** A node of the library that a question names. */
export interface Thing {
  readonly key: NodeKey
  readonly name: string
  readonly kind: EntityKind
  readonly type: EntityType
}

/** What kind of thing is asked for: "envoys", "French ministers", "cities". */
export interface Sort {
  /** As asked, in the plural where that was asked. */
  readonly words: string
  readonly type: EntityType | null
  readonly kind: EntityKind | null
  /** The tie that makes somebody one of them ("envoys"); `title` then counts as well. */
  readonly tie: RelationName | null
  /** Words that must stand in a title or role. */
  readonly title: string | null
  /** To what the tie leads ("French ministers"). */
  readonly of: Thing | null
}

/** What stands at an end of a deed. */
export type End =
  | { readonly is: 'asked'; readonly sort: Sort | null }
  /** `every`: of several each one ("and"), not any ("or"). */
  | { readonly is: 'named'; readonly things: readonly Thing[]; readonly every: boolean }
  | { readonly is: 'open' }

/** Days, both included; null where it is open. */
export interface Period {
  readonly from: CivilDate | null
  readonly to: CivilDate | null
  readonly words: string
}

export type Toll = 'killed' | 'wounded' | 'arrested'

/** What narrows any query. */
export interface Bounds {
  readonly places: readonly Thing[]
  readonly period: Period | null
  /** Words that must stand in the sentence: what was asked and is no name and no relation ("the agreement"). */
  readonly about: readonly string[]
  /** What the sentence must name besides: "the American plan". */
  readonly named: readonly Thing[]
  /** Only the earliest or the latest that has a date. */
  readonly extreme: 'first' | 'last' | null
  /** The status that is asked for: what is so, or what is planned ("Who will meet …?"). */
  readonly status: Modality
}

export interface DeedQuery extends Bounds {
  readonly kind: 'deed'
  readonly asks: 'agent' | 'target' | 'whether' | 'when' | 'where' | 'speaker'
  /** A number is asked for, not names; of "when", how often. */
  readonly counts: boolean
  /** The relation; null where the words name an event alone ("resigned"). */
  readonly relation: RelationName | null
  /** Of family ties: the kinship from agent to target. */
  readonly kinship: string | null
  /** Words that must stand in a title of the agent, where it is named ("Is Marrow the president of Norway?"). */
  readonly title: string | null
  /** Events of this type tell it as well. */
  readonly event: EventType | null
  readonly agent: End
  readonly target: End
}

/** An event that one has a part in; `as` is null for any part. */
export interface Part {
  readonly thing: Thing
  readonly as: 'agent' | 'target' | null
}

export interface EventsQuery extends Bounds {
  readonly kind: 'events'
  /** What the one who took part did to others is told as well: "What did Venn do?" */
  readonly deeds: boolean
  readonly asks: 'list' | 'whether' | 'when' | 'where' | 'who'
  readonly counts: boolean
  /** All types where it is empty. */
  readonly types: readonly EventType[]
  readonly parts: readonly Part[]
}

export interface TollQuery extends Bounds {
  readonly kind: 'toll'
  readonly toll: Toll
  readonly types: readonly EventType[]
  readonly parts: readonly Part[]
}

export interface PathQuery {
  readonly kind: 'path'
  readonly from: Thing
  readonly to: Thing
}

export interface ProfileQuery {
  readonly kind: 'profile'
  readonly thing: Thing
}

/** What somebody says, about somebody or something. */
export interface SaidQuery extends Bounds {
  readonly kind: 'said'
  /** A node, or what the texts call a source that they do not name: "officials". */
  readonly speaker: Thing | string
  readonly things: readonly Thing[]
}

export type Query = DeedQuery | EventsQuery | TollQuery | PathQuery | ProfileQuery | SaidQuery

export const ROLES_OF_AGENT: readonly ParticipantRole[] = ['agent', 'participant', 'organizer']
export const ROLES_OF_TARGET: readonly ParticipantRole[] = ['target', 'victim', 'participant']
/** In talks of several, both ends are agents of one word ("received") and equals of another. */
export const ROLES_OF_EQUALS: readonly ParticipantRole[] = ['agent', 'target', 'participant']

/** A name that fits several nodes of the library. */
export interface AmbiguousName {
  readonly name: string
  readonly candidates: readonly Thing[]
}

/** A name that is not in the library, and names that are nearly it. */
export interface UnknownName {
  readonly name: string
  readonly suggestions: readonly Thing[]
}

/** What became of a question. */
export type Understanding =
  | { readonly is: 'understood'; readonly query: Query }
  | { readonly is: 'unknown'; readonly names: readonly UnknownName[] }
  | { readonly is: 'ambiguous'; readonly names: readonly AmbiguousName[] }
  /** `reason` is a sentence for the person who asks. */
  | { readonly is: 'not understood'; readonly reason: string }
