/** What went wrong, as RFC 9457 problem details. The one place that knows which error means which status. */
import type { ErrorRequestHandler } from 'express'
import type { Problem } from '../api/schemas.ts'
import { CypherError } from '../cypher/errors.ts'
import { InvalidInputError, LibraryError, NotFoundError, UnreadableDocumentError } from '../model/errors.ts'

/** A request that is refused for what it is, not for what it asks. */
export class Refusal extends Error {
  readonly status: number
  readonly title: string
  readonly headers: Readonly<Record<string, string>>
  constructor(status: number, title: string, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail)
    this.status = status
    this.title = title
    this.headers = headers
  }
}

const problem = (status: number, title: string, detail: string, parameter?: string): Problem => ({
  type: 'about:blank',
  title,
  status,
  detail,
  ...(parameter !== undefined && { parameter }),
})

/** Errors that Express and its body parser throw carry a status, a type and a message made for the caller. */
const isHttpError = (error: unknown): error is Error & { status: number; type?: string; limit?: number } =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500

export function toProblem(error: unknown): Problem {
  if (error instanceof InvalidInputError) return problem(400, 'Not acceptable', error.message, error.field)
  if (error instanceof NotFoundError) return problem(404, 'Not found', error.message, error.field)
  if (error instanceof UnreadableDocumentError) return problem(422, 'Not readable', error.message)
  if (error instanceof CypherError) return queryProblem(error)
  if (error instanceof Refusal) return problem(error.status, error.title, error.message)
  if (error instanceof LibraryError)
    return problem(
      503,
      'Library not available',
      "The library cannot be used at this moment. The server's log says why.",
    )
  if (isHttpError(error)) return problem(error.status, TITLES[error.status] ?? 'Not acceptable', ownWords(error))
  return problem(500, 'Internal error', "Something went wrong here. The server's log says what.")
}

/** A query that was understood, but is too much for the limits, is another matter than one that is wrong. */
function queryProblem(error: CypherError): Problem {
  const stopped = error.kind === 'LimitExceeded'
  const described = problem(stopped ? 422 : 400, stopped ? 'Query stopped' : 'Not acceptable', error.message, 'query')
  return { ...described, ...error.place, code: error.detail }
}

const TITLES: Readonly<Record<number, string>> = { 413: 'Too large', 415: 'Unsupported form' }

interface HttpFailure {
  readonly type?: string
  readonly status: number
  readonly message: string
  readonly limit?: number
}

const ownWords = ({ type, status, message, limit = 0 }: HttpFailure): string => {
  if (type === 'entity.too.large')
    return `The request is larger than ${Math.round(limit / 1024 / 1024)} MB. Split the text, or use "dragoman ingest".`
  if (type === 'entity.parse.failed') return `The body is no JSON: ${message}.`
  if (status === 400) return 'The address or the body of the request cannot be decoded.'
  return `${message}.`
}

/** @param log is told of what is no fault of the caller */
export const problemHandler =
  (log: (message: string, error: unknown) => void): ErrorRequestHandler =>
  (error, request, response, next) => {
    const answer = toProblem(error)
    if (answer.status >= 500) log(`${request.method} ${request.path}`, error)
    // Half an answer is out: cutting the connection is the only way to say that it is not whole.
    if (response.headersSent) return next(error)
    for (const name of ['ETag', 'Graph-Version', 'Content-Disposition']) response.removeHeader(name)
    if (error instanceof Refusal) response.set(error.headers)
    response.status(answer.status).type('application/problem+json').send(JSON.stringify(answer))
  }
