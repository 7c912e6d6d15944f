/** Where bytes come from: a file, a pipe, an entry of an archive, an answer of the network. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { UnreadableDocumentError } from '../model/errors.ts'
import { describeFailure } from './failures.ts'
import { inMegabytes, MOST_BYTES } from './limits.ts'

export type Bytes = AsyncIterable<Uint8Array>

export interface Source {
  /** Under which name it is known: a path, a URL, `archive.zip/entry.txt`. */
  readonly origin: string
  /** With the ending that tells its format. */
  readonly name: string
  /** As a server or an archive declares it, with parameters. */
  readonly mediaType?: string
  /** Of a plain file, which can also be read from any place in it. */
  readonly path?: string
  /** The first bytes, at most `HEAD_BYTES`. */
  readonly head: () => Promise<Buffer>
  /** All bytes from the beginning. A stream from outside can be taken once only. */
  readonly stream: () => Bytes
  readonly size?: number
}

export const HEAD_BYTES = 4096

export function bytesSource(
  bytes: Uint8Array,
  about: Pick<Source, 'origin' | 'name'> & Partial<Pick<Source, 'mediaType'>>,
): Source {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    ...about,
    size: buffer.length,
    head: async () => buffer.subarray(0, HEAD_BYTES),
    stream: async function* () {
      yield buffer
    },
  }
}

/** @throws UnreadableDocumentError, when it is missing or a folder */
export async function fileSource(path: string): Promise<Source> {
  const told = <T>(work: Promise<T>): Promise<T> =>
    work.catch((cause: unknown) => {
      throw new UnreadableDocumentError(path, describeFailure(path, cause), { cause })
    })
  const file = await told(open(path, 'r'))
  try {
    const stats = await told(file.stat())
    if (stats.isDirectory()) throw new UnreadableDocumentError(path, describeFailure(path, { code: 'EISDIR' }))
    // A device or a named pipe has no size, and what was read of it cannot be read again.
    if (!stats.isFile()) return await streamSource(createReadStream(path), { origin: path, name: path })
    const head = Buffer.alloc(HEAD_BYTES)
    const { bytesRead } = await told(file.read(head, 0, head.length, null))
    return {
      origin: path,
      name: path,
      path,
      size: stats.size,
      head: async () => head.subarray(0, bytesRead),
      stream: async function* () {
        try {
          yield* createReadStream(path) as Bytes
        } catch (cause) {
          throw new UnreadableDocumentError(path, describeFailure(path, cause), { cause })
        }
      },
    }
  } finally {
    await file.close()
  }
}

/** What can be read once: its first bytes are kept, so that its format can be told. */
export async function streamSource(
  stream: Bytes,
  about: Pick<Source, 'origin' | 'name'> & Partial<Pick<Source, 'mediaType' | 'size'>>,
): Promise<Source> {
  const chunks = stream[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  while (length < HEAD_BYTES) {
    const { value, done } = await chunks.next()
    if (done === true) break
    first.push(value)
    length += value.length
  }
  const head = Buffer.concat(first)
  return {
    ...about,
    head: async () => head.subarray(0, HEAD_BYTES),
    stream: async function* () {
      try {
        yield head
        for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value
      } finally {
        await chunks.return?.()
      }
    },
  }
}

/**
 * All of it, at most `limit` bytes, also of a pipe or of a file that grows meanwhile.
 * @param what the thing that may have so many: "a text"
 * @throws UnreadableDocumentError
 */
export async function wholeOf(
  { origin, size, stream }: Source,
  limit: number = MOST_BYTES,
  what = 'a text',
  remedy = 'Split it into articles.',
): Promise<Buffer> {
  const tooLarge = (has: string): UnreadableDocumentError =>
    new UnreadableDocumentError(origin, `${origin} ${has}; ${what} may have ${inMegabytes(limit)}. ${remedy}`)
  if (size !== undefined && size > limit) throw tooLarge(`has ${inMegabytes(size)}`)
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of stream()) {
    length += part.length
    if (length > limit) throw tooLarge('goes on and on')
    parts.push(part)
  }
  return parts.length === 1 ? Buffer.from(parts[0]!.buffer, parts[0]!.byteOffset, length) : Buffer.concat(parts, length)
}

/** SHA-256 in hexadecimal. */
export const digestOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
