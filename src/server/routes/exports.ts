/** The graph as a file. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type { Response } from 'express'
import { edgesOf, nodesOf } from '../../api/filters.ts'
import { exportName } from '../../api/operations.ts'
import type { ExportQuery } from '../../api/parameters.ts'
import { CATALOGUE, FORMAT_NAMES, type FormatName } from '../../graph/formats/catalogue.ts'
import { FOCUSED_DEPTH, filesOf, tableOf } from '../../graph/formats/formats.ts'
import { sentencesFrom, type WriteOptions } from '../../graph/formats/options.ts'
import { inBlocks, zipped } from '../../graph/formats/zip.ts'
import { MOST_LAID_OUT } from '../../graph/layout.ts'
import { type Part, partInTurns } from '../../graph/queries/part.ts'
import { InvalidInputError } from '../../model/errors.ts'
import type { Asked, Binder } from '../bind.ts'
import type { Linked } from '../linked.ts'
import type { Texts } from '../texts.ts'

/** Of all formats: those of several tables may be asked for one of them. */
type Query = ExportQuery & { readonly table?: string }

/** Of the choice of what is written; the writing itself takes as long as the caller reads. */
const LONGEST_MS = 60_000

export function bindExports(bind: Binder, texts: Texts): void {
  for (const format of FORMAT_NAMES) bind(exportName(format), (asked) => sendWhole(format, asked, texts))
}

type Asking = Pick<Asked<'exportGexf'>, 'linked' | 'inTurns' | 'named' | 'response'> & { readonly query: Query }

/** What filters let through, or what lies around a node. */
export async function sendWhole(format: FormatName, asked: Asking, texts: Texts): Promise<undefined> {
  const { query, response, inTurns } = asked
  const { focused } = CATALOGUE[format]
  const { links, snapshot } = await asked.linked()
  if (focused && query.node === undefined)
    throw new InvalidInputError(
      'node',
      `The parameter "node" is missing: ${CATALOGUE[format].label} is about one node.`,
    )
  const wanted = {
    nodes: nodesOf(query),
    edges: edgesOf(query),
    keys: await asked.named.all(query.key, 'key'),
    node: query.node,
    depth: focused ? FOCUSED_DEPTH : query.depth,
  }
  const part = await inTurns(partInTurns(links, wanted, snapshot.graph.getAttributes()), LONGEST_MS)
  return sendPart(format, part, { query, links, snapshot, response }, texts)
}

interface Sending extends Pick<Linked, 'links' | 'snapshot'> {
  readonly query: Pick<Query, 'text' | 'table'>
  readonly response: Response
}

/** Streamed, so that the length of a string is no limit. A part keeps the positions that it has in the whole. */
export async function sendPart(
  format: FormatName,
  { graph, focus }: Part,
  { query, links, snapshot, response }: Sending,
  texts: Texts,
): Promise<undefined> {
  const { mediaType, extension, positioned, focused, tables } = CATALOGUE[format]
  if (focused && focus === undefined)
    throw new InvalidInputError('format', `${CATALOGUE[format].label} is about one node; choose another format.`)
  const options: WriteOptions = {
    ...(positioned && links.keys.length <= MOST_LAID_OUT && { positions: await snapshot.positions() }),
    ...(query.text && { sentencesOf: sentencesFrom((id) => texts.get(id)) }),
    ...(focus !== undefined && { focus }),
    labelOf: (key) => links.attributesAt(key)?.label,
  }
  const packed = tables.length > 0 && query.table === undefined
  const [name, file] =
    query.table === undefined
      ? [`dragoman.${packed ? `${format}.zip` : extension}`, filesOf(format)[0]]
      : [`dragoman-${query.table}.csv`, tableOf(format, query.table)]
  response.attachment(name).type(packed ? 'application/zip' : `${mediaType}; charset=utf-8`)
  await deliver(packed ? zipped(filesOf(format), graph, options) : inBlocks(file.write(graph, options)), response)
}

const TURN_MS = 10

/** A caller who reads fast would else have the thread to himself, and so would a writer that has much to do before its next piece. */
async function* withTurns<T extends string | Uint8Array>(pieces: Iterable<T>): AsyncGenerator<T, void, void> {
  let began = performance.now()
  for (const piece of pieces) {
    if (piece.length > 0) yield piece
    if (performance.now() - began < TURN_MS) continue
    await setImmediate()
    began = performance.now()
  }
}

async function deliver(pieces: Iterable<string | Uint8Array>, response: Response): Promise<undefined> {
  try {
    await pipeline(Readable.from(withTurns(pieces)), response)
  } catch (error) {
    // The caller went away: nobody is left to be told.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}
