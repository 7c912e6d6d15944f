/** How documents came in, and their sketches, by which copies are found. Kept in a table of its own. */
import { type Sketch, sketchOf } from '../graph/copies.ts'
import type { DateSource, Provenance, SourceDocument } from '../model/document.ts'
import type { Statements } from './statements.ts'

/** Documents of before have no row; those that were handed over as they are have no format. */
export const PROVENANCE_TABLE = `
CREATE TABLE provenance (
  doc INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  format TEXT,
  digest TEXT,
  author TEXT,
  language TEXT,
  date_from TEXT,
  sketch BLOB
) STRICT;
CREATE INDEX provenance_digest ON provenance (digest);
`

export interface ProvenanceColumns {
  readonly format: string | null
  readonly digest: string | null
  readonly author: string | null
  readonly language: string | null
  readonly date_from: DateSource | null
}

/** To be selected beside the columns of `documents`. */
export const PROVENANCE =
  'provenance.format, provenance.digest, provenance.author, provenance.language, provenance.date_from'
export const WITH_PROVENANCE = 'documents LEFT JOIN provenance ON provenance.doc = documents.doc'

export const toProvenance = ({
  format,
  digest,
  author,
  language,
  date_from: dateFrom,
}: ProvenanceColumns): Provenance | undefined =>
  format === null || digest === null ? undefined : { format, digest, author, language, dateFrom }

export function sameProvenance(row: ProvenanceColumns, { provenance }: SourceDocument): boolean {
  const here = toProvenance(row)
  return JSON.stringify(Object.entries(here ?? {}).sort()) === JSON.stringify(Object.entries(provenance ?? {}).sort())
}

export function writeProvenance(statements: Statements, doc: number | bigint, document: SourceDocument): void {
  const { format = null, digest = null, author = null, language = null, dateFrom = null } = document.provenance ?? {}
  const sketch = sketchOf(document)
  statements
    .get(
      'INSERT INTO provenance (doc, format, digest, author, language, date_from, sketch) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(doc, format, digest, author, language, dateFrom, sketch === undefined ? null : bytesOf(sketch))
}

/** Little-endian, whatever the machine. */
function bytesOf(sketch: Sketch): Buffer {
  const bytes = Buffer.alloc(sketch.length * 2)
  for (const [i, value] of sketch.entries()) bytes.writeUInt16LE(value, i * 2)
  return bytes
}

export const sketchIn = (bytes: Buffer): Sketch =>
  Uint16Array.from({ length: bytes.length / 2 }, (_, i) => bytes.readUInt16LE(i * 2))
