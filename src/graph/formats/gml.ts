/**
 * GML (Himsolt 1997), as NetworkX, igraph, Gephi and Cytoscape read it: ASCII, with other characters as entities. Lists and
 * evidence are JSON text. Nodes are numbered, as GML asks; their keys stand in `key`.
 */
import type { ListedGraph } from '../knowledge-graph.ts'
import type { Column, Value } from './columns.ts'
import { EDGE_COLUMNS, flat, NODE_COLUMNS, written } from './columns.ts'
import { numbersOf } from './listed.ts'
import { settle, type WriteOptions } from './options.ts'
import { pausing } from './pauses.ts'
import { writable } from './plain-text.ts'

export function* writeGml(graph: ListedGraph, options: WriteOptions = {}): Generator<string> {
  const writing = settle(graph, options)
  const [nodeColumns, edgeColumns] = [written(NODE_COLUMNS, writing), written(EDGE_COLUMNS, writing)]
  const numbers = yield* pausing(numbersOf(graph, 0))
  const { name, generator } = graph.getAttributes()
  yield `Creator ${quoted(generator)}\ngraph [\n  directed 1\n  multigraph 1\n${entry('  ', 'label', name)}`
  for (const { node, attributes } of graph.nodeEntries()) {
    const position = options.positions?.[node]
    yield `  node [\n    id ${numbers.get(node)}\n${entry('    ', 'label', attributes.label)}${entry('    ', 'key', node)}` +
      values(nodeColumns, ({ read }) => read(attributes, writing)) +
      (position ? `    graphics [\n      x ${real(position.x)}\n      y ${real(position.y)}\n    ]\n` : '') +
      '  ]\n'
  }
  for (const { edge, source, target, attributes } of graph.edgeEntries())
    yield `  edge [\n    source ${numbers.get(source)}\n    target ${numbers.get(target)}\n` +
      entry('    ', 'label', attributes.label) +
      // NetworkX tells parallel edges apart by this name.
      entry('    ', 'key', edge) +
      entry('    ', 'weight', attributes.weight) +
      values(edgeColumns, ({ read }) => read(attributes, writing)) +
      '  ]\n'
  yield ']\n'
}

const values = <A>(columns: readonly Column<A>[], read: (column: Column<A>) => Value | undefined): string =>
  columns
    .map((column) => {
      const value = read(column)
      if (value === undefined) return ''
      const plain = flat(value)
      return column.type === 'double'
        ? `    ${column.name} ${real(Number(plain))}\n`
        : entry('    ', column.name, plain)
    })
    .join('')

const entry = (indent: string, name: string, value: string | number | boolean): string =>
  `${indent}${name} ${typeof value === 'string' ? quoted(value) : Number(value)}\n`

/** Readers take a number without a point for an integer. */
const real = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value))

const quoted = (text: string): string =>
  `"${writable(text).replace(/[&"]|[^ -~]/gu, (character) => ENTITIES[character] ?? `&#${character.codePointAt(0)};`)}"`

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;' }
