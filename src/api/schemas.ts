/**
 * What the HTTP API answers. The server's views, the page's types and the OpenAPI document come from these schemas.
 * All offsets are absolute UTF-16 code units into the text of the document.
 */
import * as z from 'zod'
import { GraphDocument, NodeAttributes } from './graph.ts'
import {
  civilDate, count, documentId, edgeKey, edgeName, family, list, modality, nodeKey, nodeKind, nodeType, offset, spanPair,
} from './vocabulary.ts' // biome-ignore format: one glance

export type { GraphAnswer } from './graph.ts'

// ------------------------------------------------------------------------------------------------------ nodes and edges

export const NodeSummary = z
  .strictObject({
    key: nodeKey,
    label: z.string(),
    kind: nodeKind,
    type: nodeType,
    mentions: count.meta({ description: 'How often the texts mention it.' }),
    degree: count.meta({ description: 'Edges at this node in the whole library.' }),
    role: z.exactOptional(z.string()).meta({ description: 'The most frequent title or role; the node has all.' }),
    country: z.exactOptional(z.string()).meta({ description: 'ISO 3166, two letters.' }),
    date: z.exactOptional(civilDate).meta({ description: 'When an event happened or will happen.' }),
    modality: z.exactOptional(modality).meta({ description: 'Of an event.' }),
  })
  .meta({ id: 'NodeSummary', description: 'A node in one line.' })
export type NodeSummary = z.infer<typeof NodeSummary>

export const Mark = z
  .strictObject({ kind: z.enum(['source', 'target', 'trigger', 'mention']), start: offset, end: offset })
  .meta({ id: 'Mark', description: 'Words of a passage that deserve to be marked.' })
export type Mark = z.infer<typeof Mark>

export const DocumentReference = z
  .strictObject({ id: documentId, title: z.string(), date: civilDate.nullable(), source: z.string().nullable() })
  .meta({ id: 'DocumentReference' })
export type DocumentReference = z.infer<typeof DocumentReference>

export const Passage = z
  .strictObject({
    document: DocumentReference,
    sentence: z.strictObject({ text: z.string(), start: offset, end: offset }),
    start: offset,
    end: offset,
    marks: list(Mark).meta({ description: 'In order of reading; they may overlap.' }),
  })
  .meta({ id: 'Passage', description: 'The sentence in which a fact was read, with its words marked.' })
export type Passage = z.infer<typeof Passage>

export const EdgeView = z
  .strictObject({
    key: edgeKey,
    relation: edgeName,
    family,
    label: z.string().meta({ description: 'How it reads from source to target.' }),
    inverse: z.string().meta({ description: 'How it reads from target to source.' }),
    symmetric: z.boolean().meta({ description: 'True where direction carries no meaning.' }),
    source: NodeSummary,
    target: NodeSummary,
    modality,
    attributedTo: z
      .exactOptional(z.strictObject({ key: z.exactOptional(nodeKey), label: z.string() }))
      .meta({ description: 'Who says so: a node, or else the words of the source.' }),
    first: z.exactOptional(civilDate),
    last: z.exactOptional(civilDate),
    former: z
      .exactOptional(z.literal(true))
      .meta({ description: 'The text calls it past: it must not read as if it held.' }),
    role: z.exactOptional(z.string()).meta({ description: 'Role in the event, or kind of kinship.' }),
    weight: count.meta({ description: 'Number of statements behind it.' }),
    rule: z.string().meta({ description: 'Name of the rule that read it.' }),
    confidence: z.number().min(0).max(1),
    event: z.exactOptional(nodeKey).meta({ description: 'The event that this relation is the short form of.' }),
    confirmed: z.exactOptional(z.literal(true)).meta({ description: 'A person has found it right.' }),
    note: z.exactOptional(z.string()).meta({ description: 'What the person who added it by hand says of it.' }),
    evidence: list(Passage).meta({
      description:
        'Beside other edges some only: of a node the 20 newest, of neighbours and paths the 2 best; `weight` counts all.',
    }),
  })
  .meta({ id: 'EdgeView', description: 'A relation with both its ends and the sentences behind it.' })
export type EdgeView = z.infer<typeof EdgeView>

export const NodeAnswer = z
  .strictObject({
    node: NodeSummary,
    attributes: NodeAttributes,
    evidence: list(Passage).meta({ description: 'Where it is mentioned, or an event is told; at most 50.' }),
    relations: list(EdgeView).meta({ description: 'Direct relations with actors and places, the weightiest first.' }),
    events: list(EdgeView).meta({
      description: 'Part in events (participant_in, occurred_at); of an event: its participants and places.',
    }),
  })
  .meta({ id: 'NodeAnswer' })
export type NodeAnswer = z.infer<typeof NodeAnswer>

/** Which limits have cut the answer. */
const cutBy = <const L extends readonly [string, ...string[]]>(limits: L) =>
  list(z.enum(limits)).meta({ description: 'Limits that have cut the answer; empty when it is whole.' })

export const Neighbor = z
  .strictObject({
    node: NodeSummary,
    distance: z.int().min(1).max(3),
    edges: list(EdgeView).meta({
      description: 'What ties it to the nodes one step nearer; two passages each at most.',
    }),
  })
  .meta({ id: 'Neighbor' })
export type Neighbor = z.infer<typeof Neighbor>

export const NeighborsAnswer = z
  .strictObject({
    node: NodeSummary,
    neighbors: list(Neighbor),
    total: count,
    counts: z.strictObject({
      relation: z.partialRecord(edgeName, count),
      kind: z.partialRecord(nodeKind, count),
    }),
    cut: cutBy(['reach']),
    next: z.exactOptional(z.string()).meta({ description: 'Cursor of the next page; absent on the last.' }),
  })
  .meta({ id: 'NeighborsAnswer' })
export type NeighborsAnswer = z.infer<typeof NeighborsAnswer>

export const Path = z.strictObject({ length: count, nodes: list(NodeSummary), edges: list(EdgeView) }).meta({
  id: 'Path',
  description:
    'Nodes from end to end, and the edge of each step: what is asserted before what is planned, then the weightiest.',
})
export type Path = z.infer<typeof Path>

export const PathsAnswer = z
  .strictObject({ from: NodeSummary, to: NodeSummary, paths: list(Path), cut: cutBy(['limit', 'steps']) })
  .meta({ id: 'PathsAnswer', description: 'Shortest first; an empty list where none connects the two.' })
export type PathsAnswer = z.infer<typeof PathsAnswer>

// ----------------------------------------------------------------------------------------------------- search and texts

export const SnippetPart = z.strictObject({ text: z.string(), hit: z.boolean() }).meta({ id: 'SnippetPart' })
export type SnippetPart = z.infer<typeof SnippetPart>

export const NodeHit = NodeSummary.extend({
  matched: z.string().meta({ description: 'The name or alias that was found.' }),
}).meta({ id: 'NodeHit' })
export type NodeHit = z.infer<typeof NodeHit>

export const DocumentHit = GraphDocument.extend({ snippet: list(SnippetPart) }).meta({ id: 'DocumentHit' })
export type DocumentHit = z.infer<typeof DocumentHit>

export const SearchAnswer = z
  .strictObject({ nodes: list(NodeHit), documents: list(DocumentHit) })
  .meta({ id: 'SearchAnswer' })
export type SearchAnswer = z.infer<typeof SearchAnswer>

export const DocumentsAnswer = z
  .strictObject({ documents: list(GraphDocument), total: count, next: z.exactOptional(z.string()) })
  .meta({ id: 'DocumentsAnswer', description: 'Newest first; those without a date last.' })
export type DocumentsAnswer = z.infer<typeof DocumentsAnswer>

export const DocumentAnswer = z
  .strictObject({
    document: GraphDocument.extend({
      url: z.string().nullable(),
      origin: z.string().meta({ description: 'Where it was read from.' }),
      author: z.string().nullable(),
      format: z.string().nullable().meta({ description: 'Of the file; null where a text came as it is.' }),
      digest: z.string().nullable().meta({ description: 'SHA-256 of the bytes it was read from, in hexadecimal.' }),
      text: z.string(),
      body: spanPair.meta({ description: 'The part that was read; a front matter lies outside.' }),
    }),
    mentions: list(z.strictObject({ start: offset, end: offset, node: nodeKey })).meta({
      description: 'In order of reading; they never overlap.',
    }),
    edges: list(edgeKey).meta({ description: 'Relations with evidence in this document.' }),
    notes: list(z.string()),
  })
  .meta({ id: 'DocumentAnswer' })
export type DocumentAnswer = z.infer<typeof DocumentAnswer>

export const AddedAnswer = z
  .strictObject({ document: GraphDocument, nodes: list(nodeKey), edges: list(edgeKey), notes: list(z.string()) })
  .meta({ id: 'AddedAnswer', description: 'What was read in the text: keys of nodes and edges, and remarks.' })
export type AddedAnswer = z.infer<typeof AddedAnswer>

export const NewDocument = z
  .strictObject({
    text: z.string(),
    title: z.exactOptional(z.string().max(1000)),
    date: z.exactOptional(civilDate).meta({ description: 'Day of publication, such as 2025-12-04.' }),
    source: z.exactOptional(z.string().max(1000)),
    url: z.exactOptional(z.url({ protocol: /^https?$/ })),
  })
  .meta({ id: 'NewDocument', description: 'A text to be read into the library.' })
export type NewDocument = z.infer<typeof NewDocument>

export const ReadText = z
  .strictObject({
    document: GraphDocument,
    outcome: z.enum(['added', 'changed', 'unchanged']),
    nodes: count,
    edges: count,
    notes: list(z.string()),
  })
  .meta({ id: 'ReadText', description: 'A text of a file: how much was read in it.' })
export type ReadText = z.infer<typeof ReadText>

export const FileAnswer = z
  .strictObject({
    texts: list(ReadText).meta({ description: 'In the order of the file.' }),
    failures: list(z.string()).meta({ description: 'What could not be read, one sentence each; the rest was.' }),
    notes: list(z.string()).meta({ description: 'What was passed over.' }),
  })
  .meta({ id: 'FileAnswer', description: 'What was read in a file.' })
export type FileAnswer = z.infer<typeof FileAnswer>

// ---------------------------------------------------------------------------------------------------- state of affairs

export const StatsAnswer = z
  .strictObject({
    documents: count,
    sentences: count,
    characters: count,
    nodes: count,
    edges: count,
    actors: count,
    places: count,
    events: count,
    statements: count.meta({ description: 'Sum of the weights of all edges.' }),
  })
  .meta({ id: 'StatsAnswer' })
export type StatsAnswer = z.infer<typeof StatsAnswer>

export const HealthAnswer = z
  .strictObject({ status: z.literal('ok'), version: z.string() })
  .meta({ id: 'HealthAnswer' })
export type HealthAnswer = z.infer<typeof HealthAnswer>

export const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    parameter: z.exactOptional(z.string()).meta({ description: 'The parameter or field that was not acceptable.' }),
    line: z.exactOptional(z.int().min(1)).meta({ description: 'Line of a query at which it is wrong.' }),
    column: z.exactOptional(z.int().min(1)).meta({ description: 'Column in that line, in UTF-16 code units.' }),
    code: z.exactOptional(z.string()).meta({ description: "openCypher's name for what is wrong with a query." }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. `detail` is a sentence for the person who reads it.' })
export type Problem = z.infer<typeof Problem>
