/** What questions are answered from: made of the graph in turns, once for each version of the library. */
import type { Statements } from '../cypher/graph/knowledge.ts'
import { admissionOf, KNOWLEDGE, statementsFor } from '../cypher/graph/knowledge.ts'
import { narrowInTurns } from '../cypher/graph/narrowed.ts'
import { indexInTurns, type PropertyGraph } from '../cypher/graph/property-graph.ts'
import { type Links, linksInTurns } from '../graph/queries/links.ts'
import { indexNamesInTurns, type NameIndex } from '../graph/queries/name-index.ts'
import { Deriver } from './derived.ts'
import type { Snapshot } from './graph-cache.ts'
import type { Graphs } from './graphs.ts'
import type { Texts } from './texts.ts'
import { inTurns } from './turns.ts'
import { Views } from './views.ts'

/** The graph as it was when a question was asked, and what shows it. It stays so while the answer is made. */
export interface Linked {
  readonly links: Links
  readonly views: Views
  /** What belongs to it; its own graph may have changed when an answer took several turns. */
  readonly snapshot: Snapshot
}

interface Shown {
  readonly links: Links
  readonly views: Views
}

/** With more edges the index for patterns takes hundreds of megabytes: it is made when the first pattern is asked for. */
const MOST_PREPARED = 300_000

/** Few choices of statements are asked for again and again. */
const MOST_VIEWS = 8

export class Questions {
  readonly #shown: Deriver<Shown>
  readonly #names: Deriver<NameIndex>
  readonly #indexed: Deriver<PropertyGraph>
  readonly #views = new WeakMap<PropertyGraph, Map<string, PropertyGraph>>()
  constructor(cache: Graphs, texts: Texts) {
    const shown = new Deriver<Shown>(cache, function* ({ graph }) {
      const links = yield* linksInTurns(graph)
      return { links, views: new Views(links, texts) }
    })
    const linksOf = function* ({ graph }: Snapshot) {
      return shown.held()?.value.links ?? (yield* linksInTurns(graph))
    }
    this.#shown = shown
    this.#names = new Deriver(cache, function* (snapshot) {
      return yield* indexNamesInTurns(yield* linksOf(snapshot))
    })
    this.#indexed = new Deriver(cache, function* (snapshot) {
      return yield* indexInTurns(yield* linksOf(snapshot), KNOWLEDGE)
    })
  }

  /** @param current snapshot, where the caller knows it */
  async linked(current?: Snapshot): Promise<Linked> {
    const { snapshot, value } = await this.#shown.get(current)
    return { ...value, snapshot }
  }

  async names(current?: Snapshot): Promise<NameIndex> {
    return (await this.#names.get(current)).value
  }

  /** The graph as queries in openCypher see it, with what these statements say. */
  async forCypher(statements: Statements, current?: Snapshot): Promise<PropertyGraph> {
    const whole = (await this.#indexed.get(current)).value
    const views = this.#views.get(whole) ?? new Map<string, PropertyGraph>()
    this.#views.set(whole, views)
    const key = JSON.stringify([[...statements.modalities].sort(), statements.former])
    const view = views.get(key) ?? (await inTurns(narrowInTurns(whole, admissionOf(statements))))
    if (views.size >= MOST_VIEWS) views.clear()
    views.set(key, view)
    return view
  }

  /** Makes it, so that no question has to wait for it. */
  async prepare(): Promise<void> {
    const { links } = await this.linked()
    await this.names()
    if (links.edges.length <= MOST_PREPARED) await this.forCypher(statementsFor(new Set()))
  }
}
