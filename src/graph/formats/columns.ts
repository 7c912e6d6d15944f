/** The attributes of nodes and edges as typed columns: what formats with a declared schema write. */
import type { EdgeAttributes, NodeAttributes } from '../../model/graph.ts'
import { EDGES } from '../../model/ontology.ts'
import type { KnowledgeGraph } from '../knowledge-graph.ts'
import { readingOf } from '../reading.ts'

export type ColumnType = 'string' | 'liststring' | 'integer' | 'double' | 'boolean'
export type Value = string | number | boolean | readonly string[]

export interface Column<A> {
  readonly name: string
  readonly type: ColumnType
  readonly read: (attributes: A, graph: KnowledgeGraph) => Value | undefined
}

/** A column that holds the attribute of its name. */
const plain =
  <A>(type: ColumnType) =>
  (name: string): Column<A> => ({
    name,
    type,
    read: (attributes) => (attributes as Readonly<Record<string, Value | undefined>>)[name],
  })

/** Speakers by name, for programs that would show the key of the node. */
const speaker = (attributes: { readonly attributedTo?: string }, graph: KnowledgeGraph): string | undefined =>
  attributes.attributedTo !== undefined && graph.hasNode(attributes.attributedTo)
    ? graph.getNodeAttribute(attributes.attributedTo, 'label')
    : attributes.attributedTo

/** The label is no column: every format has its own place for it. */
export const NODE_COLUMNS: readonly Column<NodeAttributes>[] = [
  ...['kind', 'type'].map(plain<NodeAttributes>('string')),
  ...['aliases', 'role'].map(plain<NodeAttributes>('liststring')),
  plain<NodeAttributes>('integer')('mentions'),
  ...['country', 'wikidata'].map(plain<NodeAttributes>('string')),
  ...['lat', 'lon'].map(plain<NodeAttributes>('double')),
  ...['modality', 'plover', 'attributedTo'].map(plain<NodeAttributes>('string')),
  {
    name: 'speaker',
    type: 'string',
    read: (node, graph) => (node.kind === 'event' ? speaker(node, graph) : undefined),
  },
  ...['date', 'endDate'].map(plain<NodeAttributes>('string')),
  ...['killed', 'killedMax', 'wounded', 'woundedMax', 'arrested', 'arrestedMax'].map(plain<NodeAttributes>('integer')),
  ...['killedText', 'woundedText', 'arrestedText', 'rule'].map(plain<NodeAttributes>('string')),
  plain<NodeAttributes>('double')('confidence'),
  { name: 'evidence', type: 'string', read: ({ evidence }) => JSON.stringify(evidence) },
]

/** Neither is the weight. */
export const EDGE_COLUMNS: readonly Column<EdgeAttributes>[] = [
  plain<EdgeAttributes>('string')('relation'),
  { name: 'reading', type: 'string', read: readingOf },
  { name: 'family', type: 'string', read: ({ relation }) => EDGES[relation].family },
  { name: 'symmetric', type: 'boolean', read: ({ relation }) => EDGES[relation].symmetric },
  ...['modality', 'plover', 'attributedTo'].map(plain<EdgeAttributes>('string')),
  { name: 'speaker', type: 'string', read: speaker },
  ...['first', 'last'].map(plain<EdgeAttributes>('string')),
  plain<EdgeAttributes>('boolean')('former'),
  ...['role', 'event', 'rule'].map(plain<EdgeAttributes>('string')),
  plain<EdgeAttributes>('double')('confidence'),
  { name: 'evidence', type: 'string', read: ({ evidence }) => JSON.stringify(evidence) },
]
