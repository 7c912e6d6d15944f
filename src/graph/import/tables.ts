/** Reads tables of nodes and edges: ours, with evidence and documents, and those that Gephi and others write. */
import { parse } from 'csv-parse/sync'
import type { SpanPair } from '../../model/span.ts'
import { csvText } from '../formats/csv.ts'
import { EVIDENCE_MARKS } from '../formats/tables.ts'
import { listAt } from '../order.ts'
import { BrokenFileError, type ForeignGraph } from './foreign.ts'

/** Cells by column; an empty one is absent, unless it is in quotation marks. */
type Row = Readonly<Record<string, string | undefined>>

export interface GraphTables {
  readonly nodes?: string | undefined
  readonly edges: string
  readonly evidence?: string | undefined
  readonly documents?: string | undefined
  readonly graph?: string | undefined
}

/** @throws BrokenFileError that names table and line */
export function readTables(tables: GraphTables): ForeignGraph {
  const passages = tables.evidence === undefined ? undefined : passagesOf(rowsOf(tables.evidence, 'evidence'))
  const edges = rowsOf(tables.edges, 'edges').map((row, i) => {
    const { key, id, source, target, ...attributes } = row
    if (source === undefined || target === undefined)
      throw new BrokenFileError(`edges, row ${i + 2}: ${source === undefined ? 'source' : 'target'} is missing`)
    const name = key ?? id
    const undirected = /^undirected$/i.test(attributes['type'] ?? '')
    return { key: name, source, target, undirected, attributes: { ...attributes, ...passages?.('edge', name ?? '') } }
  })
  const listed = tables.nodes === undefined ? [] : rowsOf(tables.nodes, 'nodes')
  const nodes = listed.map((row, i) => {
    const { key, id, ...attributes } = row
    const name = key ?? id
    if (name === undefined) throw new BrokenFileError(`nodes, row ${i + 2}: key is missing`)
    return { key: name, attributes: { ...attributes, ...passages?.('node', name) } }
  })
  const [about = {}] = tables.graph === undefined ? [] : rowsOf(tables.graph, 'graph')
  const documents = tables.documents === undefined ? [] : rowsOf(tables.documents, 'documents').map(documentOf)
  return { attributes: { ...about, documents }, nodes, edges }
}

const documentOf = ({ id, title, date, source, characters, language, dateFrom, copyOf }: Row): object => ({
  id,
  title: title ?? '',
  date: date ?? null,
  source: source ?? null,
  characters: Number(characters ?? 0),
  ...(language && { language }),
  ...(dateFrom && { dateFrom }),
  ...(copyOf && { copyOf }),
})

/** Programs write these in capitals, and we do not. */
const COMMON = new Set(['id', 'label', 'source', 'target', 'type', 'weight', 'key', 'name', 'kind', 'relation'])

function rowsOf(text: string, table: string): Row[] {
  try {
    return parse(text, {
      bom: true,
      columns: (names: string[]) => names.map((name) => (COMMON.has(name.toLowerCase()) ? name.toLowerCase() : name)),
      record_delimiter: ['\r\n', '\n', '\r'],
      cast: (cell, { quoting, header }) => (cell === '' && !quoting && !header ? undefined : csvText(cell)),
    }) as Row[]
  } catch (cause) {
    const { message, lines } = cause as { message: string; lines?: number }
    throw new BrokenFileError(`${table}${lines === undefined ? '' : `, line ${lines}`}: ${message}`, { cause })
  }
}

/** Evidence and sentences of each node and edge. */
function passagesOf(rows: readonly Row[]): (of: 'node' | 'edge', owner: string) => object {
  const owned = new Map<string, Row[]>()
  for (const row of rows) listAt(owned, `${row['of']} ${row['owner']}`).push(row)
  return (of, owner) => {
    const own = owned.get(`${of} ${owner}`) ?? []
    const told = own[0] !== undefined && 'text' in own[0]
    return { evidence: own.map(evidenceOf), ...(told && { sentences: own.map(({ text = '' }) => text) }) }
  }
}

function evidenceOf(row: Row): object {
  const pair = (mark: string): SpanPair | undefined => {
    const [start, end] = [row[`${mark}_start`], row[`${mark}_end`]]
    return start === undefined || end === undefined ? undefined : [Number(start), Number(end)]
  }
  const marks = EVIDENCE_MARKS.flatMap((mark) => {
    const found = pair(mark)
    return found === undefined ? [] : [[mark, found] as const]
  })
  return {
    document: row['document'],
    start: Number(row['start']),
    end: Number(row['end']),
    ...Object.fromEntries(marks),
  }
}
