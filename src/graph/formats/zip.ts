/** Several files as one ZIP, in pieces, by fflate. */
import { Zip, ZipDeflate } from 'fflate'
import type { ListedGraph } from '../knowledge-graph.ts'
import type { FormatFile } from './formats.ts'
import type { WriteOptions } from './options.ts'

/** The first day that a ZIP can name: the same files are the same bytes whenever they are written. */
const NO_TIME = '1980-01-01T00:00:00'
/** Small pieces would be badly packed, and passed on slowly. */
const BLOCK = 65_536

/** @throws what the writers throw; an entry may have 4 GB */
export function* zipped(files: Iterable<FormatFile>, graph: ListedGraph, options: WriteOptions): Generator<Uint8Array> {
  let ready: Uint8Array[] = []
  const archive = new Zip((error, chunk) => {
    if (error !== null) throw error
    ready.push(chunk)
  })
  const encoder = new TextEncoder()
  for (const { name, write } of files) {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = NO_TIME
    archive.add(entry)
    for (const block of inBlocks(write(graph, options))) {
      entry.push(encoder.encode(block))
      yield* ready
      ready = []
    }
    entry.push(new Uint8Array(0), true)
  }
  archive.end()
  yield* ready
}

/** Few large pieces are passed on faster than many small ones. */
export function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let block = ''
  for (const piece of pieces) {
    block += piece
    if (block.length < BLOCK) continue
    yield block
    block = ''
  }
  if (block !== '') yield block
}
