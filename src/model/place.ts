/** Where things are on the globe. */
import type { EntityType } from './ontology.ts'

/** Degrees; north and east are positive. */
export interface Position {
  readonly lat: number
  readonly lon: number
}

export interface Named {
  readonly type: EntityType
  /** The fullest name first. */
  readonly names: readonly string[]
  /** ISO 3166 two-letter code of the state that it is or lies in, where that is known. */
  readonly country?: string | undefined
}

/** Where a place or a state is; undefined where nobody knows, or where the name may mean several. */
export type Locate = (what: Named) => Position | undefined
