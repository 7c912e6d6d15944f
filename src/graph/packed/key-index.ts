/** Which rows have a key, for many keys of few rows each: sorted lists, and a table of what came since they were sorted. */
import type { ByteReader, ByteWriter } from './bytes.ts'

const GONE = 0xffffffff
/** So many may wait to be sorted in: each takes ten times the room of a sorted one. */
const MOST_FRESH = 200_000

export class KeyIndex {
  #keys = new Float64Array(0)
  #rows = new Uint32Array(0)
  #fresh = new Map<number, number | number[]>()

  /** @param key a whole number below 2^53 */
  add(key: number, row: number): void {
    const present = this.#fresh.get(key)
    if (present === undefined) this.#fresh.set(key, row)
    else if (typeof present === 'number') this.#fresh.set(key, [present, row])
    else present.push(row)
    if (this.#fresh.size > MOST_FRESH) this.#sortIn()
  }

  delete(key: number, row: number): void {
    const present = this.#fresh.get(key)
    if (present === row) this.#fresh.delete(key)
    else if (typeof present === 'object')
      this.#fresh.set(
        key,
        present.filter((other) => other !== row),
      )
    for (let at = this.#find(key); this.#keys[at] === key; at++) if (this.#rows[at] === row) this.#rows[at] = GONE
  }

  /** A row that has the key twice may be there twice. */
  at(key: number): number[] {
    const present = this.#fresh.get(key)
    const found = present === undefined ? [] : typeof present === 'number' ? [present] : [...present]
    for (let at = this.#find(key); this.#keys[at] === key; at++)
      if (this.#rows[at] !== GONE) found.push(this.#rows[at]!)
    return found
  }

  /** @param renumber the row under which a row is known from now on; undefined where it is gone */
  write(to: ByteWriter, renumber: (row: number) => number | undefined): void {
    this.#sortIn()
    const kept: number[] = []
    for (let at = 0; at < this.#keys.length; at++)
      if (this.#rows[at] !== GONE && renumber(this.#rows[at]!) !== undefined) kept.push(at)
    to.number(kept.length)
    let before = 0
    for (const at of kept) {
      to.number(this.#keys[at]! - before).number(renumber(this.#rows[at]!)!)
      before = this.#keys[at]!
    }
  }

  static read(from: ByteReader): KeyIndex {
    const index = new KeyIndex()
    const count = from.number()
    index.#keys = new Float64Array(count)
    index.#rows = new Uint32Array(count)
    let key = 0
    for (let at = 0; at < count; at++) {
      key += from.number()
      index.#keys[at] = key
      index.#rows[at] = from.number()
    }
    return index
  }

  /** The first place of a key, or where it would be. */
  #find(key: number): number {
    let [low, high] = [0, this.#keys.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#keys[middle]! < key) low = middle + 1
      else high = middle
    }
    return low
  }

  #sortIn(): void {
    const fresh = [...this.#fresh].sort((a, b) => a[0] - b[0])
    let count = this.#keys.length
    for (const [, rows] of fresh) count += typeof rows === 'number' ? 1 : rows.length
    const [keys, all] = [new Float64Array(count), new Uint32Array(count)]
    let [to, from] = [0, 0]
    const copyBelow = (limit: number): void => {
      for (; from < this.#keys.length && this.#keys[from]! < limit; from++) {
        keys[to] = this.#keys[from]!
        all[to++] = this.#rows[from]!
      }
    }
    for (const [key, rows] of fresh) {
      copyBelow(key)
      for (const row of typeof rows === 'number' ? [rows] : rows) {
        keys[to] = key
        all[to++] = row
      }
    }
    copyBelow(Number.POSITIVE_INFINITY)
    this.#keys = keys
    this.#rows = all
    this.#fresh = new Map()
  }
}
