/** Binds a row of the table of operations to the function that carries it out. */
import type { Request, Response, Router } from 'express'
import type * as z from 'zod'
import type { Operation, OperationName } from '../api/operations.ts'
import { OPERATIONS } from '../api/operations.ts'
import type { GraphCache, Snapshot } from './graph-cache.ts'
import { parseBody, parsePath, parseQuery } from './parse.ts'
import { Refusal } from './problems.ts'
import type { Texts } from './texts.ts'
import { Views } from './views.ts'

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
  readonly response: Response
}

/** What is sent as JSON; nothing where the operation has sent its own answer. */
type AnswerOf<N extends OperationName> = Operations[N]['answer'] extends { json: infer S } ? OutputOf<S> : undefined

export type Binder = <N extends OperationName>(
  name: N,
  carryOut: (asked: Asked<N>) => AnswerOf<N> | Promise<AnswerOf<N>>,
) => void

/** Anything that changes an answer besides the request: the library, and the program itself. */
export interface Origin {
  readonly cache: GraphCache
  readonly texts: Texts
  readonly programVersion: string
}

/** What of a request says what is asked for. */
export interface Call {
  readonly search: URLSearchParams
  readonly parameters: unknown
  readonly body: unknown
  readonly response: Response
}

export interface Bound {
  readonly bind: Binder
  /** Carries out an operation as if it had been asked for by itself. @throws whatever is wrong with the call */
  readonly perform: (name: OperationName, call: Call) => Promise<unknown>
}

export function binderFor(router: Router, { cache, texts, programVersion }: Origin): Bound {
  const viewsOf = latest(({ graph }: Snapshot) => new Views(graph, texts))
  const carriers = new Map<OperationName, (asked: never) => unknown>()
  const perform: Bound['perform'] = async (name, { search, parameters, body, response }) => {
    const operation: Operation = OPERATIONS[name]
    const snapshot = cache.current()
    return carriers.get(name)?.({
      parameters: operation.parameters && parsePath(operation.parameters, parameters),
      query: parseQuery(operation.query, search),
      body: operation.body && parseBody(operation.body, body),
      file: undefined,
      snapshot,
      response,
      views: viewsOf(snapshot),
    } as never)
  }
  const bind: Binder = (name, carryOut) => {
    carriers.set(name, carryOut)
    const operation: Operation = OPERATIONS[name]
    router[operation.method](operation.path, async (request, response) => {
      const query = parseQuery(operation.query, searchOf(request))
      const parameters = operation.parameters && parsePath(operation.parameters, request.params)
      const file = operation.file && fileIn(request)
      const body = file === undefined ? operation.body && parseBody(operation.body, request.body) : undefined
      const snapshot = cache.current()
      if (operation.method === 'get' && answeredBefore(request, response, `${programVersion}-${snapshot.version}`))
        return
      const asked = { parameters, query, body, file, snapshot, response, views: viewsOf(snapshot) }
      const answer = await carryOut(asked as unknown as Parameters<typeof carryOut>[0])
      if (answer !== undefined) response.json(answer)
    })
  }
  return { bind, perform }
}

const fileIn = ({ body }: Request): Buffer | undefined => (Buffer.isBuffer(body) ? body : undefined)

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
