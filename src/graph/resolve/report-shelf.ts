/** All reports of a library, packed: each is looked at only when something that it may be linked with changes. */
import type { NodeKey } from '../../model/ids.ts'
import type { ByteReader } from '../packed/bytes.ts'
import { ByteWriter } from '../packed/bytes.ts'
import { KeyIndex } from '../packed/key-index.ts'
import { Records, RecordsWriter } from '../packed/records.ts'
import type { Strings } from '../packed/strings.ts'
import { Components } from './components.ts'
import type { ReportItem } from './event-links.ts'
import { dayNumber, reportKeys } from './event-links.ts'
import { keyNumber } from './joiner.ts'
import { readReport, writeReport } from './report-codec.ts'

export class ReportShelf {
  readonly #strings: Strings
  readonly #records: Records<NodeKey>
  readonly #keys: KeyIndex
  readonly #opened = new Map<string, ReportItem>()
  readonly #components: Components<NodeKey>

  constructor(
    strings: Strings,
    records = new Records<NodeKey>(),
    keys = new KeyIndex(),
    components = new Components(records),
  ) {
    this.#strings = strings
    this.#records = records
    this.#keys = keys
    this.#components = components
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

  linkedWith = (id: string): readonly string[] => this.#components.at(id as NodeKey)

  /** @param ids of reports that are there */
  connect(ids: readonly string[]): void {
    this.#components.connect(ids as readonly NodeKey[])
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
    this.#components.write(to, rows)
  }

  static read(from: ByteReader, strings: Strings): ReportShelf {
    const records = Records.read<NodeKey>(from)
    return new ReportShelf(strings, records, KeyIndex.read(from), new Components(records, from))
  }
}

const numbersOf = (item: ReportItem): ReadonlySet<number> => new Set(reportKeys(item).map(keyNumber))
