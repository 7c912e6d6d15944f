/** From the graph to what the API answers: keys become names, offsets become sentences. */
import type { ContextPassage } from '../api/evidence.ts'
import type { EdgeView, NodeSummary, Passage } from '../api/schemas.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { contextOf, type EvidenceOrder, orderEvidence } from '../graph/queries/evidence.ts'
import type { Link } from '../graph/queries/links.ts'
import type { GraphDocument, GraphEvidence, NodeAttributes } from '../model/graph.ts'
import { asEdgeKey, asNodeKey } from '../model/ids.ts'
import { EDGES } from '../model/ontology.ts'
import type { Span } from '../model/span.ts'
import { marksOf } from './marks.ts'
import type { Texts } from './texts.ts'

/** What is looked at: the graph as it is, or its links. */
export interface Viewed {
  readonly documents: readonly GraphDocument[]
  readonly attributesAt: (key: string) => NodeAttributes | undefined
  readonly degreeOf: (key: string) => number
}

export const viewedGraph = (graph: KnowledgeGraph): Viewed => ({
  documents: graph.getAttribute('documents'),
  attributesAt: (key) => (graph.hasNode(key) ? graph.getNodeAttributes(key) : undefined),
  degreeOf: (key) => graph.degree(key),
})

/** An edge of the graph. @param key of one that is there */
export const linkIn = (graph: KnowledgeGraph, key: string): Link => ({
  key,
  source: graph.source(key),
  target: graph.target(key),
  attributes: graph.getEdgeAttributes(key),
})

/** Best passages of an edge beside which many other edges stand; `/edges/:id` has all. */
export const FEW_PASSAGES = 2

export class Views {
  readonly #viewed: Viewed
  readonly #texts: Texts
  readonly #documents: ReadonlyMap<string, GraphDocument>
  constructor(viewed: Viewed, texts: Texts) {
    this.#viewed = viewed
    this.#texts = texts
    this.#documents = new Map(viewed.documents.map((document) => [document.id, document]))
  }

  /** @param key of a node that is there */
  node(key: string): NodeSummary {
    const attributes = this.#viewed.attributesAt(key)
    if (attributes === undefined) throw new RangeError(`there is no node "${key}"`)
    const { label, kind, type, mentions } = attributes
    const summary = { key: asNodeKey(key), label, kind, type, mentions, degree: this.#viewed.degreeOf(key) }
    if (attributes.kind === 'event') {
      const { date, modality } = attributes
      return { ...summary, ...(date !== undefined && { date }), modality }
    }
    const { role, country } = attributes
    return { ...summary, ...(role?.[0] !== undefined && { role: role[0] }), ...(country !== undefined && { country }) }
  }

  /** @param passages at most so many, the first of `order` */
  edge(link: Link, passages = Infinity, order: EvidenceOrder = 'newest'): EdgeView {
    return {
      ...kindOf(link),
      source: this.node(link.source),
      target: this.node(link.target),
      ...this.#statement(link),
      evidence: this.passages(link.attributes.evidence, passages, order),
    }
  }

  #statement({ attributes }: Link) {
    const { modality, weight, rule, confidence, attributedTo, first, last, former, role, event } = attributes
    const { confirmed, note } = attributes
    return {
      modality,
      ...(attributedTo !== undefined && { attributedTo: this.speaker(attributedTo) }),
      ...(first !== undefined && { first }),
      ...(last !== undefined && { last }),
      ...(former && { former }),
      ...(role !== undefined && { role }),
      weight,
      rule,
      confidence,
      ...(event !== undefined && { event }),
      ...(confirmed && { confirmed }),
      ...(note !== undefined && { note }),
    }
  }

  /** Evidence in a document that was removed a moment ago is left out. */
  passages(evidence: readonly GraphEvidence[], limit: number, order: EvidenceOrder = 'newest'): Passage[] {
    return this.ordered(evidence, order)
      .slice(0, limit)
      .flatMap((item) => this.#passage(item) ?? [])
  }

  ordered<E extends GraphEvidence>(evidence: readonly E[], order: EvidenceOrder): readonly E[] {
    return orderEvidence(evidence, order, (id) => this.#documents.get(id))
  }

  /** @param sentences of the document; `around` so many of them stand on each side */
  inContext(item: GraphEvidence, sentences: readonly Span[], around: number): ContextPassage | undefined {
    const passage = this.#passage(item)
    const text = this.#texts.get(item.document)
    if (passage === undefined || text === undefined) return undefined
    const { start, end } = contextOf(sentences, passage.sentence, around)
    return { ...passage, context: { text: text.slice(start, end), start, end } }
  }

  #passage(item: GraphEvidence): Passage | undefined {
    const { document: id, start, end, sentence = [start, end] } = item
    const document = this.#documents.get(id)
    const text = this.#texts.get(id)
    if (document === undefined || text === undefined) return undefined
    const { title, date, source } = document
    return {
      document: { id, title, date, source },
      sentence: { text: text.slice(...sentence), start: sentence[0], end: sentence[1] },
      start,
      end,
      marks: marksOf(item),
    }
  }

  /** Who says so: a node, or else the words of the source. */
  speaker(attributedTo: string): { key?: NodeSummary['key']; label: string } {
    const node = this.#viewed.attributesAt(attributedTo)
    return node === undefined ? { label: attributedTo } : { key: asNodeKey(attributedTo), label: node.label }
  }
}

/** What its relation says of an edge. */
function kindOf({ key, attributes: { relation } }: Link) {
  const { label, inverse, symmetric, family } = EDGES[relation]
  return { key: asEdgeKey(key), relation, family, label, inverse, symmetric }
}
