/** Which statements are which edge, as documents come and go. */
import type { EdgeKey } from '../../model/ids.ts'
import { byText } from '../order.ts'
import { keyOfEdge } from './edges.ts'
import type { Statement } from './statements.ts'

export class EdgeTable {
  readonly #bySource = new Map<string, readonly Statement[]>()
  readonly #groups = new Map<EdgeKey, readonly Statement[]>()

  statementsOf(key: EdgeKey): readonly Statement[] {
    return this.#groups.get(key) ?? []
  }

  /** @param source a document, or what else makes statements; its earlier ones are forgotten. @param touched takes note of edges that change */
  put(source: string, statements: readonly Statement[], touched: Set<EdgeKey>): void {
    for (const statement of this.#bySource.get(source) ?? []) {
      const key = keyOfEdge(statement)
      const rest = this.#groups.get(key)?.filter((other) => other !== statement) ?? []
      if (rest.length === 0) this.#groups.delete(key)
      else this.#groups.set(key, rest)
      touched.add(key)
    }
    if (statements.length === 0) this.#bySource.delete(source)
    else this.#bySource.set(source, statements)
    for (const statement of statements) {
      const key = keyOfEdge(statement)
      // One list for each edge, and no set: most edges have a single statement.
      const group = this.#groups.get(key) as Statement[] | undefined
      if (group === undefined) this.#groups.set(key, [statement])
      else group.push(statement)
      touched.add(key)
    }
  }

  /** Edges with an end at one of these nodes. */
  *at(nodes: ReadonlySet<string>): Iterable<EdgeKey> {
    if (nodes.size === 0) return
    for (const [key, [statement]] of this.#groups)
      if (statement !== undefined && (nodes.has(statement.source) || nodes.has(statement.target))) yield key
  }

  /** Edges that the statements of a source are part of. */
  edgesOf(source: string): readonly EdgeKey[] {
    return [...new Set((this.#bySource.get(source) ?? []).map(keyOfEdge))].sort(byText)
  }
}
