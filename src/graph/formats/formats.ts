/** The writer of each format. Each is a generator of pieces: what is written is never whole in memory. */
import { InvalidInputError } from '../../model/errors.ts'
import type { ListedGraph } from '../knowledge-graph.ts'
import { CATALOGUE, type FormatName } from './catalogue.ts'
import { writeCypher } from './cypher.ts'
import { writeDossier } from './dossier.ts'
import { writeEventTable } from './event-table.ts'
import { writeGexf } from './gexf.ts'
import { writeGml } from './gml.ts'
import { writeGraphml } from './graphml.ts'
import { writeHtml } from './html/html.ts'
import { writeJson, writeJsonLines } from './json.ts'
import { writeNeo4jHelp, writeNeo4jNodes, writeNeo4jRelationships } from './neo4j.ts'
import type { WriteOptions } from './options.ts'
import { writePajek } from './pajek.ts'
import { writeJsonLd } from './rdf/json-ld.ts'
import { writeTurtle } from './rdf/turtle.ts'
import { writeDocumentTable, writeEdgeTable, writeEvidenceTable, writeGraphTable, writeNodeTable } from './tables.ts'

export type Writer = (graph: ListedGraph, options?: WriteOptions) => Iterable<string>

/** One writer, or for a format of several files, one for each of them, by name. */
const WRITERS: Readonly<Record<FormatName, Writer | Readonly<Record<string, Writer>>>> = {
  gexf: writeGexf,
  html: writeHtml,
  json: writeJson,
  jsonl: writeJsonLines,
  graphml: writeGraphml,
  gml: writeGml,
  pajek: writePajek,
  csv: {
    'nodes.csv': writeNodeTable,
    'edges.csv': writeEdgeTable,
    'evidence.csv': writeEvidenceTable,
    'documents.csv': writeDocumentTable,
    'graph.csv': writeGraphTable,
  },
  events: writeEventTable,
  cypher: writeCypher,
  neo4j: { 'nodes.csv': writeNeo4jNodes, 'relationships.csv': writeNeo4jRelationships, 'README.txt': writeNeo4jHelp },
  turtle: writeTurtle,
  jsonld: writeJsonLd,
  dossier: writeDossier,
}

/** Who else took part in an event is two steps from a node that took part. */
export const FOCUSED_DEPTH = 2

/** One file of an export. */
export interface FormatFile {
  readonly name: string
  readonly write: Writer
}

/** The files of a format: one, called `dragoman.gexf` and the like, or its tables. */
export function filesOf(format: FormatName): readonly [FormatFile, ...FormatFile[]] {
  const writer = WRITERS[format]
  if (typeof writer === 'function') return [{ name: `dragoman.${CATALOGUE[format].extension}`, write: writer }]
  const [first, ...others] = Object.entries(writer).map(([name, write]) => ({ name, write }))
  return [first!, ...others]
}

/** @throws InvalidInputError that names the tables that there are */
export function tableOf(format: FormatName, table: string): FormatFile {
  const { label, tables } = CATALOGUE[format]
  const found = tables.includes(table) ? filesOf(format).find(({ name }) => name === `${table}.csv`) : undefined
  if (found !== undefined) return found
  throw new InvalidInputError(
    'table',
    tables.length === 0
      ? `${label} is one file; it has no tables to choose from.`
      : `There is no table "${table}". Choose one of: ${tables.join(', ')}.`,
  )
}
