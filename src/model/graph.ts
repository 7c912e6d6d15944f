/**
 * What hangs on the graph's nodes and edges, as programs outside read it: the attributes of the published contract, in
 * graphology's serialised form.
 */

import type { CivilDate } from './date.ts'
import type { DateSource } from './document.ts'
import type { Modality } from './facts.ts'
import type { DocumentId, EdgeKey, NodeKey } from './ids.ts'
import type { EdgeName, EntityKind, EntityType, EventType, ParticipantRole, PloverClass } from './ontology.ts'
import type { SpanPair } from './span.ts'

/** Offsets are UTF-16 code units into the document's text. */
export interface GraphEvidence {
  readonly document: DocumentId
  readonly start: number
  readonly end: number
  readonly sentence?: SpanPair
  readonly source?: SpanPair
  readonly target?: SpanPair
  readonly trigger?: SpanPair
}

/** The words of the sentence behind each piece of `evidence`, in its order, where a graph travels without its texts. */
type Sentences = readonly string[]

export interface GraphDocument {
  readonly id: DocumentId
  readonly title: string
  readonly date: CivilDate | null
  readonly source: string | null
  readonly characters: number
  /** ISO 639 code, where it is known. */
  readonly language?: string
  /** Where the date was found. */
  readonly dateFrom?: DateSource
  /** The report that this one is a copy of: both count as one. */
  readonly copyOf?: DocumentId
}

export interface GraphAttributes {
  readonly name: string
  readonly generator: string
  /** Of the newest document; null when none has one. */
  readonly date: CivilDate | null
  readonly documents: readonly GraphDocument[]
}

interface SharedNodeAttributes {
  readonly label: string
  readonly aliases: readonly string[]
  /** How often the texts mention it. */
  readonly mentions: number
  readonly evidence: readonly GraphEvidence[]
  readonly sentences?: Sentences
  /** A person has looked at it and found it right. */
  readonly confirmed?: true
}

export interface EntityAttributes extends SharedNodeAttributes {
  readonly kind: EntityKind
  readonly type: EntityType
  /** Titles and roles, the most frequent first. */
  readonly role?: readonly string[]
  readonly country?: string
  readonly wikidata?: string
  readonly lat?: number
  readonly lon?: number
}

/** What one document reports of a happening of which several tell. */
export interface EventReport {
  readonly document: DocumentId
  readonly date?: CivilDate
  readonly endDate?: CivilDate
  readonly killed?: number
  readonly killedMax?: number
  readonly killedText?: string
  readonly wounded?: number
  readonly woundedMax?: number
  readonly woundedText?: string
  readonly arrested?: number
  readonly arrestedMax?: number
  readonly arrestedText?: string
}

/** In what reports of one happening may differ. */
export const DISPUTABLE = ['date', 'endDate', 'killed', 'wounded', 'arrested'] as const

export interface EventAttributes extends SharedNodeAttributes {
  readonly kind: 'event'
  readonly type: EventType
  readonly modality: Modality
  readonly plover?: PloverClass
  readonly attributedTo?: string
  readonly date?: CivilDate
  readonly endDate?: CivilDate
  readonly killed?: number
  readonly killedMax?: number
  readonly killedText?: string
  readonly wounded?: number
  readonly woundedMax?: number
  readonly woundedText?: string
  readonly arrested?: number
  readonly arrestedMax?: number
  readonly arrestedText?: string
  readonly rule: string
  readonly confidence: number
  /** What each document reports, where several tell of it; the first that was published first. */
  readonly reports?: readonly EventReport[]
  /** In what the reports differ. */
  readonly disputed?: readonly (typeof DISPUTABLE)[number][]
  /** What the person who added it by hand says of it. */
  readonly note?: string
}

export type NodeAttributes = EntityAttributes | EventAttributes

export interface EdgeAttributes {
  readonly relation: EdgeName
  /** How it reads from source to target. */
  readonly label: string
  readonly modality: Modality
  /** Number of statements behind it; those of copies of one report count once. */
  readonly weight: number
  readonly rule: string
  readonly confidence: number
  readonly evidence: readonly GraphEvidence[]
  readonly sentences?: Sentences
  readonly plover?: PloverClass
  /** Node key of the speaker, else the source's words. */
  readonly attributedTo?: string
  readonly first?: CivilDate
  readonly last?: CivilDate
  readonly former?: true
  /** On `participant_in`: the role in the event; on `family_of`: the kinship. */
  readonly role?: ParticipantRole | string
  /** Key of the event node that this direct relation is the short form of. */
  readonly event?: NodeKey
  /** A person has looked at it and found it right. */
  readonly confirmed?: true
  /** What the person who added it by hand says of it. */
  readonly note?: string
}

export interface SerializedNode {
  readonly key: NodeKey
  readonly attributes: NodeAttributes
}

export interface SerializedEdge {
  readonly key: EdgeKey
  readonly source: NodeKey
  readonly target: NodeKey
  readonly undirected?: boolean
  readonly attributes: EdgeAttributes
}

/** graphology's `export()` of a directed or mixed multigraph. */
export interface SerializedGraph {
  readonly options: { readonly type: 'mixed' | 'directed'; readonly multi: true; readonly allowSelfLoops: boolean }
  readonly attributes: GraphAttributes
  readonly nodes: readonly SerializedNode[]
  readonly edges: readonly SerializedEdge[]
}
