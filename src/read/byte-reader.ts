/** Takes lines and blocks off a stream of bytes. */
import type { Bytes } from './source.ts'

const NEWLINE = 0x0a
const LONGEST_LINE = 1024 * 1024

export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  #kept = Buffer.alloc(0)
  #ended = false

  constructor(stream: Bytes) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  /** Without its end; undefined at the end of the stream. */
  async line(): Promise<string | undefined> {
    let end = this.#kept.indexOf(NEWLINE)
    while (end < 0 && this.#kept.length < LONGEST_LINE && (await this.#more())) end = this.#kept.indexOf(NEWLINE)
    if (end < 0 && this.#kept.length === 0) return undefined
    const line = this.#kept.subarray(0, end < 0 ? this.#kept.length : end)
    this.#kept = this.#kept.subarray(end < 0 ? this.#kept.length : end + 1)
    return line.toString('latin1').replace(/\r$/, '')
  }

  /** The next bytes, or undefined where the stream has fewer. */
  async take(length: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = []
    let missing = length
    for (;;) {
      const part = this.#kept.subarray(0, missing)
      parts.push(part)
      missing -= part.length
      this.#kept = this.#kept.subarray(part.length)
      if (missing === 0) return Buffer.concat(parts)
      if (!(await this.#more())) return undefined
    }
  }

  /** False where the stream has fewer. */
  async skip(length: number): Promise<boolean> {
    for (let missing = length; ; ) {
      const passed = Math.min(missing, this.#kept.length)
      this.#kept = this.#kept.subarray(passed)
      missing -= passed
      if (missing === 0) return true
      if (!(await this.#more())) return false
    }
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false
    const { value, done } = await this.#chunks.next()
    if (done === true) {
      this.#ended = true
      return false
    }
    this.#kept = this.#kept.length === 0 ? Buffer.from(value) : Buffer.concat([this.#kept, value])
    return true
  }
}
