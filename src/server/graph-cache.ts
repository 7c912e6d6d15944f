/** The graph of the library as it is now, with what answers are made from. */

import type { LayoutInput, Position } from '../graph/layout.ts'
import { layout, layoutInput } from '../graph/layout.ts'
import { once } from '../graph/once.ts'
import type { KeptGraph, LibraryGraph } from '../store/kept-graph.ts'

/** What an answer is made from; all parts belong to one version of the library. */
export interface Snapshot extends LibraryGraph {
  readonly positions: () => Promise<Readonly<Record<string, Position>>>
}

/** Computes positions; a program with many nodes hands in one that works in another thread. */
export type Layouter = (input: LayoutInput) => Promise<Readonly<Record<string, Position>>>

export const layoutHere: Layouter = async (input) => layout(input)

/** The graph is one object throughout. So an answer is made from a snapshot at once; what waits asks for the current one again. */
export class GraphCache {
  readonly #kept: KeptGraph
  readonly #layouter: Layouter
  #snapshot: Snapshot | undefined

  constructor(kept: KeptGraph, layouter: Layouter = layoutHere) {
    this.#kept = kept
    this.#layouter = layouter
  }

  prepareInTurns(): Generator<void, void, void> {
    return this.#kept.prepareInTurns()
  }

  current(): Snapshot {
    const now = this.#kept.current()
    if (this.#snapshot?.version === now.version) return this.#snapshot
    const { graph } = now
    this.#snapshot = {
      ...now,
      positions: once(() => this.#layouter(layoutInput(graph))),
    }
    return this.#snapshot
  }
}
