/** The graph of the library as it is now, built again when the library has changed. */

import type { Changes } from '../graph/build/assembler.ts'
import { Assembler } from '../graph/build/assembler.ts'
import type { Assembly } from '../graph/build/assembly.ts'
import type { LogState } from '../graph/corrections/log.ts'
import { readLog } from '../graph/corrections/log.ts'
import type { LayoutInput, Position } from '../graph/layout.ts'
import { layout, layoutInput } from '../graph/layout.ts'
import { once } from '../graph/once.ts'
import type { NameIndex } from '../graph/queries/name-index.ts'
import { indexNames } from '../graph/queries/name-index.ts'
import type { Entry } from '../model/corrections.ts'
import type { DocumentId } from '../model/ids.ts'
import type { Locate } from '../model/place.ts'
import type { Library } from '../store/library.ts'

/** What an answer is made from; all parts belong to one version of the library. */
export interface Snapshot extends Assembly {
  readonly version: string
  readonly entries: readonly Entry[]
  readonly log: LogState
  readonly names: () => NameIndex
  readonly positions: () => Promise<Readonly<Record<string, Position>>>
}

/** Computes positions; a program with many nodes hands in one that works in another thread. */
export type Layouter = (input: LayoutInput) => Promise<Readonly<Record<string, Position>>>

export const layoutHere: Layouter = async (input) => layout(input)

/**
 * Kept up to date with the library, whoever changes it: what has changed is read and worked out anew, the rest stays. The graph
 * is one object throughout. So an answer is made from a snapshot at once; what waits asks for the current one again.
 */
export class GraphCache {
  readonly #library: Library
  readonly #assembler: Assembler
  readonly #layouter: Layouter
  #revisions: ReadonlyMap<DocumentId, number> = new Map()
  #copies: ReadonlyMap<DocumentId, DocumentId> = new Map()
  #snapshot: Snapshot | undefined

  /** @param generator program and version, as it stands in exported files @param locate tells where places are */
  constructor(library: Library, generator: string, layouter: Layouter = layoutHere, locate?: Locate) {
    this.#library = library
    this.#assembler = new Assembler({ name: 'Dragoman', generator, locate })
    this.#layouter = layouter
  }

  current(): Snapshot {
    const version = this.#library.version()
    if (this.#snapshot?.version !== version) this.#snapshot = this.#update(version)
    return this.#snapshot
  }

  #update(version: string): Snapshot {
    const entries = this.#library.corrections()
    const log = readLog(entries)
    const assembly = this.#assembler.update(this.#changes(), log.holding)
    const { graph } = assembly
    return {
      ...assembly,
      version,
      entries,
      log,
      names: once(() => indexNames(graph)),
      positions: once(() => this.#layouter(layoutInput(graph))),
    }
  }

  /** A document changes also where it counts as a copy of another one than before. */
  #changes(): Changes {
    const [before, copiesBefore] = [this.#revisions, this.#copies]
    const [now, copies] = [this.#library.revisions(), this.#library.copies()]
    this.#revisions = now
    this.#copies = copies
    const dropped = [...before.keys()].filter((id) => !now.has(id))
    if (before.size === 0) return { put: [...this.#library.readings()], dropped }
    const changed = [...now].filter(
      ([id, revision]) => before.get(id) !== revision || copiesBefore.get(id) !== copies.get(id),
    )
    return { put: changed.flatMap(([id]) => this.#library.reading(id) ?? []), dropped }
  }
}
