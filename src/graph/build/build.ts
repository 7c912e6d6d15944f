/** From resolved facts to the graph. */
import { byDate } from '../../model/date.ts'
import type { GraphDocument, NodeAttributes } from '../../model/graph.ts'
import type { DocumentId, NodeKey } from '../../model/ids.ts'
import type { Span } from '../../model/span.ts'
import type { Additions } from '../corrections/additions.ts'
import type { KnowledgeGraph } from '../knowledge-graph.ts'
import { emptyGraph } from '../knowledge-graph.ts'
import { byText } from '../order.ts'
import type { Resolution } from '../resolve/resolve.ts'
import { aggregate } from './edges.ts'
import { addedEventAttributes, entityAttributes, eventAttributes } from './nodes.ts'
import type { Statement } from './statements.ts'

export interface Imprint {
  /** Name of the graph. */
  readonly name: string
  /** Program and version, such as `dragoman 0.1.0`. */
  readonly generator: string
}

/**
 * The graph of all documents of a resolution. Nodes and edges are added by key, so that the same documents in any order give
 * the same bytes. Nodes without an edge stay: the texts name them.
 * @param said what the documents and people say, as statements
 */
export function buildGraph(
  { documents, entities, events, keyOf }: Resolution,
  added: Additions,
  said: readonly Statement[],
  imprint: Imprint,
): KnowledgeGraph {
  const described = documents.map(({ document }) => document).sort(newestFirst)
  const sentences = new Map<DocumentId, readonly Span[]>(
    documents.map(({ document, extraction }) => [document.id, extraction.sentences]),
  )
  const nodes: (readonly [NodeKey, NodeAttributes])[] = [
    ...entities
      .filter(({ hidden }) => !hidden)
      .map((entity) => [entity.key, entityAttributes(entity, (id) => sentences.get(id) ?? [])] as const),
    ...[...added.entities].map(
      ([key, { type, name }]) =>
        [key, entityAttributes({ key, type, name, members: [], confirmed: true }, () => [])] as const,
    ),
    ...events.map((event) => [event.key, eventAttributes(event, keyOf)] as const),
    ...added.events.map((event) => [event.key, addedEventAttributes(event.act, event.note)] as const),
  ]
  const graph = emptyGraph({ ...imprint, date: described[0]?.date ?? null, documents: described })
  for (const [key, attributes] of nodes.sort((a, b) => byText(a[0], b[0]))) graph.addNode(key, attributes)
  for (const { key, source, target, attributes } of aggregate(said))
    if (graph.hasNode(source) && graph.hasNode(target)) graph.addDirectedEdgeWithKey(key, source, target, attributes)
  return graph
}

/** Those without a date last; ties by id. */
export const newestFirst = (a: GraphDocument, b: GraphDocument): number =>
  a.date !== null && b.date !== null
    ? byDate(b.date, a.date) || byText(a.id, b.id)
    : Number(a.date === null) - Number(b.date === null) || byText(a.id, b.id)
