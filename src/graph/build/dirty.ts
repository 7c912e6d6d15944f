/** Documents that have to be looked at again. */
import type { DocumentId } from '../../model/ids.ts'
import type { CorrectedReading } from '../corrections/readings.ts'
import { byText } from '../order.ts'

export class Dirty {
  readonly #get: (id: DocumentId) => CorrectedReading | undefined
  /** With what they say, where it has just been read. */
  readonly #documents = new Map<DocumentId, CorrectedReading | undefined>()

  readonly #atOnce: number

  /** @param get what a document says; undefined where it is gone @param atOnce so many are looked at together */
  constructor(get: (id: DocumentId) => CorrectedReading | undefined, atOnce: number) {
    this.#get = get
    this.#atOnce = atOnce
  }

  read(readings: Iterable<CorrectedReading>): void {
    for (const reading of readings) this.#documents.set(reading.document.id, reading)
  }

  add(documents: Iterable<DocumentId>): void {
    for (const document of documents) if (!this.#documents.has(document)) this.#documents.set(document, undefined)
  }

  /** Lets go of what was read: it is fetched again when its turn comes. */
  forget(): void {
    for (const document of this.#documents.keys()) this.#documents.set(document, undefined)
  }

  /** All of them in the order of their ids, some at a time. */
  *slices(): Generator<ReadonlyMap<DocumentId, CorrectedReading | undefined>> {
    const ids = [...this.#documents.keys()].sort(byText)
    for (let at = 0; at < ids.length; at += this.#atOnce)
      yield new Map(
        ids.slice(at, at + this.#atOnce).map((id) => [id, this.#documents.get(id) ?? this.#get(id)] as const),
      )
  }
}
