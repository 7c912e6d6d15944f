/**
 * The graph of a library, kept up to date with it, whoever changes it: what has changed is read and worked out anew, the rest stays.
 * It is kept in the library itself, so that opening a large one takes seconds, not minutes.
 */
import { createHash } from 'node:crypto'
import { Assembler } from '../graph/build/assembler.ts'
import type { Assembly } from '../graph/build/assembly.ts'
import type { Imprint } from '../graph/build/canvas.ts'
import type { LogState } from '../graph/corrections/log.ts'
import { readLog } from '../graph/corrections/log.ts'
import type { StoredDocument } from '../graph/knowledge-graph.ts'
import type { Entry } from '../model/corrections.ts'
import { anchorsOf } from '../model/corrections.ts'
import { DragomanError } from '../model/errors.ts'
import type { DocumentId } from '../model/ids.ts'
import type { Locate } from '../model/place.ts'
import type { Keepsake } from './keepsake.ts'
import { openKeepsake, sealKeepsake } from './keepsake.ts'
import type { Library } from './library.ts'

/** An assembly of one version of the library. */
export interface LibraryGraph extends Assembly {
  readonly version: string
  readonly entries: readonly Entry[]
  readonly log: LogState
}

export interface KeptGraphOptions {
  /** Program and version, as it stands in exported files. */
  readonly generator: string
  /** Changes with every version of the program: what another one has worked out is not taken over. */
  readonly build: string
  /** Tells where places and states are. What it knows belongs to `build`: with other positions, another graph. */
  readonly locate?: Locate | undefined
  /** Told of how many documents the graph tells so far, where that takes a while. */
  readonly progress?: (done: number, all: number) => void
}

/** So many documents are worked out at once: more take more memory, fewer look at what they have in common more often. */
const AT_ONCE = 500
/** With so few documents behind, a kept graph is brought up to date faster than it is written anew. */
export const FEW_BEHIND = 20

export class KeptGraph {
  readonly #library: Library
  readonly #options: KeptGraphOptions
  #assembler: Assembler | undefined
  /** Readings as they were when the kept graph was made, while it is opened. */
  #then: ReadonlyMap<DocumentId, StoredDocument> | undefined
  #revisions: ReadonlyMap<DocumentId, number> = new Map()
  #copies: ReadonlyMap<DocumentId, DocumentId> = new Map()
  #current: LibraryGraph | undefined
  #behind = 0

  constructor(library: Library, options: KeptGraphOptions) {
    this.#library = library
    this.#options = options
  }

  current(): LibraryGraph {
    const version = this.#library.version()
    if (this.#current?.version === version) return this.#current
    const entries = this.#library.corrections()
    const log = readLog(entries)
    this.#current = { ...this.#upToDate(entries, log), version, entries, log }
    return this.#current
  }

  /** Makes what the first change needs ahead of it, with a yield wherever others may have their turn. */
  *prepareInTurns(): Generator<void, void, void> {
    yield* this.#assembler?.prepareInTurns() ?? []
  }

  /**
   * Keeps the graph in the library where it is worth it.
   * @param most so many documents may have changed since it was kept
   * @returns whether it was written
   */
  keep(most = FEW_BEHIND): boolean {
    const { version, entries, log } = this.current()
    const behind = this.#library.keepsGraph(this.#options.build) ? this.#behind : this.#revisions.size
    if (this.#library.readonly || behind <= most) return false
    const documents = this.#assembler!.graph.getAttribute('documents')
    const anchored = new Set(log.holding.flatMap(({ act }) => anchorsOf(act).map(({ document }) => document)))
    const keepsake: Keepsake = {
      documents: documents.map((document) => [document, this.#revisions.get(document.id) ?? -1] as const),
      entries: entries.length,
      log: digestOf(entries),
      anchored: [...anchored].flatMap((id) => this.#library.reading(id) ?? []),
      graph: this.#assembler!.pack(),
    }
    const kept = this.#library.keepGraph(sealKeepsake(keepsake), this.#options.build, version)
    if (kept) this.#behind = 0
    return kept
  }

  #fetch = (id: DocumentId): StoredDocument | undefined =>
    this.#then === undefined ? this.#library.reading(id) : this.#then.get(id)

  /** Where one cannot go on from what there is, the graph is worked out from nothing. */
  #upToDate(entries: readonly Entry[], log: LogState): Assembly {
    try {
      return this.#updated(this.#assembler ?? this.#open(entries), log)
    } catch (error) {
      if (error instanceof DragomanError) throw error
      return this.#updated(this.#empty(), log)
    }
  }

  /** What is done by halves is not used: whoever asks next begins anew. */
  #updated(assembler: Assembler, log: LogState): Assembly {
    this.#assembler = assembler
    try {
      return this.#update(assembler, log)
    } catch (error) {
      this.#assembler = undefined
      this.#current = undefined
      this.#revisions = new Map()
      this.#copies = new Map()
      throw error
    }
  }

  #empty(): Assembler {
    return new Assembler(this.#imprint, this.#fetch)
  }

  get #imprint(): Imprint {
    const { generator, locate } = this.#options
    return { name: 'Dragoman', generator, locate }
  }

  /** Goes on from the graph that was kept, or begins with nothing. */
  #open(entries: readonly Entry[]): Assembler {
    const bytes = this.#library.graph(this.#options.build)
    const kept = bytes && openKeepsake(bytes)
    if (kept === undefined || digestOf(entries.slice(0, kept.entries)) !== kept.log) return this.#empty()
    const documents = kept.documents.map(([document]) => document)
    try {
      this.#then = new Map(kept.anchored.map((stored) => [stored.document.id, stored]))
      const { holding } = readLog(entries.slice(0, kept.entries))
      const assembler = Assembler.unpack(kept.graph, this.#imprint, this.#fetch, documents, holding)
      this.#revisions = new Map(kept.documents.map(([{ id }, revision]) => [id, revision]))
      this.#copies = new Map(
        documents.flatMap(({ id, copyOf }) => (copyOf === undefined ? [] : [[id, copyOf] as const])),
      )
      return assembler
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof SyntaxError || error instanceof TypeError)) throw error
      return this.#empty()
    } finally {
      this.#then = undefined
    }
  }

  #update(assembler: Assembler, { holding }: LogState): Assembly {
    const { changed, dropped } = this.#changes()
    this.#behind += changed.length + dropped.length
    const put = this.#readings(changed.slice(0, AT_ONCE))
    return assembler.update({ put, dropped }, holding, { more: this.#sheaves(changed) })
  }

  /** All but the first, some at a time. */
  *#sheaves(changed: readonly DocumentId[]): Generator<StoredDocument[]> {
    for (let at = AT_ONCE; at < changed.length; at += AT_ONCE) {
      this.#options.progress?.(at, changed.length)
      yield this.#readings(changed.slice(at, at + AT_ONCE))
    }
  }

  #readings(ids: readonly DocumentId[]): StoredDocument[] {
    return ids.flatMap((id) => this.#library.reading(id) ?? [])
  }

  /** A document changes also where it counts as a copy of another one than before. */
  #changes(): { readonly changed: DocumentId[]; readonly dropped: DocumentId[] } {
    const [before, copiesBefore] = [this.#revisions, this.#copies]
    const [now, copies] = [this.#library.revisions(), this.#library.copies()]
    this.#revisions = now
    this.#copies = copies
    return {
      dropped: [...before.keys()].filter((id) => !now.has(id)),
      changed: [...now].flatMap(([id, revision]) =>
        before.get(id) !== revision || copiesBefore.get(id) !== copies.get(id) ? [id] : [],
      ),
    }
  }
}

const digestOf = (entries: readonly Entry[]): string =>
  createHash('sha256').update(JSON.stringify(entries)).digest('hex')
