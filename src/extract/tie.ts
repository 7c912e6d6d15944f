import type { Modality } from '../model/facts.ts'
import type { RelationName } from '../model/ontology.ts'
import type { Span } from '../model/span.ts'

/** What one is to another, told by no verb of a deed: an office, a membership, a place. Ends are indices of entities. */
export interface Tie {
  readonly relation: RelationName
  readonly kinship: string | null
  readonly source: number
  readonly target: number
  readonly former: boolean
  readonly modality: Modality
  readonly rule: string
  readonly sentence: number
  readonly spans: { readonly source: Span; readonly target: Span; readonly trigger: Span }
}
