/** Each string once, as a number. What was read lies packed, in blocks, until one of a block is asked for. */
import type { ByteReader, ByteWriter } from './bytes.ts'
import { Column } from './column.ts'
import { hashOf, hashOfBytes } from './hash.ts'

/** So many are decoded at once: a word in another alphabet makes only its block larger in memory. */
const BLOCK = 64
/** So many are looked at before others have their turn; a whole number of blocks. */
const PER_TURN = 200 * BLOCK

interface Packed {
  /** Where each block lies in `bytes`, and where the last one ends. */
  readonly starts: Uint32Array
  readonly bytes: Uint8Array
  /** Of each string, in UTF-16 code units. */
  readonly lengths: Uint32Array
}

export class Strings {
  readonly #texts: (string | undefined)[]
  readonly #packed: Packed | undefined
  readonly #hashes = new Column()
  /** An open hash table: in each slot one more than a number, or 0. Made when the first string is looked up. */
  #slots: Uint32Array | undefined
  /** So many of the first strings have their hash. */
  #hashed = 0

  constructor(texts: string[] = [], packed?: Packed) {
    this.#texts = texts
    this.#packed = packed
  }

  get count(): number {
    return this.#texts.length
  }

  numberOf(text: string): number {
    const hash = hashOf(text)
    const found = this.#find(text, hash)
    if (found !== undefined) return found
    const number = this.#texts.push(text) - 1
    this.#hashes.set(number, hash)
    this.#hashed = this.count
    if (4 * this.count > 3 * this.#slots!.length) this.#slots = undefined
    else this.#enter(this.#slots!, number)
    return number
  }

  /** The number of a string that has one. */
  find(text: string): number | undefined {
    return this.#find(text, hashOf(text))
  }

  /** @throws RangeError for a number that none has */
  textOf(number: number): string {
    return this.#texts[number] ?? this.#decoded(number)
  }

  /**
   * Makes the table by which strings are looked up, with a yield wherever others may have their turn. Who looks one up meanwhile does
   * not wait for it, and makes it at once.
   */
  *indexInTurns(): Generator<void, void, void> {
    while (this.#hashed < this.count) {
      const end = Math.min(this.#hashed + PER_TURN, this.count)
      for (let number = this.#hashed; number < end; number++) this.#hash(number)
      this.#hashed = end
      yield
    }
    if (this.#slots !== undefined) return
    const slots = this.#emptySlots()
    const { count } = this
    for (let number = 0; number < count; number++) {
      this.#enter(slots, number)
      if (number % PER_TURN === 0) yield
    }
    if (this.#slots === undefined && this.count === count) this.#slots = slots
  }

  #emptySlots(): Uint32Array {
    let size = 1024
    while (size < 2 * this.count) size *= 2
    return new Uint32Array(size)
  }

  #find(text: string, hash: number): number | undefined {
    const slots = this.#slots ?? this.#indexed()
    const mask = slots.length - 1
    for (let at = hash & mask; slots[at] !== 0; at = (at + 1) & mask) {
      const number = slots[at]! - 1
      if (this.#hashes.get(number) === hash && this.textOf(number) === text) return number
    }
    return undefined
  }

  #enter(slots: Uint32Array, number: number): void {
    const mask = slots.length - 1
    let at = this.#hashes.get(number) & mask
    while (slots[at] !== 0) at = (at + 1) & mask
    slots[at] = number + 1
  }

  #indexed(): Uint32Array {
    for (let number = this.#hashed; number < this.count; number++) this.#hash(number)
    const slots = this.#emptySlots()
    for (let number = 0; number < this.count; number++) this.#enter(slots, number)
    this.#slots = slots
    this.#hashed = this.count
    return slots
  }

  /** That of a block of plain letters needs no decoding. */
  #hash(number: number): void {
    const { starts, bytes, lengths } = this.#packed ?? NOTHING
    const first = number - (number % BLOCK)
    const block = first / BLOCK
    const isPlain = number < lengths.length && sum(lengths, first) === starts[block + 1]! - starts[block]!
    if (!isPlain) {
      this.#hashes.set(number, hashOf(this.textOf(number)))
      return
    }
    if (number !== first) return
    let start = starts[block]!
    for (let at = first; at < Math.min(first + BLOCK, lengths.length); at++) {
      this.#hashes.set(at, hashOfBytes(bytes, start, start + lengths[at]!))
      start += lengths[at]!
    }
  }

  #decoded(number: number): string {
    const { starts, bytes, lengths } = this.#packed ?? NOTHING
    if (!(number < lengths.length)) throw new RangeError(`the packed data name string ${number}, which is not there`)
    const first = number - (number % BLOCK)
    const whole = DECODER.decode(bytes.subarray(starts[first / BLOCK]!, starts[first / BLOCK + 1]!))
    let start = 0
    for (let at = first; at < Math.min(first + BLOCK, lengths.length); at++) {
      this.#texts[at] = whole.slice(start, start + lengths[at]!)
      start += lengths[at]!
    }
    return this.#texts[number]!
  }

  write(to: ByteWriter): void {
    const encoder = new TextEncoder()
    const blocks: Uint8Array[] = []
    to.number(this.count)
    for (let at = 0; at < this.count; at += BLOCK) {
      const block = Array.from({ length: Math.min(BLOCK, this.count - at) }, (_, i) => this.textOf(at + i))
      for (const { length } of block) to.number(length)
      const bytes = encoder.encode(block.join(''))
      to.number(bytes.length)
      blocks.push(bytes)
    }
    for (const bytes of blocks) to.bytes(bytes)
  }

  static read(from: ByteReader): Strings {
    const count = from.number()
    const lengths = new Uint32Array(count)
    const starts = new Uint32Array(Math.ceil(count / BLOCK) + 1)
    for (let at = 0; at < count; at += BLOCK) {
      const end = Math.min(at + BLOCK, count)
      for (let i = at; i < end; i++) lengths[i] = from.number()
      starts[at / BLOCK + 1] = starts[at / BLOCK]! + from.number()
    }
    const texts = new Array<string | undefined>(count) as string[]
    return new Strings(texts, { starts, bytes: from.bytes(starts.at(-1)!), lengths })
  }
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true })
const NOTHING: Packed = { starts: new Uint32Array(1), bytes: new Uint8Array(0), lengths: new Uint32Array(0) }

function sum(lengths: Uint32Array, first: number): number {
  let whole = 0
  for (let at = first; at < Math.min(first + BLOCK, lengths.length); at++) whole += lengths[at]!
  return whole
}
