/** Texts on their way through the readers into the library: read side by side, stored one after the other in their order. */
import type { SourceDocument } from '../model/document.ts'
import { DragomanError } from '../model/errors.ts'
import { faultIn, type ReaderPool, type ReadResult } from './reader-pool.ts'

export interface Waiting {
  readonly document: SourceDocument
  /** How the user knows the text. */
  readonly label: string
}

/** So many texts, or about so many characters, go to a reader at once: fewer cost messages, more would keep others waiting at the end. */
const MOST_TEXTS = 4
const MOST_CHARACTERS = 40_000
/** Batches for each reader, so that none waits while results are stored. */
const BATCHES_AHEAD = 2

export class IngestQueue {
  readonly #pool: ReaderPool
  readonly #store: (item: Waiting, result: ReadResult) => void
  #batch: Waiting[] = []
  readonly #read: { readonly items: readonly Waiting[]; readonly results: Promise<readonly ReadResult[]> }[] = []

  /** @param store is called for each text, in the order in which they were added */
  constructor(pool: ReaderPool, store: (item: Waiting, result: ReadResult) => void) {
    this.#pool = pool
    this.#store = store
  }

  /** Resolves when there is room for another one. */
  async add(item: Waiting): Promise<void> {
    this.#batch.push(item)
    const characters = this.#batch.reduce((sum, { document }) => sum + document.text.length, 0)
    if (this.#batch.length >= MOST_TEXTS || characters >= MOST_CHARACTERS) this.#send()
    while (this.#read.length > this.#pool.threads * BATCHES_AHEAD) await this.#settle()
  }

  /** Resolves when all are stored. */
  async finish(): Promise<void> {
    if (this.#batch.length > 0) this.#send()
    while (this.#read.length > 0) await this.#settle()
  }

  #send(): void {
    const items = this.#batch
    this.#batch = []
    const results = this.#pool.read(items.map(({ document }) => document))
    // Whoever settles it hears of a failure; until then it must not count as unheard.
    results.catch(() => {})
    this.#read.push({ items, results })
  }

  async #settle(): Promise<void> {
    const [first] = this.#read.splice(0, 1)
    if (first === undefined) return
    const results = await first.results.catch((error: unknown) => faultsOf(error, first.items))
    for (const [i, item] of first.items.entries()) this.#store(item, results[i]!)
  }
}

/** A reader that broke down has read none of its texts: each is told of. What nobody could read with is thrown on. */
function faultsOf(error: unknown, items: readonly Waiting[]): readonly ReadResult[] {
  if (error instanceof DragomanError) throw error
  return items.map(() => faultIn(error))
}
