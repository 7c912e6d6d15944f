/** A part of a graph, without a second index: what is left out is passed over. */
import type { NodeValue, RelationshipValue, Value } from '../values/value.ts'
import type { PropertyGraph } from './property-graph.ts'

export interface Admission {
  readonly node: (node: NodeValue) => boolean
  /** Relationships of nodes that are left out are left out in any case. */
  readonly relationship: (relationship: RelationshipValue) => boolean
}

export function narrow(graph: PropertyGraph, admits: Admission): PropertyGraph {
  const turns = narrowInTurns(graph, admits)
  for (;;) {
    const { done, value } = turns.next()
    if (done === true) return value
  }
}

const PER_TURN = 10_000

/** The same, with a yield wherever others may have their turn. */
export function* narrowInTurns(graph: PropertyGraph, admits: Admission): Generator<void, PropertyGraph, void> {
  const hidden = new Set<NodeValue | RelationshipValue>()
  /** Nodes at which something is left out; the lists of all others are taken as they are. */
  const thinned = new Set<NodeValue>()
  for (const node of graph.nodes) if (!admits.node(node)) hidden.add(node)
  for (const relationship of graph.relationships) {
    const { source, target, index } = relationship
    if (index % PER_TURN === 0) yield
    if (!hidden.has(source) && !hidden.has(target) && admits.relationship(relationship)) continue
    hidden.add(relationship)
    thinned.add(source).add(target)
  }
  if (hidden.size === 0) return graph
  const visible = <T extends NodeValue | RelationshipValue>(list: readonly T[]): readonly T[] =>
    list.filter((item) => !hidden.has(item))
  const at =
    (list: (node: NodeValue) => readonly RelationshipValue[]) =>
    (node: NodeValue): readonly RelationshipValue[] =>
      thinned.has(node) ? visible(list(node)) : list(node)
  return {
    nodes: visible(graph.nodes),
    relationships: visible(graph.relationships),
    withLabel: remembered((label: string) => visible(graph.withLabel(label))),
    ofType: remembered((type: string) => visible(graph.ofType(type))),
    withKey: (key) => {
      const node = graph.withKey(key)
      return node === undefined || hidden.has(node) ? undefined : node
    },
    where: (property: string, value: Value) => visible(graph.where(property, value)),
    outgoing: at(graph.outgoing),
    incoming: at(graph.incoming),
    undirected: at(graph.undirected),
  }
}

function remembered<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>()
  return (name) => {
    const present = made.get(name) ?? make(name)
    made.set(name, present)
    return present
  }
}
