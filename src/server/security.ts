/** Who may ask, and what the page may do. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import helmet from 'helmet'
import { OPERATIONS, type Operation } from '../api/operations.ts'
import { Refusal } from './problems.ts'

/** Names under which a server on the loopback interface is reached. */
export const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

/**
 * Only requests that name one of these hosts are answered. A page of another site that has its own name resolve to this
 * machine (DNS rebinding) would otherwise read the library.
 * @param allowed names without a port
 */
export function checkHost(allowed: readonly string[]): RequestHandler {
  const names = new Set(allowed.map((name) => name.toLowerCase()))
  return (request, _response, next) => {
    const { host } = request.headers
    if (host !== undefined && names.has(hostName(host))) return next()
    throw new Refusal(
      421,
      'Wrong host',
      `This server does not answer as "${host ?? ''}". It answers as ${[...names].join(', ')}.`,
    )
  }
}

/**
 * Writes must come from this server's own page or from a program, and as JSON, or as a file where one is taken: neither can be
 * sent by a foreign form.
 */
export const checkWrite: RequestHandler = (request, _response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  const foreign = (site !== undefined && site !== 'same-origin' && site !== 'none') || !isOwn(origin, host)
  if (foreign) throw new Refusal(403, 'Foreign request', 'Only pages of this server may change the library.')
  if (request.method === 'POST' && !request.is('application/json') && !isFile(request))
    throw new Refusal(
      415,
      'Unsupported form',
      takesFile(request)
        ? 'Send the body as application/json, or a file as application/octet-stream with its name in "?name=".'
        : 'Send the body as application/json.',
    )
  next()
}

const FILE_PATHS: ReadonlySet<string> = new Set(
  Object.values<Operation>(OPERATIONS).flatMap(({ file, path }) => (file === true ? [path] : [])),
)
const takesFile = ({ path }: Pick<Request, 'path'>): boolean => FILE_PATHS.has(path)

/** Whether the body is to be taken for a file. */
export const isFile = (request: Request): boolean =>
  request.method === 'POST' && takesFile(request) && request.is('application/octet-stream') !== false

const isOwn = (origin: string | undefined, host: string | undefined): boolean =>
  origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)

/** @param token that every request must bear, where there is one */
export function checkToken(token: string | undefined): RequestHandler {
  if (token === undefined) return (_request, _response, next) => next()
  const expected = digest(token)
  return (request, _response, next) => {
    const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
    // Digests are compared, because they have one length, in a time that tells nothing.
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return next()
    throw new Refusal(
      401,
      'Token needed',
      'Send the token that the server was started with: "Authorization: Bearer …".',
      {
        'WWW-Authenticate': 'Bearer',
      },
    )
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Everything from this origin, nothing inline. */
export const headers = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Plain HTTP on the loopback interface: there is no certificate to insist on.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
