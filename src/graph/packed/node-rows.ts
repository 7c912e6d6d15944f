/** The nodes of a packed graph. */
import type { GraphEvidence, NodeAttributes } from '../../model/graph.ts'
import type { NodeKey } from '../../model/ids.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import { readEvidence, writeEvidence } from './evidence-codec.ts'
import { lazily, type Unpack } from './lazily.ts'
import { Records } from './records.ts'
import type { Strings } from './strings.ts'

/** Where evidence stands among the attributes, while it lies packed elsewhere. */
const ELSEWHERE: readonly GraphEvidence[] = []
/** So many are read at once: one text for all would be too long for a string. */
const BLOCK = 1000

export class NodeRows {
  readonly #strings: Strings
  /** Packed evidence of each. */
  readonly #records: Records<NodeKey>
  readonly #unpack: Unpack
  readonly #heads: (NodeAttributes | undefined)[] = []

  constructor(strings: Strings, records = new Records<NodeKey>()) {
    this.#strings = strings
    this.#records = records
    this.#unpack = ({ buffer, start, end }) => readEvidence(new ByteReader(buffer, start, end), strings)
  }

  get count(): number {
    return this.#records.count
  }

  /** More than the rows that were ever given. */
  get rows(): number {
    return this.#heads.length
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
    return lazily(this.#heads[row]!, place, this.#unpack)
  }

  attribute<N extends keyof NodeAttributes>(row: number, name: N): NodeAttributes[N] {
    return name === 'evidence' ? this.attributes(row)[name] : this.#heads[row]![name]
  }

  put(key: NodeKey, { ...attributes }: NodeAttributes): void {
    const writer = new ByteWriter(64)
    writeEvidence(writer, this.#strings, attributes.evidence)
    const row = this.#records.set(key, writer.view())
    this.#heads[row] = { ...attributes, evidence: ELSEWHERE }
  }

  drop(key: NodeKey): void {
    const row = this.#records.rowOf(key)
    if (row === undefined) return
    this.#records.delete(key)
    this.#heads[row] = undefined
  }

  /** @returns the row of each as `read` will give it */
  write(to: ByteWriter, strings: Strings, keys: readonly NodeKey[]): ReadonlyMap<number, number> {
    const rows = new Map<number, number>()
    to.number(keys.length)
    for (const key of keys) {
      const row = this.#records.rowOf(key)!
      rows.set(row, rows.size)
      const evidence = new ByteWriter(64)
      writeEvidence(evidence, strings, readEvidence(this.#records.read(key)!, this.#strings))
      to.number(strings.numberOf(key)).number(evidence.length).bytes(evidence.view())
    }
    const encoder = new TextEncoder()
    for (let at = 0; at < keys.length; at += BLOCK) {
      const heads = keys.slice(at, at + BLOCK).map((key) => this.#heads[this.#records.rowOf(key)!]!)
      const block = encoder.encode(JSON.stringify(heads))
      to.number(block.length).bytes(block)
    }
    return rows
  }

  static read(from: ByteReader, strings: Strings): NodeRows {
    const records = new Records<NodeKey>(1 << 20)
    const count = from.number()
    for (let i = 0; i < count; i++) {
      const key = strings.textOf(from.number()) as NodeKey
      records.set(key, from.bytes(from.number()))
    }
    const nodes = new NodeRows(strings, records)
    const decoder = new TextDecoder()
    for (let at = 0; at < count; at += BLOCK) {
      const heads = JSON.parse(decoder.decode(from.bytes(from.number()))) as NodeAttributes[]
      for (const head of heads) nodes.#heads.push({ ...head, evidence: ELSEWHERE })
    }
    return nodes
  }
}
