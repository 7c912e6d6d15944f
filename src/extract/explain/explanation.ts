/**
 * Why a text was read as it was: for each sentence the parse, who is meant, whose word it is, and the frames that stated something or
 * failed to. Plain data with names and words in place of indices, for people and for `--json`.
 */
import type { SourceDocument } from '../../model/document.ts'
import type { EventFact, Modality, Relation } from '../../model/facts.ts'
import type { EntityType, EventType, RelationName } from '../../model/ontology.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../../nlp/analysis.ts'
import type { ContentForm, CueKind } from '../attribution/cues.ts'

/** One text → why it was read as it was. */
export type Explainer = (document: SourceDocument) => Explanation

export interface Explanation {
  readonly entities: readonly NamedEntity[]
  readonly sentences: readonly SentenceExplanation[]
  readonly notes: readonly string[]
}

export interface NamedEntity {
  readonly name: string
  readonly aliases: readonly string[]
  readonly type: EntityType
}

/** Offsets are UTF-16 code units into the document's text. */
export interface SentenceExplanation extends Span {
  /** From 1. */
  readonly number: number
  readonly form: Sentence['form']
  /** From 1. */
  readonly paragraph: number
  readonly text: string
  readonly words: readonly ParsedWord[]
  readonly mentions: readonly ExplainedMention[]
  readonly attributions: readonly ExplainedAttribution[]
  readonly roles: readonly ExplainedRole[]
  readonly times: readonly ExplainedTime[]
  readonly triggers: readonly ExplainedTrigger[]
  /** Verbs that no frame knows. */
  readonly unknownVerbs: readonly string[]
  readonly relations: readonly ExplainedRelation[]
  readonly events: readonly ExplainedEvent[]
}

/** As in CoNLL-U: words count from 1, the head of the root is 0. */
export interface ParsedWord {
  readonly id: number
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly head: number
  readonly deprel: string
}

export interface ExplainedMention extends Span {
  readonly text: string
  readonly form: string
  /** Null where the text does not tell who is meant. */
  readonly entity: string | null
  readonly type: EntityType | null
}

export interface ExplainedAttribution {
  readonly kind: CueKind
  readonly form: ContentForm
  readonly source: string | null
  readonly cue: string
  readonly contents: readonly string[]
  /** Whether facts in the contents are the source's word. */
  readonly report: boolean
}

export interface ExplainedRole {
  readonly bearer: string
  readonly words: string
  readonly role: string
  readonly rule: string
  readonly former: boolean
  readonly modality: Modality
  /** "leader_of Varnia"; empty where the role was tied to nothing. */
  readonly ties: readonly string[]
}

export interface ExplainedTime {
  readonly text: string
  readonly date: string | null
  readonly endDate: string | null
}

/** A word that frames of the lexicon know. */
export interface ExplainedTrigger {
  /** As in the parse. */
  readonly id: number
  readonly word: string
  readonly pos: 'verb' | 'noun'
  /** The verb that carries the noun ("*held* talks"). */
  readonly carrier: string | null
  readonly modality: Modality
  /** The words that were asked for the status, in order, each with the status that held behind it. */
  readonly status: readonly { readonly word: string; readonly modality: Modality }[]
  /** True where the day lies after the publication, or a present tense announces it. */
  readonly byCalendar: boolean
  readonly speaker: string | null
  readonly time: ExplainedTime | null
  readonly frames: readonly ExplainedFrame[]
}

export interface ExplainedFrame {
  /** As written in the table. */
  readonly frame: string
  readonly relation: RelationName | null
  readonly event: EventType | null
  /** What the frame says of the status whatever the sentence says ("ruled out"). */
  readonly status: Modality | null
  /** `stated`: it made relations; `tried`: its words fitted, but it made none; `unfit`: its words did not fit. */
  readonly outcome: 'stated' | 'tried' | 'unfit'
  readonly agent: readonly FilledRole[]
  readonly target: readonly FilledRole[]
  /** "Varnia struck Dellin" */
  readonly stated: readonly string[]
  /** Why it made no relation; empty where it did. */
  readonly why: readonly string[]
}

/** One place in which a role was looked for. */
export interface FilledRole {
  /** `subj`, `obj`, a preposition … */
  readonly place: string
  /** The words that stand there, with the entities that they mean. */
  readonly found: readonly { readonly word: string; readonly entities: readonly string[] }[]
}

export type ExplainedRelation = Pick<Relation, 'relation' | 'former' | 'modality' | 'date' | 'rule' | 'confidence'> & {
  readonly source: string
  readonly target: string
  readonly attributedTo: string | null
  readonly event: string | null
}

export type ExplainedEvent = Pick<EventFact, 'type' | 'label' | 'modality' | 'date' | 'rule' | 'confidence'> & {
  readonly participants: readonly { readonly name: string; readonly role: string }[]
  readonly places: readonly string[]
  readonly attributedTo: string | null
}
