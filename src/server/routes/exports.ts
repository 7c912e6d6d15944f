/** The graph as a file. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import type { FilterQuery } from '../../api/parameters.ts'
import type { FormatName } from '../../graph/formats/formats.ts'
import { FORMATS } from '../../graph/formats/formats.ts'
import { subgraph } from '../../graph/queries/subgraph.ts'
import type { Binder } from '../bind.ts'
import type { Snapshot } from '../graph-cache.ts'
import { edgesOf, nodesOf } from './graph.ts'

export function bindExports(bind: Binder): void {
  bind('exportGexf', ({ query, snapshot, response }) => send('gexf', query, snapshot, response))
  bind('exportJson', ({ query, snapshot, response }) => send('json', query, snapshot, response))
}

/** Streamed, so that the length of a string is no limit. A part keeps the positions that it has in the whole. */
async function send(name: FormatName, query: FilterQuery, snapshot: Snapshot, response: Response): Promise<undefined> {
  const { mediaType, extension, positioned, write } = FORMATS[name]
  const positions = positioned ? await snapshot.positions() : {}
  const { graph } = subgraph(snapshot.graph, nodesOf(query), edgesOf(query))
  response.attachment(`dragoman.${extension}`).type(`${mediaType}; charset=utf-8`)
  try {
    await pipeline(Readable.from(inBlocks(write(graph, positions))), response)
  } catch (error) {
    // The caller went away: nobody is left to be told.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}

/** Pieces of about 64 kB: one for each element would cost more than writing it. */
function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let block = ''
  for (const piece of pieces) {
    block += piece
    if (block.length < 65_536) continue
    yield block
    block = ''
  }
  if (block !== '') yield block
}
