/** Which documents are copies of which report, kept until documents change. */
import { extendCopies, findCopies, type Sketched } from '../graph/copies.ts'
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

/** So many are compared with all others one by one. */
const FEW = 50

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
    this.#found = this.#read(count, newest)
    return this.#found
  }

  /** Only what is new; all of it where something has gone or changed as well. */
  #read(count: number, newest: number): ReadonlyMap<DocumentId, DocumentId> {
    const before = [...this.#sketched.values()]
    const rows = this.#statements.get<[number], Row>(`${ROWS} WHERE revision > ?`).all(this.#newest)
    this.#newest = newest
    const added = this.#take(rows)
    const sketched = this.#statements.get('SELECT count(*) FROM provenance WHERE sketch IS NOT NULL').pluck().get()
    const isWhole = this.#sketched.size === sketched && (before.length === 0 || count >= before.length)
    if (isWhole && added.length <= FEW && this.#sketched.size === before.length + added.length)
      return extendCopies(this.#found, before, added)
    if (!isWhole) {
      this.#sketched.clear()
      this.#take(this.#statements.get<[], Row>(ROWS).all())
    }
    return findCopies([...this.#sketched.values()])
  }

  /** @returns those that have a sketch */
  #take(rows: readonly Row[]): Sketched[] {
    return rows.flatMap(({ id, date, sketch }) => {
      this.#sketched.delete(id)
      if (sketch === null) return []
      const sketched: Sketched = { id, date, sketch: sketchIn(sketch) }
      this.#sketched.set(id, sketched)
      return sketched
    })
  }
}
