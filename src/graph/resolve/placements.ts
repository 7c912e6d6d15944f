/** Where the entities of documents went, and the links that wait for a person to judge, as bytes and back. */
import type { LocalId, NodeKey } from '../../model/ids.ts'
import type { ByteReader, ByteWriter } from '../packed/bytes.ts'
import type { Codec } from '../packed/packed-map.ts'
import { readList, writeList } from '../packed/parts.ts'
import type { Strings } from '../packed/strings.ts'
import type { Link } from './joiner.ts'

export interface Placement {
  readonly ids: readonly LocalId[]
  /** Unit of each; '' where a person has told it apart. */
  readonly units: readonly string[]
  /** Key of each that a person has told apart. */
  readonly pins: ReadonlyMap<LocalId, NodeKey>
  /** Normal names of all whom the document names, where it names people. */
  readonly company: readonly string[]
}

export const NO_PINS: ReadonlyMap<LocalId, NodeKey> = new Map()

export const PLACEMENT: Codec<Placement> = {
  write: (to, strings, { ids, units, pins, company }) => {
    for (const texts of [ids, units, [...pins].flat(), company]) writeList(to, strings, texts)
  },
  read: (from, strings) => {
    const texts = <T extends string>(): T[] => readList<T>(from, strings)
    const [ids, units, pins, company] = [texts<LocalId>(), texts(), texts(), texts()]
    const pairs = Array.from(
      { length: pins.length / 2 },
      (_, i) => [pins[2 * i] as LocalId, pins[2 * i + 1] as NodeKey] as const,
    )
    return { ids, units, pins: pairs.length > 0 ? new Map(pairs) : NO_PINS, company }
  },
}

export function writeOpen(to: ByteWriter, strings: Strings, open: ReadonlyMap<NodeKey, readonly Link[]>): void {
  to.number(open.size)
  for (const [key, links] of open) to.number(strings.numberOf(key)).number(strings.numberOf(JSON.stringify(links)))
}

export function* readOpen(from: ByteReader, strings: Strings): Generator<readonly [NodeKey, readonly Link[]]> {
  for (let rest = from.number(); rest > 0; rest--) {
    const key = strings.textOf(from.number()) as NodeKey
    yield [key, JSON.parse(strings.textOf(from.number())) as readonly Link[]]
  }
}
