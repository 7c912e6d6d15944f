/** The links of the graph as it is now: made once, and brought up to date when it has changed. */
import { atOnce } from '../graph/at-once.ts'
import { laterLinksInTurns } from '../graph/queries/later-links.ts'
import { type Links, linksInTurns } from '../graph/queries/links.ts'
import type { Snapshot } from './graph-cache.ts'
import type { Graphs } from './graphs.ts'
import type { Texts } from './texts.ts'
import { TieWriter } from './tie-writer.ts'
import { inTurns } from './turns.ts'
import { Views } from './views.ts'

/** The graph as it was when a question was asked, and what shows it. It stays so while the answer is made. */
export interface Linked {
  readonly links: Links
  readonly views: Views
  readonly writer: TieWriter
  /** What belongs to it; its own graph may have changed when an answer took several turns. */
  readonly snapshot: Snapshot
  /** That of the graph in its journal. */
  readonly mark: number
}

/** So often it is tried to catch up with a graph in turns. */
const MOST_TRIES = 3

export class LinkedGraph {
  readonly #cache: Graphs
  readonly #texts: Texts
  #held: Linked | undefined
  /** What the next is made from: `#held`, or what was made while the graph changed. */
  #before: Pick<Linked, 'links' | 'mark'> | undefined
  #making: Promise<Linked> | undefined

  constructor(cache: Graphs, texts: Texts) {
    this.#cache = cache
    this.#texts = texts
  }

  /** @param current snapshot, where the caller knows it */
  async get(current: Snapshot = this.#cache.current()): Promise<Linked> {
    if (this.#held?.snapshot === current) return this.#held
    this.#making ??= this.#catchUp().finally(() => {
      this.#making = undefined
    })
    const made = await this.#making
    return made.snapshot === this.#cache.current() ? made : this.get()
  }

  async #catchUp(): Promise<Linked> {
    for (let tries = 1; ; tries++) {
      const snapshot = this.#cache.current()
      const { graph, journal } = snapshot
      const { mark } = journal
      const before = this.#before
      const changed = before && journal.since(before.mark)
      const work = changed ? laterLinksInTurns(before.links, graph, changed) : linksInTurns(graph)
      // At once at last: whoever changes the library that often has to wait.
      const links = changed && tries >= MOST_TRIES ? atOnce(work) : await inTurns(work)
      this.#before = { links, mark }
      // Where the graph has changed meanwhile, this may be a mixture, which the next try makes good.
      if (this.#cache.current() !== snapshot) continue
      const views = new Views(links, this.#texts)
      this.#held = { links, views, writer: new TieWriter(links, views, this.#texts), snapshot, mark }
      return this.#held
    }
  }
}
