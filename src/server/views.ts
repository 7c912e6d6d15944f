/** From the graph to what the API answers: keys become names, offsets become sentences. */
import type { EdgeView, Mark, NodeSummary, Passage } from '../api/schemas.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { GraphDocument, GraphEvidence } from '../model/graph.ts'
import { asEdgeKey, asNodeKey } from '../model/ids.ts'
import { EDGES } from '../model/ontology.ts'
import { byPosition } from '../model/span.ts'
import type { Texts } from './texts.ts'

export class Views {
  readonly #graph: KnowledgeGraph
  readonly #texts: Texts
  readonly #documents: ReadonlyMap<string, GraphDocument>
  /** The newest document has 0. */
  readonly #ranks: ReadonlyMap<string, number>
  constructor(graph: KnowledgeGraph, texts: Texts) {
    this.#graph = graph
    this.#texts = texts
    const documents = graph.getAttribute('documents')
    this.#documents = new Map(documents.map((document) => [document.id, document]))
    this.#ranks = new Map(documents.map(({ id }, rank) => [id, rank]))
  }

  node(key: string): NodeSummary {
    const attributes = this.#graph.getNodeAttributes(key)
    const { label, kind, type, mentions } = attributes
    const summary = { key: asNodeKey(key), label, kind, type, mentions, degree: this.#graph.degree(key) }
    if (attributes.kind === 'event') {
      const { date, modality } = attributes
      return { ...summary, ...(date !== undefined && { date }), modality }
    }
    const { role, country } = attributes
    return { ...summary, ...(role?.[0] !== undefined && { role: role[0] }), ...(country !== undefined && { country }) }
  }

  /** @param passages at most so many, of the newest documents */
  edge(key: string, passages = Infinity): EdgeView {
    const attributes = this.#graph.getEdgeAttributes(key)
    const { relation, modality, weight, rule, confidence, attributedTo, first, last, former, role, event } = attributes
    const { confirmed, note } = attributes
    const { label, inverse, symmetric, family } = EDGES[relation]
    return {
      key: asEdgeKey(key),
      relation,
      family,
      label,
      inverse,
      symmetric,
      source: this.node(this.#graph.source(key)),
      target: this.node(this.#graph.target(key)),
      modality,
      ...(attributedTo !== undefined && { attributedTo: this.#speaker(attributedTo) }),
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
      evidence: this.passages(attributes.evidence, passages),
    }
  }

  /** Those of the newest documents first. Evidence in a document that was removed a moment ago is left out. */
  passages(evidence: readonly GraphEvidence[], limit: number): Passage[] {
    const rank = (item: GraphEvidence): number => this.#ranks.get(item.document) ?? Infinity
    return evidence
      .toSorted((a, b) => rank(a) - rank(b))
      .slice(0, limit)
      .flatMap((item) => this.#passage(item) ?? [])
  }

  #passage({ document: id, start, end, sentence = [start, end], ...marks }: GraphEvidence): Passage | undefined {
    const document = this.#documents.get(id)
    const text = this.#texts.get(id)
    if (document === undefined || text === undefined) return undefined
    const { title, date, source } = document
    return {
      document: { id, title, date, source },
      sentence: { text: text.slice(...sentence), start: sentence[0], end: sentence[1] },
      start,
      end,
      marks: marksOf(marks, { start, end }),
    }
  }

  #speaker(attributedTo: string): { key?: NodeSummary['key']; label: string } {
    return this.#graph.hasNode(attributedTo)
      ? { key: asNodeKey(attributedTo), label: this.#graph.getNodeAttribute(attributedTo, 'label') }
      : { label: attributedTo }
  }
}

/** The words of the ends and of the relation; a mention that has none of them is marked itself. */
function marksOf(
  marks: Pick<GraphEvidence, 'source' | 'target' | 'trigger'>,
  whole: { readonly start: number; readonly end: number },
): Mark[] {
  const found = (['source', 'target', 'trigger'] as const).flatMap((kind): Mark[] => {
    const pair = marks[kind]
    return pair === undefined ? [] : [{ kind, start: pair[0], end: pair[1] }]
  })
  return found.length === 0 ? [{ kind: 'mention', ...whole }] : found.sort(byPosition)
}
