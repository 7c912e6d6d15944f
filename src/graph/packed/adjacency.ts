/** Which edges end at which node: lists that are packed when they are read, and lists of those that have changed since. */

export class Adjacency {
  readonly #starts: Uint32Array
  readonly #packed: Uint32Array
  readonly #changed = new Map<number, number[]>()
  constructor(starts = new Uint32Array(1), packed = new Uint32Array(0)) {
    this.#starts = starts
    this.#packed = packed
  }

  /** @param nodes number of nodes @param ends the node of each edge; undefined where there is no edge */
  static of(nodes: number, edges: number, end: (edge: number) => number | undefined): Adjacency {
    const starts = new Uint32Array(nodes + 1)
    for (let edge = 0; edge < edges; edge++) {
      const node = end(edge)
      if (node !== undefined) starts[node + 1]!++
    }
    for (let node = 0; node < nodes; node++) starts[node + 1]! += starts[node]!
    const next = starts.slice()
    const packed = new Uint32Array(starts[nodes]!)
    for (let edge = 0; edge < edges; edge++) {
      const node = end(edge)
      if (node !== undefined) packed[next[node]!++] = edge
    }
    return new Adjacency(starts, packed)
  }

  at(node: number): ArrayLike<number> {
    const changed = this.#changed.get(node)
    if (changed !== undefined) return changed
    const [start, end] = [this.#starts[node], this.#starts[node + 1]]
    return start === undefined || end === undefined ? [] : this.#packed.subarray(start, end)
  }

  add(node: number, edge: number): void {
    this.#own(node).push(edge)
  }

  remove(node: number, edge: number): void {
    const list = this.#own(node)
    const at = list.indexOf(edge)
    if (at >= 0) list.splice(at, 1)
  }

  #own(node: number): number[] {
    const changed = this.#changed.get(node)
    if (changed !== undefined) return changed
    const list = Array.from(this.at(node))
    this.#changed.set(node, list)
    return list
  }
}
