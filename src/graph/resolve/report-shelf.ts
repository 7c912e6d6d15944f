/** All reports of a library, packed: each is looked at only when something that it may be linked with changes. */
import type { NodeKey } from '../../model/ids.ts'
import type { ByteReader } from '../packed/bytes.ts'
import { ByteWriter } from '../packed/bytes.ts'
import { KeyIndex } from '../packed/key-index.ts'
import { Records, RecordsWriter } from '../packed/records.ts'
import type { Strings } from '../packed/strings.ts'
import type { ReportItem } from './event-links.ts'
import { dayNumber, reportKeys } from './event-links.ts'
import { keyNumber } from './joiner.ts'
import { readReport, writeReport } from './report-codec.ts'

export class ReportShelf {
  readonly #strings: Strings
  readonly #records: Records<NodeKey>
  readonly #keys: KeyIndex
  readonly #opened = new Map<string, ReportItem>()
  /** Most reports are linked with no other. */
  readonly #components = new Map<number, readonly number[]>()

  constructor(strings: Strings, records = new Records<NodeKey>(), keys = new KeyIndex()) {
    this.#strings = strings
    this.#records = records
    this.#keys = keys
  }

  has(id: NodeKey): boolean {
    return this.#records.has(id)
  }

  get = (id: string): ReportItem | undefined => {
    const known = this.#opened.get(id)
    if (known !== undefined) return known
    const reader = this.#records.read(id as NodeKey)
    if (reader === undefined) return undefined
    const item = readReport(id as NodeKey, reader, this.#strings, dayNumber)
    this.#opened.set(id, item)
    return item
  }

  near = (item: ReportItem): string[] =>
    reportKeys(item).flatMap((key) => this.#keys.at(keyNumber(key)).flatMap((row) => this.#records.keyAt(row) ?? []))

  linkedWith = (id: string): readonly string[] => {
    const row = this.#records.rowOf(id as NodeKey)
    const linked = row === undefined ? undefined : this.#components.get(row)
    return linked?.flatMap((other) => this.#records.keyAt(other) ?? []) ?? [id]
  }

  /** @param ids of reports that are there */
  connect(ids: readonly string[]): void {
    this.#connectRows(ids.map((id) => this.#records.rowOf(id as NodeKey)!))
  }

  #connectRows(rows: readonly number[]): void {
    for (const row of rows)
      if (rows.length > 1) this.#components.set(row, rows)
      else this.#components.delete(row)
  }

  set(item: ReportItem): void {
    this.#dropKeys(item.id)
    const writer = new ByteWriter(256)
    writeReport(writer, this.#strings, item)
    const row = this.#records.set(item.id, writer.view())
    for (const key of numbersOf(item)) this.#keys.add(key, row)
    this.#opened.set(item.id, item)
  }

  delete(id: NodeKey): void {
    const row = this.#records.rowOf(id)
    this.#dropKeys(id)
    this.#records.delete(id)
    if (row !== undefined) this.#components.delete(row)
    this.#opened.delete(id)
  }

  /** Lets go of what a change has looked at. */
  close(): void {
    this.#opened.clear()
  }

  #dropKeys(id: NodeKey): void {
    const row = this.#records.rowOf(id)
    this.#opened.delete(id)
    const before = this.get(id)
    if (row !== undefined && before !== undefined) for (const key of numbersOf(before)) this.#keys.delete(key, row)
  }

  write(to: ByteWriter, strings: Strings): void {
    const rows = new Map<number, number>()
    const writer = new RecordsWriter<NodeKey>()
    for (const id of this.#records.keys()) {
      const record = new ByteWriter(256)
      writeReport(record, strings, readReport(id, this.#records.read(id)!, this.#strings, dayNumber))
      rows.set(this.#records.rowOf(id)!, writer.add(id, record.view()))
    }
    writer.write(to)
    this.#keys.write(to, (row) => rows.get(row))
    const components = new Set(this.#components.values())
    to.number(components.size)
    for (const component of components) {
      const there = component.flatMap((row) => rows.get(row) ?? [])
      to.number(there.length)
      for (const row of there) to.number(row)
    }
  }

  static read(from: ByteReader, strings: Strings): ReportShelf {
    const shelf = new ReportShelf(strings, Records.read<NodeKey>(from), KeyIndex.read(from))
    for (let rest = from.number(); rest > 0; rest--)
      shelf.#connectRows(Array.from({ length: from.number() }, () => from.number()))
    return shelf
  }
}

const numbersOf = (item: ReportItem): ReadonlySet<number> => new Set(reportKeys(item).map(keyNumber))
