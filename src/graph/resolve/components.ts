/** Which things a chain of links connects, by their rows in the records that hold them. Most things are linked with no other. */
import type { ByteReader, ByteWriter } from '../packed/bytes.ts'
import type { Records } from '../packed/records.ts'

export class Components<K extends string> {
  readonly #records: Records<K>
  /** By row; those of one component have one list. */
  readonly #ofRow = new Map<number, readonly number[]>()

  /** @param from where `write` has written */
  constructor(records: Records<K>, from?: ByteReader) {
    this.#records = records
    if (from === undefined) return
    for (let rest = from.number(); rest > 0; rest--)
      this.#join(Array.from({ length: from.number() }, () => from.number()))
  }

  /** Keys of all that is connected with a thing; only its own where nothing is. */
  at(key: K): readonly K[] {
    const row = this.#records.rowOf(key)
    const rows = row === undefined ? undefined : this.#ofRow.get(row)
    return rows?.flatMap((other) => this.#records.keyAt(other) ?? []) ?? [key]
  }

  /** @param keys all of one component, which are there */
  connect(keys: readonly K[]): void {
    this.#join(keys.map((key) => this.#records.rowOf(key)!))
  }

  delete(row: number): void {
    this.#ofRow.delete(row)
  }

  #join(rows: readonly number[]): void {
    for (const row of rows)
      if (rows.length > 1) this.#ofRow.set(row, rows)
      else this.#ofRow.delete(row)
  }

  /** @param rows under which each row is known from now on */
  write(to: ByteWriter, rows: ReadonlyMap<number, number>): void {
    const components = new Set(this.#ofRow.values())
    to.number(components.size)
    for (const component of components) {
      const there = component.flatMap((row) => rows.get(row) ?? [])
      to.number(there.length)
      for (const row of there) to.number(row)
    }
  }
}
