/**
 * GEXF 1.3 (https://gexf.net), as Gephi, graphology and NetworkX read it.
 *
 * Colour, position and size stand in the namespace in which Gephi writes them, `http://gexf.net/1.3/viz`, though the
 * published schema puts them elsewhere. All edges are directed, because some readers refuse a mixture; the attribute
 * `symmetric` tells which carry no direction. Parallel edges have ids of their own and the relation as `kind`.
 */
import { parseCivilDay } from '../../model/date.ts'
import type { Modality } from '../../model/facts.ts'
import type { NodeKind } from '../../model/ontology.ts'
import { edgeColor, edgeSize, nodeColor, nodeSize } from '../appearance.ts'
import { importanceOf } from '../importance.ts'
import type { KnowledgeGraph } from '../knowledge-graph.ts'
import type { Position } from '../layout.ts'
import type { Column, Value } from './columns.ts'
import { EDGE_COLUMNS, NODE_COLUMNS } from './columns.ts'
import { escapeXml, xmlAttributes } from './xml.ts'

const NODE_SHAPES: Readonly<Record<NodeKind, string>> = { actor: 'disc', place: 'square', event: 'diamond' }

const LINE_SHAPES: Readonly<Record<Modality, string>> = {
  asserted: 'solid',
  planned: 'dashed',
  requested: 'dashed',
  possible: 'dotted',
  denied: 'dotted',
}

/**
 * The file in pieces, one for each element, so that it can be streamed whatever its length.
 * @param positions by node key; a node without one is written without
 */
export function* writeGexf(
  graph: KnowledgeGraph,
  positions: Readonly<Record<string, Position>> = {},
): Generator<string> {
  yield* head(graph)
  const greatest = graph.reduceNodes((most, key) => Math.max(most, importanceOf(graph, key)), 0)
  yield `    <nodes count="${graph.order}">\n`
  for (const { node: key, attributes } of graph.nodeEntries()) {
    const position = positions[key]
    yield `      <node${xmlAttributes({ id: key, label: attributes.label })}>\n` +
      values(NODE_COLUMNS, attributes, graph) +
      `        <viz:color${rgb(nodeColor(attributes).light)}/>\n` +
      (position ? `        <viz:position x="${position.x}" y="${position.y}" z="0"/>\n` : '') +
      `        <viz:size value="${nodeSize(importanceOf(graph, key), greatest)}"/>\n` +
      `        <viz:shape value="${NODE_SHAPES[attributes.kind]}"/>\n      </node>\n`
  }
  yield `    </nodes>\n    <edges count="${graph.size}">\n`
  for (const { edge: id, source, target, attributes } of graph.edgeEntries()) {
    const { weight, relation: kind, label } = attributes
    yield `      <edge${xmlAttributes({ id, source, target, label, weight, kind })}>\n` +
      values(EDGE_COLUMNS, attributes, graph) +
      `        <viz:color${rgb(edgeColor(attributes).light)}/>\n` +
      `        <viz:thickness value="${edgeSize(weight)}"/>\n` +
      `        <viz:shape value="${LINE_SHAPES[attributes.modality]}"/>\n      </edge>\n`
  }
  yield '    </edges>\n  </graph>\n</gexf>\n'
}

function* head(graph: KnowledgeGraph): Generator<string> {
  const { name, generator, date } = graph.getAttributes()
  const day = date === null ? undefined : parseCivilDay(date)
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
  yield `  <meta${xmlAttributes({ lastmodifieddate: day })}>\n`
  yield `    <creator>${escapeXml(generator)}</creator>\n    <description>${escapeXml(name)}</description>\n  </meta>\n`
  yield '  <graph defaultedgetype="directed" mode="static" idtype="string">\n'
  yield declare('node', NODE_COLUMNS)
  yield declare('edge', EDGE_COLUMNS)
}

const declare = <A>(of: 'node' | 'edge', columns: readonly Column<A>[]): string =>
  `    <attributes class="${of}" mode="static">\n${columns
    .map(({ name, type }) => `      <attribute${xmlAttributes({ id: name, title: name, type })}/>\n`)
    .join('')}    </attributes>\n`

function values<A>(columns: readonly Column<A>[], attributes: A, graph: KnowledgeGraph): string {
  const lines = columns.flatMap(({ name, read }) => {
    const value = read(attributes, graph)
    return value === undefined ? [] : `          <attvalue${xmlAttributes({ for: name, value: written(value) })}/>\n`
  })
  return `        <attvalues>\n${lines.join('')}        </attvalues>\n`
}

/** Lists as GEXF 1.3 has them: `["one", "two, and more"]`. */
const written = (value: Value): string =>
  typeof value === 'object' ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]` : String(value)

const rgb = (hex: string): string =>
  xmlAttributes({
    r: Number.parseInt(hex.slice(1, 3), 16),
    g: Number.parseInt(hex.slice(3, 5), 16),
    b: Number.parseInt(hex.slice(5, 7), 16),
  })
