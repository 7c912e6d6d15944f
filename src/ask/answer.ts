/** The answer to a question, as programs and the page read it. */
import type { CivilDate } from '../model/date.ts'
import type { Modality } from '../model/facts.ts'
import type { EdgeKey, NodeKey } from '../model/ids.ts'
import type { EdgeName, EntityType, EventType, NodeKind } from '../model/ontology.ts'

/** The sentence in which something was read. Offsets are UTF-16 code units into the text of the document. */
export interface Passage {
  readonly document: {
    readonly id: string
    readonly title: string
    readonly date: CivilDate | null
    readonly source: string | null
  }
  readonly sentence: { readonly text: string; readonly start: number; readonly end: number }
  readonly start: number
  readonly end: number
}

export interface FoundNode {
  readonly key: NodeKey
  readonly label: string
  readonly kind: NodeKind
  readonly type: EntityType | EventType
}

/** What the texts say: a relation, or an event. */
export interface Fact {
  /** "Ilsa Marrow met Orla Venn". */
  readonly says: string
  readonly relation?: EdgeName
  readonly edge?: EdgeKey
  readonly event?: NodeKey
  readonly status: Modality
  readonly former?: true
  /** Its sentence names the place that was asked for, but does not say that it was there. */
  readonly unplaced?: true
  /** Whose word it is: a node, or the words of the source. */
  readonly speaker?: { readonly key?: NodeKey; readonly label: string }
  readonly date?: CivilDate
  readonly endDate?: CivilDate
  /** Of several statements: the dates are the first and the last, and no stretch of time. */
  readonly several?: true
  readonly places: readonly string[]
  readonly evidence: readonly Passage[]
}

/** One answer among others: a node, a day, a place, a number, a path; with what says so. */
export interface Result {
  readonly value: string
  readonly node?: FoundNode
  readonly facts: readonly Fact[]
}

/**
 * `found`: the texts say so. `in part`: they say it only otherwise, as a plan, a denial, a claim of the past, or without the day that was
 * asked for; `others` has it. `not in the library`: a name is not there, or nothing is said.
 */
export const OUTCOMES = ['found', 'in part', 'not in the library', 'ambiguous', 'not understood'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** To a question that is answered by yes or no. There is no "no": what no text says may still be so. */
export const VERDICTS = [
  'yes',
  'claimed',
  'planned',
  'possible',
  'requested',
  'denied',
  'former',
  'unplaced',
  'undated',
] as const
export type Verdict = (typeof VERDICTS)[number]

export interface Understood {
  /** "Those who met Orla Venn in December 2025". */
  readonly words: string
  readonly cypher: string
}

export interface Answer {
  readonly question: string
  readonly outcome: Outcome
  /** In a sentence or two. */
  readonly answer: string
  readonly verdict?: Verdict
  readonly count?: number
  readonly understood?: Understood
  /** The day from which "last week" is told. */
  readonly reference: CivilDate | null
  readonly results: readonly Result[]
  /** What the texts say only as a plan, a denial, a demand, as past, or without a date where one was asked for. */
  readonly others: readonly Result[]
  /** What comes near: of those who "met", those who "spoke with". */
  readonly near: readonly Result[]
  /** Names that are not in the library, or that fit several nodes of it. */
  readonly names: readonly { readonly name: string; readonly candidates: readonly FoundNode[] }[]
  /** There was more than is shown. */
  readonly cut: boolean
}
