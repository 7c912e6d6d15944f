/** The documents of a library, with what was read in each; what was read is fetched when it is needed. */
import type { GraphDocument } from '../../model/graph.ts'
import type { DocumentId } from '../../model/ids.ts'
import type { Correction } from '../corrections/log.ts'
import type { CorrectedReading } from '../corrections/readings.ts'
import { byDocument, correctReading } from '../corrections/readings.ts'
import type { StoredDocument } from '../knowledge-graph.ts'
import { byText } from '../order.ts'

/** What has become of the documents since the last time. */
export interface Changes {
  /** Those that are new, or were read again. */
  readonly put: readonly StoredDocument[]
  readonly dropped: readonly DocumentId[]
}

/** Where readings lie; undefined for a document that is not there any more. */
export type Fetch = (document: DocumentId) => StoredDocument | undefined

/** So many are kept: the pages that people look at, and the texts that corrections are about. */
const MOST_KEPT = 200

export class Texts {
  readonly documents = new Map<DocumentId, GraphDocument>()
  readonly #fetch: Fetch
  readonly #kept = new Map<DocumentId, CorrectedReading>()
  /** Ids of the corrections that are carried out within a document, and those corrections. */
  readonly #within = new Map<DocumentId, string>()
  #lists: ReadonlyMap<DocumentId, readonly Correction[]> = new Map()

  constructor(fetch: Fetch) {
    this.#fetch = fetch
  }

  get = (id: DocumentId): CorrectedReading | undefined => {
    const kept = this.#kept.get(id)
    if (kept !== undefined) return kept
    const stored = this.documents.has(id) ? this.#fetch(id) : undefined
    return stored && this.#keep(correctReading(stored, this.#lists.get(id)))
  }

  /** Ids of documents in which a correction is carried out. */
  corrected(): IterableIterator<DocumentId> {
    return this.#within.keys()
  }

  /** What documents say, with what people have corrected within them; those that are new or have changed, by id. */
  update(
    put: readonly StoredDocument[],
    dropped: readonly DocumentId[],
    corrections: readonly Correction[],
  ): CorrectedReading[] {
    for (const id of dropped) for (const map of [this.documents, this.#kept, this.#within]) map.delete(id)
    const given = new Map(put.map((stored) => [stored.document.id, stored]))
    for (const { document } of put) this.documents.set(document.id, document)
    const changed = new Set(given.keys())
    for (const id of this.#correct(corrections)) changed.add(id)
    return [...changed].sort(byText).flatMap((id) => {
      const stored = given.get(id) ?? this.#fetch(id)
      return stored === undefined ? [] : [this.#keep(correctReading(stored, this.#lists.get(id)))]
    })
  }

  /** As they were when the packed state was written. */
  restore(documents: Iterable<GraphDocument>, corrections: readonly Correction[]): CorrectedReading[] {
    for (const document of documents) this.documents.set(document.id, document)
    return this.#correct(corrections).flatMap((id) => this.get(id) ?? [])
  }

  /** @returns documents of which other corrections than before are carried out */
  #correct(corrections: readonly Correction[]): DocumentId[] {
    this.#lists = byDocument(corrections)
    const changed: DocumentId[] = []
    for (const document of new Set([...this.#lists.keys(), ...this.#within.keys()])) {
      const ids = (this.#lists.get(document) ?? []).map(({ id }) => id).join(' ')
      if (!this.documents.has(document) || ids === (this.#within.get(document) ?? '')) continue
      changed.push(document)
      this.#kept.delete(document)
      if (ids === '') this.#within.delete(document)
      else this.#within.set(document, ids)
    }
    return changed
  }

  #keep(reading: CorrectedReading): CorrectedReading {
    const { id } = reading.document
    this.#kept.delete(id)
    this.#kept.set(id, reading)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break
      this.#kept.delete(oldest)
    }
    return reading
  }
}
