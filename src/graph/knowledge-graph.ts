/** The graph itself: a directed multigraph with typed attributes, and what it is built from. */
import { MultiDirectedGraph } from 'graphology'
import type { SerializedGraph } from 'graphology-types'
import type { Provenance, SourceDocument } from '../model/document.ts'
import type { Extraction } from '../model/facts.ts'
import type { EdgeAttributes, GraphAttributes, GraphDocument, NodeAttributes } from '../model/graph.ts'

/** A graph of graphology's, to be changed in any way. */
export type EditableGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>

export interface NodeEntry {
  readonly node: string
  readonly attributes: NodeAttributes
}

export interface EdgeEntry {
  readonly edge: string
  readonly attributes: EdgeAttributes
  readonly source: string
  readonly target: string
  readonly undirected: boolean
}

export interface EdgeByRow extends Pick<EdgeEntry, 'edge' | 'attributes'> {
  readonly source: number
  readonly target: number
}

/** An edge as formats write it. */
export type ListedEdge = Pick<EdgeEntry, 'edge' | 'attributes' | 'source' | 'target'>
export type UseOfEdge = (edge: string, attributes: EdgeAttributes, source: string, target: string) => void

/** What of a graph has to be there for it to be written in any format. */
export interface ListedGraph {
  readonly order: number
  readonly size: number
  getAttributes(): GraphAttributes
  hasNode(key: unknown): boolean
  /** Of a node that is there, or of another one that the whole graph has. */
  getNodeAttributes(key: unknown): NodeAttributes
  getEdgeAttributes(key: unknown): EdgeAttributes
  /** Source and target. */
  extremities(edge: unknown): [string, string]
  nodeEntries(): Iterable<NodeEntry>
  edgeEntries(): Iterable<ListedEdge>
  forEachEdge(node: unknown, use: UseOfEdge): void
}

/** Keys of nodes and edges that were put on a graph, or taken off. */
export interface Changed {
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
}

export interface Journal {
  /** Stands for the graph as it is now. */
  readonly mark: number
  /** What has changed since the graph was as at `mark`; undefined where it is too much to tell. */
  since(mark: number): Changed | undefined
}

type NodeUse<T> = (node: string, attributes: NodeAttributes) => T
type EdgeUse<T> = (edge: string, attributes: EdgeAttributes, source: string, target: string) => T

/**
 * A graph to be read, as graphology's are: a directed multigraph with typed attributes. That of a library is kept in less room
 * than graphology takes (`packed/packed-graph.ts`).
 */
export interface KnowledgeGraph {
  readonly order: number
  readonly size: number
  readonly type: 'directed' | 'mixed' | 'undirected'
  readonly multi: boolean
  readonly allowSelfLoops: boolean
  getAttributes(): GraphAttributes
  getAttribute<N extends keyof GraphAttributes>(name: N): GraphAttributes[N]

  hasNode(key: unknown): boolean
  nodes(): string[]
  degree(key: unknown): number
  getNodeAttributes(key: unknown): NodeAttributes
  getNodeAttribute<N extends keyof NodeAttributes>(key: unknown, name: N): NodeAttributes[N]
  nodeEntries(): IterableIterator<NodeEntry>
  forEachNode(use: NodeUse<void>): void
  mapNodes<T>(use: NodeUse<T>): T[]
  filterNodes(use: NodeUse<boolean | undefined>): string[]
  someNode(use: NodeUse<boolean | undefined>): boolean
  findNode(use: NodeUse<boolean | undefined>): string | undefined

  hasEdge(key: unknown): boolean
  /** All, or those at a node. */
  edges(node?: unknown): string[]
  source(edge: unknown): string
  target(edge: unknown): string
  extremities(edge: unknown): [string, string]
  opposite(node: unknown, edge: unknown): string
  getEdgeAttributes(key: unknown): EdgeAttributes
  getEdgeAttribute<N extends keyof EdgeAttributes>(key: unknown, name: N): EdgeAttributes[N]
  edgeEntries(): IterableIterator<EdgeEntry>
  forEachEdge(use: EdgeUse<void>): void
  forEachEdge(node: unknown, use: EdgeUse<void>): void
  mapEdges<T>(use: EdgeUse<T>): T[]
  filterEdges(use: EdgeUse<boolean | undefined>): string[]
  someEdge(use: EdgeUse<boolean | undefined>): boolean
  reduceEdges<T>(use: (sum: T, edge: string, attributes: EdgeAttributes) => T, first: T): T
  findEdge(use: EdgeUse<boolean | undefined>): string | undefined

  /** Each once, whatever number of edges leads there, and in whatever direction. */
  neighbors(node: unknown): string[]
  findNeighbor(node: unknown, use: NodeUse<boolean | undefined>): string | undefined
  inNeighbors(node: unknown): string[]
  outEdges(node: unknown): string[]
  mapInEdges<T>(node: unknown, use: EdgeUse<T>): T[]
  filterInEdges(node: unknown, use: EdgeUse<boolean | undefined>): string[]
  filterOutEdges(node: unknown, use: EdgeUse<boolean | undefined>): string[]
  findOutEdge(node: unknown, use: EdgeUse<boolean | undefined>): string | undefined

  /** Attributes with all evidence in them, for who looks at each once: those that unpack it later leave more behind. */
  unpackedNode?(key: unknown): NodeAttributes
  unpackedEdge?(key: unknown): EdgeAttributes

  /** A number that no other node ever has, and all edges with their ends by it, for who would look up each end by its key. */
  nodeRow?(key: unknown): number
  edgesByRow?(): IterableIterator<EdgeByRow>

  export(): SerializedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>
}

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
export function emptyGraph(attributes: GraphAttributes): EditableGraph {
  const graph: EditableGraph = new MultiDirectedGraph({ allowSelfLoops: false })
  // A copy: graphology keeps the object that it is given, which may be another graph's own.
  graph.replaceAttributes({ ...attributes })
  return graph
}
