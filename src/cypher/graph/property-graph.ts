/** A graphology graph as queries see it: nodes with labels, relationships with a type, and indexes to find them by. */
import type { Attributes } from 'graphology-types'
import { keyOf } from '../values/compare.ts'
import type { NodeValue, RelationshipValue, Value } from '../values/value.ts'
import { fromPlain } from '../values/value.ts'

export interface PropertyGraph {
  readonly nodes: readonly NodeValue[]
  readonly relationships: readonly RelationshipValue[]
  readonly withLabel: (label: string) => readonly NodeValue[]
  readonly withKey: (key: string) => NodeValue | undefined
  /** Nodes of which a property has this value. */
  readonly where: (property: string, value: Value) => readonly NodeValue[]
  readonly ofType: (type: string) => readonly RelationshipValue[]
  /** Those without direction are neither in the one list nor in the other. */
  readonly outgoing: (node: NodeValue) => readonly RelationshipValue[]
  readonly incoming: (node: NodeValue) => readonly RelationshipValue[]
  readonly undirected: (node: NodeValue) => readonly RelationshipValue[]
}

/** What of graphology's graphs is read here; whatever else has nodes and edges may be given in their place. */
export interface GraphEntries {
  nodeEntries(): Iterable<{ readonly node: string; readonly attributes: Attributes }>
  edgeEntries(): Iterable<{
    readonly edge: string
    readonly source: string
    readonly target: string
    readonly attributes: Attributes
    readonly undirected: boolean
  }>
}

type Properties = Readonly<Record<string, unknown>>

/** How the attributes of a graph are to be understood. */
export interface GraphReading {
  readonly node: (attributes: Attributes) => { readonly labels: readonly string[]; readonly properties: Properties }
  readonly relationship: (attributes: Attributes) => {
    readonly type: string
    readonly properties: Properties
    /** Without direction, whatever graphology says. */
    readonly undirected?: boolean
  }
  /** Properties by which nodes are named: their indexes are made at once. */
  readonly names: readonly string[]
}

/** `labels` of nodes (a list, or a single one), `type` of edges, and all other attributes as properties. */
export const PLAIN: GraphReading = {
  node: ({ labels = [], ...properties }) => ({ labels: [labels].flat().map(String), properties }),
  relationship: ({ type, ...properties }) => ({ type: type === undefined ? '' : String(type), properties }),
  names: [],
}

export function indexGraph(graph: GraphEntries, reading: GraphReading = PLAIN): PropertyGraph {
  const turns = indexInTurns(graph, reading)
  for (;;) {
    const { done, value } = turns.next()
    if (done === true) return value
  }
}

const PER_TURN = 5000

/** The same, with a yield wherever others may have their turn. */
export function* indexInTurns(graph: GraphEntries, reading: GraphReading): Generator<void, PropertyGraph, void> {
  const index = new IndexedGraph()
  for (const { node: key, attributes } of graph.nodeEntries()) {
    index.addNode(key, reading.node(attributes))
    if (index.nodes.length % PER_TURN === 0) yield
  }
  for (const { edge: key, source, target, attributes, undirected } of graph.edgeEntries()) {
    const read = reading.relationship(attributes)
    index.addRelationship(key, source, target, { ...read, undirected: undirected || read.undirected === true })
    if (index.relationships.length % PER_TURN === 0) yield
  }
  for (const name of reading.names) yield* index.indexInTurns(name)
  return index
}

const NONE: readonly never[] = []

class IndexedGraph implements PropertyGraph {
  readonly nodes: NodeValue[] = []
  readonly relationships: RelationshipValue[] = []
  readonly #byKey = new Map<string, NodeValue>()
  readonly #byLabel = new Map<string, NodeValue[]>()
  readonly #byType = new Map<string, RelationshipValue[]>()
  readonly #byProperty = new Map<string, ReadonlyMap<string, readonly NodeValue[]>>()
  readonly #outgoing: RelationshipValue[][] = []
  readonly #incoming: RelationshipValue[][] = []
  readonly #undirected = new Map<NodeValue, RelationshipValue[]>()

  addNode(key: string, { labels, properties }: ReturnType<GraphReading['node']>): void {
    const node: NodeValue = { kind: 'node', index: this.nodes.length, key, labels, properties }
    this.nodes.push(node)
    this.#byKey.set(key, node)
    this.#outgoing.push([])
    this.#incoming.push([])
    for (const label of new Set(labels)) append(this.#byLabel, label, node)
  }

  addRelationship(
    key: string,
    from: string,
    to: string,
    { type, properties, undirected = false }: ReturnType<GraphReading['relationship']>,
  ): void {
    const [source, target, index] = [this.#byKey.get(from)!, this.#byKey.get(to)!, this.relationships.length]
    const added: RelationshipValue = {
      kind: 'relationship',
      index,
      key,
      type,
      source,
      target,
      undirected,
      properties,
    }
    this.relationships.push(added)
    append(this.#byType, type, added)
    if (undirected) {
      append(this.#undirected, source, added)
      if (target !== source) append(this.#undirected, target, added)
    } else {
      this.#outgoing[source.index]!.push(added)
      this.#incoming[target.index]!.push(added)
    }
  }

  withLabel = (label: string): readonly NodeValue[] => this.#byLabel.get(label) ?? NONE
  withKey = (key: string): NodeValue | undefined => this.#byKey.get(key)
  ofType = (type: string): readonly RelationshipValue[] => this.#byType.get(type) ?? NONE
  outgoing = (node: NodeValue): readonly RelationshipValue[] => this.#outgoing[node.index] ?? NONE
  incoming = (node: NodeValue): readonly RelationshipValue[] => this.#incoming[node.index] ?? NONE
  undirected = (node: NodeValue): readonly RelationshipValue[] => this.#undirected.get(node) ?? NONE

  /** The index of a property is made when it is first asked for. */
  where = (property: string, value: Value): readonly NodeValue[] => {
    if (!this.#byProperty.has(property)) for (const _ of this.indexInTurns(property));
    return this.#byProperty.get(property)!.get(indexKey(value)) ?? NONE
  };

  *indexInTurns(property: string): Generator<void, void, void> {
    const index = new Map<string, NodeValue[]>()
    for (const node of this.nodes) {
      const value = Object.hasOwn(node.properties, property) ? node.properties[property] : undefined
      if (value !== undefined && value !== null) append(index, indexKey(fromPlain(value)), node)
      if (node.index % PER_TURN === 0) yield
    }
    this.#byProperty.set(property, index)
  }
}

/** Most are texts, which need no making of a key. */
const indexKey = (value: Value): string => (typeof value === 'string' ? value : `\0${keyOf(value)}`)

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
