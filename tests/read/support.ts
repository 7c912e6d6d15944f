/** Reads sources and writes down what comes out. */
import { join } from 'node:path'
import type { SourceDocument } from '../../src/model/document.ts'
import { type Outcome, type Reading, readDocuments } from '../../src/read/read.ts'
import { bytesSource, fileSource, type Source } from '../../src/read/source.ts'

export const FIXTURES = join(import.meta.dirname, 'fixtures')
export const fixture = (name: string): string => join(FIXTURES, name)

export interface Read {
  readonly documents: readonly SourceDocument[]
  /** With the folder of the fixtures left out. */
  readonly failures: readonly string[]
  readonly notes: readonly string[]
  readonly problems: readonly string[]
}

export async function readSource(source: Source, reading?: Reading): Promise<Read> {
  const outcomes: Outcome[] = []
  for await (const outcome of readDocuments(source, reading)) outcomes.push(outcome)
  const short = (text: string): string => text.replaceAll(`${FIXTURES}/`, '')
  return {
    documents: outcomes.flatMap((outcome) => (outcome.kind === 'document' ? [outcome.document] : [])),
    failures: outcomes.flatMap((outcome) => (outcome.kind === 'failure' ? [short(outcome.error.message)] : [])),
    notes: outcomes.flatMap((outcome) => (outcome.kind === 'note' ? [short(outcome.note)] : [])),
    problems: outcomes.flatMap((outcome) => (outcome.kind === 'document' ? outcome.problems : [])),
  }
}

export const readFixture = async (name: string, reading?: Reading): Promise<Read> =>
  readSource(await fileSource(fixture(name)), reading)

/** Bytes, as if they lay in a file of that name. */
export const readBytes = (name: string, bytes: Uint8Array | string, reading?: Reading): Promise<Read> =>
  readSource(bytesSource(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { origin: name, name }), reading)

/** The only document of a source. */
export function only({ documents, failures }: Read): SourceDocument {
  if (documents.length !== 1) throw new Error(`${documents.length} documents: ${failures.join(' ')}`)
  return documents[0]!
}
