/** How far a search from one end of a path has come. */
import type { Links } from './links.ts'

/** What lies around a node, level by level. */
export class Ball {
  radius = 0
  /** Edges at the outermost nodes. */
  size: number
  readonly #links: Links
  readonly #distances: Int8Array
  readonly #levels: number[][]
  constructor(links: Links, middle: number) {
    this.#links = links
    this.#distances = new Int8Array(links.keys.length).fill(-1)
    this.#distances[middle] = 0
    this.#levels = [[middle]]
    this.size = links.edgesAt(middle).length
  }

  has(node: number): boolean {
    return this.#distances[node] !== -1
  }

  /** -1 outside. */
  distanceOf(node: number): number {
    return this.#distances[node]!
  }

  frontier(): readonly number[] {
    return this.#levels.at(-1)!
  }

  /** Whether nothing more is to be reached. */
  isClosed(): boolean {
    return this.frontier().length === 0
  }

  *within(radius: number): Generator<number, void, void> {
    for (const level of this.#levels.slice(0, radius + 1)) yield* level
  }

  /** To the next level. */
  add(node: number): void {
    this.#distances[node] = this.radius + 1
  }

  /** @param level all that was added */
  grown(level: number[]): void {
    this.radius++
    this.#levels.push(level)
    this.size = level.reduce((sum, node) => sum + this.#links.edgesAt(node).length, 0)
  }
}
