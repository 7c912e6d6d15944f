/**
 * All of a graph or a part of it, by key, as formats write it. It is read where it lies: a copy would take as much room again as
 * the graph itself.
 */
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from '../model/graph.ts'
import type { KnowledgeGraph, ListedEdge, ListedGraph, NodeEntry, UseOfEdge } from './knowledge-graph.ts'
import { byText } from './order.ts'

/** Keys of nodes, and of edges between them, in their order. */
export interface Choice {
  readonly nodes: readonly string[]
  readonly edges: readonly string[]
}

export class Excerpt implements ListedGraph {
  readonly #graph: KnowledgeGraph
  readonly #choice: Choice
  readonly #attributes: GraphAttributes

  /** @param attributes of the excerpt, such as the documents that it names */
  constructor(graph: KnowledgeGraph, choice: Choice, attributes: GraphAttributes) {
    this.#graph = graph
    this.#choice = choice
    this.#attributes = attributes
  }

  get order(): number {
    return this.#choice.nodes.length
  }

  get size(): number {
    return this.#choice.edges.length
  }

  getAttributes(): GraphAttributes {
    return this.#attributes
  }

  hasNode(key: unknown): boolean {
    return isAmong(this.#choice.nodes, key as string)
  }

  getNodeAttributes(key: unknown): NodeAttributes {
    return nodeIn(this.#graph, key)
  }

  getEdgeAttributes(key: unknown): EdgeAttributes {
    return edgeIn(this.#graph, key)
  }

  extremities(edge: unknown): [string, string] {
    return this.#graph.extremities(edge)
  }

  *nodeEntries(): Generator<NodeEntry> {
    for (const node of this.#choice.nodes) yield { node, attributes: this.getNodeAttributes(node) }
  }

  *edgeEntries(): Generator<ListedEdge> {
    const graph = this.#graph
    for (const edge of this.#choice.edges) {
      const [source, target] = graph.extremities(edge)
      yield { edge, source, target, attributes: this.getEdgeAttributes(edge) }
    }
  }

  forEachEdge(node: unknown, use: UseOfEdge): void {
    const graph = this.#graph
    for (const edge of graph.edges(node).sort(byText))
      if (isAmong(this.#choice.edges, edge)) use(edge, this.getEdgeAttributes(edge), ...graph.extremities(edge))
  }
}

/** Attributes as they leave least behind in the memory. */
export const nodeIn = (graph: KnowledgeGraph, key: unknown): NodeAttributes =>
  graph.unpackedNode?.(key) ?? graph.getNodeAttributes(key)
export const edgeIn = (graph: KnowledgeGraph, key: unknown): EdgeAttributes =>
  graph.unpackedEdge?.(key) ?? graph.getEdgeAttributes(key)

/** All of a graph, by key: one that has been kept up to date lies in the order in which things came. */
export const inOrder = (graph: KnowledgeGraph): Excerpt =>
  new Excerpt(graph, { nodes: sorted(graph.nodes()), edges: sorted(graph.edges()) }, graph.getAttributes())

/** In order; as it is where it lies so already. */
export const sorted = (keys: string[]): string[] =>
  keys.every((key, i) => i === 0 || keys[i - 1]! < key) ? keys : keys.sort(byText)

/** A search by halves, so that no set of all keys has to be kept. @param list in order */
export const isAmong = <T extends string | number>(list: ArrayLike<T>, item: T): boolean =>
  list[placeOf(list, item)] === item

/** The place of an item in a list that is in order, or where it would be. */
export function placeOf<T extends string | number>(list: ArrayLike<T>, item: T): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (list[middle]! < item) low = middle + 1
    else high = middle
  }
  return low
}
