/** The server as an Express app, without a port. */
import compression from 'compression'
import type { Express, Request } from 'express'
import express, { Router } from 'express'
import { BASE, openApiDocument } from '../api/openapi.ts'
import { NotFoundError } from '../model/errors.ts'
import type { Pipeline } from '../pipeline.ts'
import { KeptGraph } from '../store/kept-graph.ts'
import type { Library } from '../store/library.ts'
import { binderFor, refuseOtherMethods } from './bind.ts'
import type { Layouter } from './graph-cache.ts'
import { GraphCache } from './graph-cache.ts'
import { servePage } from './page.ts'
import { problemHandler } from './problems.ts'
import { bindCorrections } from './routes/corrections.ts'
import { bindCypher } from './routes/cypher.ts'
import { bindDocuments } from './routes/documents.ts'
import { bindExports } from './routes/exports.ts'
import { bindGraph } from './routes/graph.ts'
import { checkHost, checkToken, checkWrite, headers, isFile, LOOPBACK_HOSTS } from './security.ts'
import { Texts } from './texts.ts'

export interface AppDependencies {
  readonly library: Library
  /** Reads texts that are added. */
  readonly pipeline: Pipeline
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
  /** The graph of the library; made from it unless told. */
  readonly kept?: KeptGraph
  /** Computes positions elsewhere; in this thread unless told. */
  readonly layouter?: Layouter
  /** Told of errors that are no fault of the caller. */
  readonly log?: (message: string, error: unknown) => void
}

const MOST_BYTES = '10mb'
const MOST_BYTES_OF_FILE = '64mb'

export function createApp(dependencies: AppDependencies): Express {
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

  const { kept = new KeptGraph(library, { generator: `dragoman ${version}`, build: `server ${version}` }) } =
    dependencies
  const cache = new GraphCache(kept, layouter)
  const api = Router()
  api.use(checkToken(token), checkWrite, express.json({ limit: MOST_BYTES }))
  api.use(express.raw({ type: (request) => isFile(request as Request), limit: MOST_BYTES_OF_FILE }))
  const texts = new Texts(library)
  const bind = binderFor(api, { cache, texts, programVersion: version })
  bindGraph(bind, library)
  bindCypher(bind, texts)
  bindDocuments(bind, library, cache, pipeline)
  bindCorrections(bind, library, cache, author)
  bindExports(bind, texts)
  bind('health', () => health)
  api.get('/openapi.json', (_request, response) => {
    response.json(openApiDocument(version))
  })
  refuseOtherMethods(api)
  app.use(BASE, api)
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
  return app
}
