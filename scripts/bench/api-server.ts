/** The server of the benchmark of the API, in a process of its own: the graph is made at once, not read from a library. */
import { createApp } from '../../src/server/app.ts'
import type { Snapshot } from '../../src/server/graph-cache.ts'
import { listen } from '../../src/server/listen.ts'
import { MEMORY, openLibrary } from '../../src/store/open.ts'
import { makeGraph } from './library.ts'

const [nodes, edges] = process.argv.slice(2).map(Number)
const library = openLibrary(MEMORY)
const graph = makeGraph(library, { nodes: nodes!, edges: edges! })
const version = library.version()
const unknown = (): never => {
  throw new Error('this graph was not read from texts')
}
const snapshot: Snapshot = {
  ...{
    graph,
    journal: graph.journal,
    version: 'bench',
    entries: [],
    met: new Set(),
    keyOf: unknown,
    statementsOf: unknown,
  },
  log: { holding: [], undone: new Set() } as unknown as Snapshot['log'],
  readingOf: () => undefined,
  edgesOf: () => [],
  findNode: (key) => (graph.hasNode(key) ? key : undefined),
  nodeOf: () => undefined,
  suggestions: () => [],
  identityOf: () => undefined,
  positions: async () => ({}),
}
// As with a library, its version is asked for with each request.
const graphs = { current: () => (library.version() === version ? snapshot : unknown()) }
const pipeline = { version: 'bench', read: unknown }
const app = createApp({ library, pipeline, version: 'bench', graphs, prepared: true, log: console.error })
const { url } = await listen(app, { host: '127.0.0.1', port: 0, explicit: false })
process.stdout.write(`${url}\n`)
