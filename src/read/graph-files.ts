/** Files of graphs → graphs. XML is read in pieces; what must be whole in memory has a limit. Nothing is ever unpacked to disk. */
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { BrokenFileError, type ForeignGraph } from '../graph/import/foreign.ts'
import { readGexf } from '../graph/import/gexf.ts'
import { readGraphml } from '../graph/import/graphml.ts'
import { readGraphJson } from '../graph/import/json.ts'
import { type GraphTables, readTables } from '../graph/import/tables.ts'
import { UnreadableDocumentError } from '../model/errors.ts'

/** A string cannot be much longer. */
const MOST_BYTES = 400 * 1024 * 1024
const CHUNK = 1024 * 1024
const TABLES = ['nodes', 'edges', 'evidence', 'documents', 'graph'] as const

/**
 * One graph: a file in GEXF, GraphML or graphology's JSON; a ZIP or a folder of tables; or the tables themselves, of which
 * that of the edges is called so or has the columns `source` and `target`.
 * @throws UnreadableDocumentError
 */
export function readGraphFiles(paths: readonly [string, ...string[]]): ForeignGraph {
  const [path] = paths
  return told(path, paths.join(', '), () => {
    if (paths.length > 1 || extname(path).toLowerCase() === '.csv') return readTables(tablesOf(paths.map(fileAt)))
    if (statSync(path).isDirectory()) return readTables(folderOf(path))
    return readGraph(fileAt(path))
  })
}

/**
 * The same for a file that is in memory: GEXF, GraphML, graphology's JSON, a ZIP of tables, or the table of the edges alone.
 * @param name with the ending that tells its format
 * @throws UnreadableDocumentError
 */
export function readGraphBytes(name: string, bytes: Uint8Array): ForeignGraph {
  const file = fileOf(name, bytes)
  return told(name, name, () =>
    extname(name).toLowerCase() === '.csv' ? readTables(tablesOf([file])) : readGraph(file),
  )
}

function told(origin: string, what: string, read: () => ForeignGraph): ForeignGraph {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof UnreadableDocumentError) throw cause
    const why = cause instanceof BrokenFileError ? cause.message : reasonOf(cause)
    throw new UnreadableDocumentError(origin, `${what} cannot be imported: ${why}`, { cause })
  }
}

interface GraphFile {
  readonly name: string
  readonly size: () => number
  readonly bytes: () => Uint8Array
  /** Its text, piece by piece, without a byte-order mark. */
  readonly chunks: () => Generator<string>
}

const fileAt = (path: string): GraphFile => ({
  name: path,
  size: () => statSync(path).size,
  bytes: () => readFileSync(path),
  chunks: () => chunksOf(path),
})

const fileOf = (name: string, bytes: Uint8Array): GraphFile => ({
  name,
  size: () => bytes.length,
  bytes: () => bytes,
  *chunks() {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    for (let start = 0; start < bytes.length; start += CHUNK)
      yield decoder.decode(bytes.subarray(start, start + CHUNK), { stream: true })
    yield decoder.decode()
  },
})

function readGraph(file: GraphFile): ForeignGraph {
  switch (extname(file.name).toLowerCase()) {
    case '.gexf':
      return readGexf(file.chunks())
    case '.graphml':
      return readGraphml(file.chunks())
    case '.xml':
      return /<graphml\b/.test(beginning(file)) ? readGraphml(file.chunks()) : readGexf(file.chunks())
    case '.json':
      return readGraphJson(wholeOf(file))
    case '.zip':
      return readTables(unpack(file))
    default:
      throw new BrokenFileError(
        'its ending tells no format; known are .gexf, .graphml, .json, .csv, .zip and folders of tables',
      )
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'there is no such file.'
  if (code === 'EACCES') return 'this user may not read it.'
  if (error instanceof TypeError || code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'it is not in UTF-8.'
  return message
}

/** Text of a UTF-8 file, piece by piece, without a byte-order mark. */
function* chunksOf(path: string): Generator<string> {
  const file = openSync(path, 'r')
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const bytes = Buffer.allocUnsafe(CHUNK)
    for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes))
      yield decoder.decode(bytes.subarray(0, read), { stream: true })
    yield decoder.decode()
  } finally {
    closeSync(file)
  }
}

const beginning = (file: GraphFile): string => file.chunks().next().value ?? ''

function wholeOf(file: GraphFile): string {
  const size = file.size()
  if (size > MOST_BYTES)
    throw new BrokenFileError(
      `it has ${Math.round(size / 1024 / 1024)} MB; of this format ${MOST_BYTES / 1024 / 1024} MB can be read. Use GEXF or GraphML.`,
    )
  return new TextDecoder('utf-8', { fatal: true }).decode(file.bytes())
}

function tablesOf(files: readonly GraphFile[]): GraphTables {
  const tables: { -readonly [K in keyof GraphTables]: GraphTables[K] } = { edges: '' }
  for (const file of files) {
    const text = wholeOf(file)
    const name =
      TABLES.find((table) => basename(file.name).toLowerCase().includes(table)) ?? (hasEnds(text) ? 'edges' : 'nodes')
    tables[name] = text
  }
  if (tables.edges === '') throw new BrokenFileError('there is no table of edges, with the columns source and target.')
  return tables
}

const hasEnds = (text: string): boolean => /\bsource\b.*\btarget\b/i.test(text.slice(0, text.indexOf('\n') + 1))

function folderOf(path: string): GraphTables {
  const files = TABLES.map((table) => join(path, `${table}.csv`)).filter((file) => existsSync(file))
  if (files.length === 0) throw new BrokenFileError('it is a folder without nodes.csv and edges.csv.')
  return tablesOf(files.map(fileAt))
}

/** Only tables of ours are unpacked, and no more than fits: what a ZIP says of itself is checked before. */
function unpack(file: GraphFile): GraphTables {
  let total = 0
  const files = unzipSync(file.bytes(), {
    filter: ({ name, originalSize }) => {
      if (!TABLES.some((table) => `${table}.csv` === name)) return false
      total += originalSize
      if (total > MOST_BYTES) throw new BrokenFileError(`unpacked it has more than ${MOST_BYTES / 1024 / 1024} MB.`)
      return true
    },
  })
  const tables = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name.replace('.csv', ''), strFromU8(bytes)]),
  )
  const { edges } = tables
  if (edges === undefined) throw new BrokenFileError('there is no edges.csv in it.')
  return { ...tables, edges }
}
