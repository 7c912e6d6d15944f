/**
 * Everything the API can do, in one table: the server binds its routes to these rows, and the OpenAPI document is written
 * from them, so that neither can say what the other does not do. Paths are below `/api/v1`.
 */
import * as z from 'zod'
import { CATALOGUE, FORMAT_NAMES, type FormatName } from '../graph/formats/catalogue.ts'
import { AskAnswer, AskQuery } from './ask.ts'
import { BatchAnswer, BatchRequest } from './batch.ts'
import { CommonContactsAnswer, ContactsAnswer } from './contacts.ts'
import {
  CorrectedAnswer, IdentityAnswer, ImportedAnswer, LogAnswer, LogImport, NewCorrection, SuggestionsAnswer, UndoRequest,
} from './corrections.ts' // biome-ignore format: one glance
import { CypherAnswer, CypherQuery } from './cypher.ts'
import { EventsAnswer } from './events.ts'
import { EdgeEvidenceAnswer, NodeEvidenceAnswer } from './evidence.ts'
import { GraphAnswer, SerializedGraph } from './graph.ts'
import {
  DocumentPath, DossierQuery, EdgePath, ExportQuery, FileQuery, GraphQuery, NeighborsQuery, NodePath, NoQuery, PageQuery,
  RemovalQuery, SearchQuery, tablesQuery,
} from './parameters.ts' // biome-ignore format: one glance
import { CommonContactsQuery, ContactsQuery, EventsQuery, EvidenceQuery, PathsQuery, ShapeQuery } from './questions.ts'
import {
  AddedAnswer, DocumentAnswer, DocumentsAnswer, EdgeView, FileAnswer, HealthAnswer, NeighborsAnswer, NewDocument, NodeAnswer, PathsAnswer,
  SearchAnswer, StatsAnswer,
} from './schemas.ts' // biome-ignore format: one glance
import { ShapeAnswer } from './shape.ts'
import { SourcesAnswer, SourcesLine, SourcesQuery, SourcesRequest } from './sources.ts'
import { ExportPath, ExportRequest, GraphImportedAnswer, ImportQuery } from './transfer.ts'

/** What a request with a good answer gets: JSON of a schema, a file of one of some media types, or nothing. */
export type AnswerShape =
  | { readonly json: z.ZodType }
  | { readonly file: string | readonly string[]; readonly schema?: z.ZodType }
  | { readonly empty: true }

export interface Operation {
  readonly method: 'get' | 'post' | 'delete'
  /** With parameters as Express and, in braces, OpenAPI write them: `/nodes/:id`. */
  readonly path: string
  readonly summary: string
  readonly parameters?: z.ZodObject
  readonly query: z.ZodObject
  readonly body?: z.ZodObject
  /** The body may also be a file, of which `query` tells the name. */
  readonly file?: true
  readonly answer: AnswerShape
  /** The list of the answer that can also be had as lines of JSON. */
  readonly items?: string
  /** Each answer is made anew: the version of the library does not tell it. */
  readonly fresh?: true
  /** It only asks, although it is posted. */
  readonly asks?: true
  /** Of a good answer, with what each means. */
  readonly statuses: Readonly<Record<number, string>>
}

const OK = { 200: 'as asked' }

/** One for each format, such as `exportGexf`. */
type ExportName<F extends FormatName> = `export${Capitalize<F>}`
interface ExportOperation extends Operation {
  readonly query: typeof ExportQuery
  readonly answer: { readonly file: string | readonly string[]; readonly schema?: z.ZodType }
}

export const exportName = <F extends FormatName>(format: F): ExportName<F> =>
  `export${format.charAt(0).toUpperCase()}${format.slice(1)}` as ExportName<F>

const exportOperations = Object.fromEntries(
  FORMAT_NAMES.map((format) => [exportName(format), exportOperation(format)]),
) as { readonly [F in FormatName as ExportName<F>]: ExportOperation }

function exportOperation(format: FormatName): Operation {
  const { label, use, mediaType, focused, tables } = CATALOGUE[format]
  const [first, ...others] = tables
  return {
    method: 'get',
    path: `/export.${format}`,
    summary: `The graph, or a part of it, as ${label}, for ${use}`,
    query: focused ? DossierQuery : first === undefined ? ExportQuery : tablesQuery([first, ...others]),
    answer: {
      file: first === undefined ? mediaType : ['application/zip', mediaType],
      ...(format === 'json' && { schema: SerializedGraph }),
    },
    statuses: OK,
  }
}

/** Of all formats. */
const EXPORTED = [...new Set(Object.values(CATALOGUE).map(({ mediaType }) => mediaType)), 'application/zip']

export const OPERATIONS = {
  graph: {
    method: 'get',
    path: '/graph',
    summary: 'The graph, or the part of it that filters let through',
    query: GraphQuery,
    answer: { json: GraphAnswer },
    statuses: OK,
  },
  node: {
    method: 'get',
    path: '/nodes/:id',
    summary: 'A node with all its relations and events, and the sentences behind them',
    parameters: NodePath,
    query: NoQuery,
    answer: { json: NodeAnswer },
    statuses: OK,
  },
  neighbors: {
    method: 'get',
    path: '/nodes/:id/neighbors',
    summary: 'What lies around a node, up to three steps away',
    parameters: NodePath,
    query: NeighborsQuery,
    answer: { json: NeighborsAnswer },
    items: 'neighbors',
    statuses: OK,
  },
  nodeEvidence: {
    method: 'get',
    path: '/nodes/:id/evidence',
    summary: 'The sentences behind a node or an event, with those around them',
    parameters: NodePath,
    query: EvidenceQuery,
    answer: { json: NodeEvidenceAnswer },
    items: 'evidence',
    statuses: OK,
  },
  edgeEvidence: {
    method: 'get',
    path: '/edges/:id/evidence',
    summary: 'The sentences behind a relation, with those around them',
    parameters: EdgePath,
    query: EvidenceQuery,
    answer: { json: EdgeEvidenceAnswer },
    items: 'evidence',
    statuses: OK,
  },
  edge: {
    method: 'get',
    path: '/edges/:id',
    summary: 'A relation with the sentences behind it',
    parameters: EdgePath,
    query: NoQuery,
    answer: { json: EdgeView },
    statuses: OK,
  },
  search: {
    method: 'get',
    path: '/search',
    summary: 'Nodes by name, and documents by their words',
    query: SearchQuery,
    answer: { json: SearchAnswer },
    statuses: OK,
  },
  paths: {
    method: 'get',
    path: '/paths',
    summary: 'How two nodes are connected, the shortest way first',
    query: PathsQuery,
    answer: { json: PathsAnswer },
    items: 'paths',
    statuses: OK,
  },
  events: {
    method: 'get',
    path: '/events',
    summary: 'What happened, in order of time, with the sum of those killed, wounded and arrested',
    query: EventsQuery,
    answer: { json: EventsAnswer },
    items: 'events',
    statuses: OK,
  },
  contacts: {
    method: 'get',
    path: '/contacts',
    summary: 'Who met whom, how often, and when first and last',
    query: ContactsQuery,
    answer: { json: ContactsAnswer },
    items: 'contacts',
    statuses: OK,
  },
  commonContacts: {
    method: 'get',
    path: '/contacts/common',
    summary: 'Whom two actors have both met',
    query: CommonContactsQuery,
    answer: { json: CommonContactsAnswer },
    items: 'common',
    statuses: OK,
  },
  shape: {
    method: 'get',
    path: '/shape',
    summary: 'Who is central in the graph or a part of it, and into which parts it falls',
    query: ShapeQuery,
    answer: { json: ShapeAnswer },
    items: 'nodes',
    statuses: OK,
  },
  cypher: {
    method: 'post',
    path: '/cypher',
    summary: 'Asks the graph in openCypher, read-only',
    query: NoQuery,
    body: CypherQuery,
    answer: { json: CypherAnswer },
    items: 'rows',
    asks: true,
    statuses: OK,
  },
  ask: {
    method: 'get',
    path: '/ask',
    summary: 'Answers a plain question in English, with evidence',
    query: AskQuery,
    answer: { json: AskAnswer },
    statuses: OK,
  },
  batch: {
    method: 'post',
    path: '/batch',
    summary: 'Several questions in one request',
    query: NoQuery,
    body: BatchRequest,
    answer: { json: BatchAnswer },
    statuses: { 200: 'all were looked at; each answer has a status of its own' },
  },
  changes: {
    method: 'get',
    path: '/changes',
    summary: 'Tells whenever the graph has changed, as server-sent events with its revision',
    query: NoQuery,
    answer: { file: 'text/event-stream' },
    fresh: true,
    statuses: { 200: 'an event "graph" at once, and one for each change' },
  },
  documents: {
    method: 'get',
    path: '/documents',
    summary: 'The documents of the library, the newest first',
    query: PageQuery,
    answer: { json: DocumentsAnswer },
    items: 'documents',
    statuses: OK,
  },
  document: {
    method: 'get',
    path: '/documents/:id',
    summary: 'A document with its text and what was read in it',
    parameters: DocumentPath,
    query: NoQuery,
    answer: { json: DocumentAnswer },
    statuses: OK,
  },
  addDocument: {
    method: 'post',
    path: '/documents',
    summary: 'Reads a text, or the texts of a file, into the library',
    query: FileQuery,
    body: NewDocument,
    file: true,
    answer: { json: z.union([AddedAnswer, FileAnswer]) },
    statuses: { 200: 'the texts were there already', 201: 'at least one text was added' },
  },
  sources: {
    method: 'get',
    path: '/sources',
    summary: 'What the server can read by itself: folders under its root, and the samples while the library is empty',
    query: SourcesQuery,
    answer: { json: SourcesAnswer },
    fresh: true,
    statuses: OK,
  },
  readSources: {
    method: 'post',
    path: '/sources',
    summary: 'Reads a folder under the root, or the samples, into the library, and tells its progress line by line',
    query: NoQuery,
    body: SourcesRequest,
    answer: { file: 'application/x-ndjson', schema: SourcesLine },
    statuses: { 200: 'a line at the beginning, one for each file when it was read, one at the end' },
  },
  dropDocument: {
    method: 'delete',
    path: '/documents/:id',
    summary: 'Removes a document and what only it says',
    parameters: DocumentPath,
    query: RemovalQuery,
    answer: { empty: true },
    statuses: { 204: 'it is gone' },
  },
  ...exportOperations,
  exportPart: {
    method: 'post',
    path: '/export/:format',
    summary: 'What a query in openCypher finds, some nodes, or what filters let through, as a file of any format',
    parameters: ExportPath,
    query: NoQuery,
    body: ExportRequest,
    answer: { file: EXPORTED },
    statuses: OK,
  },
  importGraph: {
    method: 'post',
    path: '/import',
    summary: 'Takes a graph of another program, or of Dragoman, into the library',
    query: ImportQuery,
    file: true,
    answer: { json: GraphImportedAnswer },
    statuses: { 200: 'it was there already, or was only checked', 201: 'it was imported' },
  },
  identity: {
    method: 'get',
    path: '/nodes/:id/identity',
    summary: 'Why a node is one: the names or reports that it was put together from',
    parameters: NodePath,
    query: NoQuery,
    answer: { json: IdentityAnswer },
    statuses: OK,
  },
  suggestions: {
    method: 'get',
    path: '/suggestions',
    summary: 'Pairs of nodes that may be one, for a person to judge',
    query: PageQuery,
    answer: { json: SuggestionsAnswer },
    items: 'suggestions',
    statuses: OK,
  },
  corrections: {
    method: 'get',
    path: '/corrections',
    summary: 'The log of corrections, the newest first, and which of them hold',
    query: PageQuery,
    answer: { json: LogAnswer },
    statuses: OK,
  },
  correct: {
    method: 'post',
    path: '/corrections',
    summary: 'Corrects a node or a relation, or adds a relation or an event by hand',
    query: NoQuery,
    body: NewCorrection,
    answer: { json: CorrectedAnswer },
    statuses: { 201: 'it is in the log, and holds' },
  },
  undo: {
    method: 'post',
    path: '/corrections/undo',
    summary: 'Takes a correction back, the last one unless told',
    query: NoQuery,
    body: UndoRequest,
    answer: { json: CorrectedAnswer },
    statuses: OK,
  },
  redo: {
    method: 'post',
    path: '/corrections/redo',
    summary: 'Brings back a correction that was taken back, the last one unless told',
    query: NoQuery,
    body: UndoRequest,
    answer: { json: CorrectedAnswer },
    statuses: OK,
  },
  exportLog: {
    method: 'get',
    path: '/corrections.jsonl',
    summary: 'The log of corrections as a file, one entry in JSON a line',
    query: NoQuery,
    answer: { file: 'application/jsonl' },
    statuses: OK,
  },
  importLog: {
    method: 'post',
    path: '/corrections/import',
    summary: 'Takes over the corrections of an exported log that are not here yet',
    query: NoQuery,
    body: LogImport,
    answer: { json: ImportedAnswer },
    statuses: OK,
  },
  stats: {
    method: 'get',
    path: '/stats',
    summary: 'The library in numbers',
    query: NoQuery,
    answer: { json: StatsAnswer },
    statuses: OK,
  },
  health: {
    method: 'get',
    path: '/healthz',
    summary: 'Whether the server works',
    query: NoQuery,
    answer: { json: HealthAnswer },
    statuses: OK,
  },
} as const satisfies Record<string, Operation>

export type OperationName = keyof typeof OPERATIONS
