/** Numbers as few bytes: seven bits a byte, the lowest first (LEB128). */

export class ByteWriter {
  #bytes: Uint8Array
  #length = 0
  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity)
  }

  get length(): number {
    return this.#length
  }

  /** @param value a whole number from 0 to 2^53 - 1 */
  number(value: number): this {
    let rest = value
    this.#reserve(8)
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.#bytes[this.#length++] = (rest % 0x80) | 0x80
    this.#bytes[this.#length++] = rest
    return this
  }

  /** @param value a whole number, which may be below 0 */
  signed(value: number): this {
    return this.number(value < 0 ? -2 * value - 1 : 2 * value)
  }

  bytes(bytes: Uint8Array): this {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
    return this
  }

  /** What was written; valid until the next writing. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  clear(): this {
    this.#length = 0
    return this
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more))
    larger.set(this.view())
    this.#bytes = larger
  }
}

export class ByteReader {
  readonly #bytes: Uint8Array
  readonly #end: number
  #at: number
  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.#bytes = bytes
    this.#at = start
    this.#end = end
  }

  get position(): number {
    return this.#at
  }

  get done(): boolean {
    return this.#at >= this.#end
  }

  /** @throws RangeError behind the end: the bytes are not what was written */
  number(): number {
    let [value, scale] = [0, 1]
    for (;;) {
      if (this.#at >= this.#end) throw new RangeError('the packed data end too early')
      const byte = this.#bytes[this.#at++]!
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
      scale *= 0x80
    }
  }

  signed(): number {
    const value = this.number()
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2
  }

  /** Reads what comes next, up to `length`, while this reader goes on behind it. */
  part(length: number): ByteReader {
    this.bytes(length)
    return new ByteReader(this.#bytes, this.#at - length, this.#at)
  }

  bytes(length: number): Uint8Array {
    if (this.#at + length > this.#end) throw new RangeError('the packed data end too early')
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }
}
