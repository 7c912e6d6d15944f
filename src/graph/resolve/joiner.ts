/**
 * Puts together what belongs together, and keeps doing so while things come and go. Things are compared where they share a
 * key; those that a chain of links connects are clustered anew, in an order of their own, whenever one of them changes. So the
 * result depends on what is there, and not on how it came.
 */
import { fingerprint } from '../../model/ids.ts'
import { byText } from '../order.ts'

/** Why two things may be one, or why not. */
export interface Reason {
  readonly reason: string
  /** What it adds (up to 1), or, below 0, the part of the score that it takes away. */
  readonly score: number
}

export interface Link {
  /** Ids, the smaller first. */
  readonly a: string
  readonly b: string
  readonly score: number
  readonly reasons: readonly Reason[]
  /** The one that may stand for several others, such as a surname: it joins only where it fits a single one. */
  readonly fits?: string
  /** How much the surroundings of the two have in common. */
  readonly affinity: number
}

export interface Cluster<T> {
  readonly items: readonly T[]
  /** Links that hold it together. */
  readonly joins: readonly Link[]
  /** Links to other clusters that are not firm enough, for a person to judge. */
  readonly open: readonly Link[]
}

export interface Rules<T> {
  /** Things that share none of these are not compared. */
  readonly keys: (item: T) => readonly string[]
  readonly link: (a: T, b: T) => Omit<Link, 'a' | 'b'> | undefined
  /** @param items connected by `links`, by id */
  readonly cluster: (items: readonly T[], links: readonly Link[]) => readonly Cluster<T>[]
}

/** Reasons for add up as independent ones do; reasons against take away a part of the sum. */
export const scoreOf = (reasons: readonly Reason[]): number => {
  const doubt = reasons.reduce((product, { score }) => (score > 0 ? product * (1 - score) : product), 1)
  const part = reasons.reduce((product, { score }) => (score < 0 ? product * (1 + score) : product), 1)
  return Math.round((1 - doubt) * part * 1000) / 1000
}

/** Two ids as one, in either order. */
export const pairOf = (a: string, b: string): string => (a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`)
export const partsOf = (pair: string): readonly string[] => pair.split('\u0000')

export class Joiner<T extends { readonly id: string }> {
  readonly #rules: Rules<T>
  readonly #items = new Map<string, T>()
  /** Most keys belong to one thing only: those have its id, and no set. Keys are kept as numbers, which take less room. */
  readonly #byKey = new Map<number, string | Set<string>>()
  readonly #links = new Map<string, Map<string, Link>>()
  readonly #clusters = new Map<string, Cluster<T>>()
  constructor(rules: Rules<T>) {
    this.#rules = rules
  }

  /** Ids of things that a chain of links connects. */
  components(): string[][] {
    const seen = new Set<string>()
    return [...this.#items.keys()].flatMap((id) => (seen.has(id) ? [] : [this.#component(id, seen).sort(byText)]))
  }

  clusterOf(id: string): Cluster<T> | undefined {
    return this.#clusters.get(id)
  }

  /**
   * @param put things that are new or have changed
   * @param dropped ids of things that are gone
   * @returns clusters that are no more, and those that stand in their place
   */
  update(
    put: readonly T[],
    dropped: readonly string[],
  ): { stale: readonly Cluster<T>[]; fresh: readonly Cluster<T>[] } {
    const touched = new Set<string>()
    const stale = new Set<Cluster<T>>()
    for (const id of [...dropped, ...put.map((item) => item.id)]) this.#remove(id, touched, stale)
    for (const item of put) {
      this.#items.set(item.id, item)
      touched.add(item.id)
      for (const key of this.#keysOf(item)) {
        const present = this.#byKey.get(key)
        if (present === undefined) this.#byKey.set(key, item.id)
        else if (typeof present !== 'string') present.add(item.id)
        else if (present !== item.id) this.#byKey.set(key, new Set([present, item.id]))
      }
    }
    for (const item of put) this.#connect(item, touched)

    const fresh: Cluster<T>[] = []
    const seen = new Set<string>()
    for (const start of [...touched].sort(byText)) {
      if (seen.has(start) || !this.#items.has(start)) continue
      const ids = this.#component(start, seen).sort(byText)
      for (const id of ids) {
        const old = this.#clusters.get(id)
        if (old !== undefined) stale.add(old)
      }
      const links = ids.flatMap((id) => [...(this.#links.get(id)?.values() ?? [])].filter((link) => link.a === id))
      for (const cluster of this.#rules.cluster(
        ids.map((id) => this.#items.get(id)!),
        links.sort((x, y) => y.score - x.score || byText(x.a, y.a) || byText(x.b, y.b)),
      )) {
        fresh.push(cluster)
        for (const { id } of cluster.items) this.#clusters.set(id, cluster)
      }
    }
    return { stale: [...stale], fresh }
  }

  #remove(id: string, touched: Set<string>, stale: Set<Cluster<T>>): void {
    const item = this.#items.get(id)
    if (item === undefined) return
    const cluster = this.#clusters.get(id)
    if (cluster !== undefined) stale.add(cluster)
    this.#clusters.delete(id)
    for (const key of this.#keysOf(item)) {
      const present = this.#byKey.get(key)
      if (present === id) this.#byKey.delete(key)
      else if (typeof present === 'object' && present.delete(id) && present.size === 0) this.#byKey.delete(key)
    }
    for (const other of this.#links.get(id)?.keys() ?? []) {
      touched.add(other)
      this.#links.get(other)?.delete(id)
    }
    this.#links.delete(id)
    this.#items.delete(id)
  }

  #connect(item: T, touched: Set<string>): void {
    const candidates = new Set<string>()
    for (const key of this.#keysOf(item)) {
      const present = this.#byKey.get(key)
      if (typeof present === 'string') candidates.add(present)
      else for (const id of present ?? []) candidates.add(id)
    }
    candidates.delete(item.id)
    for (const id of candidates) {
      if (this.#links.get(item.id)?.has(id)) continue
      const other = this.#items.get(id)!
      const [a, b] = item.id < id ? [item, other] : [other, item]
      const found = this.#rules.link(a, b)
      if (found === undefined) continue
      const link: Link = { a: a.id, b: b.id, ...found }
      this.#linksOf(a.id).set(b.id, link)
      this.#linksOf(b.id).set(a.id, link)
      touched.add(id)
    }
  }

  /** Two keys that make one number only cost a comparison. */
  #keysOf = (item: T): readonly number[] => this.#rules.keys(item).map(keyNumber)

  #linksOf(id: string): Map<string, Link> {
    const present = this.#links.get(id)
    if (present !== undefined) return present
    const fresh = new Map<string, Link>()
    this.#links.set(id, fresh)
    return fresh
  }

  /** All that a chain of links connects with `start`. */
  #component(start: string, seen: Set<string>): string[] {
    const found = [start]
    seen.add(start)
    for (let i = 0; i < found.length; i++)
      for (const next of this.#links.get(found[i]!)?.keys() ?? []) {
        if (seen.has(next)) continue
        seen.add(next)
        found.push(next)
      }
    return found
  }
}

/** A key as a whole number below 2^48. */
export const keyNumber = (key: string): number => Number.parseInt(fingerprint(key), 16)

/** Union-find with path halving; the root is the smallest of its set. */
export class DisjointSets {
  readonly #parents: number[]
  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, i) => i)
  }
  find(item: number): number {
    let at = item
    while (this.#parents[at] !== at) {
      this.#parents[at] = this.#parents[this.#parents[at]!]!
      at = this.#parents[at]!
    }
    return at
  }
  /** The root of the joined set, and the root that was; the same twice where they were one already. */
  join(a: number, b: number): readonly [root: number, merged: number] {
    const [x, y] = [this.find(a), this.find(b)]
    this.#parents[Math.max(x, y)] = Math.min(x, y)
    return [Math.min(x, y), Math.max(x, y)]
  }
}
