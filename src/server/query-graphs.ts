/** The graph of the library as queries see it, indexed once for each version of the library. */
import type { Statements } from '../cypher/graph/knowledge.ts'
import { admissionOf, KNOWLEDGE } from '../cypher/graph/knowledge.ts'
import { narrowInTurns } from '../cypher/graph/narrowed.ts'
import type { PropertyGraph } from '../cypher/graph/property-graph.ts'
import { indexInTurns } from '../cypher/graph/property-graph.ts'
import { snapshotOf } from '../graph/queries/subgraph.ts'
import type { Snapshot } from './graph-cache.ts'
import { inTurns } from './turns.ts'

/** Few choices of statements are asked for again and again. */
const MOST_VIEWS = 8

export class QueryGraphs {
  readonly #indexed = new WeakMap<Snapshot, Promise<PropertyGraph>>()
  readonly #views = new WeakMap<Snapshot, Map<string, PropertyGraph>>()

  async get(snapshot: Snapshot, statements: Statements): Promise<PropertyGraph> {
    const whole = await this.#whole(snapshot)
    const views = this.#views.get(snapshot) ?? new Map<string, PropertyGraph>()
    this.#views.set(snapshot, views)
    const key = JSON.stringify([[...statements.modalities].sort(), statements.former])
    const view = views.get(key) ?? (await inTurns(narrowInTurns(whole, admissionOf(statements))))
    if (views.size >= MOST_VIEWS) views.clear()
    views.set(key, view)
    return view
  }

  #whole(snapshot: Snapshot): Promise<PropertyGraph> {
    let indexed = this.#indexed.get(snapshot)
    if (indexed === undefined) {
      indexed = inTurns(indexInTurns(snapshotOf(snapshot.graph), KNOWLEDGE))
      this.#indexed.set(snapshot, indexed)
    }
    return indexed
  }
}
