/** Several questions in one request. */
import { BASE } from '../../api/openapi.ts'
import { OPERATIONS, type Operation, type OperationName } from '../../api/operations.ts'
import { NotFoundError } from '../../model/errors.ts'
import type { Bound } from '../bind.ts'
import { longList } from '../long-list.ts'
import { Refusal, toProblem } from '../problems.ts'
import { jsonOf } from '../send.ts'

interface Route {
  readonly name: OperationName
  readonly operation: Operation
  readonly pattern: RegExp
}

/** Questions that are answered in JSON: nothing that changes the library, no files. */
const ROUTES: readonly Route[] = (Object.entries(OPERATIONS) as [OperationName, Operation][])
  .filter(
    ([, { method, answer, fresh, asks }]) => 'json' in answer && fresh === undefined && (method === 'get' || asks),
  )
  .map(([name, operation]) => ({
    name,
    operation,
    pattern: new RegExp(`^${operation.path.replaceAll('.', '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
  }))

/** @param log is told of what is no fault of the caller */
export function bindBatch({ bind, perform }: Bound, log: (message: string, error: unknown) => void): void {
  bind('batch', async ({ body: { requests }, response }) => {
    const answers: Answered[] = []
    for (const { id, path, body } of requests) {
      if (response.destroyed) throw new Refusal(499, 'Given up', 'Nobody waits for the answer any more.')
      const answered = async (): Promise<{ status: number; body: unknown }> => {
        try {
          const { name, parameters, search } = routeOf(path, body !== undefined)
          return { status: 200, body: await perform(name, { search, parameters, body, response }) }
        } catch (error) {
          const problem = toProblem(error)
          if (problem.status >= 500) log(`batch ${path}`, error)
          return { status: problem.status, body: problem }
        }
      }
      answers.push({ ...(id !== undefined && { id }), path, ...(await answered()) })
    }
    return { answers: longList(answers, (answer) => answer, written) }
  })
}

interface Answered {
  readonly id?: string
  readonly path: string
  readonly status: number
  readonly body: unknown
}

/** In pieces, for a body may be as long as an answer of its own. */
function* written({ body, ...about }: Answered): Generator<string, void, void> {
  yield `${JSON.stringify(about).slice(0, -1)},"body":`
  if (typeof body === 'object' && body !== null) yield* jsonOf(body)
  else yield JSON.stringify(body ?? null)
  yield '}'
}

function routeOf(path: string, hasBody: boolean) {
  const [plain = '', query] = path.replace(new RegExp(`^${BASE}`), '').split('?', 2)
  for (const { name, operation, pattern } of ROUTES) {
    const found = pattern.exec(plain)
    if (found === null || hasBody !== (operation.method === 'post')) continue
    const parameters = Object.fromEntries(
      Object.entries(found.groups ?? {}).map(([key, value]) => [key, decoded(value)]),
    )
    return { name, parameters, search: new URLSearchParams(query) }
  }
  throw new NotFoundError(
    `There is no question at "${plain}"${hasBody ? ' that takes a body' : ''}. Possible are: ${ROUTES.map(({ operation }) => operation.path).join(', ')}.`,
    'path',
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
