/**
 * What people decide about the graph, as an append-only log. A correction is anchored to passages of the documents and not to
 * anything that a single reading mints, so that it holds when the texts are read again or by a newer extractor.
 */
import type { CivilDate } from './date.ts'
import type { Modality } from './facts.ts'
import type { DocumentId, EdgeKey, EntryId, NodeKey } from './ids.ts'
import type { EdgeName, EntityType, EventType, ParticipantRole, RelationName } from './ontology.ts'
import type { SpanPair } from './span.ts'

/** A passage of a document: UTF-16 offsets into its text. */
export interface Anchor {
  readonly document: DocumentId
  readonly start: number
  readonly end: number
}

/**
 * A node, by where it is mentioned or told. The key is the one it had when the correction was made: it answers where none
 * of the passages is left.
 */
export interface NodeAnchor {
  readonly key: NodeKey
  readonly at: readonly Anchor[]
}

/** A passage that says a fact: the relation that was read in it, and the words of its ends. */
export interface StatementAnchor extends Anchor {
  readonly relation: EdgeName
  readonly source?: SpanPair
  readonly target?: SpanPair
}

/** An edge, by the statements behind it, and how it read when the correction was made. */
export interface EdgeAnchor {
  readonly key: EdgeKey
  readonly relation: EdgeName
  readonly source: NodeKey
  readonly target: NodeKey
  readonly at: readonly StatementAnchor[]
  /** Entries that added it by hand. */
  readonly added?: readonly EntryId[]
}

/** Somebody or something that no text names yet. */
export interface NewEntity {
  readonly type: EntityType
  readonly name: string
}

/** Mentions that are another thing than the node that they were given to. */
export interface SplitPart {
  /** Undefined: as the node was called. */
  readonly name?: string
  readonly mentions: readonly Anchor[]
}

export interface AddedEvent<N> {
  readonly type: EventType
  readonly label: string
  readonly date: CivilDate | null
  readonly endDate: CivilDate | null
  readonly participants: readonly { readonly node: N | NewEntity; readonly role: ParticipantRole }[]
  readonly places: readonly (N | NewEntity)[]
  readonly modality: Modality
  readonly evidence: readonly Anchor[]
}

/**
 * What a correction does.
 * @typeParam N how it names nodes: by anchors in the log, by keys in a request
 * @typeParam E how it names edges
 */
export type Act<N = NodeAnchor, E = EdgeAnchor> =
  /** `others` are the same as `node`, whose key and name stay. */
  | { readonly act: 'merge'; readonly node: N; readonly others: readonly N[] }
  /** The two are not the same, however alike they look. */
  | { readonly act: 'distinct'; readonly node: N; readonly other: N }
  | { readonly act: 'split'; readonly node: N; readonly parts: readonly SplitPart[] }
  | { readonly act: 'rename'; readonly node: N; readonly name: string }
  | { readonly act: 'retype'; readonly node: N; readonly type: EntityType | EventType }
  | { readonly act: 'hide'; readonly node: N }
  | { readonly act: 'confirm'; readonly node: N }
  /** Of an event: whether it happened, is planned, was denied ... */
  | { readonly act: 'restate'; readonly node: N; readonly modality: Modality }
  | { readonly act: 'drop-edge'; readonly edge: E }
  | { readonly act: 'confirm-edge'; readonly edge: E }
  | { readonly act: 'retype-edge'; readonly edge: E; readonly relation: RelationName }
  /** The ends change places. */
  | { readonly act: 'turn-edge'; readonly edge: E }
  | { readonly act: 'redirect-edge'; readonly edge: E; readonly source?: N; readonly target?: N }
  | { readonly act: 'restate-edge'; readonly edge: E; readonly modality: Modality }
  | {
      readonly act: 'add-edge'
      readonly source: N | NewEntity
      readonly relation: RelationName
      readonly target: N | NewEntity
      readonly modality: Modality
      readonly date: CivilDate | null
      readonly former: boolean
      readonly evidence: readonly Anchor[]
    }
  | ({ readonly act: 'add-event' } & AddedEvent<N>)

/** What the caller asks for, in terms of the graph as it is. */
export type Wish = Act<NodeKey, EdgeKey>
export type ActName = Act['act']

/** Entries about other entries, and about what became of a text. */
export type Control =
  | { readonly act: 'undo' | 'redo'; readonly entry: EntryId }
  /** A text was replaced by another: where the passages of earlier entries lie in it; those not listed are gone. */
  | {
      readonly act: 'moved'
      readonly from: DocumentId
      readonly to: DocumentId
      readonly spans: readonly (readonly [start: number, end: number, newStart: number, newEnd: number])[]
    }
  /** The text that this entry was about has been removed, and all that the entry said with it. */
  | { readonly act: 'forgotten' }

export interface Entry {
  readonly id: EntryId
  /** ISO 8601 instant in UTC. */
  readonly at: string
  readonly by: string
  readonly why: string | null
  readonly what: Act | Control
}

/** What an entry is to say before it has an id and a time. */
export type Draft = Pick<Entry, 'by' | 'why' | 'what'>

const CONTROLS: readonly string[] = ['undo', 'redo', 'moved', 'forgotten'] satisfies readonly Control['act'][]
export const isControl = (what: Act | Control): what is Control => CONTROLS.includes(what.act)

export const isNew = <N>(end: N | NewEntity): end is NewEntity =>
  typeof end === 'object' && end !== null && 'name' in end && 'type' in end

/** The same act with nodes and edges named in another way. */
export function mapAct<N, E, M, F>(act: Act<N, E>, node: (of: N) => M, edge: (of: E) => F): Act<M, F> {
  const end = (of: N | NewEntity): M | NewEntity => (isNew(of) ? of : node(of))
  switch (act.act) {
    case 'merge':
      return { ...act, node: node(act.node), others: act.others.map(node) }
    case 'distinct':
      return { ...act, node: node(act.node), other: node(act.other) }
    case 'split':
    case 'rename':
    case 'retype':
    case 'hide':
    case 'confirm':
    case 'restate':
      return { ...act, node: node(act.node) }
    case 'redirect-edge': {
      const { source, target, ...rest } = act
      return {
        ...rest,
        edge: edge(act.edge),
        ...(source !== undefined && { source: node(source) }),
        ...(target !== undefined && { target: node(target) }),
      }
    }
    case 'drop-edge':
    case 'confirm-edge':
    case 'retype-edge':
    case 'turn-edge':
    case 'restate-edge':
      return { ...act, edge: edge(act.edge) }
    case 'add-edge':
      return { ...act, source: end(act.source), target: end(act.target) }
    case 'add-event':
      return {
        ...act,
        participants: act.participants.map((part) => ({ ...part, node: end(part.node) })),
        places: act.places.map(end),
      }
  }
}

/** Every passage that an act is anchored to. */
export function anchorsOf(act: Act): Anchor[] {
  const found: Anchor[] = []
  mapAct(
    act,
    (node) => void found.push(...node.at),
    (edge) => void found.push(...edge.at),
  )
  if (act.act === 'split') found.push(...act.parts.flatMap(({ mentions }) => mentions))
  if (act.act === 'add-edge' || act.act === 'add-event') found.push(...act.evidence)
  return found
}
