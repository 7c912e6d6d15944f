import type { DocumentId } from '../model/ids.ts'
import type { Library } from '../store/library.ts'

/** Enough for ten thousand articles; more would keep memory that the graph needs. */
const MOST_CHARACTERS = 40_000_000

/** Texts of documents, the recently used ones kept in memory. A text never changes under its id. */
export class Texts {
  readonly #library: Library
  readonly #kept = new Map<DocumentId, string>()
  #characters = 0
  constructor(library: Library) {
    this.#library = library
  }

  get(id: DocumentId): string | undefined {
    const text = this.#kept.get(id) ?? this.#library.document(id)?.text
    if (text === undefined) return undefined
    if (!this.#kept.delete(id)) this.#characters += text.length
    this.#kept.set(id, text)
    if (this.#characters > MOST_CHARACTERS) this.#forgetBut(id)
    return text
  }

  #forgetBut(id: DocumentId): void {
    for (const [oldest, { length }] of this.#kept) {
      if (this.#characters <= MOST_CHARACTERS || oldest === id) break
      this.#kept.delete(oldest)
      this.#characters -= length
    }
  }
}
