/**
 * The files of weights: a magic number, the length of the body, its checksum (FNV-1a over words), then the body. All numbers are
 * little-endian; keys are ascending and written as LEB128 differences.
 */
import { ResourceError } from '../../model/errors.ts'
import { extendHash } from './hashing.ts'
import type { Rows } from './linear-model.ts'

const MAGIC = 0x324e4744 // "DGN2"
const HEADER = 12
/** Up to so many classes a row lists them as bits. */
const MOST_BITS = 16

/** Writes one weight file. */
export class WeightWriter {
  #bytes = new Uint8Array(1 << 16)
  #length = HEADER

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2)
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    this.#bytes[this.#length++] = value
  }

  /** A whole number from 0 to 2³² - 1. */
  number(value: number): void {
    let rest = value
    while (rest > 127) {
      this.byte((rest & 127) | 128)
      rest = Math.floor(rest / 128)
    }
    this.byte(rest)
  }

  text(value: string): void {
    const bytes = new TextEncoder().encode(value)
    this.number(bytes.length)
    for (const byte of bytes) this.byte(byte)
  }

  texts(values: readonly string[]): void {
    this.number(values.length)
    for (const value of values) this.text(value)
  }

  ids(keys: Uint32Array, ids: Uint16Array): void {
    this.#ascending(keys)
    for (const id of ids) this.number(id)
  }

  /** Rows of few classes say by a set of bits which of them have a weight, others by a list. */
  rows({ keys, lengths, kinds, weights }: Rows, classes: number): void {
    this.#ascending(keys)
    let next = 0
    for (const length of lengths) {
      const own = kinds.subarray(next, next + length)
      next += length
      if (classes <= MOST_BITS) this.number(own.reduce((bits, kind) => bits | (1 << kind), 0))
      else {
        this.number(length)
        for (const kind of own) this.byte(kind)
      }
    }
    for (const weight of weights) this.byte(weight & 255)
  }

  finish(): Uint8Array {
    const bytes = this.#bytes.slice(0, this.#length)
    const view = new DataView(bytes.buffer)
    view.setUint32(0, MAGIC, true)
    view.setUint32(4, bytes.length - HEADER, true)
    view.setUint32(8, checksum(bytes), true)
    return bytes
  }

  #ascending(keys: Uint32Array): void {
    this.number(keys.length)
    let last = 0
    for (const key of keys) {
      this.number(key - last)
      last = key
    }
  }
}

/** Reads one weight file. Throws ResourceError, which names the file, when it is damaged or of another version. */
export class WeightReader {
  readonly #bytes: Uint8Array
  readonly #name: string
  #position = HEADER

  constructor(name: string, bytes: Uint8Array) {
    this.#name = name
    this.#bytes = bytes
    if (bytes.length < HEADER) throw this.#damaged('it is too short')
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (view.getUint32(0, true) !== MAGIC) throw this.#damaged('it is no weight file of this version')
    if (view.getUint32(4, true) !== bytes.length - HEADER) throw this.#damaged('its length is wrong')
    if (view.getUint32(8, true) !== checksum(bytes)) throw this.#damaged('its checksum is wrong')
  }

  number(): number {
    const first = this.#bytes[this.#position]
    if (first !== undefined && first < 128) {
      this.#position++
      return first
    }
    let value = 0
    let unit = 1
    for (;;) {
      const byte = this.#byte()
      value += (byte & 127) * unit
      if (byte < 128) return value
      unit *= 128
    }
  }

  text(): string {
    const length = this.number()
    const start = this.#position
    this.#position += length
    if (this.#position > this.#bytes.length) throw this.#damaged('it ends too early')
    return new TextDecoder().decode(this.#bytes.subarray(start, this.#position))
  }

  texts(): string[] {
    return Array.from({ length: this.number() }, () => this.text())
  }

  ids(): { readonly keys: Uint32Array; readonly ids: Uint16Array } {
    const keys = this.#ascending()
    const ids = new Uint16Array(keys.length)
    for (let i = 0; i < ids.length; i++) ids[i] = this.number()
    return { keys, ids }
  }

  rows(classes: number): Rows {
    const keys = this.#ascending()
    const lengths = new Uint8Array(keys.length)
    // All rows together have no more weights than there are bytes left.
    const bytes = this.#bytes
    const kinds = new Uint8Array(bytes.length)
    let count = 0
    for (let row = 0; row < keys.length; row++) {
      const before = count
      const kindsOfRow = this.number()
      if (classes <= MOST_BITS) {
        for (let kind = 0; kindsOfRow >> kind > 0; kind++) if ((kindsOfRow >> kind) & 1) kinds[count++] = kind
      } else {
        const from = this.#position
        this.#position += kindsOfRow
        for (let at = from; at < this.#position; at++) kinds[count++] = bytes[at]!
      }
      lengths[row] = count - before
    }
    const from = this.#position
    this.#position += count
    if (this.#position > bytes.length) throw this.#damaged('it ends too early')
    const weights = new Int8Array(bytes.buffer, bytes.byteOffset + from, count)
    return { keys, lengths, kinds: kinds.subarray(0, count), weights }
  }

  /** Nothing may be left. */
  end(): void {
    if (this.#position !== this.#bytes.length) throw this.#damaged('it is longer than it says')
  }

  #ascending(): Uint32Array {
    const count = this.number()
    if (count > this.#bytes.length) throw this.#damaged('it ends too early')
    const keys = new Uint32Array(count)
    // As many numbers as all other files hold together: read without a call for each.
    const bytes = this.#bytes
    let at = this.#position
    let last = 0
    for (let i = 0; i < count; i++) {
      let byte = bytes[at++]!
      let difference = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++]!
        difference |= (byte & 127) << shift
      }
      last = (last + difference) >>> 0
      keys[i] = last
    }
    if (at > bytes.length) throw this.#damaged('it ends too early')
    this.#position = at
    return keys
  }

  #byte(): number {
    const byte = this.#bytes[this.#position++]
    if (byte === undefined) throw this.#damaged('it ends too early')
    return byte
  }

  #damaged(why: string): ResourceError {
    return new ResourceError(`The weight file ${this.#name} is damaged (${why}): install Dragoman again.`)
  }
}

/** Of four bytes at a time: every step can be undone, so that no change of one word goes unseen. */
function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = bytes.length - ((bytes.length - HEADER) & 3)
  let hash = 0x811c9dc5
  for (let i = HEADER; i < whole; i += 4) hash = extendHash(hash, view.getInt32(i, true))
  for (let i = whole; i < bytes.length; i++) hash = extendHash(hash, bytes[i]!)
  return hash >>> 0
}
