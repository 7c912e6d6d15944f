/**
 * Gets a page, only when the user asked for it: over http and https, from public addresses, within limits of size and time.
 * Every step of a redirect is checked like the first.
 */
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { UnreadableDocumentError } from '../../model/errors.ts'
import { inMegabytes } from '../limits.ts'
import { bytesSource, type Source } from '../source.ts'
import { addressIn, type Forbids, guardedLookup, isPrivate, PrivateAddressError } from './addresses.ts'

export interface FetchOptions {
  /** Which machines may not be asked; those of private networks, this one included, unless told. */
  readonly forbids?: Forbids
  /** How the program calls itself. */
  readonly agent: string
  readonly mostBytes?: number
  /** For all of one page, redirects included, in milliseconds. */
  readonly patience?: number
}

export interface Fetched {
  readonly bytes: Buffer
  /** After all redirects. */
  readonly url: string
  readonly status: number
  readonly mediaType: string | undefined
}

const MOST_REDIRECTS = 5
const MOST_BYTES = 50 * 1024 * 1024
const PATIENCE_MS = 30_000
const ACCEPT =
  'text/html, application/xhtml+xml, application/pdf, application/rss+xml, application/atom+xml, text/plain, */*;q=0.5'

/**
 * The page as a source under the address that was asked for.
 * @throws UnreadableDocumentError
 */
export async function fetchSource(url: string, options: FetchOptions): Promise<Source> {
  const { bytes, url: final, status, mediaType } = await fetchBytes(url, options)
  if (status !== 200)
    throw new UnreadableDocumentError(
      url,
      `${url} cannot be read: its server answers ${status}. Open it in a browser, save it, and give the file.`,
    )
  return bytesSource(bytes, {
    origin: url,
    name: new URL(final).pathname,
    ...(mediaType !== undefined && { mediaType }),
  })
}

/** @throws UnreadableDocumentError where no answer can be had */
export async function fetchBytes(url: string, options: FetchOptions): Promise<Fetched> {
  const { patience = PATIENCE_MS } = options
  const signal = AbortSignal.timeout(patience)
  let current = url
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    const target = checked(current, url, options)
    const answer = await ask(target, url, options, signal)
    const { statusCode: status = 0, headers } = answer
    if (status >= 300 && status < 400 && headers.location !== undefined) {
      answer.destroy()
      if (!URL.canParse(headers.location, target.href))
        throw refused(url, 'its server sends us to an address that is none')
      current = new URL(headers.location, target).href
      continue
    }
    const bytes = await bodyOf(answer, url, options, signal)
    return { bytes, url: target.href, status, mediaType: headers['content-type'] }
  }
  throw refused(url, `its server sends us on more than ${MOST_REDIRECTS} times`)
}

function checked(address: string, asked: string, { forbids = isPrivate }: FetchOptions): URL {
  if (!URL.canParse(address))
    throw refused(asked, 'it is no address. Write it in full, such as https://example.org/article')
  const target = new URL(address)
  if (target.protocol !== 'http:' && target.protocol !== 'https:')
    throw refused(asked, `${target.protocol.slice(0, -1)} is not spoken; only http and https are`)
  const number = addressIn(target.hostname)
  if (number !== undefined && forbids(number)) throw isPrivateRefusal(asked, number)
  return target
}

function ask(
  target: URL,
  asked: string,
  { forbids = isPrivate, agent }: FetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = target.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const headers = { 'user-agent': agent, accept: ACCEPT, 'accept-encoding': 'gzip, deflate, br' }
    request(target, { headers, signal, agent: false, lookup: guardedLookup(forbids) })
      .on('response', resolve)
      .on('error', (cause) => reject(failed(asked, cause, signal)))
      .end()
  })
}

async function bodyOf(
  answer: IncomingMessage,
  asked: string,
  { mostBytes = MOST_BYTES }: FetchOptions,
  signal: AbortSignal,
): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  const body = unpacked(answer)
  try {
    for await (const part of body as AsyncIterable<Buffer>) {
      length += part.length
      if (length > mostBytes) throw refused(asked, `it is larger than ${inMegabytes(mostBytes)}`)
      parts.push(part)
    }
  } catch (cause) {
    throw cause instanceof UnreadableDocumentError ? cause : failed(asked, cause as Error, signal)
  } finally {
    answer.destroy()
  }
  return Buffer.concat(parts)
}

function unpacked(answer: IncomingMessage): NodeJS.ReadableStream {
  const encoding = answer.headers['content-encoding']?.trim().toLowerCase()
  const unpack =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : undefined
  if (unpack === undefined) return answer
  answer
    .on('error', (error) => unpack.destroy(error))
    .on('aborted', () => unpack.destroy(new Error('the connection was cut')))
  return answer.pipe(unpack)
}

const refused = (url: string, why: string): UnreadableDocumentError =>
  new UnreadableDocumentError(url, `${url} was not read: ${why}.`)

const isPrivateRefusal = (url: string, where: string): UnreadableDocumentError =>
  refused(url, `${where} is an address of a private network or of this machine. If you mean it, say --allow-private`)

function failed(url: string, cause: Error, signal: AbortSignal): UnreadableDocumentError {
  if (cause instanceof PrivateAddressError) return isPrivateRefusal(url, cause.address)
  if (signal.aborted) return refused(url, 'its server takes too long to answer')
  const { code } = cause as NodeJS.ErrnoException
  const why =
    code === 'ENOTFOUND' || code === 'EAI_AGAIN'
      ? 'its server is not found. Check the address and the connection'
      : code === 'ECONNREFUSED' || code === 'ECONNRESET'
        ? 'its server refuses the connection'
        : `the connection fails (${code ?? cause.message})`
  return new UnreadableDocumentError(url, `${url} was not read: ${why}.`, { cause })
}
