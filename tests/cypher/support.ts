/** Small graphs with invented names, and queries whose answer is one line of text for each row. */
import Graph from 'graphology'
import type { RunOptions } from '../../src/cypher/cypher.ts'
import { answer, prepare } from '../../src/cypher/cypher.ts'
import type { PropertyGraph } from '../../src/cypher/graph/property-graph.ts'
import { indexGraph } from '../../src/cypher/graph/property-graph.ts'
import { literal } from '../../src/cypher/values/text.ts'

type Properties = Readonly<Record<string, unknown>>
export type NodeRow = readonly [key: string, labels: string, properties?: Properties]
/** An arrow is a relationship with a direction, a line one without. */
export type EdgeRow = readonly [path: string, type: string, properties?: Properties]

/** @param edges written as `a->b` or `a--b` */
export function graphOf(nodes: readonly NodeRow[], edges: readonly EdgeRow[] = []): Graph {
  const graph = new Graph({ multi: true, type: 'mixed' })
  for (const [key, labels, properties] of nodes)
    graph.addNode(key, { labels: labels.split(':').filter((label) => label !== ''), ...properties })
  edges.forEach(([path, type, properties], i) => {
    const [, source, line, target] = /^(\w+)(->|--)(\w+)$/.exec(path)!
    const add = line === '--' ? graph.addUndirectedEdgeWithKey : graph.addDirectedEdgeWithKey
    add.call(graph, `e${i}`, source, target, { type, ...properties })
  })
  return graph
}

/** People, towns and a meeting. */
export const TOWN: PropertyGraph = indexGraph(
  graphOf(
    [
      ['orla', 'Person:Actor', { name: 'Orla', age: 41, aliases: ['O. Venn', 'Venn'] }],
      ['tomas', 'Person:Actor', { name: 'Tomas', age: 35 }],
      ['ilse', 'Person', { name: 'Ilse', age: 52 }],
      ['averra', 'City', { name: 'Averra' }],
      ['muvani', 'City', { name: 'Muvani', founded: 1204 }],
      ['talks', 'Event', { name: 'Talks', date: '2025-12-04', tolls: { killed: 2, wounded: 3 } }],
    ],
    [
      ['orla->tomas', 'KNOWS', { since: 2001 }],
      ['tomas->ilse', 'KNOWS', { since: 2010 }],
      ['orla->ilse', 'ACCUSED', { weight: 2 }],
      ['orla->averra', 'LIVES_IN'],
      ['tomas->averra', 'LIVES_IN'],
      ['ilse->muvani', 'LIVES_IN'],
      ['orla->talks', 'JOINED'],
      ['ilse->talks', 'JOINED'],
      ['orla--ilse', 'MET_WITH', { first: '2025-12-04' }],
    ],
  ),
)

/** 2025-12-04T12:30:00Z */
export const NOON = Date.UTC(2025, 11, 4, 12, 30)

export const options = (more: Partial<RunOptions> = {}): RunOptions => ({ clock: () => NOON, ...more })

export const rows = (query: string, graph = TOWN, more: Partial<RunOptions> = {}): string[] =>
  answer(prepare(query), graph, options(more)).rows.map((row) => row.map(literal).join(' | '))

/** Of a query that gives one value. */
export const value = (expression: string, parameters: Properties = {}): string =>
  rows(`RETURN ${expression} AS x`, TOWN, { parameters }).join()

export const names = (query: string, graph = TOWN): string[] => rows(query, graph).map((row) => row.replaceAll("'", ''))
