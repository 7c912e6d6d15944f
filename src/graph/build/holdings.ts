/** All that is known of a library's graph, packed: to be written into the library, and read again without working it out anew. */
import type { CivilDate } from '../../model/date.ts'
import type { DocumentId, LocalId, NodeKey } from '../../model/ids.ts'
import { byText } from '../order.ts'
import { ByteReader, ByteWriter } from '../packed/bytes.ts'
import { EdgeRows } from '../packed/edge-rows.ts'
import { NodeRows } from '../packed/node-rows.ts'
import { PackedGraph } from '../packed/packed-graph.ts'
import type { Codec } from '../packed/packed-map.ts'
import { PackedMap } from '../packed/packed-map.ts'
import { readList, writeList } from '../packed/parts.ts'
import { Strings } from '../packed/strings.ts'
import { EntityResolver } from '../resolve/entity-resolver.ts'
import { EventResolver } from '../resolve/event-resolver.ts'
import type { Imprint } from './canvas.ts'
import { EdgeTable } from './edge-table.ts'
import { evidenceIn } from './statement-codec.ts'

export interface Holdings {
  readonly strings: Strings
  readonly entities: EntityResolver
  readonly events: EventResolver
  /** Key of the report that each event of a document is. */
  readonly reports: PackedMap<DocumentId, ReadonlyMap<LocalId, NodeKey>>
  readonly edges: EdgeTable
  readonly nodeRows: NodeRows
  readonly edgeRows: EdgeRows
  readonly graph: PackedGraph
}

const REPORTS: Codec<ReadonlyMap<LocalId, NodeKey>> = {
  write: (to, strings, keys) => writeList(to, strings, [...keys].flat()),
  read: (from, strings) => {
    const texts = readList(from, strings)
    return new Map(
      Array.from({ length: texts.length / 2 }, (_, i) => [texts[2 * i] as LocalId, texts[2 * i + 1] as NodeKey]),
    )
  },
}

type PublishedOn = (document: string) => CivilDate | null

export function emptyHoldings({ name, generator }: Imprint, publishedOn: PublishedOn): Holdings {
  const strings = new Strings()
  const edges = new EdgeTable(strings)
  const [nodeRows, edgeRows] = [new NodeRows(strings), new EdgeRows(strings, edges.records, evidenceIn(strings))]
  return {
    strings,
    entities: new EntityResolver(strings),
    events: new EventResolver(publishedOn, strings),
    reports: new PackedMap(strings, REPORTS),
    edges,
    nodeRows,
    edgeRows,
    graph: new PackedGraph({ name, generator, date: null, documents: [] }, nodeRows, edgeRows),
  }
}

/** Nothing is left in it of documents that are gone: all strings are gathered anew. */
export function packHoldings({ entities, events, reports, edges, nodeRows, edgeRows }: Holdings): Uint8Array {
  const strings = new Strings()
  const body = new ByteWriter(1 << 20)
  entities.write(body, strings)
  events.write(body, strings)
  reports.write(body, strings)
  const edgeKeys = edges.write(body, strings)
  const rows = nodeRows.write(body, strings, [...nodeRows.keys()].sort(byText))
  edgeRows.write(body, strings, edgeKeys, rows)
  const whole = new ByteWriter(body.length + (1 << 20))
  strings.write(whole)
  return whole.bytes(body.view()).view()
}

/** @throws RangeError, SyntaxError where the bytes are not what `packHoldings` has written */
export function unpackHoldings(bytes: Uint8Array, { name, generator }: Imprint, publishedOn: PublishedOn): Holdings {
  const from = new ByteReader(bytes)
  const strings = Strings.read(from)
  const entities = new EntityResolver(strings, from)
  const events = new EventResolver(publishedOn, strings, from)
  const reports = new PackedMap<DocumentId, ReadonlyMap<LocalId, NodeKey>>(strings, REPORTS, from)
  const edges = EdgeTable.read(from, strings)
  const nodeRows = NodeRows.read(from, strings)
  const edgeRows = EdgeRows.read(from, strings, edges.records, evidenceIn(strings), nodeRows.rows)
  if (!from.done) throw new RangeError('there are more packed data than there should be')
  const graph = new PackedGraph({ name, generator, date: null, documents: [] }, nodeRows, edgeRows)
  return { strings, entities, events, reports, edges, nodeRows, edgeRows, graph }
}
