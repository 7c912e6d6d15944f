/** The graph of the library as queries see it, indexed once for each version of the library. */
import type { Statements } from '../cypher/graph/knowledge.ts'
import { admissionOf, KNOWLEDGE } from '../cypher/graph/knowledge.ts'
import { narrowInTurns } from '../cypher/graph/narrowed.ts'
import type { PropertyGraph } from '../cypher/graph/property-graph.ts'
import { indexInTurns } from '../cypher/graph/property-graph.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { inTurns } from './turns.ts'

/** Few choices of statements are asked for again and again. */
const MOST_VIEWS = 8

export class QueryGraphs {
  readonly #indexed = new WeakMap<KnowledgeGraph, Promise<PropertyGraph>>()
  readonly #views = new WeakMap<KnowledgeGraph, Map<string, PropertyGraph>>()

  async get(graph: KnowledgeGraph, statements: Statements): Promise<PropertyGraph> {
    const whole = await this.#whole(graph)
    const views = this.#views.get(graph) ?? new Map<string, PropertyGraph>()
    this.#views.set(graph, views)
    const key = JSON.stringify([[...statements.modalities].sort(), statements.former])
    const view = views.get(key) ?? (await inTurns(narrowInTurns(whole, admissionOf(statements))))
    if (views.size >= MOST_VIEWS) views.clear()
    views.set(key, view)
    return view
  }

  #whole(graph: KnowledgeGraph): Promise<PropertyGraph> {
    let indexed = this.#indexed.get(graph)
    if (indexed === undefined) {
      indexed = inTurns(indexInTurns(graph, KNOWLEDGE))
      this.#indexed.set(graph, indexed)
    }
    return indexed
  }
}
