/**
 * The library in one SQLite file.
 *
 * Plain prepared statements, not a query builder: the calls are synchronous, which keeps a transaction in one function
 * and the order of writes plain to see, while the builders at hand (Kysely) are asynchronous throughout. All statements
 * are constants; values are bound.
 */
import type { Database } from 'better-sqlite3'
import { markCopy } from '../graph/copies.ts'
import { forget } from '../graph/corrections/forget.ts'
import { relocation } from '../graph/corrections/relocate.ts'
import { originOf, type StoredDocument } from '../graph/knowledge-graph.ts'
import type { Draft, Entry } from '../model/corrections.ts'
import type { SourceDocument } from '../model/document.ts'
import { LibraryError } from '../model/errors.ts'
import type { Extraction } from '../model/facts.ts'
import type { GraphDocument } from '../model/graph.ts'
import type { DocumentId, EntryId } from '../model/ids.ts'
import { entryId } from '../model/ids.ts'
import { guarded } from './failures.ts'
import { matchExpression, SEARCH, snippetParts } from './full-text.ts'
import { IMPORTER, type Library, type LibraryStats, type PutOutcome, type TextHit } from './library.ts'
import { readEntries, rewriteEntry, writeEntry } from './log-rows.ts'
import {
  PROVENANCE,
  type ProvenanceColumns,
  readCopies,
  sameProvenance,
  toProvenance,
  WITH_PROVENANCE,
} from './provenance.ts'
import type { DocumentRow } from './read-rows.ts'
import { readExtraction, rowsOf, toDocument } from './read-rows.ts'
import { Statements } from './statements.ts'
import { copyTo, emptyLog, findProblems, tidy } from './upkeep.ts'
import { writeDocument } from './write-rows.ts'

interface SummaryRow extends ProvenanceColumns {
  readonly doc: number
  readonly id: DocumentId
  readonly title: string
  readonly date: GraphDocument['date']
  readonly source: string | null
  readonly length: number
  readonly notes: string
}

/** So many documents are read by each statement: more would save little and hold much in memory. */
const AT_ONCE = 100

const SUMMARY = `SELECT documents.doc, id, title, date, source, length, notes, ${PROVENANCE} FROM ${WITH_PROVENANCE}`

/** Made by `openLibrary`, which has checked the file. */
export class SqliteLibrary implements Library {
  readonly path: string
  readonly readonly: boolean
  readonly #database: Database
  readonly #statements: Statements
  #copies:
    | { readonly version: string; readonly documents: string; readonly of: ReadonlyMap<DocumentId, DocumentId> }
    | undefined

  readonly #now: () => string

  /** @param now the time as an ISO 8601 instant */
  constructor(database: Database, path: string, now: () => string) {
    this.path = path
    this.#now = now
    this.readonly = database.readonly
    this.#database = database
    this.#statements = new Statements(database)
  }

  version(): string {
    return this.#run(() => this.#value<string>("SELECT id || '-' || changes FROM library")!)
  }

  stats(): LibraryStats {
    return this.#run(() => ({
      documents: this.#value<number>('SELECT count(*) FROM documents')!,
      characters: this.#value<number>('SELECT coalesce(sum(length), 0) FROM documents')!,
      sentences: this.#value<number>('SELECT count(*) FROM sentences')!,
    }))
  }

  documents(): readonly GraphDocument[] {
    return this.#run(() =>
      this.#statements.get<[], SummaryRow>(`${SUMMARY} ORDER BY date IS NULL, date DESC, id`).all().map(this.#summary),
    )
  }

  document(id: DocumentId): SourceDocument | undefined {
    return this.#run(() => {
      const row = this.#row(id)
      return row && toDocument(row)
    })
  }

  extraction(id: DocumentId): Extraction | undefined {
    return this.#read(() => {
      const row = this.#statements.get<[string], SummaryRow>(`${SUMMARY} WHERE id = ?`).get(id)
      return row && readExtraction(rowsOf(this.#statements, [row.doc])(row.doc), row.notes)
    })
  }

  reading(id: DocumentId): StoredDocument | undefined {
    return this.#readings([id])[0]
  }

  *readings(): IterableIterator<StoredDocument> {
    const ids = [...this.revisions().keys()]
    for (let at = 0; at < ids.length; at += AT_ONCE) yield* this.#readings(ids.slice(at, at + AT_ONCE))
  }

  revisions(): ReadonlyMap<DocumentId, number> {
    return this.#run(
      () =>
        new Map(
          this.#statements
            .get<[], { id: DocumentId; revision: number }>('SELECT id, revision FROM documents ORDER BY id')
            .all()
            .map(({ id, revision }) => [id, revision]),
        ),
    )
  }

  copies(): ReadonlyMap<DocumentId, DocumentId> {
    return this.#run(() => this.#copiesNow())
  }

  search(query: string, limit: number): readonly TextHit[] {
    const expression = matchExpression(query)
    if (expression === undefined) return []
    return this.#run(() =>
      this.#statements
        .get<[{ query: string; limit: number }], SummaryRow & { snippet: string }>(SEARCH)
        .all({ query: expression, limit })
        .map((row) => ({ document: this.#summary(row), snippet: snippetParts(row.snippet) })),
    )
  }

  knows(document: SourceDocument, extractor: string): boolean {
    return this.#run(() => {
      const here = this.#row(document.id)
      return (
        here !== undefined &&
        this.#documentOf(document.origin) === here.doc &&
        (here.origin !== document.origin || sameMetadata(here, document)) &&
        here.extractor === extractor
      )
    })
  }

  outdated(extractor: string): readonly DocumentId[] {
    return this.#run(() =>
      this.#statements
        .get<[string, string], { id: DocumentId }>('SELECT id FROM documents WHERE extractor NOT IN (?, ?) ORDER BY id')
        .all(extractor, IMPORTER)
        .map(({ id }) => id),
    )
  }

  put(document: SourceDocument, extraction: Extraction, extractor: string): PutOutcome {
    return this.#write(() => {
      if (this.knows(document, extractor)) return { outcome: 'unchanged' }
      const replaced = this.#giveUpOrigin(document)
      const here = this.#row(document.id)
      if (here !== undefined && here.origin !== document.origin && here.extractor === extractor) {
        this.#statements.get('INSERT OR IGNORE INTO origins (origin, doc) VALUES (?, ?)').run(document.origin, here.doc)
        if (replaced === undefined) return { outcome: 'unchanged' }
        this.#changed()
        return { outcome: 'replaced', replaced }
      }
      const origins = here === undefined ? [] : this.#originsOf(here.doc)
      if (here !== undefined) this.#remove(here.doc)
      // The metadata stay those under which the text first came.
      const kept = here === undefined || here.origin === document.origin ? document : toDocument(here)
      writeDocument(this.#statements, kept, extraction, extractor, new Set([...origins, document.origin]))
      this.#changed()
      if (replaced !== undefined) return { outcome: 'replaced', replaced }
      return { outcome: here === undefined ? 'added' : 'reread' }
    })
  }

  drop(id: DocumentId): boolean {
    return this.#write(() => {
      const here = this.#row(id)
      if (here === undefined) return false
      this.#remove(here.doc)
      this.#changed()
      return true
    })
  }

  forget(id: DocumentId): boolean {
    const removed = this.#write(() => {
      const here = this.#row(id)
      if (here === undefined) return false
      const { text } = here
      const names = this.#ownNames(here.doc)
      this.#remove(here.doc)
      const entries = forget(
        readEntries(this.#statements),
        { id, text, names },
        (other) => this.#row(other) !== undefined,
      )
      for (const entry of entries) rewriteEntry(this.#statements, entry)
      this.#changed()
      return true
    })
    if (removed && !this.#run(() => emptyLog(this.#database)))
      throw new LibraryError(
        `The text is removed, but another program is reading ${this.path}, and its write-ahead log may still hold the text. End that program, then run: dragoman vacuum --library ${this.path}`,
      )
    return removed
  }

  find(idOrOrigin: string): DocumentId | undefined {
    return this.#run(() =>
      this.#value<DocumentId>(
        'SELECT id FROM documents WHERE id = ? UNION SELECT documents.id FROM origins JOIN documents USING (doc) WHERE origins.origin = ?',
        idOrOrigin,
        idOrOrigin,
      ),
    )
  }

  problems(): readonly string[] {
    return this.#run(() => findProblems(this.#database))
  }

  backup(path: string): void {
    copyTo(this.#database, path)
  }

  vacuum(): void {
    if (this.readonly) throw new LibraryError(`${this.path} was opened for reading only.`)
    this.#run(() => tidy(this.#database))
  }

  corrections(): readonly Entry[] {
    return this.#run(() => readEntries(this.#statements))
  }

  append(draft: Draft): Entry {
    return this.#write(() => {
      const entry = this.#append(draft)
      this.#changed()
      return entry
    })
  }

  appendAll(entries: readonly Entry[]): number {
    return this.#write(() => {
      const added = entries.filter((entry) => writeEntry(this.#statements, entry)).length
      if (added > 0) this.#changed()
      return added
    })
  }

  close(): void {
    this.#run(() => this.#database.close())
  }

  // ------------------------------------------------------------------------------------------------------------ inside

  #run<T>(work: () => T): T {
    return guarded(this.path, work)
  }

  /** One state of the file for several statements, whatever another process writes meanwhile. */
  #read<T>(work: () => T): T {
    return this.#run(() => this.#database.transaction(work).deferred())
  }

  /** One transaction, which takes the lock at once: two writers wait for each other instead of failing half-way. */
  #write<T>(work: () => T): T {
    if (this.readonly) throw new LibraryError(`${this.path} was opened for reading only.`)
    return this.#run(() => this.#database.transaction(work).immediate())
  }

  readonly #summary = (row: SummaryRow): GraphDocument => markCopy(toSummary(row), this.#copiesNow())

  /** Found anew when documents have changed, also by another process. */
  #copiesNow(): ReadonlyMap<DocumentId, DocumentId> {
    const version = this.version()
    if (this.#copies?.version === version) return this.#copies.of
    // Corrections change the version, but neither number nor revisions of the documents.
    const documents = this.#value<string>("SELECT count(*) || '-' || coalesce(max(revision), 0) FROM documents")!
    const of = this.#copies?.documents === documents ? this.#copies.of : readCopies(this.#statements)
    this.#copies = { version, documents, of }
    return of
  }

  /** Those of the documents that are there, from one state of the file. */
  #readings(ids: readonly DocumentId[]): StoredDocument[] {
    return this.#read(() => {
      const found = ids.flatMap(
        (id) => this.#statements.get<[string], SummaryRow>(`${SUMMARY} WHERE id = ?`).get(id) ?? [],
      )
      const rows = rowsOf(
        this.#statements,
        found.map(({ doc }) => doc),
      )
      return found.map((row) => ({
        document: this.#summary(row),
        extraction: readExtraction(rows(row.doc), row.notes),
      }))
    })
  }

  #value<T>(sql: string, ...values: unknown[]): T | undefined {
    return this.#statements
      .get(sql)
      .pluck()
      .get(...values) as T | undefined
  }

  #row(id: DocumentId): DocumentRow | undefined {
    return this.#statements
      .get<[string], DocumentRow>(`SELECT documents.*, ${PROVENANCE} FROM ${WITH_PROVENANCE} WHERE id = ?`)
      .get(id)
  }

  #documentOf(origin: string): number | undefined {
    return this.#value('SELECT doc FROM origins WHERE origin = ?', origin)
  }

  #originsOf(doc: number): string[] {
    return this.#statements
      .get<[number], { origin: string }>('SELECT origin FROM origins WHERE doc = ? ORDER BY origin')
      .all(doc)
      .map(({ origin }) => origin)
  }

  /** Names and aliases that no other document uses. */
  #ownNames(doc: number): string[] {
    const namesOf = (sql: string): Set<string> =>
      new Set(
        this.#statements
          .get<[number], { names: string }>(sql)
          .all(doc)
          .flatMap(({ names }) => names.split('\n')),
      )
    const others = namesOf('SELECT names FROM documents WHERE doc <> ?')
    return [...namesOf('SELECT names FROM documents WHERE doc = ?')].filter((name) => !others.has(name))
  }

  #remove(doc: number): void {
    this.#statements.get('DELETE FROM documents WHERE doc = ?').run(doc)
  }

  #append({ by, why, what }: Draft): Entry {
    const before = this.#value<EntryId>('SELECT id FROM corrections ORDER BY n DESC LIMIT 1')
    const said = { at: this.#now(), by, why, what }
    const entry = { id: entryId(JSON.stringify(said), before), ...said }
    writeEntry(this.#statements, entry)
    return entry
  }

  /** Corrections that were made in a text follow it into the one that replaces it. */
  #follow(before: { readonly id: DocumentId; readonly text: string }, after: SourceDocument): void {
    const what = relocation(readEntries(this.#statements), before, after)
    if (what !== undefined) this.#append({ by: 'dragoman', why: null, what })
  }

  /** Takes the origin from the other text that it brought before; that text's id when nothing else brings it. */
  #giveUpOrigin(document: SourceDocument): DocumentId | undefined {
    const { id, origin } = document
    const doc = this.#documentOf(origin)
    if (doc === undefined) return undefined
    const old = this.#value<DocumentId>('SELECT id FROM documents WHERE doc = ?', doc)!
    if (old === id) return undefined
    this.#statements.get('DELETE FROM origins WHERE origin = ?').run(origin)
    const [next] = this.#originsOf(doc)
    if (next !== undefined) {
      this.#statements.get('UPDATE documents SET origin = ? WHERE doc = ? AND origin = ?').run(next, doc, origin)
      return undefined
    }
    this.#follow(this.#row(old)!, document)
    this.#remove(doc)
    return old
  }

  #changed(): void {
    this.#statements.get('UPDATE library SET changes = changes + 1').run()
  }
}

const toSummary = ({ id, title, date, source, length, ...row }: SummaryRow): GraphDocument => ({
  id,
  title,
  date,
  source,
  characters: length,
  ...originOf(toProvenance(row) ?? {}),
})

const sameMetadata = (row: DocumentRow, document: SourceDocument): boolean =>
  row.title === document.title &&
  row.date === document.date &&
  row.source === document.source &&
  row.url === document.url &&
  row.body_start === document.body.start &&
  row.body_stop === document.body.end &&
  sameProvenance(row, document)
