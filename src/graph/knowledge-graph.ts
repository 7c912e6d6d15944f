/** The graph itself: a directed graphology multigraph with typed attributes, and what it is built from. */
import { MultiDirectedGraph } from 'graphology'
import type { Provenance, SourceDocument } from '../model/document.ts'
import type { Extraction } from '../model/facts.ts'
import type { EdgeAttributes, GraphAttributes, GraphDocument, NodeAttributes } from '../model/graph.ts'

export type KnowledgeGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>

/** A document without its text, and what was read in it. */
export interface StoredDocument {
  readonly document: GraphDocument
  readonly extraction: Extraction
}

export const toGraphDocument = (document: SourceDocument): GraphDocument => ({
  id: document.id,
  title: document.title,
  date: document.date,
  source: document.source,
  characters: document.text.length,
  ...originOf(document.provenance ?? {}),
})

/** What of its provenance is told with a document. */
export const originOf = ({ language = null, dateFrom = null }: Partial<Provenance>): Partial<GraphDocument> => ({
  ...(language !== null && { language }),
  ...(dateFrom !== null && { dateFrom }),
})

/** A relation between a thing and itself says nothing, so there are no loops. */
export function emptyGraph(attributes: GraphAttributes): KnowledgeGraph {
  const graph: KnowledgeGraph = new MultiDirectedGraph({ allowSelfLoops: false })
  // A copy: graphology keeps the object that it is given, which may be another graph's own.
  graph.replaceAttributes({ ...attributes })
  return graph
}
