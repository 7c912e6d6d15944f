/**
 * GEXF 1.3 (https://gexf.net), valid against its published schema, as Gephi, graphology and NetworkX (3.6 and newer, with
 * `version="1.3"`) read it.
 *
 * The prefix `viz` stands for the namespace of GEXF itself, for that is where the schema has colour, position and size;
 * programs go by the prefix or the local name. All edges are directed, because some readers refuse a mixture; the
 * attribute `symmetric` tells which carry no direction. Parallel edges have ids of their own and the relation as `kind`.
 * What happened at a known time has a spell. The documents, for which GEXF has no place, are processing instructions.
 */
import { type CivilDate, firstDay, lastDay, parseCivilDay } from '../../model/date.ts'
import type { Modality } from '../../model/facts.ts'
import type { EdgeAttributes, NodeAttributes } from '../../model/graph.ts'
import type { NodeKind } from '../../model/ontology.ts'
import { edgeColor, edgeSize, nodeColor, nodeSize } from '../appearance.ts'
import { importancesInTurns } from '../importance.ts'
import type { ListedGraph } from '../knowledge-graph.ts'
import type { Column, ColumnType, Value } from './columns.ts'
import { EDGE_COLUMNS, NODE_COLUMNS, written } from './columns.ts'
import { settle, type WriteOptions, type Writing } from './options.ts'
import { pausing } from './pauses.ts'
import { escapeXml, escapeXmlInApostrophes, instruction, xmlAttributes } from './xml.ts'

const NODE_SHAPES: Readonly<Record<NodeKind, string>> = { actor: 'disc', place: 'square', event: 'diamond' }

const LINE_SHAPES: Readonly<Record<Modality, string>> = {
  asserted: 'solid',
  planned: 'dashed',
  requested: 'dashed',
  possible: 'dotted',
  denied: 'dotted',
}

/** Target of the processing instructions that hold the graph's own attributes, one for it and one for each document. */
export const GRAPH_INSTRUCTION = 'dragoman-graph'
export const DOCUMENT_INSTRUCTION = 'dragoman-document'

/** The file in pieces, one for each element, so that it can be streamed whatever its length. */
export function* writeGexf(graph: ListedGraph, options: WriteOptions = {}): Generator<string> {
  const writing = settle(graph, options)
  const { positions = {} } = options
  const [nodeColumns, edgeColumns] = [written(NODE_COLUMNS, writing), written(EDGE_COLUMNS, writing)]
  yield* head(graph)
  yield declare('node', nodeColumns)
  yield declare('edge', edgeColumns)
  const { of: importanceOf, greatest } = yield* pausing(importancesInTurns(graph))
  const [nodeValues, edgeValues] = [valuesOf(nodeColumns, writing), valuesOf(edgeColumns, writing)]
  yield `    <nodes count="${graph.order}">\n`
  for (const { node: key, attributes } of graph.nodeEntries()) {
    const position = positions[key]
    yield `<node id="${escapeXml(key)}" label="${escapeXml(attributes.label)}">\n${nodeValues(attributes)}${
      attributes.kind === 'event' ? spell(attributes.date, attributes.endDate) : ''
    }<viz:color${rgb(nodeColor(attributes).light)}/>\n${
      position ? `<viz:position x="${position.x}" y="${position.y}" z="0"/>\n` : ''
    }<viz:size value="${nodeSize(importanceOf(key), greatest)}"/>\n<viz:shape value="${NODE_SHAPES[attributes.kind]}"/>\n</node>\n`
  }
  yield `    </nodes>\n    <edges count="${graph.size}">\n`
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    const { weight, relation, label, first, last, modality } = attributes
    yield `<edge id="${escapeXml(edge)}" source="${escapeXml(source)}" target="${escapeXml(target)}" label="${escapeXml(label)}" weight="${weight}" kind="${relation}">\n${edgeValues(attributes)}${
      spell(first, last) // biome-ignore format: one element
    }<viz:color${rgb(edgeColor(attributes).light)}/>\n<viz:thickness value="${edgeSize(weight)}"/>\n<viz:shape value="${LINE_SHAPES[modality]}"/>\n</edge>\n`
  }
  yield '    </edges>\n  </graph>\n</gexf>\n'
}

function* head(graph: ListedGraph): Generator<string> {
  const { documents, ...about } = graph.getAttributes()
  const { name, generator, date } = about
  const day = date === null ? undefined : parseCivilDay(date)
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3" version="1.3">\n'
  yield `  <meta${xmlAttributes({ lastmodifieddate: day })}>\n`
  yield `    <creator>${escapeXml(generator)}</creator>\n    <description>${escapeXml(name)}</description>\n  </meta>\n`
  yield `  ${instruction(GRAPH_INSTRUCTION, about)}`
  for (const document of documents) yield `  ${instruction(DOCUMENT_INSTRUCTION, document)}`
  const mode = (yield* pausing(isDated(graph)))
    ? 'mode="dynamic" timeformat="date" timerepresentation="interval"'
    : 'mode="static"'
  yield `  <graph defaultedgetype="directed" idtype="string" ${mode}>\n`
}

const PER_TURN = 5000

function* isDated(graph: ListedGraph): Generator<void, boolean, void> {
  let work = 0
  for (const { attributes } of graph.edgeEntries()) {
    if (attributes.first !== undefined) return true
    if (++work % PER_TURN === 0) yield
  }
  for (const { attributes } of graph.nodeEntries()) {
    if (attributes.kind === 'event' && attributes.date !== undefined) return true
    if (++work % PER_TURN === 0) yield
  }
  return false
}

/** A month or a year counts from its first day to its last. */
const spell = (first: CivilDate | undefined, last: CivilDate | undefined): string =>
  first === undefined ? '' : `<spells><spell start="${firstDay(first)}" end="${lastDay(last ?? first)}"/></spells>\n`

const XML_TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'string',
  json: 'string',
  liststring: 'liststring',
  integer: 'integer',
  double: 'double',
  boolean: 'boolean',
}

const declare = <A>(of: 'node' | 'edge', columns: readonly Column<A>[]): string =>
  `    <attributes class="${of}" mode="static">\n${columns
    .map(({ name, type }) => `      <attribute${xmlAttributes({ id: name, title: name, type: XML_TYPES[type] })}/>\n`)
    .join('')}    </attributes>\n`

/** Elements are not indented: in a large graph the blanks alone would be a tenth of the file. Prepared once for all nodes or edges: most of the time goes into this. */
function valuesOf<A extends NodeAttributes | EdgeAttributes>(
  columns: readonly Column<A>[],
  writing: Writing,
): (attributes: A) => string {
  const prepared = columns.map(({ name, read }) => ({ read, start: `<attvalue for="${name}" value=` }))
  return (attributes) => {
    let lines = '<attvalues>\n'
    for (const { read, start } of prepared) {
      const value = read(attributes, writing)
      if (value !== undefined) lines += `${start}${quoted(value)}/>\n`
    }
    return `${lines}</attvalues>\n`
  }
}

function quoted(value: Value): string {
  if (typeof value === 'string') return `"${escapeXml(value)}"`
  return typeof value === 'object' ? `'${escapeXmlInApostrophes(listed(value))}'` : `"${value}"`
}

/** Lists as GEXF 1.3 has them: `["one", "two, and more"]`. */
const listed = (value: readonly (string | object)[]): string =>
  typeof value[0] === 'string' ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]` : JSON.stringify(value)

const colors = new Map<string, string>()
function rgb(hex: string): string {
  const known = colors.get(hex)
  if (known !== undefined) return known
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  const made = xmlAttributes({ r, g, b })
  colors.set(hex, made)
  return made
}
