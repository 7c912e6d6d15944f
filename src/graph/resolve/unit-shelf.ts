/** All units of a library, packed: each is looked at only when something that it may be linked with changes. */
import type { DocumentId, NodeKey } from '../../model/ids.ts'
import type { ByteReader } from '../packed/bytes.ts'
import { ByteWriter } from '../packed/bytes.ts'
import { Column } from '../packed/column.ts'
import { KeyIndex } from '../packed/key-index.ts'
import { Records, RecordsWriter } from '../packed/records.ts'
import { withoutParts, writePart } from '../packed/segments.ts'
import type { Strings } from '../packed/strings.ts'
import { Components } from './components.ts'
import { keyNumber } from './joiner.ts'
import { readDocumentOf, readMember, writeNamed } from './member-codec.ts'
import { profileIn } from './profile.ts'
import { unitKeys } from './unit-links.ts'
import type { Member, Placed, Unit } from './units.ts'
import { unitOf } from './units.ts'

export class UnitShelf {
  readonly #strings: Strings
  readonly #records: Records<string>
  readonly #keys: KeyIndex
  /** Names of all whom a document names, where it names people. */
  readonly #company: (document: DocumentId) => readonly string[]
  /** Those that a change has looked at. */
  readonly #opened = new Map<string, Unit>()
  readonly #components: Components<string>
  /** By row: one more than the number of a key, or 0. */
  readonly #bases: Column

  constructor(
    strings: Strings,
    company: (document: DocumentId) => readonly string[],
    records = new Records<string>(),
    keys = new KeyIndex(),
    bases = new Column(),
    components = new Components(records),
  ) {
    this.#strings = strings
    this.#company = company
    this.#records = records
    this.#keys = keys
    this.#bases = bases
    this.#components = components
  }

  has(id: string): boolean {
    return this.#records.has(id)
  }

  ids(): IterableIterator<string> {
    return this.#records.keys()
  }

  get = (id: string): Unit | undefined => {
    const known = this.#opened.get(id)
    if (known !== undefined) return known
    const members = this.membersOf(id)
    if (members.length === 0) return undefined
    const unit = unitOf(id, members)
    this.#opened.set(id, unit)
    return unit
  }

  membersOf(id: string): Placed[] {
    const reader = this.#records.read(id)
    const members: Placed[] = []
    while (reader !== undefined && !reader.done) members.push(this.#placed(id, readMember(reader, this.#strings)))
    return members
  }

  #placed(unit: string, member: Member): Placed {
    const { document, entity } = member
    const profile = profileIn(unit, entity, () => this.#company(document))
    return { ...member, id: `${document}/${entity.id}`, unit, profile }
  }

  /** In the order in which they came. */
  *documentsOf(id: string): Generator<DocumentId> {
    const reader = this.#records.read(id)
    while (reader !== undefined && !reader.done) yield readDocumentOf(reader, this.#strings)
  }

  near = (unit: Unit): string[] =>
    unitKeys(unit).flatMap((key) => this.#keys.at(keyNumber(key)).flatMap((row) => this.#records.keyAt(row) ?? []))

  linkedWith = (id: string): readonly string[] => this.#components.at(id)

  /** @param ids of units that are there */
  connect(ids: readonly string[]): void {
    this.#components.connect(ids)
  }

  baseOf(id: string): NodeKey | undefined {
    const row = this.#records.rowOf(id)
    const base = row === undefined ? 0 : this.#bases.get(row)
    return base === 0 ? undefined : (this.#strings.textOf(base - 1) as NodeKey)
  }

  setBase(id: string, base: NodeKey): void {
    this.#bases.set(this.#records.rowOf(id)!, this.#strings.numberOf(base) + 1)
  }

  /** @param gone documents whose mentions are taken out @param added mentions that come in */
  change(id: string, gone: ReadonlySet<DocumentId>, added: readonly Member[]): void {
    const before = this.get(id)
    const bytes = this.#records.bytesOf(id)
    const row = this.#records.rowOf(id)
    if (before !== undefined && row !== undefined) for (const key of keyNumbers(before)) this.#keys.delete(key, row)
    const numbers = new Set([...gone].map((document) => this.#strings.numberOf(document)))
    const writer = bytes === undefined ? new ByteWriter(256) : withoutParts(bytes, 0, numbers)
    for (const { document, entity } of added)
      writePart(writer, this.#strings.numberOf(document), (to) => writeNamed(to, this.#strings, entity))
    this.#opened.delete(id)
    if (writer.length === 0) {
      this.#records.delete(id)
      if (row !== undefined) {
        this.#components.delete(row)
        this.#bases.set(row, 0)
      }
      return
    }
    const now = this.#records.set(id, writer.view())
    const stay = before?.members.filter(({ document }) => !gone.has(document)) ?? []
    const unit = unitOf(id, [...stay, ...added.map((member) => this.#placed(id, member))])
    this.#opened.set(id, unit)
    for (const key of keyNumbers(unit)) this.#keys.add(key, now)
  }

  /** Lets go of what a change has looked at. */
  close(): void {
    this.#opened.clear()
  }

  // ------------------------------------------------------------------------------------------------------- to and from bytes

  /** Written with strings of its own, so that no word is kept that no document uses any more. */
  write(to: ByteWriter, strings: Strings): void {
    const rows = new Map<number, number>()
    const writer = new RecordsWriter<string>()
    const bases = new ByteWriter(1024)
    for (const id of this.#records.keys()) {
      const record = new ByteWriter(256)
      const reader = this.#records.read(id)!
      while (!reader.done) {
        const { document, entity } = readMember(reader, this.#strings)
        writePart(record, strings.numberOf(document), (part) => writeNamed(part, strings, entity))
      }
      rows.set(this.#records.rowOf(id)!, writer.add(id, record.view()))
      const base = this.baseOf(id)
      bases.number(base === undefined ? 0 : strings.numberOf(base) + 1)
    }
    writer.write(to)
    to.bytes(bases.view())
    this.#keys.write(to, (row) => rows.get(row))
    this.#components.write(to, rows)
  }

  static read(from: ByteReader, strings: Strings, company: (document: DocumentId) => readonly string[]): UnitShelf {
    const records = Records.read<string>(from)
    const bases = new Column(Uint32Array.from({ length: records.rows }, () => from.number()))
    return new UnitShelf(strings, company, records, KeyIndex.read(from), bases, new Components(records, from))
  }
}

const keyNumbers = (unit: Unit): ReadonlySet<number> => new Set(unitKeys(unit).map(keyNumber))
