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
import type { StoredDocument } from '../graph/knowledge-graph.ts'
import type { Draft, Entry } from '../model/corrections.ts'
import type { SourceDocument } from '../model/document.ts'
import { LibraryError } from '../model/errors.ts'
import type { Extraction } from '../model/facts.ts'
import type { GraphDocument } from '../model/graph.ts'
import type { DocumentId, EntryId } from '../model/ids.ts'
import { entryId } from '../model/ids.ts'
import { Copies } from './copies.ts'
import type { DocumentRow, SummaryRow } from './document-rows.ts'
import { FACTS, SUMMARY, sameMetadata, toDocument, toSummary } from './document-rows.ts'
import { unpackFacts } from './facts.ts'
import { guarded } from './failures.ts'
import { matchExpression, SEARCH, snippetParts } from './full-text.ts'
import { dropGraph, readGraph, writeGraph } from './graph-row.ts'
import { IMPORTER, type Library, type LibraryStats, type PutOutcome, type TextHit } from './library.ts'
import { readEntries, rewriteEntry, writeEntry } from './log-rows.ts'
import { documentOf, giveUpOrigin, originsOf, ownNames } from './origins.ts'
import { PROVENANCE, WITH_PROVENANCE } from './provenance.ts'
import { Statements } from './statements.ts'
import { copyTo, emptyLog, findProblems, tidy } from './upkeep.ts'
import { writeDocument } from './write-rows.ts'

/** So many documents are read by each statement: more would save little and hold much in memory. */
const AT_ONCE = 100

/** Made by `openLibrary`, which has checked the file. */
export class SqliteLibrary implements Library {
  readonly path: string
  readonly readonly: boolean
  readonly #database: Database
  readonly #statements: Statements
  readonly #copies: Copies
  readonly #now: () => string

  /** @param now the time as an ISO 8601 instant */
  constructor(database: Database, path: string, now: () => string) {
    this.path = path
    this.#now = now
    this.readonly = database.readonly
    this.#database = database
    this.#statements = new Statements(database)
    this.#copies = new Copies(this.#statements)
  }

  version(): string {
    return this.#run(() => this.#value<string>("SELECT id || '-' || changes FROM library")!)
  }

  stats(): LibraryStats {
    return this.#run(() => ({
      documents: this.#value<number>('SELECT count(*) FROM documents')!,
      characters: this.#value<number>('SELECT coalesce(sum(length), 0) FROM documents')!,
      sentences: this.#value<number>('SELECT coalesce(sum(sentences), 0) FROM facts')!,
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

  text(id: DocumentId): string | undefined {
    return this.#run(() => this.#value<string>('SELECT text FROM documents WHERE id = ?', id))
  }

  extraction(id: DocumentId): Extraction | undefined {
    return this.#run(() => {
      const packed = this.#value<Buffer>('SELECT packed FROM facts JOIN documents USING (doc) WHERE id = ?', id)
      return packed && unpackFacts(packed)
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
            .get<[], { id: DocumentId; revision: number }>(
              'SELECT id, revision FROM documents INDEXED BY documents_by_revision ORDER BY id',
            )
            .all()
            .map(({ id, revision }) => [id, revision]),
        ),
    )
  }

  copies(): ReadonlyMap<DocumentId, DocumentId> {
    return this.#run(() => this.#copies.at(this.version()))
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
        documentOf(this.#statements, document.origin) === here.doc &&
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
      const replaced = this.#replace(document)
      const here = this.#row(document.id)
      if (here !== undefined && here.origin !== document.origin && here.extractor === extractor) {
        this.#statements.get('INSERT OR IGNORE INTO origins (origin, doc) VALUES (?, ?)').run(document.origin, here.doc)
        if (replaced === undefined) return { outcome: 'unchanged' }
        this.#changed()
        return { outcome: 'replaced', replaced }
      }
      const origins = here === undefined ? [] : originsOf(this.#statements, here.doc)
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
      const names = ownNames(this.#statements, here.doc)
      this.#remove(here.doc)
      const entries = forget(
        readEntries(this.#statements),
        { id, text, names },
        (other) => this.#row(other) !== undefined,
      )
      for (const entry of entries) rewriteEntry(this.#statements, entry)
      // It holds words of all texts.
      dropGraph(this.#statements)
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

  graph(stamp: string): Uint8Array | undefined {
    return this.#run(() => readGraph(this.#statements, stamp))
  }

  keepsGraph(stamp: string): boolean {
    return this.#run(() => this.#value<string>('SELECT stamp FROM graph') === stamp)
  }

  keepGraph(bytes: Uint8Array, stamp: string, version: string): boolean {
    const kept = this.#write(() => {
      if (this.version() !== version) return false
      writeGraph(this.#statements, stamp, bytes)
      return true
    })
    if (kept) this.#run(() => emptyLog(this.#database))
    return kept
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

  readonly #summary = (row: SummaryRow): GraphDocument => markCopy(toSummary(row), this.#copies.at(this.version()))

  /** Those of the documents that are there, from one state of the file. */
  #readings(ids: readonly DocumentId[]): StoredDocument[] {
    return this.#read(() => {
      const statement = this.#statements.get<[string], SummaryRow & { packed: Buffer }>(
        `${FACTS} WHERE documents.id = ?`,
      )
      return ids.flatMap((id) => {
        const row = statement.get(id)
        return row === undefined ? [] : [{ document: this.#summary(row), extraction: unpackFacts(row.packed) }]
      })
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

  /** @returns the text that this one replaces, which is removed */
  #replace(document: SourceDocument): DocumentId | undefined {
    const old = giveUpOrigin(this.#statements, document)
    if (old === undefined) return undefined
    this.#follow(this.#row(old.id)!, document)
    this.#remove(old.doc)
    return old.id
  }

  #changed(): void {
    this.#statements.get('UPDATE library SET changes = changes + 1').run()
  }
}
