/** The graph of some documents, and what answers questions about it. */
import type { NodeAnchor } from '../../model/corrections.ts'
import type { Extraction } from '../../model/facts.ts'
import type { DocumentId, EdgeKey, EntryId, LocalId, NodeKey } from '../../model/ids.ts'
import type { Journal, KnowledgeGraph } from '../knowledge-graph.ts'
import type { Reason } from '../resolve/joiner.ts'
import type { Statement } from './statements.ts'

/** Two nodes that may be one, for a person to judge. */
export interface Suggestion {
  /** The one that is mentioned more often. */
  readonly node: NodeKey
  readonly other: NodeKey
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** A name, or a report, that a node was put together from. */
export interface Part {
  readonly label: string
  readonly documents: readonly DocumentId[]
}

/** Why a node is one. */
export interface Identity {
  readonly parts: readonly Part[]
  /** What was joined with what, by ordinals of the parts, and for which reasons. */
  readonly joins: readonly {
    readonly one: number
    readonly other: number
    readonly score: number
    readonly reasons: readonly Reason[]
  }[]
}

export interface Assembly {
  readonly graph: KnowledgeGraph
  /** What has changed in it of late. */
  readonly journal: Journal
  /** The node that a document's entity or event became; throws a RangeError for an id that the document does not list. */
  readonly keyOf: (document: DocumentId, id: LocalId) => NodeKey
  /** What was read in a document, with what people have corrected in it. */
  readonly readingOf: (document: DocumentId) => Extraction | undefined
  /** Edges with a statement of a document. */
  readonly edgesOf: (document: DocumentId) => readonly EdgeKey[]
  /** The key under which a node is found now: its own, or that of the node that it was joined with. */
  readonly findNode: (key: NodeKey) => NodeKey | undefined
  readonly nodeOf: (anchor: NodeAnchor) => NodeKey | undefined
  readonly statementsOf: (edge: EdgeKey) => readonly Statement[]
  /** Corrections that found what they are about; the others wait until it is back. */
  readonly met: ReadonlySet<EntryId>
  /** The likeliest first. */
  readonly suggestions: () => readonly Suggestion[]
  readonly identityOf: (key: NodeKey) => Identity | undefined
}
