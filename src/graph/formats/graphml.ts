/**
 * GraphML 1.0 (http://graphml.graphdrawing.org) with typed keys, as NetworkX, igraph, Cytoscape, yEd and Gephi read it.
 *
 * Lists and evidence are JSON text, because GraphML has neither. Places, sizes and colours have the names that Gephi gives
 * them. All edges are directed, with the attribute `symmetric`, as in GEXF.
 */
import type { EdgeAttributes, NodeAttributes } from '../../model/graph.ts'
import { edgeColor, edgeSize, nodeColor, nodeSize } from '../appearance.ts'
import { importancesInTurns } from '../importance.ts'
import type { ListedGraph } from '../knowledge-graph.ts'
import type { Column, ColumnType } from './columns.ts'
import { EDGE_COLUMNS, flat, NODE_COLUMNS, written } from './columns.ts'
import { settle, type WriteOptions, type Writing } from './options.ts'
import { pausing } from './pauses.ts'
import { escapeXml, xmlAttributes } from './xml.ts'

const XML_TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'string',
  json: 'string',
  liststring: 'string',
  integer: 'int',
  double: 'double',
  boolean: 'boolean',
}

const GRAPH_KEYS = ['name', 'generator', 'date', 'documents'] as const

/** How nodes and edges look, which readers of graphs need not keep. */
export const LOOKS = { node: ['x', 'y', 'size', 'r', 'g', 'b'], edge: ['color', 'thickness'] } as const

/** The file in pieces, one for each element. */
export function* writeGraphml(graph: ListedGraph, options: WriteOptions = {}): Generator<string> {
  const writing = settle(graph, options)
  const [nodeColumns, edgeColumns] = [written(NODE_COLUMNS, writing), written(EDGE_COLUMNS, writing)]
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
  for (const name of GRAPH_KEYS) yield key('graph', name, 'string')
  yield key('node', 'label', 'string')
  for (const { name, type } of nodeColumns) yield key('node', name, XML_TYPES[type])
  for (const name of LOOKS.node) yield key('node', name, /^[rgb]$/.test(name) ? 'int' : 'double')
  yield key('edge', 'label', 'string') + key('edge', 'weight', 'double')
  for (const { name, type } of edgeColumns) yield key('edge', name, XML_TYPES[type])
  yield key('edge', 'color', 'string') + key('edge', 'thickness', 'double')
  yield '  <graph id="graph" edgedefault="directed">\n'
  const about = graph.getAttributes()
  for (const name of GRAPH_KEYS)
    yield data('graph', name, name === 'documents' ? JSON.stringify(about[name]) : about[name])
  const { of: importanceOf, greatest } = yield* pausing(importancesInTurns(graph))
  for (const { node, attributes } of graph.nodeEntries()) {
    const position = options.positions?.[node]
    const hex = nodeColor(attributes).light
    yield `    <node id="${escapeXml(node)}">\n${data('node', 'label', attributes.label)}` +
      values('node', nodeColumns, attributes, writing) +
      data('node', 'x', position?.x) +
      data('node', 'y', position?.y) +
      data('node', 'size', nodeSize(importanceOf(node), greatest)) +
      ['r', 'g', 'b']
        .map((name, i) => data('node', name, Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16)))
        .join('') +
      '    </node>\n'
  }
  for (const { edge: id, source, target, attributes } of graph.edgeEntries())
    yield `    <edge${xmlAttributes({ id, source, target })}>\n` +
      data('edge', 'label', attributes.label) +
      data('edge', 'weight', attributes.weight) +
      values('edge', edgeColumns, attributes, writing) +
      data('edge', 'color', edgeColor(attributes).light) +
      data('edge', 'thickness', edgeSize(attributes.weight)) +
      '    </edge>\n'
  yield '  </graph>\n</graphml>\n'
}

type Owner = 'graph' | 'node' | 'edge'

/** The id of a key: one name may stand for nodes and for edges. */
const idOf = (owner: Owner, name: string): string => `${owner}-${name}`

const key = (owner: Owner, name: string, type: string): string =>
  `  <key${xmlAttributes({ id: idOf(owner, name), for: owner, 'attr.name': name, 'attr.type': type })}/>\n`

const data = (owner: Owner, name: string, value: string | number | boolean | null | undefined): string =>
  value === undefined || value === null
    ? ''
    : `      <data key="${idOf(owner, name)}">${escapeXml(String(value))}</data>\n`

const values = <A extends NodeAttributes | EdgeAttributes>(
  owner: Owner,
  columns: readonly Column<A>[],
  attributes: A,
  writing: Writing,
): string => {
  let lines = ''
  for (const { name, read } of columns) {
    const value = read(attributes, writing)
    if (value !== undefined) lines += data(owner, name, flat(value))
  }
  return lines
}
