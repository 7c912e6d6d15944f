/**
 * The evidence that was looked at last. What looks at it looks several times; but whoever goes through a whole graph must not
 * leave all of it unpacked behind, for attributes may be kept as long as the graph itself.
 */
import type { GraphEvidence } from '../../model/graph.ts'
import type { Place } from './records.ts'

/** A power of two. */
const SLOTS = 8

interface Slot extends Place {
  readonly evidence: readonly GraphEvidence[]
}

export class Unpacked {
  readonly #slots: (Slot | undefined)[] = new Array<undefined>(SLOTS)
  readonly #unpack: (place: Place) => readonly GraphEvidence[]
  constructor(unpack: (place: Place) => readonly GraphEvidence[]) {
    this.#unpack = unpack
  }

  at({ buffer, start, end }: Place): readonly GraphEvidence[] {
    const at = start & (SLOTS - 1)
    const slot = this.#slots[at]
    if (slot !== undefined && slot.start === start && slot.end === end && slot.buffer === buffer) return slot.evidence
    const evidence = this.#unpack({ buffer, start, end })
    this.#slots[at] = { buffer, start, end, evidence }
    return evidence
  }
}
