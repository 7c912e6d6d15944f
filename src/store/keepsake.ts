/** A kept graph with all that is needed to go on from it. */
import type { StoredDocument } from '../graph/knowledge-graph.ts'
import type { GraphDocument } from '../model/graph.ts'

export interface Keepsake {
  /** With their revisions. */
  readonly documents: readonly (readonly [document: GraphDocument, revision: number])[]
  /** How many entries the log of corrections had, and their digest. */
  readonly entries: number
  readonly log: string
  /** What was read in the documents that corrections are about. */
  readonly anchored: readonly StoredDocument[]
  /** As the assembler packs it. */
  readonly graph: Uint8Array
}

/** Bytes for the length of what stands before the graph. */
const LENGTH = 4

export function sealKeepsake({ graph, ...about }: Keepsake): Uint8Array {
  const text = Buffer.from(JSON.stringify(about), 'utf8')
  const length = Buffer.alloc(LENGTH)
  length.writeUInt32LE(text.length)
  return Buffer.concat([length, text, graph])
}

/** Undefined where the bytes are something else. */
export function openKeepsake(bytes: Uint8Array): Keepsake | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const start = LENGTH + buffer.readUInt32LE(0)
    const about = JSON.parse(buffer.toString('utf8', LENGTH, start)) as Omit<Keepsake, 'graph'>
    return { ...about, graph: buffer.subarray(start) }
  } catch {
    return undefined
  }
}
