/** A MATCH, compiled: what is to be found, without saying in which order. Places are slots of a row. */
import type { Value } from '../values/value.ts'
import type { Evaluate } from './run.ts'

export interface NodeSpec {
  readonly slot: number
  /** Whether the row has it already. */
  readonly bound: boolean
  /** One of which it is sure to have: where to look for it. */
  readonly labels: readonly string[]
  readonly fits?: (labels: readonly string[]) => boolean
}

export interface RelationshipSpec {
  readonly slot: number
  readonly bound: boolean
  /** Places in the list of nodes; `from` stands left of it in the pattern. */
  readonly from: number
  readonly to: number
  readonly direction: 'left' | 'right' | 'both'
  readonly types: ReadonlySet<string> | undefined
  readonly range?: { readonly min: number; readonly max: number; readonly open: boolean }
  /** Of each relationship of a range. */
  readonly properties: readonly { readonly key: string; readonly evaluate: Evaluate }[]
  /** Of each relationship of a range, which is then in `slot` of its own. */
  readonly where?: { readonly evaluate: Evaluate; readonly slot: number } | undefined
  /** Slots that properties and condition read. */
  readonly needs: readonly number[]
  readonly shortest?: 'one' | 'all'
}

export interface PathSpec {
  readonly slot: number
  /** Slots, in the order of the pattern. */
  readonly nodes: readonly number[]
  readonly relationships: readonly number[]
}

/** A condition that can be looked at when all slots it needs are filled. */
export interface Condition {
  readonly evaluate: Evaluate
  readonly needs: readonly number[]
}

/** A node can be looked up by the value of a property, or by its key. */
export interface Seek {
  readonly node: number
  /** null for the key. */
  readonly property: string | null
  readonly evaluate: Evaluate
  /** Whether `evaluate` gives a list, of which one must fit. */
  readonly list: boolean
}

export interface MatchSpec {
  readonly nodes: readonly NodeSpec[]
  readonly relationships: readonly RelationshipSpec[]
  readonly paths: readonly PathSpec[]
  readonly conditions: readonly Condition[]
  readonly seeks: readonly Seek[]
  /** All slots that a match fills. */
  readonly fills: readonly number[]
}

export const isTrue = (value: Value): boolean => value === true
