import type { Snapshot } from './graph-cache.ts'

/** What knows the graph as it is now: that of a library, or one that was made in another way. */
export interface Graphs {
  current(): Snapshot
  /** Makes what the first change needs ahead of it, with a yield wherever others may have their turn. */
  prepareInTurns?(): Generator<void, void, void>
}
