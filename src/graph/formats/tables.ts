/**
 * The graph as tables, for spreadsheets, pandas and R: nodes, edges, the evidence behind both, and the documents. Lists are
 * JSON text.
 */
import type { GraphEvidence } from '../../model/graph.ts'
import type { SpanPair } from '../../model/span.ts'
import type { ListedGraph } from '../knowledge-graph.ts'
import { type Column, EDGE_COLUMNS, flat, NODE_COLUMNS } from './columns.ts'
import { type Cell, csvRow } from './csv.ts'
import { settle, type WriteOptions } from './options.ts'

/** Evidence and its sentences have a table of their own. */
const inRow = <A>(columns: readonly Column<A>[]): readonly Column<A>[] =>
  columns.filter(({ name }) => name !== 'evidence' && name !== 'sentences')

const NODE_CELLS = inRow(NODE_COLUMNS)
const EDGE_CELLS = inRow(EDGE_COLUMNS)

const names = (columns: readonly { readonly name: string }[]): string[] => columns.map(({ name }) => name)
const cell = (value: Parameters<typeof flat>[0] | undefined): Cell => (value === undefined ? undefined : flat(value))

export function* writeNodeTable(graph: ListedGraph, options: WriteOptions = {}): Generator<string> {
  const writing = settle(graph, options)
  yield csvRow(['key', 'label', ...names(NODE_CELLS)])
  for (const { node, attributes } of graph.nodeEntries())
    yield csvRow([node, attributes.label, ...NODE_CELLS.map(({ read }) => cell(read(attributes, writing)))])
}

export function* writeEdgeTable(graph: ListedGraph, options: WriteOptions = {}): Generator<string> {
  const writing = settle(graph, options)
  yield csvRow(['key', 'source', 'target', 'source_label', 'target_label', 'label', 'weight', ...names(EDGE_CELLS)])
  const labelOf = (node: string): string => graph.getNodeAttributes(node).label
  for (const { edge, source, target, attributes } of graph.edgeEntries())
    yield csvRow([
      ...[edge, source, target, labelOf(source), labelOf(target), attributes.label, attributes.weight],
      ...EDGE_CELLS.map(({ read }) => cell(read(attributes, writing))),
    ])
}

export const EVIDENCE_MARKS = ['sentence', 'source', 'target', 'trigger'] as const

/** One row for each passage behind each node and edge; `of` says which, `owner` is its key. */
export function* writeEvidenceTable(graph: ListedGraph, { sentencesOf }: WriteOptions = {}): Generator<string> {
  const documents = new Map(graph.getAttributes().documents.map((document) => [document.id, document]))
  const marks = EVIDENCE_MARKS.flatMap((mark) => [`${mark}_start`, `${mark}_end`])
  yield csvRow([
    ...['of', 'owner', 'document', 'title', 'date', 'publisher', 'start', 'end', ...marks],
    ...(sentencesOf === undefined ? [] : ['text']),
  ])
  const rows = (of: string, owner: string, evidence: readonly GraphEvidence[], texts: readonly string[] | undefined) =>
    evidence.map((item, i) => {
      const document = documents.get(item.document)
      return csvRow([
        ...[of, owner, item.document, document?.title, document?.date, document?.source, item.start, item.end],
        ...EVIDENCE_MARKS.flatMap((mark): readonly Cell[] => item[mark] ?? NOWHERE),
        ...(texts === undefined ? [] : [texts[i]]),
      ])
    })
  for (const { node, attributes } of graph.nodeEntries())
    yield* rows('node', node, attributes.evidence, sentencesOf?.(attributes))
  for (const { edge, attributes } of graph.edgeEntries())
    yield* rows('edge', edge, attributes.evidence, sentencesOf?.(attributes))
}

const NOWHERE: readonly [undefined, undefined] | SpanPair = [undefined, undefined]

export function* writeDocumentTable(graph: ListedGraph): Generator<string> {
  yield csvRow(['id', 'title', 'date', 'source', 'characters', 'language', 'dateFrom', 'copyOf'])
  for (const { id, title, date, source, characters, language, dateFrom, copyOf } of graph.getAttributes().documents)
    yield csvRow([id, title, date, source, characters, language, dateFrom, copyOf])
}

/** What the graph says of itself. */
export function* writeGraphTable(graph: ListedGraph): Generator<string> {
  const { name, generator, date } = graph.getAttributes()
  yield csvRow(['name', 'generator', 'date'])
  yield csvRow([name, generator, date])
}
