import type { EntityType } from '../model/ontology.ts'
import type { Span } from '../model/span.ts'

/** A name or adjective in the text, not yet an entity. Tokens `from` up to, without, `to`; `head` is the one that others hang on. */
export interface NameMention extends Span {
  readonly sentence: number
  readonly from: number
  readonly to: number
  readonly head: number
  readonly form: 'name' | 'adjective'
  readonly text: string
  readonly type: EntityType
  /** The name under which the world knows it: "Russia" for "Russian". */
  readonly known: string | null
  readonly country: string | null
  /** A capital that stands for its government: no name of the state. */
  readonly government?: true
}
