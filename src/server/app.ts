/** The server as an Express app, without a port. */
import compression from 'compression'
import type { Express, Request } from 'express'
import express, { Router } from 'express'
import { BASE, openApiDocument } from '../api/openapi.ts'
import type { Language } from '../ask/asker.ts'
import type { Desk } from '../mcp/desk.ts'
import { NotFoundError } from '../model/errors.ts'
import type { Pipeline } from '../pipeline.ts'
import type { Library } from '../store/library.ts'
import { binderFor, refuseOtherMethods } from './bind.ts'
import type { Layouter } from './graph-cache.ts'
import { GraphCache } from './graph-cache.ts'
import { servePage } from './page.ts'
import { problemHandler } from './problems.ts'
import { QueryGraphs } from './query-graphs.ts'
import { asking, bindAsk } from './routes/ask.ts'
import { bindCorrections } from './routes/corrections.ts'
import { bindCypher } from './routes/cypher.ts'
import { bindDocuments } from './routes/documents.ts'
import { bindExports } from './routes/exports.ts'
import { bindGraph } from './routes/graph.ts'
import { deskOf, mcpHandler } from './routes/mcp.ts'
import { checkHost, checkToken, checkWrite, headers, isFile, LOOPBACK_HOSTS } from './security.ts'
import { Texts } from './texts.ts'

export interface AppDependencies {
  readonly library: Library
  /** Reads texts that are added. */
  readonly pipeline: Pipeline
  /** Reads plain questions; without it none are answered. */
  readonly language?: () => Language
  /** Version of the program. */
  readonly version: string
  /** Names that the server answers to, without a port; those of the loopback interface unless told. */
  readonly allowedHosts?: readonly string[]
  /** Where given, every request to the API must bear it. */
  readonly token?: string
  /** In whose name corrections are made that name nobody. */
  readonly author?: string
  /** Folder of the built page. */
  readonly uiFolder?: string
  /** Computes positions elsewhere; in this thread unless told. */
  readonly layouter?: Layouter
  /** Told of errors that are no fault of the caller. */
  readonly log?: (message: string, error: unknown) => void
}

const MOST_BYTES = '10mb'
const MOST_BYTES_OF_FILE = '64mb'

export const createApp = (dependencies: AppDependencies): Express => assembleApp(dependencies).app

export interface Assembled {
  readonly app: Express
  /** The same operations for programs that speak another protocol. */
  readonly desk: Desk
}

export function assembleApp(dependencies: AppDependencies): Assembled {
  const {
    library,
    pipeline,
    version,
    allowedHosts = LOOPBACK_HOSTS,
    token,
    uiFolder,
    layouter,
    author = 'reader',
  } = dependencies
  const app = express()
  app.disable('x-powered-by').disable('etag')
  app.use(checkHost(allowedHosts), headers(), compression())

  const health = { status: 'ok' as const, version }
  app.get('/healthz', (_request, response) => {
    response.json(health)
  })

  const cache = new GraphCache(library, `dragoman ${version}`, layouter)
  const api = Router()
  api.use(checkToken(token), checkWrite, express.json({ limit: MOST_BYTES }))
  api.use(express.raw({ type: (request) => isFile(request as Request), limit: MOST_BYTES_OF_FILE }))
  const texts = new Texts(library)
  const bound = binderFor(api, { cache, texts, programVersion: version })
  const { bind } = bound
  bindGraph(bind, library)
  const graphs = new QueryGraphs()
  bindCypher(bind, texts, graphs)
  const questions = asking({ graphs, texts, language: dependencies.language })
  bindAsk(bind, questions.ask)
  bindDocuments(bind, library, cache, pipeline)
  bindCorrections(bind, library, cache, author)
  bindExports(bind, texts)
  bind('health', () => health)
  api.get('/openapi.json', (_request, response) => {
    response.json(openApiDocument(version))
  })
  refuseOtherMethods(api)
  app.use(BASE, api)
  const desk = deskOf(bound, cache, questions)
  app.use('/mcp', checkToken(token), checkWrite, express.json({ limit: MOST_BYTES }), mcpHandler(desk, version))
  app.use('/api', ({ originalUrl }) => {
    throw new NotFoundError(
      `There is nothing at ${originalUrl.split('?')[0]}. The API is described at ${BASE}/openapi.json.`,
    )
  })

  app.use(servePage(uiFolder))
  app.use(({ path }) => {
    throw new NotFoundError(`There is nothing at ${path}.`)
  })
  app.use(problemHandler(dependencies.log ?? (() => {})))
  return { app, desk }
}
