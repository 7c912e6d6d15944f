/** The nodes of a packed graph. */
import type { GraphEvidence, NodeAttributes } from '../../model/graph.ts'
import type { NodeKey } from '../../model/ids.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import { readEvidence, writeEvidence } from './evidence-codec.ts'
import { lazily, type Unpack } from './lazily.ts'
import { Records, RecordsWriter } from './records.ts'
import type { Strings } from './strings.ts'

/** Where evidence stands among the attributes, while it lies packed elsewhere. */
const ELSEWHERE: readonly GraphEvidence[] = []
/** So many are read at once, when one of them is asked for. */
const BLOCK = 64

export class NodeRows {
  readonly #strings: Strings
  /** Packed evidence of each. */
  readonly #records: Records<NodeKey>
  readonly #unpackEvidence: Unpack
  readonly #heads: (NodeAttributes | undefined)[]
  /** Those that were read, as long as nobody has asked for them. */
  readonly #packed: (Uint8Array | undefined)[]

  constructor(strings: Strings, records = new Records<NodeKey>(), packed: Uint8Array[] = []) {
    this.#strings = strings
    this.#records = records
    this.#packed = packed
    this.#heads = new Array(records.rows)
    this.#unpackEvidence = ({ buffer, start, end }) => readEvidence(new ByteReader(buffer, start, end), strings)
  }

  indexInTurns(): Generator<void, void, void> {
    return this.#records.indexInTurns()
  }

  get count(): number {
    return this.#records.count
  }

  /** More than the rows that were ever given. */
  get rows(): number {
    return this.#records.rows
  }

  keys(): IterableIterator<NodeKey> {
    return this.#records.keys()
  }

  rowOf(key: NodeKey): number | undefined {
    return this.#records.rowOf(key)
  }

  keyAt(row: number): NodeKey {
    return this.#records.keyAt(row)!
  }

  attributes(row: number): NodeAttributes {
    const place = this.#records.placeOf(row)
    return lazily(this.#head(row), place, this.#unpackEvidence)
  }

  /** The same, with the evidence in it. */
  unpacked(row: number): NodeAttributes {
    return { ...this.#head(row), evidence: this.#unpackEvidence(this.#records.placeOf(row)) }
  }

  attribute<N extends keyof NodeAttributes>(row: number, name: N): NodeAttributes[N] {
    return name === 'evidence' ? this.attributes(row)[name] : this.#head(row)[name]
  }

  put(key: NodeKey, { ...attributes }: NodeAttributes): void {
    const writer = new ByteWriter(64)
    writeEvidence(writer, this.#strings, attributes.evidence)
    const row = this.#records.set(key, writer.view())
    this.#unpack(row)
    this.#heads[row] = { ...attributes, evidence: ELSEWHERE }
  }

  drop(key: NodeKey): void {
    const row = this.#records.rowOf(key)
    if (row === undefined) return
    this.#records.delete(key)
    this.#unpack(row)
    this.#heads[row] = undefined
  }

  #head(row: number): NodeAttributes {
    this.#unpack(row)
    return this.#heads[row]!
  }

  /** Each block once: what has been changed in it since stays. */
  #unpack(row: number): void {
    const block = Math.floor(row / BLOCK)
    const bytes = this.#packed[block]
    if (bytes === undefined) return
    this.#packed[block] = undefined
    const heads = JSON.parse(DECODER.decode(bytes)) as NodeAttributes[]
    for (const [i, head] of heads.entries()) this.#heads[block * BLOCK + i] = { ...head, evidence: ELSEWHERE }
  }

  /** @returns the row of each as `read` will give it */
  write(to: ByteWriter, strings: Strings, keys: readonly NodeKey[]): ReadonlyMap<number, number> {
    const rows = new Map<number, number>()
    const writer = new RecordsWriter<NodeKey>()
    for (const key of keys) {
      const evidence = new ByteWriter(64)
      writeEvidence(evidence, strings, readEvidence(this.#records.read(key)!, this.#strings))
      rows.set(this.#records.rowOf(key)!, writer.add(key, evidence.view()))
    }
    writer.write(to)
    const encoder = new TextEncoder()
    for (let at = 0; at < keys.length; at += BLOCK) {
      const heads = keys.slice(at, at + BLOCK).map((key) => this.#head(this.#records.rowOf(key)!))
      const block = encoder.encode(JSON.stringify(heads))
      to.number(block.length).bytes(block)
    }
    return rows
  }

  static read(from: ByteReader, strings: Strings): NodeRows {
    const records = Records.read<NodeKey>(from)
    const blocks = Array.from({ length: Math.ceil(records.rows / BLOCK) }, () => from.bytes(from.number()))
    return new NodeRows(strings, records, blocks)
  }
}

const DECODER = new TextDecoder()
