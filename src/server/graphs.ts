import type { Snapshot } from './graph-cache.ts'

/** What knows the graph as it is now: that of a library, or one that was made in another way. */
export interface Graphs {
  current(): Snapshot
}
