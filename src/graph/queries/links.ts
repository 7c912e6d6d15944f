/**
 * A graph as questions go through it: nodes and edges have numbers in the order of their keys, and each node knows the edges at
 * it. It stays as it is while the graph that it was made of changes, so that a long question may be answered in turns.
 */

import type { EdgeAttributes, GraphDocument, NodeAttributes } from '../../model/graph.ts'
import { atOnce } from '../at-once.ts'
import type { KnowledgeGraph } from '../knowledge-graph.ts'
import { byText } from '../order.ts'
import { firstFrom } from './near-words.ts'
import { sortInTurns } from './sort-in-turns.ts'

/** An edge with what it ties together. */
export interface Link {
  readonly key: string
  readonly source: string
  readonly target: string
  readonly attributes: EdgeAttributes
}

interface EdgeEntry extends Omit<Link, 'key'> {
  readonly edge: string
  readonly undirected: false
}

export class Links {
  readonly documents: readonly GraphDocument[]
  /** By number. */
  readonly keys: readonly string[]
  readonly nodes: readonly NodeAttributes[]
  readonly edgeKeys: readonly string[]
  readonly edges: readonly EdgeAttributes[]
  /** Numbers of nodes, by the number of the edge. */
  readonly sources: Int32Array
  readonly targets: Int32Array
  readonly numbers: ReadonlyMap<string, number>
  /** Where the edges of a node begin in `#incident`; they end where those of the next node begin. */
  readonly #starts: Int32Array
  readonly #incident: Int32Array

  constructor(parts: LinkParts) {
    this.documents = parts.documents
    this.keys = parts.keys
    this.nodes = parts.nodes
    this.edgeKeys = parts.edgeKeys
    this.edges = parts.edges
    this.sources = parts.sources
    this.targets = parts.targets
    this.numbers = parts.numbers
    this.#starts = parts.starts
    this.#incident = parts.incident
  }

  numberOf(key: string): number | undefined {
    return this.numbers.get(key)
  }

  /** @throws RangeError for a key that is not there */
  numberAt(key: string): number {
    const number = this.numbers.get(key)
    if (number === undefined) throw new RangeError(`there is no node "${key}"`)
    return number
  }

  attributesAt(key: string): NodeAttributes | undefined {
    const number = this.numbers.get(key)
    return number === undefined ? undefined : this.nodes[number]
  }

  degreeOf(key: string): number {
    const node = this.numbers.get(key)
    return node === undefined ? 0 : this.degreeAt(node)
  }

  degreeAt(node: number): number {
    return this.#starts[node + 1]! - this.#starts[node]!
  }

  /** Numbers of all edges at a node, whichever way they go. */
  edgesAt(node: number): Int32Array {
    return this.#incident.subarray(this.#starts[node]!, this.#starts[node + 1]!)
  }

  /** The other end of an edge. */
  across(edge: number, node: number): number {
    return this.sources[edge] === node ? this.targets[edge]! : this.sources[edge]!
  }

  /** Keys of source and target of an edge; none where it is not there. */
  endsOf(edge: string): readonly string[] {
    const number = firstFrom(this.edgeKeys, edge)
    if (this.edgeKeys[number] !== edge) return []
    return [this.keys[this.sources[number]!]!, this.keys[this.targets[number]!]!]
  }

  /** As graphology gives them. */
  *nodeEntries(): Generator<{ node: string; attributes: NodeAttributes }, void, void> {
    for (const [number, attributes] of this.nodes.entries()) yield { node: this.keys[number]!, attributes }
  }

  *edgeEntries(): Generator<EdgeEntry, void, void> {
    for (let edge = 0; edge < this.edges.length; edge++) {
      const { key, ...link } = this.link(edge)
      yield { edge: key, ...link, undirected: false }
    }
  }

  link(edge: number): Link {
    return {
      key: this.edgeKeys[edge]!,
      source: this.keys[this.sources[edge]!]!,
      target: this.keys[this.targets[edge]!]!,
      attributes: this.edges[edge]!,
    }
  }
}

interface LinkParts {
  readonly documents: readonly GraphDocument[]
  readonly keys: readonly string[]
  readonly nodes: readonly NodeAttributes[]
  readonly edgeKeys: readonly string[]
  readonly edges: readonly EdgeAttributes[]
  readonly sources: Int32Array
  readonly targets: Int32Array
  readonly numbers: ReadonlyMap<string, number>
  readonly starts: Int32Array
  readonly incident: Int32Array
}

export function linksOf(graph: KnowledgeGraph): Links {
  return atOnce(linksInTurns(graph))
}

/** An edge with the numbers of its ends. */
interface Drawn {
  readonly edge: string
  readonly attributes: EdgeAttributes
  readonly source: number
  readonly target: number
}

const PER_TURN = 5000

/**
 * The same, with a yield wherever others may have their turn. Of what changes in the graph meanwhile it is not told whether it was seen
 * before or after: links that hold together are had from `laterLinksInTurns`, with all that has changed since the first step.
 */
export function* linksInTurns(graph: KnowledgeGraph): Generator<void, Links, void> {
  const all = yield* sortInTurns(graph.nodes(), byText)
  const keys: string[] = []
  const numbers = new Map<string, number>()
  const nodes: NodeAttributes[] = []
  for (const key of all) {
    if (!graph.hasNode(key)) continue
    numbers.set(key, keys.push(key) - 1)
    nodes.push(graph.getNodeAttributes(key))
    if (nodes.length % PER_TURN === 0) yield
  }
  const drawn: Drawn[] = []
  for (const { edge, attributes, source: from, target: to } of graph.edgeEntries()) {
    const [source, target] = [numbers.get(from), numbers.get(to)]
    if (source !== undefined && target !== undefined) drawn.push({ edge, attributes, source, target })
    if (drawn.length % PER_TURN === 0) yield
  }
  const inOrder = yield* sortInTurns(drawn, (a, b) => byText(a.edge, b.edge))
  const sources = new Int32Array(inOrder.length)
  const targets = new Int32Array(inOrder.length)
  const starts = new Int32Array(keys.length + 1)
  const edgeKeys: string[] = []
  const edges: EdgeAttributes[] = []
  for (const { edge, attributes, source, target } of inOrder) {
    const number = edgeKeys.push(edge) - 1
    edges.push(attributes)
    sources[number] = source
    targets[number] = target
    starts[source + 1]!++
    starts[target + 1]!++
    if (edges.length % PER_TURN === 0) yield
  }
  for (let node = 0; node < keys.length; node++) starts[node + 1]! += starts[node]!
  const incident = incidence(starts, sources, targets)
  const documents = graph.getAttribute('documents')
  return new Links({ documents, keys, nodes, edgeKeys, edges, sources, targets, numbers, starts, incident })
}

/** The numbers of the edges, node by node. */
export function incidence(starts: Int32Array, sources: Int32Array, targets: Int32Array): Int32Array {
  const free = starts.slice()
  const incident = new Int32Array(2 * sources.length)
  for (let edge = 0; edge < sources.length; edge++) {
    incident[free[sources[edge]!]!++] = edge
    incident[free[targets[edge]!]!++] = edge
  }
  return incident
}
