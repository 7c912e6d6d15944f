/** A record that is made of parts, one or more for each document that adds to it: parts come and go without a look into the others. */
import { ByteReader, ByteWriter } from './bytes.ts'

/** @returns the rest without the parts of some documents. @param start where the first part begins */
export function withoutParts(bytes: Uint8Array, start: number, documents: ReadonlySet<number>): ByteWriter {
  const reader = new ByteReader(bytes, start)
  const kept = new ByteWriter(bytes.length).bytes(bytes.subarray(0, start))
  while (!reader.done) {
    const from = reader.position
    const document = reader.number()
    reader.bytes(reader.number())
    if (!documents.has(document)) kept.bytes(bytes.subarray(from, reader.position))
  }
  return kept
}

/** Taken up again for each part, so that not each needs room of its own. */
const scratch = new ByteWriter(4096)

/** Adds a part. @param write writes what is in it */
export function writePart(to: ByteWriter, document: number, write: (to: ByteWriter) => void): void {
  write(scratch.clear())
  to.number(document).number(scratch.length).bytes(scratch.view())
}
