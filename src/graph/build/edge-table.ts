/** Which statements are which edge, as documents come and go. */
import type { DocumentId, EdgeKey } from '../../model/ids.ts'
import { byText, listAt } from '../order.ts'
import type { ByteReader } from '../packed/bytes.ts'
import { ByteWriter } from '../packed/bytes.ts'
import { Records, RecordsWriter } from '../packed/records.ts'
import { withoutParts, writePart } from '../packed/segments.ts'
import type { Strings } from '../packed/strings.ts'
import { keyOfEdge } from './edges.ts'
import { readHead, readStatement, writeHead, writeStatement } from './statement-codec.ts'
import type { Statement } from './statements.ts'

export class EdgeTable {
  readonly #strings: Strings
  /** For each edge what its statements have in common, then a part for each statement of a document. */
  readonly records: Records<EdgeKey>
  /** Rows of the edges that the statements of a document are part of. */
  readonly #ofDocument: Map<DocumentId, Uint32Array>
  #byHand: ReadonlyMap<EdgeKey, readonly Statement[]> = new Map()
  readonly #empty = new Set<EdgeKey>()

  constructor(strings: Strings, records = new Records<EdgeKey>(), ofDocument = new Map<DocumentId, Uint32Array>()) {
    this.#strings = strings
    this.records = records
    this.#ofDocument = ofDocument
  }

  statementsOf(key: EdgeKey): readonly Statement[] {
    const reader = this.records.read(key)
    if (reader === undefined) return []
    const head = readHead(reader, this.#strings)
    const found: Statement[] = []
    while (!reader.done) found.push(readStatement(reader, this.#strings, head))
    return [...found, ...(this.#byHand.get(key) ?? [])]
  }

  /** What people have added to an edge. */
  addedTo(key: EdgeKey): readonly Statement[] {
    return this.#byHand.get(key) ?? []
  }

  /** @param documents what each states now; earlier statements are forgotten. @param touched takes note of edges that change */
  put(documents: ReadonlyMap<DocumentId, readonly Statement[]>, touched: Set<EdgeKey>): void {
    const gone = new Map<EdgeKey, Set<number>>()
    const added = new Map<EdgeKey, [number, Statement][]>()
    const stated = new Map<DocumentId, ReadonlySet<EdgeKey>>()
    for (const [document, statements] of documents) {
      const number = this.#strings.numberOf(document)
      for (const key of this.#keysOf(document)) gone.set(key, (gone.get(key) ?? new Set()).add(number))
      const keys = new Set<EdgeKey>()
      for (const statement of statements) {
        const key = keyOfEdge(statement)
        keys.add(key)
        listAt(added, key).push([number, statement])
      }
      stated.set(document, keys)
    }
    for (const key of new Set([...gone.keys(), ...added.keys()])) {
      this.#change(key, gone.get(key) ?? new Set(), added.get(key) ?? [])
      touched.add(key)
    }
    for (const [document, keys] of stated)
      if (keys.size > 0)
        this.#ofDocument.set(
          document,
          Uint32Array.from(keys, (key) => this.records.rowOf(key)!),
        )
      else this.#ofDocument.delete(document)
  }

  /** @param statements all that people have added */
  putByHand(statements: readonly Statement[], touched: Set<EdgeKey>): void {
    const now = new Map<EdgeKey, Statement[]>()
    for (const statement of statements) listAt(now, keyOfEdge(statement)).push(statement)
    const before = this.#byHand
    this.#byHand = now
    for (const key of new Set([...before.keys(), ...now.keys()])) {
      const [first] = now.get(key) ?? before.get(key)!
      this.#change(key, new Set(), [], first)
      touched.add(key)
    }
  }

  /** Edges with an end at one of these nodes. */
  *at(nodes: ReadonlySet<string>): Iterable<EdgeKey> {
    if (nodes.size === 0) return
    for (const key of this.records.keys()) {
      const { source, target } = readHead(this.records.read(key)!, this.#strings)
      if (nodes.has(source) || nodes.has(target)) yield key
    }
  }

  /** Edges that the statements of a document are part of. */
  edgesOf(document: DocumentId): readonly EdgeKey[] {
    return this.#keysOf(document).sort(byText)
  }

  #keysOf(document: DocumentId): EdgeKey[] {
    return Array.from(this.#ofDocument.get(document) ?? []).flatMap((row) => this.records.keyAt(row) ?? [])
  }

  /** @param like a statement of this edge, where documents make none */
  #change(
    key: EdgeKey,
    gone: ReadonlySet<number>,
    added: readonly (readonly [number, Statement])[],
    like?: Statement,
  ): void {
    const head = added[0]?.[1] ?? like
    const before = this.records.bytesOf(key)
    const writer = new ByteWriter(256)
    let start = 0
    if (before !== undefined) {
      const reader = this.records.read(key)!
      const offset = reader.position
      readHead(reader, this.#strings)
      start = reader.position - offset
      writer.bytes(withoutParts(before, start, gone).view())
    } else if (head !== undefined) {
      writeHead(writer, this.#strings, head)
      start = writer.length
    }
    for (const [document, statement] of added)
      writePart(writer, document, (part) => writeStatement(part, this.#strings, statement))
    this.records.set(key, writer.view())
    if (writer.length === start && !this.#byHand.has(key)) this.#empty.add(key)
    else this.#empty.delete(key)
  }

  /** Lets go of edges of which nobody says anything any more, when they have been taken off the graph. */
  sweep(): void {
    for (const key of this.#empty) this.records.delete(key)
    this.#empty.clear()
  }

  // ------------------------------------------------------------------------------------------------------- to and from bytes

  /** @returns the keys, in the order in which `read` will have them */
  write(to: ByteWriter, strings: Strings): readonly EdgeKey[] {
    const keys = [...this.records.keys()].sort(byText)
    const writer = new RecordsWriter<EdgeKey>()
    const rows = new Uint32Array(this.records.rows)
    for (const key of keys) {
      const reader = this.records.read(key)!
      const record = new ByteWriter(256)
      const head = readHead(reader, this.#strings)
      writeHead(record, strings, head)
      while (!reader.done) {
        const statement = readStatement(reader, this.#strings, head)
        const [{ document }] = statement.evidence as unknown as [{ document: DocumentId }]
        writePart(record, strings.numberOf(document), (part) => writeStatement(part, strings, statement))
      }
      rows[this.records.rowOf(key)!] = writer.add(key, record.view())
    }
    writer.write(to)
    to.number(this.#ofDocument.size)
    for (const [document, edges] of this.#ofDocument) {
      to.number(strings.numberOf(document)).number(edges.length)
      for (const row of edges) to.number(rows[row]!)
    }
    return keys
  }

  static read(from: ByteReader, strings: Strings): EdgeTable {
    const records = Records.read<EdgeKey>(from)
    const ofDocument = new Map<DocumentId, Uint32Array>()
    for (let rest = from.number(); rest > 0; rest--) {
      const document = strings.textOf(from.number()) as DocumentId
      const edges = new Uint32Array(from.number())
      for (let i = 0; i < edges.length; i++) edges[i] = from.number()
      ofDocument.set(document, edges)
    }
    return new EdgeTable(strings, records, ofDocument)
  }
}
