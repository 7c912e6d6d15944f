/** What questions are answered from: made of the graph in turns, once for each version of the library. */
import { type Links, linksInTurns } from '../graph/queries/links.ts'
import { indexNamesInTurns, type NameIndex } from '../graph/queries/name-index.ts'
import { Deriver } from './derived.ts'
import type { GraphCache, Snapshot } from './graph-cache.ts'
import type { Texts } from './texts.ts'
import { Views } from './views.ts'

/** The graph as it was when a question was asked, and what shows it. It stays so while the answer is made. */
export interface Linked {
  readonly links: Links
  readonly views: Views
  /** What belongs to it; its own graph may have changed when an answer took several turns. */
  readonly snapshot: Snapshot
}

export class Questions {
  readonly #links: Deriver<{ readonly links: Links; readonly views: Views }>
  readonly #names: Deriver<NameIndex>
  constructor(cache: GraphCache, texts: Texts) {
    this.#links = new Deriver(cache, function* ({ graph }) {
      const links = yield* linksInTurns(graph)
      return { links, views: new Views(links, texts) }
    })
    const links = this.#links
    this.#names = new Deriver(cache, function* ({ graph }) {
      return yield* indexNamesInTurns(links.held()?.value.links ?? (yield* linksInTurns(graph)))
    })
  }

  async linked(): Promise<Linked> {
    const { snapshot, value } = await this.#links.get()
    return { ...value, snapshot }
  }

  async names(): Promise<NameIndex> {
    return (await this.#names.get()).value
  }
}
