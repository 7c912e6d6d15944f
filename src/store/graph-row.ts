/** The graph as it was last worked out, kept in the library: so nobody who opens it has to wait until it is worked out again. */
import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Statements } from './statements.ts'

/** Fast: the graph is written anew whenever enough has changed. */
const LEVEL = 3
/** Bytes that tell how many there are when they are inflated. */
const SIZE = 4
/** zlib's own. */
const LEAST_CHUNK = 64

const digestOf = (packed: Buffer): string => createHash('sha256').update(packed).digest('hex')

interface Row {
  readonly stamp: string
  readonly digest: string
  readonly packed: Buffer
}

const read = (statements: Statements): Row | undefined =>
  statements.get<[], Row>('SELECT stamp, digest, packed FROM graph').get()

/** Undefined where there is none of this stamp, or it is damaged. */
export function readGraph(statements: Statements, stamp: string): Uint8Array | undefined {
  const kept = statements.get('SELECT stamp FROM graph').pluck().get()
  if (kept !== stamp) return undefined
  const row = read(statements)
  return row === undefined || digestOf(row.packed) !== row.digest ? undefined : inflated(row.packed)
}

/** In one piece: hundreds of megabytes are not put together from small ones. */
function inflated(packed: Buffer): Buffer {
  const size = packed.readUInt32LE(0)
  return inflateRawSync(packed.subarray(SIZE), { chunkSize: Math.max(size + 1, LEAST_CHUNK) })
}

function deflated(bytes: Uint8Array): Buffer {
  const size = Buffer.alloc(SIZE)
  size.writeUInt32LE(bytes.length)
  return Buffer.concat([size, deflateRawSync(bytes, { level: LEVEL })])
}

/** To be called within a transaction. */
export function writeGraph(statements: Statements, stamp: string, bytes: Uint8Array): void {
  const packed = deflated(bytes)
  statements
    .get('INSERT OR REPLACE INTO graph (n, stamp, digest, packed) VALUES (1, ?, ?, ?)')
    .run(stamp, digestOf(packed), packed)
}

/** To be called within a transaction. */
export const dropGraph = (statements: Statements): void => void statements.get('DELETE FROM graph').run()

/** Whether the kept graph is what was written, in sentences. */
export function graphProblems(statements: Statements): string[] {
  const row = read(statements)
  return row === undefined || digestOf(row.packed) === row.digest
    ? []
    : ['The kept graph is damaged. It is worked out anew when the library is opened next.']
}
