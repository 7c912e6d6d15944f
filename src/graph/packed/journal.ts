/** Which nodes and edges of a graph were put or dropped of late, so that what was made of it can be brought up to date. */
import type { Changed, Journal } from '../knowledge-graph.ts'

/** More are not told one by one: whatever was made is then made anew. */
const MOST_TOLD = 50_000

export class ChangeJournal implements Journal {
  #nodes: string[] = []
  #edges: string[] = []
  /** Changes before the first of those that are told. */
  #forgotten = 0
  /** For each change, whether it is one of an edge. */
  #kinds: boolean[] = []

  get mark(): number {
    return this.#forgotten + this.#kinds.length
  }

  node(key: string): void {
    this.#note(false)
    this.#nodes.push(key)
  }

  edge(key: string): void {
    this.#note(true)
    this.#edges.push(key)
  }

  since(mark: number): Changed | undefined {
    if (mark < this.#forgotten) return undefined
    const later = this.#kinds.slice(mark - this.#forgotten)
    const edges = later.filter((isEdge) => isEdge).length
    const last = (keys: readonly string[], count: number): Set<string> => new Set(keys.slice(keys.length - count))
    return { nodes: last(this.#nodes, later.length - edges), edges: last(this.#edges, edges) }
  }

  #note(isEdge: boolean): void {
    if (this.#kinds.length >= MOST_TOLD) {
      this.#forgotten += this.#kinds.length
      this.#kinds = []
      this.#nodes = []
      this.#edges = []
    }
    this.#kinds.push(isEdge)
  }
}
