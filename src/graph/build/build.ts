/** From resolved facts to the graph. */
import { byDate } from '../../model/date.ts'
import type { GraphDocument } from '../../model/graph.ts'
import type { DocumentId } from '../../model/ids.ts'
import type { Span } from '../../model/span.ts'
import type { KnowledgeGraph, StoredDocument } from '../knowledge-graph.ts'
import { emptyGraph } from '../knowledge-graph.ts'
import { byText } from '../order.ts'
import type { Resolution } from '../resolve/resolve.ts'
import { canonical } from '../resolve/resolve.ts'
import { aggregate } from './edges.ts'
import { entityAttributes, eventAttributes } from './nodes.ts'
import { reportsOf } from './reports.ts'
import { statements } from './statements.ts'

export interface Imprint {
  /** Name of the graph. */
  readonly name: string
  /** Program and version, such as `dragoman 0.1.0`. */
  readonly generator: string
}

/**
 * The graph of all `documents`. Nodes and edges are added by key, so that the same documents in any order give the same
 * bytes. Nodes without an edge stay: the texts name them.
 * @param resolution of the same documents
 */
export function buildGraph(
  documents: readonly StoredDocument[],
  resolution: Resolution,
  imprint: Imprint,
): KnowledgeGraph {
  const ordered = canonical(documents)
  const described = ordered.map(({ document }) => document).sort(newestFirst)
  const sentences = new Map<DocumentId, readonly Span[]>(
    ordered.map(({ document, extraction }) => [document.id, extraction.sentences]),
  )
  const graph = emptyGraph({ ...imprint, date: described[0]?.date ?? null, documents: described })
  for (const entity of resolution.entities)
    graph.addNode(
      entity.key,
      entityAttributes(entity, (document) => sentences.get(document) ?? []),
    )
  for (const event of resolution.events) graph.addNode(event.key, eventAttributes(event, resolution.keyOf))
  const said = ordered.flatMap((stored) => statements(stored, resolution.keyOf))
  for (const edge of aggregate(said, reportsOf(described)))
    graph.addDirectedEdgeWithKey(edge.key, edge.source, edge.target, edge.attributes)
  return graph
}

/** Those without a date last; ties by id. */
export const newestFirst = (a: GraphDocument, b: GraphDocument): number =>
  a.date !== null && b.date !== null
    ? byDate(b.date, a.date) || byText(a.id, b.id)
    : Number(a.date === null) - Number(b.date === null) || byText(a.id, b.id)
