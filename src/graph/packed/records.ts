/** Records of bytes under keys, all in one buffer: an object for each would take more room than what is in it. */
import { ByteReader } from './bytes.ts'
import { Column } from './column.ts'

/** Bytes as they were when they were asked for: what is written later goes elsewhere. */
export interface Place {
  readonly buffer: Uint8Array
  readonly start: number
  readonly end: number
}

export class Records<K extends string> {
  readonly #rows = new Map<K, number>()
  readonly #keys: (K | undefined)[] = []
  readonly #starts = new Column()
  readonly #lengths = new Column()
  #buffer: Uint8Array
  #used = 0
  constructor(capacity = 1024) {
    this.#buffer = new Uint8Array(capacity)
  }

  get count(): number {
    return this.#rows.size
  }

  /** Rows are numbered as they come; the number of one that is gone is not given again. */
  rowOf(key: K): number | undefined {
    return this.#rows.get(key)
  }

  /** Undefined where the record is gone. */
  keyAt(row: number): K | undefined {
    return this.#keys[row]
  }

  keys(): IterableIterator<K> {
    return this.#rows.keys()
  }

  has(key: K): boolean {
    return this.#rows.has(key)
  }

  read(key: K): ByteReader | undefined {
    const row = this.#rows.get(key)
    if (row === undefined) return undefined
    const { buffer, start, end } = this.placeOf(row)
    return new ByteReader(buffer, start, end)
  }

  bytesOf(key: K): Uint8Array | undefined {
    const row = this.#rows.get(key)
    if (row === undefined) return undefined
    const start = this.#starts.get(row)
    return this.#buffer.subarray(start, start + this.#lengths.get(row))
  }

  placeOf(row: number): Place {
    const start = this.#starts.get(row)
    return { buffer: this.#buffer, start, end: start + this.#lengths.get(row) }
  }

  /** @returns its row */
  set(key: K, bytes: Uint8Array): number {
    let row = this.#rows.get(key)
    if (row === undefined) {
      row = this.#keys.push(key) - 1
      this.#rows.set(key, row)
    }
    if (this.#used + bytes.length > this.#buffer.length) this.#makeRoom(bytes.length)
    this.#buffer.set(bytes, this.#used)
    this.#starts.set(row, this.#used)
    this.#lengths.set(row, bytes.length)
    this.#used += bytes.length
    return row
  }

  delete(key: K): void {
    const row = this.#rows.get(key)
    if (row === undefined) return
    this.#rows.delete(key)
    this.#keys[row] = undefined
    this.#lengths.set(row, 0)
  }

  /** A buffer of its own, without what was written over, so that places in the old one stay as they are. */
  #makeRoom(more: number): void {
    let live = 0
    for (const row of this.#rows.values()) live += this.#lengths.get(row)
    const larger = new Uint8Array(Math.ceil(1.5 * (live + more)) + 1024)
    let used = 0
    for (const row of this.#rows.values()) {
      const [start, length] = [this.#starts.get(row), this.#lengths.get(row)]
      larger.set(this.#buffer.subarray(start, start + length), used)
      this.#starts.set(row, used)
      used += length
    }
    this.#buffer = larger
    this.#used = used
  }
}
