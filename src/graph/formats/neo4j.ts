/**
 * Tables for the bulk import of Neo4j 5 (`neo4j-admin database import full`), with typed headers. Items of lists are parted
 * by the character U+001F, which stands in no text. The first file says how to call it.
 */
import type { ListedGraph } from '../knowledge-graph.ts'
import { type Column, type ColumnType, EDGE_COLUMNS, NODE_COLUMNS, type Value, written } from './columns.ts'
import { quoteCell } from './csv.ts'
import { labelsOf, relationshipType } from './cypher-names.ts'
import { settle, type WriteOptions } from './options.ts'
import { writable } from './plain-text.ts'

const SEPARATOR = '\u001f'

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: '',
  json: '',
  liststring: ':string[]',
  integer: ':long',
  double: ':double',
  boolean: ':boolean',
}

export function* writeNeo4jHelp(): Generator<string> {
  yield 'neo4j-admin database import full --array-delimiter=U+001F --multiline-fields=true ' +
    '--nodes=nodes.csv --relationships=relationships.csv neo4j\n\n' +
    'A relationship whose modality is not "asserted" says no fact: a plan, a possibility, a wish, or a denial.\n'
}

export function* writeNeo4jNodes(graph: ListedGraph, options: WriteOptions = {}): Generator<string> {
  const writing = settle(graph, options)
  const columns = written(NODE_COLUMNS, writing)
  yield `key:ID,label,${headers(columns)},:LABEL\n`
  for (const { node, attributes } of graph.nodeEntries()) {
    const labels = ['Node', ...labelsOf(attributes)].join(SEPARATOR)
    yield `${cell(node)},${cell(attributes.label)},${cells(columns, ({ read }) => read(attributes, writing))},${labels}\n`
  }
}

export function* writeNeo4jRelationships(graph: ListedGraph, options: WriteOptions = {}): Generator<string> {
  const writing = settle(graph, options)
  const columns = written(EDGE_COLUMNS, writing)
  yield `:START_ID,:END_ID,:TYPE,key,label,weight:long,${headers(columns)}\n`
  for (const { edge, source, target, attributes } of graph.edgeEntries())
    yield `${cell(source)},${cell(target)},${relationshipType(attributes.relation)},${cell(edge)},${cell(attributes.label)},` +
      `${attributes.weight},${cells(columns, ({ read }) => read(attributes, writing))}\n`
}

const headers = <A>(columns: readonly Column<A>[]): string =>
  columns.map(({ name, type }) => `${name}${TYPES[type]}`).join(',')

const cells = <A>(columns: readonly Column<A>[], read: (column: Column<A>) => Value | undefined): string =>
  columns
    .map((column) => {
      const value = read(column)
      if (value === undefined) return ''
      if (typeof value !== 'object') return cell(value)
      if (column.type === 'json') return cell(JSON.stringify(value))
      // `writable` takes the separator out of the items.
      return quoteCell(value.map((item) => writable(String(item))).join(SEPARATOR))
    })
    .join(',')

const cell = (value: string | number | boolean): string =>
  typeof value === 'string' ? quoteCell(writable(value)) : String(value)
