/** A map of values that lie packed, each until it is asked for. */
import type { ByteReader } from './bytes.ts'
import { ByteWriter } from './bytes.ts'
import { Records, RecordsWriter } from './records.ts'
import type { Strings } from './strings.ts'

/** How a value becomes bytes. */
export interface Codec<V> {
  readonly write: (to: ByteWriter, strings: Strings, value: V) => void
  readonly read: (from: ByteReader, strings: Strings) => V
}

/** So many values may lie open. */
const MOST_OPEN = 20_000

export class PackedMap<K extends string, V> {
  readonly #strings: Strings
  readonly #codec: Codec<V>
  readonly #records: Records<K>
  readonly #open = new Map<K, V>()

  /** @param from where `write` has written */
  constructor(strings: Strings, codec: Codec<V>, from?: ByteReader) {
    this.#strings = strings
    this.#codec = codec
    this.#records = from === undefined ? new Records<K>() : Records.read<K>(from)
  }

  get(key: K): V | undefined {
    const open = this.#open.get(key)
    if (open !== undefined) return open
    const reader = this.#records.read(key)
    if (reader === undefined) return undefined
    const value = this.#codec.read(reader, this.#strings)
    if (this.#open.size >= MOST_OPEN) this.close()
    this.#open.set(key, value)
    return value
  }

  has(key: K): boolean {
    return this.#records.has(key)
  }

  set(key: K, value: V): void {
    this.#codec.write(scratch.clear(), this.#strings, value)
    this.#records.set(key, scratch.view())
    this.#open.set(key, value)
  }

  delete(key: K): void {
    this.#records.delete(key)
    this.#open.delete(key)
  }

  /** Lets go of what was asked for. */
  close(): void {
    this.#open.clear()
  }

  /** @param strings those that the bytes go with */
  write(to: ByteWriter, strings: Strings): void {
    const writer = new RecordsWriter<K>()
    for (const key of this.#records.keys()) {
      this.#codec.write(scratch.clear(), strings, this.#codec.read(this.#records.read(key)!, this.#strings))
      writer.add(key, scratch.view())
    }
    writer.write(to)
  }
}

const scratch = new ByteWriter(4096)
