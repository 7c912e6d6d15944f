/**
 * The one table of the formats that a graph can be written in: the help of the command line, the API and its description, the
 * page's menu and the documentation derive from it. To add a format, add a row here and its writer in `formats.ts`.
 */

export interface FormatRow {
  readonly label: string
  /** What it is for, as the end of "for …". */
  readonly use: string
  readonly mediaType: string
  /** Without the dot. */
  readonly extension: string
  /** Whether nodes are written with their positions, so that the caller should lay the graph out first. */
  readonly positioned: boolean
  /** Tables that can be asked for by themselves; together they are a ZIP or a folder. Empty for a format of one file. */
  readonly tables: readonly string[]
  /** Whether it is about one node. */
  readonly focused: boolean
}

const row = (
  label: string,
  use: string,
  mediaType: string,
  extension: string,
  more: Partial<FormatRow> = {},
): FormatRow => ({
  ...{ label, use, mediaType, extension, positioned: false, tables: [], focused: false },
  ...more,
})
const POSITIONED = { positioned: true }

const rows = {
  gexf: row('GEXF 1.3', 'Gephi', 'application/gexf+xml', 'gexf', POSITIONED),
  html: row('HTML page', 'reading it anywhere, offline, in one file', 'text/html', 'html', POSITIONED),
  json: row('graphology JSON', 'programs, and for Dragoman itself', 'application/json', 'json'),
  jsonl: row('JSON Lines', 'programs that read line by line', 'application/jsonl', 'jsonl'),
  graphml: row('GraphML', 'NetworkX, igraph, Cytoscape and yEd', 'application/graphml+xml', 'graphml', POSITIONED),
  gml: row('GML', 'older graph programs', 'text/x-gml', 'gml', POSITIONED),
  pajek: row('Pajek', 'Pajek, with names and weights', 'text/x-pajek', 'net', POSITIONED),
  csv: row('CSV tables', 'spreadsheets, pandas and R', 'text/csv', 'csv', {
    tables: ['nodes', 'edges', 'evidence', 'documents', 'graph'],
  }),
  events: row('Event table', 'counting events, as PLOVER and ICEWS do', 'text/csv', 'events.csv'),
  cypher: row('Cypher script', 'Neo4j and Memgraph', 'application/x-cypher-query', 'cypher'),
  neo4j: row('Neo4j bulk tables', 'neo4j-admin import', 'text/csv', 'csv', { tables: ['nodes', 'relationships'] }),
  turtle: row('Turtle', 'triple stores', 'text/turtle', 'ttl'),
  jsonld: row('JSON-LD', 'linked data', 'application/ld+json', 'jsonld'),
  dossier: row('Markdown dossier', 'reading about one node', 'text/markdown', 'md', { focused: true }),
} as const satisfies Record<string, FormatRow>

export type FormatName = keyof typeof rows
export const CATALOGUE: Readonly<Record<FormatName, FormatRow>> = rows
export const FORMAT_NAMES = Object.keys(rows) as [FormatName, ...FormatName[]]
export const isFormatName = (name: string): name is FormatName => Object.hasOwn(CATALOGUE, name)

/** The format whose ending a file name has; of two, the one with the longer ending. */
export function formatOfName(name: string): FormatName | undefined {
  if (/\.zip$/i.test(name)) return 'csv'
  const fitting = FORMAT_NAMES.filter((format) => name.toLowerCase().endsWith(`.${CATALOGUE[format].extension}`))
  return fitting.sort((a, b) => CATALOGUE[b].extension.length - CATALOGUE[a].extension.length)[0]
}
