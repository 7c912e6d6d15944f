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

export interface Location extends Position {
  /** ISO 3166 two-letter code of the state in which it lies; absent of seas, continents and what lies in several. */
  readonly country?: string
}

/** Where a place or a state is; undefined where nobody knows, or where the name may mean several. */
export type Locate = (what: Named) => Location | undefined

/** They bear the code of the state that they are parts of. */
const NATIONS: ReadonlySet<string> = new Set(['England', 'Scotland', 'Wales', 'Northern Ireland'])

/** Whether all that bears its code lies in it. */
export const isState = (type: string, name: string): boolean => type === 'country' && !NATIONS.has(name)
