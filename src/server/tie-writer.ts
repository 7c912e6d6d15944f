/** Nodes and edges of a graph as JSON, for answers about many of them. */
import type { Links } from '../graph/queries/links.ts'
import type { GraphDocument, GraphEvidence } from '../model/graph.ts'
import type { Texts } from './texts.ts'
import { FEW_PASSAGES, type Views } from './views.ts'
import { kindWritten, nodeWritten, passageWritten, statementWritten } from './written.ts'

/** UTF-16 code units of JSON that are kept. */
const MOST_WRITTEN = 32_000_000

export class TieWriter {
  readonly #links: Links
  readonly #views: Views
  readonly #texts: Texts
  readonly #documents: ReadonlyMap<string, GraphDocument>
  /** By number. */
  readonly #nodes = new Map<number, string>()
  readonly #ties = new Map<number, string>()
  #length = 0
  /** Of edges that were written before: 1. */
  readonly #met: Uint8Array
  /** By id. */
  readonly #written = new Map<string, string>()

  /** @param views of the same links */
  constructor(links: Links, views: Views, texts: Texts) {
    this.#links = links
    this.#views = views
    this.#texts = texts
    this.#documents = new Map(links.documents.map((document) => [document.id, document]))
    this.#met = new Uint8Array(links.edges.length)
  }

  /** What the view of a node gives. It is kept: a node stands beside many others. @param node its number */
  node(node: number): string {
    const kept = this.#nodes.get(node)
    if (kept !== undefined) return kept
    const json = nodeWritten(this.#links.keys[node]!, this.#links.nodes[node]!, this.#links.degreeAt(node))
    return this.#keep(this.#nodes, node, json)
  }

  /** What the view of an edge gives with its best passages. It is kept when it is asked for again. @param edge its number */
  tie(edge: number): string {
    const kept = this.#ties.get(edge)
    if (kept !== undefined) return kept
    const json = this.#writeTie(edge)
    if (this.#met[edge] === 1) return this.#keep(this.#ties, edge, json)
    this.#met[edge] = 1
    return json
  }

  #writeTie(edge: number): string {
    const { edgeKeys, edges, sources, targets } = this.#links
    const attributes = edges[edge]!
    const { relation, attributedTo } = attributes
    const speaker = attributedTo === undefined ? undefined : JSON.stringify(this.#views.speaker(attributedTo))
    return `{"key":${JSON.stringify(edgeKeys[edge]!)},${kindWritten(relation)},"source":${this.node(sources[edge]!)},"target":${this.node(targets[edge]!)},${statementWritten(attributes, speaker)},"evidence":[${this.#passages(attributes.evidence)}]}`
  }

  #passages(evidence: readonly GraphEvidence[]): string {
    let passages = ''
    let count = 0
    for (const item of this.#views.ordered(evidence, 'best')) {
      if (count++ === FEW_PASSAGES) break
      const text = this.#texts.get(item.document)
      const document = this.#written.get(item.document) ?? this.#writeDocument(item.document)
      if (document === undefined || text === undefined) continue
      passages += `${passages === '' ? '' : ','}${passageWritten(item, document, text)}`
    }
    return passages
  }

  #writeDocument(id: GraphDocument['id']): string | undefined {
    const document = this.#documents.get(id)
    if (document === undefined) return undefined
    const { title, date, source } = document
    const written = JSON.stringify({ id, title, date, source })
    this.#written.set(id, written)
    return written
  }

  #keep(written: Map<number, string>, number: number, json: string): string {
    this.#length += json.length
    if (this.#length > MOST_WRITTEN) {
      this.#nodes.clear()
      this.#ties.clear()
      this.#length = json.length
    }
    // Put together of many pieces, it would be gone through piece by piece each time: a number can be looked for in one piece only.
    Number(json)
    written.set(number, json)
    return json
  }
}
