/** Which documents are copies of which report, kept until documents change. */
import { findCopies, type Sketched } from '../graph/copies.ts'
import type { CivilDate } from '../model/date.ts'
import type { DocumentId } from '../model/ids.ts'
import { sketchIn } from './provenance.ts'
import type { Statements } from './statements.ts'

interface Row {
  readonly id: DocumentId
  readonly revision: number
  readonly date: CivilDate | null
  readonly sketch: Buffer | null
}

const ROWS = `SELECT documents.id, revision, date, sketch
  FROM documents LEFT JOIN provenance ON provenance.doc = documents.doc`

export class Copies {
  readonly #statements: Statements
  readonly #sketched = new Map<DocumentId, Sketched>()
  /** Of the library that was looked at last: its version, and its documents. */
  #version = ''
  #documents = ''
  #newest = -1
  #found: ReadonlyMap<DocumentId, DocumentId> = new Map()

  constructor(statements: Statements) {
    this.#statements = statements
  }

  /** Copy → report. @param version of the library now; a correction changes it, and changes no document */
  at(version: string): ReadonlyMap<DocumentId, DocumentId> {
    if (version === this.#version) return this.#found
    this.#version = version
    const { count, newest } = this.#statements
      .get<[], { count: number; newest: number }>(
        'SELECT count(*) AS count, coalesce(max(revision), -1) AS newest FROM documents',
      )
      .get()!
    const documents = `${count}-${newest}`
    if (documents === this.#documents) return this.#found
    this.#documents = documents
    this.#read(count, newest)
    this.#found = findCopies([...this.#sketched.values()])
    return this.#found
  }

  /** Only what is new; all of it where something has gone as well. */
  #read(count: number, newest: number): void {
    const before = this.#sketched.size
    this.#take(this.#statements.get<[number], Row>(`${ROWS} WHERE revision > ?`).all(this.#newest))
    const sketched = this.#statements.get('SELECT count(*) FROM provenance WHERE sketch IS NOT NULL').pluck().get()
    if (this.#sketched.size !== sketched || (before > 0 && count < before)) {
      this.#sketched.clear()
      this.#take(this.#statements.get<[], Row>(ROWS).all())
    }
    this.#newest = newest
  }

  #take(rows: readonly Row[]): void {
    for (const { id, date, sketch } of rows)
      if (sketch === null) this.#sketched.delete(id)
      else this.#sketched.set(id, { id, date, sketch: sketchIn(sketch) })
  }
}
