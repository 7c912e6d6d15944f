import type { DocumentId } from '../model/ids.ts'
import type { Library } from '../store/library.ts'

/** Enough for ten thousand articles; more would keep memory that the graph needs. */
const MOST_CHARACTERS = 40_000_000

/** Texts of documents, the recently used ones kept in memory. A text never changes under its id. */
export class Texts {
  readonly #library: Pick<Library, 'text'>
  readonly #most: number
  /** What was asked for last fills half of the room; what was asked for before that keeps the other half until it is full again. */
  #recent = new Map<DocumentId, string>()
  #before: ReadonlyMap<DocumentId, string> = new Map()
  #characters = 0
  /** @param most UTF-16 code units that are kept */
  constructor(library: Pick<Library, 'text'>, most = MOST_CHARACTERS) {
    this.#library = library
    this.#most = most
  }

  get(id: DocumentId): string | undefined {
    const recent = this.#recent.get(id)
    if (recent !== undefined) return recent
    const text = this.#before.get(id) ?? this.#library.text(id)
    if (text === undefined) return undefined
    this.#characters += text.length
    if (this.#characters > this.#most / 2) {
      this.#before = this.#recent
      this.#recent = new Map()
      this.#characters = text.length
    }
    this.#recent.set(id, text)
    return text
  }
}
