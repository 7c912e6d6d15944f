/** What questions are answered from: made of the graph in turns, once for each version of the library. */
import type { Statements } from '../cypher/graph/knowledge.ts'
import { admissionOf, KNOWLEDGE, statementsFor } from '../cypher/graph/knowledge.ts'
import { narrowInTurns } from '../cypher/graph/narrowed.ts'
import { indexInTurns, type PropertyGraph } from '../cypher/graph/property-graph.ts'
import { type IndexedNames, indexNamesInTurns, laterNamesInTurns, type NameIndex } from '../graph/queries/name-index.ts'
import type { Snapshot } from './graph-cache.ts'
import type { Graphs } from './graphs.ts'
import { type Linked, LinkedGraph } from './linked.ts'
import { Made } from './made.ts'
import type { Texts } from './texts.ts'
import { inTurns } from './turns.ts'

interface MarkedNames extends IndexedNames {
  /** In the journal of the graph, of that whose names are all in the table. */
  readonly mark: number
}

/** With more edges the index for patterns takes hundreds of megabytes: it is made when the first pattern is asked for. */
const MOST_PREPARED = 300_000

/** Few choices of statements are asked for again and again. */
const MOST_VIEWS = 8

export class Questions {
  readonly #linked: LinkedGraph
  readonly #names = new Made(namesInTurns)
  readonly #indexed = new Made(({ links }: Linked) => indexInTurns(links, KNOWLEDGE))
  readonly #views = new WeakMap<PropertyGraph, Map<string, PropertyGraph>>()

  constructor(cache: Graphs, texts: Texts) {
    this.#linked = new LinkedGraph(cache, texts)
  }

  /** @param current snapshot, where the caller knows it */
  linked(current?: Snapshot): Promise<Linked> {
    return this.#linked.get(current)
  }

  async names(current?: Snapshot): Promise<NameIndex> {
    return (await this.#names.get(await this.linked(current))).find
  }

  /** The graph as queries in openCypher see it, with what these statements say. */
  async forCypher(statements: Statements): Promise<PropertyGraph> {
    const whole = await this.#indexed.get(await this.linked())
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

function* namesInTurns(
  { links, snapshot: { journal }, mark }: Linked,
  before: MarkedNames | undefined,
): Generator<void, MarkedNames, void> {
  const changed = before && journal.since(before.mark)
  const later = changed && (yield* laterNamesInTurns(before, links, changed))
  return later === undefined ? { ...(yield* indexNamesInTurns(links)), mark } : { ...later, mark: before!.mark }
}
