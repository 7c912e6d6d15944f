/** A graphology graph as queries see it: nodes with labels, relationships with a type, and indexes to find them by. */
import type { AbstractGraph, Attributes } from 'graphology-types'
import { keyOf } from '../values/compare.ts'
import type { NodeValue, RelationshipValue, Value } from '../values/value.ts'
import { fromPlain } from '../values/value.ts'

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
  /** Leaves elements out, and the relationships of nodes that are left out; all are there unless told. */
  readonly admitsNode?: (attributes: Attributes) => boolean
  readonly admitsRelationship?: (attributes: Attributes) => boolean
}

/** `labels` of nodes, `type` of edges, and all other attributes as properties. */
export const PLAIN: GraphReading = {
  node: ({ labels, ...properties }) => ({ labels: Array.isArray(labels) ? labels.map(String) : [], properties }),
  relationship: ({ type, ...properties }) => ({ type: type === undefined ? '' : String(type), properties }),
}

const NONE: readonly never[] = []

export class PropertyGraph {
  readonly nodes: readonly NodeValue[]
  readonly relationships: readonly RelationshipValue[]
  readonly #outgoing: readonly (readonly RelationshipValue[])[]
  readonly #incoming: readonly (readonly RelationshipValue[])[]
  readonly #undirected: ReadonlyMap<NodeValue, readonly RelationshipValue[]>
  readonly #byLabel = new Map<string, NodeValue[]>()
  readonly #byType = new Map<string, RelationshipValue[]>()
  readonly #byProperty = new Map<string, ReadonlyMap<string, readonly NodeValue[]>>()
  #byKey: ReadonlyMap<string, NodeValue> | undefined

  constructor(graph: AbstractGraph, reading: GraphReading = PLAIN) {
    const nodes: NodeValue[] = []
    const byKey = new Map<string, NodeValue>()
    graph.forEachNode((key, attributes) => {
      if (reading.admitsNode?.(attributes) === false) return
      const node: NodeValue = { kind: 'node', index: nodes.length, key, ...reading.node(attributes) }
      nodes.push(node)
      byKey.set(key, node)
      for (const label of node.labels) append(this.#byLabel, label, node)
    })
    const outgoing: RelationshipValue[][] = nodes.map(() => [])
    const incoming: RelationshipValue[][] = nodes.map(() => [])
    const undirected = new Map<NodeValue, RelationshipValue[]>()
    const relationships: RelationshipValue[] = []
    graph.forEachEdge((key, attributes, from, to, _, __, native) => {
      const [source, target] = [byKey.get(from), byKey.get(to)]
      if (source === undefined || target === undefined || reading.admitsRelationship?.(attributes) === false) return
      const read = reading.relationship(attributes)
      const found: RelationshipValue = {
        kind: 'relationship',
        index: relationships.length,
        key,
        type: read.type,
        source,
        target,
        undirected: native || read.undirected === true,
        properties: read.properties,
      }
      relationships.push(found)
      append(this.#byType, found.type, found)
      if (found.undirected) {
        append(undirected, source, found)
        if (target !== source) append(undirected, target, found)
      } else {
        outgoing[source.index]!.push(found)
        incoming[target.index]!.push(found)
      }
    })
    this.nodes = nodes
    this.relationships = relationships
    this.#outgoing = outgoing
    this.#incoming = incoming
    this.#undirected = undirected
    this.#byKey = byKey
  }

  withLabel = (label: string): readonly NodeValue[] => this.#byLabel.get(label) ?? NONE
  ofType = (type: string): readonly RelationshipValue[] => this.#byType.get(type) ?? NONE
  withKey = (key: string): NodeValue | undefined => this.#byKey?.get(key)
  outgoing = (node: NodeValue): readonly RelationshipValue[] => this.#outgoing[node.index] ?? NONE
  incoming = (node: NodeValue): readonly RelationshipValue[] => this.#incoming[node.index] ?? NONE
  undirected = (node: NodeValue): readonly RelationshipValue[] => this.#undirected.get(node) ?? NONE

  /** Nodes of which a property has this value. The index of a property is made when it is first asked for. */
  where(property: string, value: Value): readonly NodeValue[] {
    let index = this.#byProperty.get(property)
    if (index === undefined) {
      index = this.#index(property)
      this.#byProperty.set(property, index)
    }
    return index.get(keyOf(value)) ?? NONE
  }

  #index(property: string): Map<string, NodeValue[]> {
    const index = new Map<string, NodeValue[]>()
    for (const node of this.nodes) {
      const value = Object.hasOwn(node.properties, property) ? node.properties[property] : undefined
      if (value !== undefined && value !== null) append(index, keyOf(fromPlain(value)), node)
    }
    return index
  }
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
