/** Several files as one ZIP, in pieces, by fflate. */
import { Zip, ZipDeflate } from 'fflate'
import type { ListedGraph } from '../knowledge-graph.ts'
import type { FormatFile } from './formats.ts'
import type { WriteOptions } from './options.ts'
import { PAUSE } from './pauses.ts'

/** The first day that a ZIP can name: the same files are the same bytes whenever they are written. */
const NO_TIME = '1980-01-01T00:00:00'
/** Small pieces would be badly packed, and passed on slowly. */
const BLOCK = 65_536
const NOTHING = new Uint8Array()

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
      const bytes = encoder.encode(block)
      // A single piece may be long; and not every part gives something: others have their turn all the same.
      for (let at = 0; at <= bytes.length; at += BLOCK) {
        entry.push(bytes.subarray(at, at + BLOCK))
        if (ready.length === 0) yield NOTHING
        yield* ready
        ready = []
      }
    }
    entry.push(new Uint8Array(0), true)
  }
  archive.end()
  yield* ready
}

/** Few large pieces are passed on faster than many small ones; a pause is passed on as it is. */
export function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let block = ''
  for (const piece of pieces) {
    if (piece === PAUSE) yield PAUSE
    block += piece
    if (block.length < BLOCK) continue
    yield block
    block = ''
  }
  if (block !== '') yield block
}
