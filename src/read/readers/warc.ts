/**
 * Archives of the web (WARC, ISO 28500), record by record, so that they may have any size. Pages and documents that were
 * answered with success are read; pictures, scripts, requests and repeated answers are passed over.
 */
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { UnreadableDocumentError } from '../../model/errors.ts'
import { ByteReader } from '../byte-reader.ts'
import { kindByMediaType, kindByName, SkippedFiles } from '../kinds.ts'
import { inMegabytes, MOST_RECORD } from '../limits.ts'
import { type Found, failure } from '../reader.ts'
import { bytesSource, type Source } from '../source.ts'

type Headers = ReadonlyMap<string, string>

export async function* readWarc(source: Source): AsyncGenerator<Found> {
  const { origin } = source
  const reader = new ByteReader(source.stream())
  const skipped = new SkippedFiles()
  for (let number = 1; ; number++) {
    const version = await nextLine(reader)
    if (version === undefined) break
    const headers = /^WARC\/\d/.test(version) ? await headersOf(reader) : undefined
    const length = Number(headers?.get('content-length') ?? Number.NaN)
    if (headers === undefined || !Number.isSafeInteger(length) || length < 0)
      throw new UnreadableDocumentError(
        origin,
        `${origin}, record ${number}: is no WARC record; the file is damaged or cut off. What came before was read.`,
      )
    const wanted = ['response', 'resource', 'conversion'].includes(headers.get('warc-type') ?? '')
    if (!wanted || length > MOST_RECORD) {
      if (wanted) skipped.add(`above ${inMegabytes(MOST_RECORD)}`)
      if (!(await reader.skip(length))) throw cutOff(origin, number)
      continue
    }
    const block = await reader.take(length)
    if (block === undefined) throw cutOff(origin, number)
    yield* found(block, headers, origin, skipped)
  }
  const note = skipped.inWords(origin)
  if (note !== undefined) yield { kind: 'note', note }
}

const cutOff = (origin: string, number: number): UnreadableDocumentError =>
  new UnreadableDocumentError(
    origin,
    `${origin}, record ${number}: the file ends within it. What came before was read.`,
  )

function* found(block: Buffer, headers: Headers, origin: string, skipped: SkippedFiles): Generator<Found> {
  const url = (headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, '')
  const isHttp = /application\/http/i.test(headers.get('content-type') ?? '')
  try {
    const { body, mediaType } = isHttp ? answerIn(block) : { body: block, mediaType: headers.get('content-type') ?? '' }
    if (body === undefined || !/^https?:/i.test(url)) return
    const type = mediaType.split(';')[0]!.trim().toLowerCase()
    if (kindByMediaType(type) === undefined && (type !== '' || kindByName(url) === undefined))
      return skipped.add(type || 'of no type')
    yield {
      kind: 'source',
      source: bytesSource(body, { origin: `${origin}#${url}`, name: url, mediaType }),
      metadata: { url },
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    yield failure(
      new UnreadableDocumentError(origin, `${origin}#${url} cannot be unpacked (${why}) and was left out.`, { cause }),
    )
  }
}

/** An answer of HTTP as it was recorded; without a body where it is no success. */
function answerIn(block: Buffer): { readonly body?: Buffer; readonly mediaType: string } {
  const end = block.indexOf('\r\n\r\n')
  const [status = '', ...lines] = block.subarray(0, Math.max(end, 0)).toString('latin1').split('\r\n')
  const headers = parseHeaders(lines)
  const mediaType = headers.get('content-type') ?? ''
  if (end < 0 || !/^HTTP\/\S+ 200\b/.test(status)) return { mediaType }
  const raw = block.subarray(end + 4)
  const whole = /chunked/i.test(headers.get('transfer-encoding') ?? '') ? unchunked(raw) : raw
  return { body: decompressed(whole, headers.get('content-encoding') ?? ''), mediaType }
}

/** Some crawlers undo the chunks and keep the header. */
function unchunked(raw: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const end = raw.indexOf('\r\n', at)
    const size = /^([0-9a-f]{1,8})(?:;|$)/i.exec(raw.subarray(at, Math.max(at, end)).toString('latin1').trim())?.[1]
    if (end < 0 || size === undefined) return at === 0 ? raw : Buffer.concat(parts)
    const length = Number.parseInt(size, 16)
    if (length === 0) return Buffer.concat(parts)
    parts.push(raw.subarray(end + 2, end + 2 + length))
    at = end + 2 + length + 2
  }
}

function decompressed(bytes: Buffer, encoding: string): Buffer {
  const limit = { maxOutputLength: MOST_RECORD }
  switch (encoding.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, limit) : bytes
    case 'deflate':
      return inflateSync(bytes, limit)
    case 'br':
      return brotliDecompressSync(bytes, limit)
    default:
      return bytes
  }
}

/** The first line of the next record: between two there are empty ones. */
async function nextLine(reader: ByteReader): Promise<string | undefined> {
  for (;;) {
    const line = await reader.line()
    if (line === undefined || line.trim() !== '') return line
  }
}

async function headersOf(reader: ByteReader): Promise<Headers | undefined> {
  const lines: string[] = []
  for (;;) {
    const line = await reader.line()
    if (line === undefined) return undefined
    if (line === '') return parseHeaders(lines)
    lines.push(line)
  }
}

const parseHeaders = (lines: readonly string[]): Headers =>
  new Map(
    lines.flatMap((line): [string, string][] => {
      const colon = line.indexOf(':')
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]]
    }),
  )
