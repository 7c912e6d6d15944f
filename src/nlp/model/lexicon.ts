import type { IdTable } from './id-table.ts'

/** What is known of words before any sentence is read. */
export interface Lexicon {
  /**
   * Hash of a word → its distributional cluster, a path of three levels, `coarse << 8 | medium << 3 | fine`: words of one
   * cluster stand in like contexts.
   */
  readonly clusters: IdTable
  /** Hash of a name → what it may be, as `KNOWN` lists it. */
  readonly known: IdTable
}
