/** graphology's serialised graph, one node or edge a line, so that files can be compared and streamed. */
import type { SerializedGraph } from '../../model/graph.ts'
import type { KnowledgeGraph, ListedGraph } from '../knowledge-graph.ts'
import { told, type WriteOptions } from './options.ts'

/** The graph as plain data; in it the keys are what the graph was built with. */
export const serialize = (graph: KnowledgeGraph): SerializedGraph => graph.export() as unknown as SerializedGraph

/** The file in pieces. */
export function* writeJson(graph: ListedGraph, options: WriteOptions = {}): Generator<string> {
  yield `{"options":${JSON.stringify({ type: 'directed', multi: true, allowSelfLoops: false })},\n`
  yield `"attributes":${JSON.stringify(graph.getAttributes())},\n"nodes":[`
  let separator = '\n'
  for (const { node: key, attributes } of graph.nodeEntries()) {
    yield `${separator}${JSON.stringify({ key, attributes: told(attributes, options) })}`
    separator = ',\n'
  }
  yield '],\n"edges":['
  separator = '\n'
  for (const { edge: key, source, target, attributes } of graph.edgeEntries()) {
    yield `${separator}${JSON.stringify({ key, source, target, attributes: told(attributes, options) })}`
    separator = ',\n'
  }
  yield ']}\n'
}

/** JSON Lines: a line for the graph, then one for each document, node and edge, each with what it is. */
export function* writeJsonLines(graph: ListedGraph, options: WriteOptions = {}): Generator<string> {
  const { documents, ...about } = graph.getAttributes()
  yield line('graph', about)
  for (const document of documents) yield line('document', document)
  for (const { node: key, attributes } of graph.nodeEntries()) yield line('node', { key, ...told(attributes, options) })
  for (const { edge: key, source, target, attributes } of graph.edgeEntries())
    yield line('edge', { key, source, target, ...told(attributes, options) })
}

const line = (is: string, value: object): string => `${JSON.stringify({ is, ...value })}\n`
