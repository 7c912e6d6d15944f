/** A selection as formats write it, read where it lies: it stays as it is while the graph changes. */
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from '../../model/graph.ts'
import { isAmong, placeOf } from '../excerpt.ts'
import type { ListedEdge, ListedGraph, NodeEntry, UseOfEdge } from '../knowledge-graph.ts'
import type { Links } from './links.ts'
import { documentsInTurns, type Selection } from './select.ts'

export class ExcerptOfLinks implements ListedGraph {
  readonly #links: Links
  readonly #selection: Selection
  readonly #attributes: GraphAttributes

  /** @param selection in order @param attributes of the excerpt, such as the documents that it names */
  constructor(links: Links, selection: Selection, attributes: GraphAttributes) {
    this.#links = links
    this.#selection = selection
    this.#attributes = attributes
  }

  get order(): number {
    return this.#selection.nodes.length
  }

  get size(): number {
    return this.#selection.edges.length
  }

  getAttributes(): GraphAttributes {
    return this.#attributes
  }

  hasNode(key: unknown): boolean {
    const node = this.#links.numberOf(key as string)
    return node !== undefined && isAmong(this.#selection.nodes, node)
  }

  getNodeAttributes(key: unknown): NodeAttributes {
    return this.#links.nodes[this.#links.numberAt(key as string)]!
  }

  getEdgeAttributes(key: unknown): EdgeAttributes {
    return this.#links.edges[this.#edgeAt(key)]!
  }

  extremities(edge: unknown): [string, string] {
    const { source, target } = this.#links.link(this.#edgeAt(edge))
    return [source, target]
  }

  *nodeEntries(): Generator<NodeEntry> {
    const { keys, nodes } = this.#links
    for (const node of this.#selection.nodes) yield { node: keys[node]!, attributes: nodes[node]! }
  }

  *edgeEntries(): Generator<ListedEdge> {
    for (const number of this.#selection.edges) {
      const { key, ...link } = this.#links.link(number)
      yield { edge: key, ...link }
    }
  }

  forEachEdge(node: unknown, use: UseOfEdge): void {
    const all = Array.from(this.#links.edgesAt(this.#links.numberAt(node as string)))
    for (const number of all.sort((a, b) => a - b)) {
      if (!isAmong(this.#selection.edges, number)) continue
      const { key, attributes, source, target } = this.#links.link(number)
      use(key, attributes, source, target)
    }
  }

  #edgeAt(key: unknown): number {
    return placeOf(this.#links.edgeKeys, key as string)
  }
}

/**
 * @param about attributes of the whole graph
 * @param isWhole whether all its documents are named, also those that nothing refers to
 */
export function* excerptInTurns(
  links: Links,
  selection: Selection,
  about: GraphAttributes,
  isWhole = false,
): Generator<void, ExcerptOfLinks, void> {
  const documents = isWhole ? links.documents : yield* documentsInTurns(links, selection)
  return new ExcerptOfLinks(links, selection, { ...about, documents })
}
