/** Records of bytes under keys, all in one buffer: an object for each would take more room than what is in it. */
import { ByteReader, ByteWriter } from './bytes.ts'
import { Column } from './column.ts'
import { Strings } from './strings.ts'

/** Bytes as they were when they were asked for: what is written later goes elsewhere. */
export interface Place {
  readonly buffer: Uint8Array
  readonly start: number
  readonly end: number
}

export class Records<K extends string> {
  readonly #keys: Strings
  /** One more than where a record begins; 0 where it is gone. */
  readonly #starts: Column
  readonly #lengths: Column
  /** What was read stays where it is; what has come since lies behind it. */
  readonly #read: Uint8Array
  #fresh = new Uint8Array(1024)
  #used = 0
  #count = 0

  constructor(
    keys = new Strings(),
    starts = new Column(),
    lengths = new Column(),
    read: Uint8Array = new Uint8Array(0),
  ) {
    this.#keys = keys
    this.#starts = starts
    this.#lengths = lengths
    this.#read = read
    this.#count = keys.count
  }

  /** Makes the table of keys ahead of the first that is looked up. */
  indexInTurns(): Generator<void, void, void> {
    return this.#keys.indexInTurns()
  }

  get count(): number {
    return this.#count
  }

  /** More than the rows that were ever given. */
  get rows(): number {
    return this.#keys.count
  }

  /** Rows are numbered as they come. A key that is gone has its row back when it comes again, and no other ever has it. */
  rowOf(key: K): number | undefined {
    const row = this.#keys.find(key)
    return row !== undefined && this.isThere(row) ? row : undefined
  }

  /** Undefined where the record is gone. */
  keyAt(row: number): K | undefined {
    return this.isThere(row) ? (this.#keys.textOf(row) as K) : undefined
  }

  isThere(row: number): boolean {
    return this.#starts.get(row) > 0
  }

  *keys(): Generator<K> {
    for (let row = 0; row < this.rows; row++) if (this.isThere(row)) yield this.#keys.textOf(row) as K
  }

  has(key: K): boolean {
    return this.rowOf(key) !== undefined
  }

  read(key: K): ByteReader | undefined {
    const row = this.rowOf(key)
    if (row === undefined) return undefined
    const { buffer, start, end } = this.placeOf(row)
    return new ByteReader(buffer, start, end)
  }

  bytesOf(key: K): Uint8Array | undefined {
    const row = this.rowOf(key)
    if (row === undefined) return undefined
    const { buffer, start, end } = this.placeOf(row)
    return buffer.subarray(start, end)
  }

  placeOf(row: number): Place {
    const start = this.#starts.get(row) - 1
    const [buffer, from] = start < this.#read.length ? [this.#read, start] : [this.#fresh, start - this.#read.length]
    return { buffer, start: from, end: from + this.#lengths.get(row) }
  }

  /** @returns its row */
  set(key: K, bytes: Uint8Array): number {
    const row = this.#keys.numberOf(key)
    if (!this.isThere(row)) this.#count++
    if (this.#used + bytes.length > this.#fresh.length) this.#makeRoom(bytes.length)
    this.#fresh.set(bytes, this.#used)
    this.#starts.set(row, this.#read.length + this.#used + 1)
    this.#lengths.set(row, bytes.length)
    this.#used += bytes.length
    return row
  }

  delete(key: K): void {
    const row = this.rowOf(key)
    if (row === undefined) return
    this.#starts.set(row, 0)
    this.#count--
  }

  /** A buffer of its own, without what was written over, so that places in the old one stay as they are. */
  #makeRoom(more: number): void {
    const isFresh = (row: number): boolean => this.#starts.get(row) > this.#read.length
    let live = 0
    for (let row = 0; row < this.rows; row++) if (isFresh(row)) live += this.#lengths.get(row)
    // To look through all rows for what is live takes longer the more there are.
    const larger = new Uint8Array(Math.ceil(1.5 * (live + more)) + Math.max(1024, this.#read.length >> 5))
    let used = 0
    for (let row = 0; row < this.rows; row++) {
      if (!isFresh(row)) continue
      const { buffer, start, end } = this.placeOf(row)
      larger.set(buffer.subarray(start, end), used)
      this.#starts.set(row, this.#read.length + used + 1)
      used += end - start
    }
    this.#fresh = larger
    this.#used = used
  }

  /** In the order in which `RecordsWriter` was given them; the bytes are not copied. */
  static read<K extends string>(from: ByteReader): Records<K> {
    const keys = Strings.read(from)
    const [starts, lengths] = [new Uint32Array(keys.count), new Uint32Array(keys.count)]
    let used = 0
    for (let row = 0; row < keys.count; row++) {
      starts[row] = used + 1
      lengths[row] = from.number()
      used += lengths[row]!
    }
    return new Records<K>(keys, new Column(starts), new Column(lengths), from.bytes(used))
  }
}

/** Gathers records for `Records.read`. */
export class RecordsWriter<K extends string> {
  readonly #keys: K[] = []
  readonly #lengths = new ByteWriter(1024)
  readonly #bodies = new ByteWriter(1 << 16)

  /** @returns the row that it will have */
  add(key: K, bytes: Uint8Array): number {
    this.#lengths.number(bytes.length)
    this.#bodies.bytes(bytes)
    return this.#keys.push(key) - 1
  }

  write(to: ByteWriter): void {
    new Strings(this.#keys).write(to)
    to.bytes(this.#lengths.view()).bytes(this.#bodies.view())
  }
}
