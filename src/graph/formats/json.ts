/** graphology's serialised graph, one node or edge a line, so that files can be compared and streamed. */
import type { SerializedGraph } from '../../model/graph.ts'
import type { KnowledgeGraph } from '../knowledge-graph.ts'

/** The graph as plain data; in it the keys are what the graph was built with. */
export const serialize = (graph: KnowledgeGraph): SerializedGraph => graph.export() as unknown as SerializedGraph

/** The file in pieces. */
export function* writeJson(graph: KnowledgeGraph): Generator<string> {
  const options = { type: graph.type, multi: graph.multi, allowSelfLoops: graph.allowSelfLoops }
  yield `{"options":${JSON.stringify(options)},\n"attributes":${JSON.stringify(graph.getAttributes())},\n"nodes":[`
  let separator = '\n'
  for (const { node: key, attributes } of graph.nodeEntries()) {
    yield `${separator}${JSON.stringify({ key, attributes })}`
    separator = ',\n'
  }
  yield '],\n"edges":['
  separator = '\n'
  for (const { edge: key, source, target, attributes } of graph.edgeEntries()) {
    yield `${separator}${JSON.stringify({ key, source, target, attributes })}`
    separator = ',\n'
  }
  yield ']}\n'
}
