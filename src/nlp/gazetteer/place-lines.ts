import type { NameRecord } from './entries.ts'
import { fold } from './fold.ts'
import { noteLength } from './name-index.ts'

/**
 * A long list of places of which a text names few: the lines are found by name, but taken apart only when asked for, so that
 * loading tens of thousands of them costs milliseconds.
 */
export class PlaceLines {
  readonly #text: string
  /** Folded name → where its lines begin. */
  readonly #starts = new Map<string, number | number[]>()
  readonly #read: (line: readonly string[], key: string) => NameRecord

  /**
   * @param columns of a line; the first is the name, the last (which may be missing) lists other names with "|"
   * @param longest is told the length of every name
   * @param read makes a record of a line; `key` is the folded form by which it was found
   */
  constructor(
    text: string,
    columns: number,
    longest: Map<string, number>,
    read: (line: readonly string[], key: string) => NameRecord,
  ) {
    this.#text = text
    this.#read = read
    for (let start = 0; start < text.length; ) {
      const end = lineEnd(text, start)
      if (text.charCodeAt(start) !== COMMENT && end > start) this.#addLine(start, end, columns, longest)
      start = end + 1
    }
  }

  records(key: string): NameRecord[] {
    const starts = this.#starts.get(key)
    if (starts === undefined) return []
    return (typeof starts === 'number' ? [starts] : starts).map((start) =>
      this.#read(this.#text.slice(start, lineEnd(this.#text, start)).split('\t'), key),
    )
  }

  #addLine(start: number, end: number, columns: number, longest: Map<string, number>): void {
    let tab = this.#text.indexOf('\t', start)
    this.#add(this.#text.slice(start, tab), start, longest)
    for (let column = 2; column < columns && tab >= 0 && tab < end; column++) tab = this.#text.indexOf('\t', tab + 1)
    if (tab < 0 || tab >= end) return
    for (const other of this.#text.slice(tab + 1, end).split('|')) this.#add(other, start, longest)
  }

  #add(name: string, start: number, longest: Map<string, number>): void {
    const key = fold(name)
    const known = this.#starts.get(key)
    if (known === undefined) {
      this.#starts.set(key, start)
      noteLength(longest, key)
    } else if (typeof known !== 'number') known.push(start)
    else if (known !== start) this.#starts.set(key, [known, start])
  }
}

const COMMENT = 0x23

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end
}
