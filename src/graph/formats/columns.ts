/** The attributes of nodes and edges as typed columns: what formats with a declared schema write, and readers look for. */
import type { EdgeAttributes, NodeAttributes } from '../../model/graph.ts'
import { EDGES } from '../../model/ontology.ts'
import { readingOf } from '../reading.ts'
import type { Writing } from './options.ts'

export type ColumnType = 'string' | 'liststring' | 'integer' | 'double' | 'boolean' | 'json'
/** A `json` column holds what JSON.stringify makes of it. */
export type Value = string | number | boolean | readonly string[] | readonly object[]

export interface Column<A> {
  readonly name: string
  readonly type: ColumnType
  readonly read: (attributes: A, writing: Writing) => Value | undefined
  /** True on what follows from other columns: readers need not keep it. */
  readonly derived?: true
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
const speaker = (attributedTo: string | undefined, { labelOf }: Writing): string | undefined =>
  attributedTo === undefined ? undefined : (labelOf(attributedTo) ?? attributedTo)

const sentences = <A extends NodeAttributes | EdgeAttributes>(): Column<A> => ({
  name: 'sentences',
  type: 'liststring',
  read: (attributes, { sentencesOf }) => (attributes.evidence.length === 0 ? undefined : sentencesOf?.(attributes)),
})

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
    derived: true,
    read: (node, writing) => (node.kind === 'event' ? speaker(node.attributedTo, writing) : undefined),
  },
  ...['date', 'endDate'].map(plain<NodeAttributes>('string')),
  ...['killed', 'killedMax', 'wounded', 'woundedMax', 'arrested', 'arrestedMax'].map(plain<NodeAttributes>('integer')),
  ...['killedText', 'woundedText', 'arrestedText', 'rule'].map(plain<NodeAttributes>('string')),
  plain<NodeAttributes>('double')('confidence'),
  plain<NodeAttributes>('json')('evidence'),
  plain<NodeAttributes>('json')('reports'),
  plain<NodeAttributes>('liststring')('disputed'),
  plain<NodeAttributes>('boolean')('confirmed'),
  plain<NodeAttributes>('string')('note'),
  sentences<NodeAttributes>(),
]

/** Neither is the weight. */
export const EDGE_COLUMNS: readonly Column<EdgeAttributes>[] = [
  plain<EdgeAttributes>('string')('relation'),
  { name: 'reading', type: 'string', derived: true, read: readingOf },
  { name: 'family', type: 'string', derived: true, read: ({ relation }) => EDGES[relation].family },
  { name: 'symmetric', type: 'boolean', derived: true, read: ({ relation }) => EDGES[relation].symmetric },
  ...['modality', 'plover', 'attributedTo'].map(plain<EdgeAttributes>('string')),
  {
    name: 'speaker',
    type: 'string',
    derived: true,
    read: ({ attributedTo }, writing) => speaker(attributedTo, writing),
  },
  ...['first', 'last'].map(plain<EdgeAttributes>('string')),
  plain<EdgeAttributes>('boolean')('former'),
  ...['role', 'event', 'rule'].map(plain<EdgeAttributes>('string')),
  plain<EdgeAttributes>('double')('confidence'),
  plain<EdgeAttributes>('json')('evidence'),
  plain<EdgeAttributes>('boolean')('confirmed'),
  plain<EdgeAttributes>('string')('note'),
  sentences<EdgeAttributes>(),
]

/** Columns that a file has: without texts there are no sentences. */
export const written = <A>(columns: readonly Column<A>[], { sentencesOf }: Writing): readonly Column<A>[] =>
  sentencesOf === undefined ? columns.filter(({ name }) => name !== 'sentences') : columns

/** A list or an object as text, where a format has neither: JSON. */
export const flat = (value: Value): string | number | boolean =>
  typeof value === 'object' ? JSON.stringify(value) : value
