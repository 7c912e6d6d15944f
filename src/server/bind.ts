/** Binds a row of the table of operations to the function that carries it out. */
import type { Request, Response, Router } from 'express'
import type * as z from 'zod'
import type { Operation, OperationName } from '../api/operations.ts'
import { OPERATIONS } from '../api/operations.ts'
import type { DocumentId } from '../model/ids.ts'
import type { Snapshot } from './graph-cache.ts'
import type { Graphs } from './graphs.ts'
import type { Linked } from './linked.ts'
import { Named } from './named.ts'
import { parseBody, parsePath, parseQuery } from './parse.ts'
import { Refusal } from './problems.ts'
import type { Questions } from './questions.ts'
import { Recent } from './recent.ts'
import { NDJSON, sendJson, sendLines } from './send.ts'
import type { Texts } from './texts.ts'
import { inTurns } from './turns.ts'
import { Views, viewedGraph } from './views.ts'

type Operations = typeof OPERATIONS
type OutputOf<S> = S extends z.ZodType ? z.output<S> : undefined

export interface Asked<N extends OperationName> {
  readonly parameters: Operations[N] extends { parameters: infer S } ? OutputOf<S> : undefined
  readonly query: OutputOf<Operations[N]['query']>
  readonly body: Operations[N] extends { body: infer S } ? OutputOf<S> : undefined
  /** Where the body is a file instead; `body` is then no object. */
  readonly file: Buffer | undefined
  readonly snapshot: Snapshot
  readonly views: Views
  /** Which nodes are meant by keys or names. */
  readonly named: Named
  readonly response: Response
  /** Whether the caller takes the items of the answer as lines; unless told, there is no end of pages then. */
  readonly inLines: boolean
  /** The graph as questions go through it. */
  readonly linked: () => Promise<Linked>
  /** Carries out a question beside which others have their turn, for as long as somebody waits and it takes no longer than it may. */
  readonly inTurns: <T>(work: Generator<void, T, void>, longest?: number) => Promise<T>
}

/** What is sent as JSON; nothing where the operation has sent its own answer. */
type AnswerOf<N extends OperationName> = Operations[N]['answer'] extends { json: infer S } ? OutputOf<S> : undefined
type CarryOut<N extends OperationName> = (asked: Asked<N>) => AnswerOf<N> | Promise<AnswerOf<N>>

export type Binder = <N extends OperationName>(name: N, carryOut: CarryOut<N>) => void

/** Anything that changes an answer besides the request: the library, and the program itself. */
export interface Origin {
  readonly cache: Graphs
  readonly texts: Texts
  readonly questions: Questions
  readonly programVersion: string
}

/** Parameters that name what is in the library, of whichever operation has them. */
interface NamedInQuery {
  readonly speaker?: readonly string[]
  readonly document?: readonly DocumentId[]
}

/** What of a request says what is asked for. */
export interface Call {
  readonly search: URLSearchParams
  readonly parameters: unknown
  readonly body: unknown
  readonly response: Response
  readonly inLines?: boolean
}

export interface Bound {
  readonly bind: Binder
  /** Carries out an operation as if it had been asked for by itself. @throws whatever is wrong with the call */
  readonly perform: (name: OperationName, call: Call) => Promise<unknown>
}

/** Longest time of a question, in milliseconds. */
const LONGEST_MS = 10_000
/** Most items of an answer in lines. */
const MOST_LINES = 100_000

export function binderFor(router: Router, { cache, texts, questions, programVersion }: Origin): Bound {
  const viewsOf = latest(({ graph }: Snapshot) => new Views(viewedGraph(graph), texts))
  const carriers = new Map<OperationName, (asked: Asked<never>) => unknown>()

  const perform = async (name: OperationName, call: Call) =>
    carryOut(name, call, parseQuery(OPERATIONS[name].query, call.search), cache.current())

  const carryOut = async (name: OperationName, call: Call, parsed: object, snapshot: Snapshot): Promise<unknown> => {
    const { search, parameters, body, response, inLines = false } = call
    const operation: Operation = OPERATIONS[name]
    const file = operation.file && Buffer.isBuffer(body) ? body : undefined
    const named = new Named(snapshot, () => questions.names(snapshot))
    const { speaker, document } = parsed as NamedInQuery
    if (document !== undefined) named.documents(document)
    return carriers.get(name)?.({
      parameters: operation.parameters && parsePath(operation.parameters, parameters),
      query: {
        ...parsed,
        ...(inLines && !search.has('limit') && 'limit' in parsed && { limit: MOST_LINES }),
        ...(speaker && { speaker: await named.speakers(speaker) }),
      },
      body: file === undefined ? operation.body && parseBody(operation.body, body) : undefined,
      file,
      snapshot,
      views: viewsOf(snapshot),
      named,
      response,
      inLines,
      linked: () => questions.linked(snapshot),
      inTurns: (work: Generator<void, unknown, void>, longest = LONGEST_MS) =>
        inTurns(work, () => !response.destroyed, longest),
    } as never)
  }

  const bind: Binder = (name, carrier) => {
    const operation: Operation = OPERATIONS[name]
    carriers.set(name, carrier as (asked: Asked<never>) => unknown)
    router[operation.method](operation.path, async (request, response) => {
      const inLines = wantsLines(operation, request, response)
      const search = searchOf(request)
      // What is wrong with a request is told also to those who have an answer already.
      const parsed = parsedOnce(operation, search)
      const snapshot = cache.current()
      const version = `${programVersion}-${snapshot.version}${inLines ? '-lines' : ''}`
      if (operation.method === 'get' && operation.fresh !== true && answeredBefore(request, response, version)) return
      const call = { search, parameters: request.params, body: request.body as unknown, response, inLines }
      const answer = await carryOut(name, call, parsed, snapshot)
      if (answer === undefined) return
      if (typeof answer !== 'object' || answer === null) throw new TypeError(`${name} has no answer`)
      linkToNext(request, response, answer)
      if (!inLines || operation.items === undefined) return sendJson(response, answer)
      tellBeside(response, answer)
      await sendLines(response, (answer as Record<string, unknown>)[operation.items])
    })
  }
  return { bind, perform }
}

/** Programs ask with the same parameters about many nodes. */
const MOST_PARSED = 200
const parsed = new Recent<Operation, object>(MOST_PARSED)

function parsedOnce(operation: Operation, search: URLSearchParams): object {
  const text = search.toString()
  const known = parsed.get(operation, text)
  if (known !== undefined) return known
  const query = parseQuery(operation.query, search)
  parsed.keep(operation, text, query)
  return query
}

/** Whether a list is wanted as lines; what cannot be had so is sent as JSON. */
function wantsLines({ items }: Operation, request: Request, response: Response): boolean {
  if (items === undefined) return false
  response.vary('Accept')
  return request.accepts('application/json', NDJSON) === NDJSON
}

/** RFC 8288: the address of the next page. */
function linkToNext({ originalUrl }: Request, response: Response, answer: object): void {
  const { next } = answer as { readonly next?: unknown }
  if (typeof next !== 'string') return
  const [path = '', search] = originalUrl.split('?', 2)
  const query = new URLSearchParams(search)
  query.set('cursor', next)
  response.append('Link', `<${path}?${query}>; rel="next"`)
}

/** What stands beside the list has no place among its lines. */
function tellBeside(response: Response, answer: object): void {
  const { total, cut } = answer as { readonly total?: unknown; readonly cut?: unknown }
  if (typeof total === 'number') response.set('Total-Count', String(total))
  if (Array.isArray(cut) && cut.length > 0) response.set('Answer-Cut', cut.join(', '))
}

/** Makes what belongs to a thing once, until it is asked for another thing. */
function latest<T, U>(make: (of: T) => U): (of: T) => U {
  let made: { readonly of: T; readonly value: U } | undefined
  return (of) => {
    if (made?.of !== of) made = { of, value: make(of) }
    return made.value
  }
}

/**
 * Answers 304 where the caller has this version already. The tag is weak: compression changes the bytes. Express' own test
 * is not asked, because it takes "no-cache", which programs send along with a tag, for a wish to have all again.
 */
function answeredBefore(request: Request, response: Response, version: string): boolean {
  const tag = `W/"${version}"`
  response.set({ ETag: tag, 'Cache-Control': 'private, no-cache', 'Graph-Version': version })
  const had = (request.headers['if-none-match'] ?? '').split(',').map((item) => item.trim())
  if (!had.includes(tag)) return false
  response.status(304).end()
  return true
}

/** After all operations: a known path with another method is 405, and says which methods there are. */
export function refuseOtherMethods(router: Router): void {
  const methods = new Map<string, string[]>()
  for (const { path, method } of Object.values<Operation>(OPERATIONS))
    methods.set(path, [...(methods.get(path) ?? []), method.toUpperCase()])
  for (const [path, allowed] of methods)
    router.all(path, ({ method }) => {
      const Allow = allowed.join(', ')
      throw new Refusal(405, 'Method not allowed', `${method} is not possible here; possible are: ${Allow}.`, { Allow })
    })
}

const searchOf = ({ originalUrl }: Request): URLSearchParams => {
  const mark = originalUrl.indexOf('?')
  return new URLSearchParams(mark < 0 ? '' : originalUrl.slice(mark + 1))
}
