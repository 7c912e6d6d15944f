/** One file packed by gzip; what is inside is told by the name without `.gz`, and by its first bytes. */
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { UnreadableDocumentError } from '../../model/errors.ts'
import { inMegabytes, MOST_RATIO, RATIO_COUNTS_FROM } from '../limits.ts'
import type { Found } from '../reader.ts'
import { type Bytes, type Source, streamSource } from '../source.ts'

export async function* readGzip(source: Source): AsyncGenerator<Found> {
  const name = source.name.replace(/\.t?gz$/i, '')
  const inner = await streamSource(unpacked(source), { origin: source.origin, name })
  yield { kind: 'source', source: inner }
}

/** Archives of the web are packed record by record, one member after the other. */
async function* unpacked({ origin, stream }: Source): AsyncGenerator<Uint8Array> {
  let [packed, length] = [0, 0]
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const part of stream()) {
      packed += part.length
      yield part
    }
  }
  const input = Readable.from(counted())
  const gunzip = createGunzip()
  input.on('error', (error) => gunzip.destroy(error))
  input.pipe(gunzip)
  try {
    for await (const part of gunzip as Bytes) {
      length += part.length
      if (length > RATIO_COUNTS_FROM && length > packed * MOST_RATIO)
        throw new UnreadableDocumentError(
          origin,
          `${origin} grows to more than ${MOST_RATIO} times its size (${inMegabytes(length)} so far), as no text does, and was not unpacked.`,
        )
      yield part
    }
  } catch (cause) {
    if (cause instanceof UnreadableDocumentError) throw cause
    throw new UnreadableDocumentError(
      origin,
      `${origin} is damaged or cut off: it cannot be unpacked (${cause instanceof Error ? cause.message : String(cause)}). Get it anew.`,
      { cause },
    )
  } finally {
    input.destroy()
    gunzip.destroy()
  }
}
