/** Where the entities of documents went, and the links that wait for a person to judge, as bytes and back. */
import type { DocumentId, LocalId, NodeKey } from '../../model/ids.ts'
import type { ByteReader, ByteWriter } from '../packed/bytes.ts'
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

export function writePlacements(
  to: ByteWriter,
  strings: Strings,
  placements: ReadonlyMap<DocumentId, Placement>,
): void {
  const texts = (values: readonly string[]): void => {
    to.number(values.length)
    for (const value of values) to.number(strings.numberOf(value))
  }
  to.number(placements.size)
  for (const [document, { ids, units, pins, company }] of placements) {
    to.number(strings.numberOf(document))
    texts(ids)
    texts(units)
    texts([...pins].flat())
    texts(company)
  }
}

export function readPlacements(from: ByteReader, strings: Strings): Map<DocumentId, Placement> {
  const texts = <T extends string>(): T[] => {
    const values: T[] = new Array(from.number())
    for (let i = 0; i < values.length; i++) values[i] = strings.textOf(from.number()) as T
    return values
  }
  const placements = new Map<DocumentId, Placement>()
  for (let rest = from.number(); rest > 0; rest--) {
    const document = strings.textOf(from.number()) as DocumentId
    const [ids, units, pins, company] = [texts<LocalId>(), texts(), texts(), texts()]
    const pairs = Array.from(
      { length: pins.length / 2 },
      (_, i) => [pins[2 * i] as LocalId, pins[2 * i + 1] as NodeKey] as const,
    )
    placements.set(document, { ids, units, pins: pairs.length > 0 ? new Map(pairs) : NO_PINS, company })
  }
  return placements
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
