/** Each string once, as a number. */
import type { ByteReader, ByteWriter } from './bytes.ts'

/** So many are decoded at once: a word in another alphabet makes only its block larger in memory. */
const BLOCK = 4096

export class Strings {
  readonly #texts: string[]
  /** Made when the first string is looked up. */
  #numbers: Map<string, number> | undefined
  constructor(texts: string[] = []) {
    this.#texts = texts
  }

  get count(): number {
    return this.#texts.length
  }

  numberOf(text: string): number {
    this.#numbers ??= new Map(this.#texts.map((known, i) => [known, i]))
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.#texts.push(text) - 1
    this.#numbers.set(text, number)
    return number
  }

  /** @throws RangeError for a number that none has */
  textOf(number: number): string {
    const text = this.#texts[number]
    if (text === undefined) throw new RangeError(`the packed data name string ${number}, which is not there`)
    return text
  }

  write(to: ByteWriter): void {
    const encoder = new TextEncoder()
    to.number(this.#texts.length)
    for (let at = 0; at < this.#texts.length; at += BLOCK) {
      const block = this.#texts.slice(at, at + BLOCK)
      for (const { length } of block) to.number(length)
      const bytes = encoder.encode(block.join(''))
      to.number(bytes.length).bytes(bytes)
    }
  }

  static read(from: ByteReader): Strings {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    const texts: string[] = new Array(from.number())
    for (let at = 0; at < texts.length; at += BLOCK) {
      const lengths = Array.from({ length: Math.min(BLOCK, texts.length - at) }, () => from.number())
      const whole = decoder.decode(from.bytes(from.number()))
      let start = 0
      for (const [i, length] of lengths.entries()) {
        texts[at + i] = whole.slice(start, start + length)
        start += length
      }
    }
    return new Strings(texts)
  }
}
