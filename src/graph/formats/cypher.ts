/**
 * A script of openCypher that makes the graph in a property-graph database: `cypher-shell < graph.cypher`. It can be run
 * again, or over another graph, without doubling anything: everything is merged by key. Nodes have the labels `Node`, kind
 * and type; relationships have the relation as type. A few hundred rows go into one statement, which is as much as a
 * transaction carries well.
 */
import type { ListedGraph } from '../knowledge-graph.ts'
import { listAt } from '../order.ts'
import type { Column, Value } from './columns.ts'
import { EDGE_COLUMNS, NODE_COLUMNS, written } from './columns.ts'
import { cypherString, labelsOf, relationshipType } from './cypher-names.ts'
import { settle, type WriteOptions } from './options.ts'
import { PAUSE } from './pauses.ts'

const ROWS_IN_STATEMENT = 250
/** UTF-16 code units. */
const PER_TURN = 65_536

export function* writeCypher(graph: ListedGraph, options: WriteOptions = {}): Generator<string> {
  const writing = settle(graph, options)
  const [nodeColumns, edgeColumns] = [written(NODE_COLUMNS, writing), written(EDGE_COLUMNS, writing)]
  const { name, generator } = graph.getAttributes()
  yield `// ${commented(`${name}, written by ${generator}`)}\n`
  yield '// A relationship whose modality is not "asserted" says no fact: a plan, a possibility, a wish, or a denial.\n'
  yield 'CREATE CONSTRAINT dragoman_key IF NOT EXISTS FOR (n:Node) REQUIRE n.key IS UNIQUE;\n'
  yield* statements(
    graph.nodeEntries(),
    ({ node, attributes }) => [
      labelsOf(attributes).join(':'),
      map([
        ['key', node],
        ['label', attributes.label],
        ...properties(nodeColumns, ({ read }) => read(attributes, writing)),
      ]),
    ],
    (labels, rows) => `UNWIND [\n${rows}\n] AS row\nMERGE (n:Node {key: row.key})\nSET n += row, n:${labels};\n`,
  )
  yield* statements(
    graph.edgeEntries(),
    ({ edge, source, target, attributes }) => [
      relationshipType(attributes.relation),
      `{source: ${cypherString(source)}, target: ${cypherString(target)}, properties: ${map([
        ['key', edge],
        ['label', attributes.label],
        ['weight', attributes.weight],
        ...properties(edgeColumns, ({ read }) => read(attributes, writing)),
      ])}}`,
    ],
    (type, rows) =>
      `UNWIND [\n${rows}\n] AS row\nMATCH (a:Node {key: row.source}), (b:Node {key: row.target})\n` +
      `MERGE (a)-[r:${type} {key: row.properties.key}]->(b)\nSET r += row.properties;\n`,
  )
}

/** Rows of one head (labels, or a type) together, in statements of bounded length. */
function* statements<T>(
  items: Iterable<T>,
  row: (item: T) => readonly [head: string, row: string],
  statement: (head: string, rows: string) => string,
): Generator<string> {
  const waiting = new Map<string, string[]>()
  let unbroken = 0
  for (const item of items) {
    const [head, text] = row(item)
    const rows = listAt(waiting, head)
    unbroken += text.length
    if (unbroken > PER_TURN) {
      yield PAUSE
      unbroken = 0
    }
    if (rows.push(text) < ROWS_IN_STATEMENT) continue
    yield statement(head, rows.join(',\n'))
    waiting.delete(head)
  }
  for (const [head, rows] of waiting) yield statement(head, rows.join(',\n'))
}

const properties = <A>(
  columns: readonly Column<A>[],
  read: (column: Column<A>) => Value | undefined,
): (readonly [string, Value])[] =>
  columns.flatMap((column) => {
    const value = read(column)
    return value === undefined ? [] : [[column.name, column.type === 'json' ? JSON.stringify(value) : value] as const]
  })

const map = (entries: readonly (readonly [string, Value])[]): string =>
  `{${entries.map(([name, value]) => `${name}: ${literal(value)}`).join(', ')}}`

const literal = (value: Value): string => {
  if (typeof value === 'string') return cypherString(value)
  return typeof value === 'object' ? `[${value.map((item) => cypherString(String(item))).join(', ')}]` : String(value)
}

const commented = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
