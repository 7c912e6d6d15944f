/** The graph as it was last worked out, kept in the library: so nobody who opens it has to wait until it is worked out again. */
import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Statements } from './statements.ts'

/** Fast: the graph is written anew whenever enough has changed. */
const LEVEL = 3

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
  return row === undefined || digestOf(row.packed) !== row.digest ? undefined : inflateRawSync(row.packed)
}

/** To be called within a transaction. */
export function writeGraph(statements: Statements, stamp: string, bytes: Uint8Array): void {
  const packed = deflateRawSync(bytes, { level: LEVEL })
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
