/** An imported graph becomes a document of the library. */
import { createHash } from 'node:crypto'
import { toReading } from '../graph/import/to-reading.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { SourceDocument } from '../model/document.ts'
import { documentId } from '../model/ids.ts'
import { IMPORTER, type Library, type PutOutcome } from './library.ts'

/**
 * Stores the facts of a graph, in one transaction; what came from the same origin before is replaced.
 * @param name of the file, as people know it
 * @throws LibraryError
 */
export function importGraph(
  library: Library,
  graph: KnowledgeGraph,
  name: string,
  origin: string,
): { readonly document: SourceDocument; readonly outcome: PutOutcome['outcome'] } {
  const { text, extraction } = toReading(graph, name)
  const document: SourceDocument = {
    id: documentId(createHash('sha256').update(text).digest('hex')),
    title: `Import of ${name}`,
    date: graph.getAttribute('date'),
    source: graph.getAttribute('generator'),
    url: null,
    origin,
    text,
    body: { start: 0, end: text.length },
  }
  return { document, outcome: library.put(document, extraction, IMPORTER).outcome }
}
