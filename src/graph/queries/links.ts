/**
 * A graph as questions go through it: nodes and edges have numbers in the order of their keys, and each node knows the edges at
 * it. It stays as it is while the graph that it was made of changes, so that a long question may be answered in turns.
 */

import type { EdgeAttributes, GraphDocument, NodeAttributes } from '../../model/graph.ts'
import { atOnce } from '../at-once.ts'
import type { EdgeByRow, EdgeEntry, KnowledgeGraph } from '../knowledge-graph.ts'
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

interface LinkEntry extends Omit<Link, 'key'> {
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

  *edgeEntries(): Generator<LinkEntry, void, void> {
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

const PER_TURN = 5000

/**
 * The same, with a yield wherever others may have their turn. Of what changes in the graph meanwhile it is not told whether it was seen
 * before or after: links that hold together are had from `laterLinksInTurns`, with all that has changed since the first step.
 */
export function* linksInTurns(graph: KnowledgeGraph): Generator<void, Links, void> {
  const all = yield* sortInTurns(graph.nodes(), byText)
  const listed = new ListedNodes(graph)
  for (let at = 0; at < all.length; at += PER_TURN) {
    listed.take(all, at, Math.min(at + PER_TURN, all.length))
    yield
  }
  const drawn = new DrawnEdges(graph, listed)
  while (drawn.takeSome()) yield
  const inOrder = yield* sortInTurns([...drawn.keys.keys()], (a, b) => byText(drawn.keys[a]!, drawn.keys[b]!))
  const placed = new PlacedEdges(drawn, inOrder, listed.keys.length)
  for (let at = 0; at < inOrder.length; at += PER_TURN) {
    placed.take(at, Math.min(at + PER_TURN, inOrder.length))
    yield
  }
  const { keys, nodes, numbers } = listed
  const { edgeKeys, edges, sources, targets, starts } = placed
  for (let node = 0; node < keys.length; node++) starts[node + 1]! += starts[node]!
  const incident = incidence(starts, sources, targets)
  const documents = graph.getAttribute('documents')
  return new Links({ documents, keys, nodes, edgeKeys, edges, sources, targets, numbers, starts, incident })
}

// The loops stand in functions of their own: what a generator goes through between two yields runs as slowly as code that runs once.

class ListedNodes {
  readonly keys: string[] = []
  readonly nodes: NodeAttributes[] = []
  readonly numbers = new Map<string, number>()
  /** Numbers by what stands for a node where it is the end of an edge. */
  readonly ends: ReadonlyMap<string | number, number>
  readonly #rows = new Map<number, number>()
  readonly #graph: KnowledgeGraph

  constructor(graph: KnowledgeGraph) {
    this.#graph = graph
    this.ends = graph.nodeRow === undefined ? this.numbers : this.#rows
  }

  take(all: readonly string[], from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const key = all[at]!
      if (!this.#graph.hasNode(key)) continue
      const number = this.keys.push(key) - 1
      this.numbers.set(key, number)
      if (this.#graph.nodeRow !== undefined) this.#rows.set(this.#graph.nodeRow(key), number)
      this.nodes.push(this.#graph.getNodeAttributes(key))
    }
  }
}

/** A list of each part of an edge: an object for each edge would be made only to be thrown away. */
class DrawnEdges {
  readonly keys: string[] = []
  readonly edges: EdgeAttributes[] = []
  readonly sources: number[] = []
  readonly targets: number[] = []
  readonly #entries: Iterator<EdgeByRow | EdgeEntry>
  readonly #ends: ReadonlyMap<string | number, number>

  constructor(graph: KnowledgeGraph, { ends }: ListedNodes) {
    this.#entries = graph.edgesByRow?.() ?? graph.edgeEntries()
    this.#ends = ends
  }

  /** @returns whether there may be more */
  takeSome(): boolean {
    for (let taken = 0; taken < PER_TURN; taken++) {
      const { done, value } = this.#entries.next()
      if (done === true) return false
      const [source, target] = [this.#ends.get(value.source), this.#ends.get(value.target)]
      if (source === undefined || target === undefined) continue
      this.keys.push(value.edge)
      this.edges.push(value.attributes)
      this.sources.push(source)
      this.targets.push(target)
    }
    return true
  }
}

class PlacedEdges {
  readonly edgeKeys: string[] = []
  readonly edges: EdgeAttributes[] = []
  readonly sources: Int32Array
  readonly targets: Int32Array
  /** Number of edges at each node, one place behind it. */
  readonly starts: Int32Array
  readonly #drawn: DrawnEdges
  readonly #inOrder: readonly number[]

  constructor(drawn: DrawnEdges, inOrder: readonly number[], nodes: number) {
    this.#drawn = drawn
    this.#inOrder = inOrder
    this.sources = new Int32Array(inOrder.length)
    this.targets = new Int32Array(inOrder.length)
    this.starts = new Int32Array(nodes + 1)
  }

  take(from: number, to: number): void {
    const { keys, edges, sources, targets } = this.#drawn
    for (let number = from; number < to; number++) {
      const at = this.#inOrder[number]!
      const [source, target] = [sources[at]!, targets[at]!]
      this.edgeKeys.push(keys[at]!)
      this.edges.push(edges[at]!)
      this.sources[number] = source
      this.targets[number] = target
      this.starts[source + 1]!++
      this.starts[target + 1]!++
    }
  }
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
