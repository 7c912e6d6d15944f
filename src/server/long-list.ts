/** A list of which each item is made when it is written, so that a long answer needs no memory of its own. */
export class LongList<S, T> {
  readonly #items: readonly S[]
  readonly #view: (item: S) => T
  readonly #write: (item: S) => string | Iterable<string>
  constructor(items: readonly S[], view: (item: S) => T, write: (item: S) => string | Iterable<string>) {
    this.#items = items
    this.#view = view
    this.#write = write
  }

  *[Symbol.iterator](): Generator<T, void, void> {
    for (const item of this.#items) yield this.#view(item)
  }

  /** Each item as JSON, a long one in pieces. */
  *written(): Generator<string | Iterable<string>, void, void> {
    for (const item of this.#items) yield this.#write(item)
  }

  toJSON(): readonly T[] {
    return [...this]
  }
}

/**
 * In the place of a list in an answer; it can be written, and nothing else.
 * @param write gives the JSON of what `view` gives, where there is a shorter way to it, or a way in pieces
 */
export const longList = <S, T>(
  items: readonly S[],
  view: (item: S) => T,
  write: (item: S) => string | Iterable<string> = (item) => JSON.stringify(view(item)),
): readonly T[] => new LongList(items, view, write) as unknown as readonly T[]
