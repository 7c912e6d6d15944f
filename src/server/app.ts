/** The server as an Express app, without a port. */
import type { Express, Request } from 'express'
import express, { Router } from 'express'
import { DOCS_STYLE, docsPage } from '../api/docs-page.ts'
import { BASE, openApiDocument } from '../api/openapi.ts'
import type { Language } from '../ask/asker.ts'
import { once } from '../graph/once.ts'
import type { Desk } from '../mcp/desk.ts'
import { NotFoundError } from '../model/errors.ts'
import type { Locate } from '../model/place.ts'
import type { Pipeline } from '../pipeline.ts'
import { KeptGraph } from '../store/kept-graph.ts'
import type { Library } from '../store/library.ts'
import { binderFor, refuseOtherMethods } from './bind.ts'
import { Changes } from './changes.ts'
import { compressed } from './compressed.ts'
import { ENDING } from './ending.ts'
import type { Layouter } from './graph-cache.ts'
import { GraphCache } from './graph-cache.ts'
import type { Graphs } from './graphs.ts'
import { servePage } from './page.ts'
import { keepPrepared } from './prepare.ts'
import { problemHandler } from './problems.ts'
import { Questions } from './questions.ts'
import { asking, bindAsk } from './routes/ask.ts'
import { bindBatch } from './routes/batch.ts'
import { bindCorrections } from './routes/corrections.ts'
import { bindCypher, cypherOver } from './routes/cypher.ts'
import { bindDocuments } from './routes/documents.ts'
import { bindEvents } from './routes/events.ts'
import { bindEvidence } from './routes/evidence.ts'
import { bindExports } from './routes/exports.ts'
import { bindGraph } from './routes/graph.ts'
import { deskOf, mcpHandler } from './routes/mcp.ts'
import { bindShape, type Measurer, measureHere } from './routes/shape.ts'
import { bindSources, type OwnSources } from './routes/sources.ts'
import { bindTransfer } from './routes/transfer.ts'
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
  /** The graph of the library; made from it unless told. */
  readonly kept?: KeptGraph
  /** Knows the graph; that of the library unless told. */
  readonly graphs?: Graphs
  /** Tells where places and states are, where the graph of the library is made here. */
  readonly locate?: Locate
  /** Computes positions elsewhere; in this thread unless told. */
  readonly layouter?: Layouter
  /** Measures the shape of graphs elsewhere; in this thread unless told. */
  readonly measurer?: Measurer
  /** What may be read without being sent: nothing unless told. */
  readonly sources?: OwnSources
  /** Milliseconds between two looks at the library, while somebody wants to be told of changes. */
  readonly changesEvery?: number
  /** Whether what questions need is made ahead of them, at the start and after each change. */
  readonly prepared?: boolean
  /** Told of errors that are no fault of the caller. */
  readonly log?: (message: string, error: unknown) => void
}

const MOST_BYTES = '10mb'
const MOST_BYTES_OF_FILE = '64mb'

/** Of nobody's keeping: what it works out is not written into the library. */
const ownGraph = ({ library, version, locate }: AppDependencies): KeptGraph =>
  new KeptGraph(library, { generator: `dragoman ${version}`, build: `server ${version}`, locate })

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
    kept,
    graphs,
    layouter,
    measurer = measureHere,
    language,
    changesEvery,
    sources = {},
    prepared = false,
    author = 'reader',
    log = () => {},
  } = dependencies
  const app = express()
  app.disable('x-powered-by').disable('etag')
  app.use(checkHost(allowedHosts), headers(), compressed())

  const health = { status: 'ok' as const, version }
  app.get('/healthz', (_request, response) => {
    response.json(health)
  })

  const cache = graphs ?? new GraphCache(kept ?? ownGraph(dependencies), layouter)
  const api = Router()
  api.use(checkToken(token), checkWrite, express.json({ limit: MOST_BYTES }))
  api.use(express.raw({ type: (request) => isFile(request as Request), limit: MOST_BYTES_OF_FILE }))
  const texts = new Texts(library)
  const questions = new Questions(cache, texts)
  const bound = binderFor(api, { cache, texts, questions, programVersion: version })
  const { bind } = bound
  bindGraph(bind, library, questions)
  bindEvents(bind)
  bindEvidence(bind)
  bindShape(bind, measurer)
  const ask = cypherOver(questions, texts)
  bindCypher(bind, ask)
  bindTransfer(bind, library, questions, texts, ask)
  bindBatch(bound, log)
  const answering = asking({ questions, texts, language })
  bindAsk(bind, answering.ask)
  bindDocuments(bind, library, cache, pipeline)
  bindSources(bind, sources, library, pipeline, log)
  bindCorrections(bind, library, cache, author)
  bindExports(bind, texts)
  bind('health', () => health)
  const changes = new Changes(cache, log, changesEvery)
  bind('changes', ({ response }): undefined => {
    changes.listen(response)
  })
  app.once(ENDING, () => changes.close())
  if (prepared) keepPrepared(app, cache, questions, log)
  const description = once(() => openApiDocument(version))
  // Ahead of the first who asks for it, for it takes a tenth of a second.
  if (prepared) description()
  api.get('/openapi.json', (_request, response) => {
    response.json(description())
  })
  refuseOtherMethods(api)
  app.use(BASE, api)
  const desk = deskOf(bound)
  app.use('/mcp', checkToken(token), checkWrite, express.json({ limit: MOST_BYTES }), mcpHandler(desk, version))
  const docs = once(() => docsPage(description()))
  app.get('/api/docs', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('html').send(docs())
  })
  app.get('/api/docs/style.css', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('css').send(DOCS_STYLE)
  })
  app.use('/api', ({ originalUrl }) => {
    throw new NotFoundError(
      `There is nothing at ${originalUrl.split('?')[0]}. The API is described at /api/docs, and for programs at ${BASE}/openapi.json.`,
    )
  })

  app.use(servePage(uiFolder))
  app.use(({ path }) => {
    throw new NotFoundError(`There is nothing at ${path}.`)
  })
  app.use(problemHandler(log))
  return { app, desk }
}
