/** Nodes that the first graph of a large library did not hold, taken from the answers about them. */
import type { EdgeView, NodeAnswer, Passage } from '../../api/schemas.ts'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { emptyGraph } from '../../graph/knowledge-graph.ts'
import type { EdgeAttributes, GraphEvidence } from '../../model/graph.ts'

/**
 * The graph with these nodes and their edges to all that is in it; the same object where they add nothing.
 * @param answers what the server says about each node, with its relations
 */
export function withAnswers(graph: KnowledgeGraph, answers: readonly NodeAnswer[]): KnowledgeGraph {
  const fresh = answers.filter(({ node }) => !graph.hasNode(node.key))
  if (fresh.length === 0) return graph
  const merged = emptyGraph(graph.getAttributes())
  merged.import(graph.export())
  for (const { node, attributes } of fresh) merged.addNode(node.key, attributes)
  for (const { relations, events } of fresh)
    for (const edge of [...relations, ...events]) {
      if (merged.hasEdge(edge.key) || !merged.hasNode(edge.source.key) || !merged.hasNode(edge.target.key)) continue
      merged.addEdgeWithKey(edge.key, edge.source.key, edge.target.key, attributesOf(edge))
    }
  return merged
}

function attributesOf(edge: EdgeView): EdgeAttributes {
  const { relation, label, modality, weight, rule, confidence, evidence, attributedTo } = edge
  const { first, last, former, role, event, confirmed, note } = edge
  return {
    relation,
    label,
    modality,
    weight,
    rule,
    confidence,
    evidence: evidence.map(evidenceOf),
    ...(attributedTo !== undefined && { attributedTo: attributedTo.key ?? attributedTo.label }),
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    ...(former && { former }),
    ...(role !== undefined && { role }),
    ...(event !== undefined && { event }),
    ...(confirmed && { confirmed }),
    ...(note !== undefined && { note }),
  }
}

function evidenceOf({ document, sentence, start, end, marks }: Passage): GraphEvidence {
  const found: {
    source?: readonly [number, number]
    target?: readonly [number, number]
    trigger?: readonly [number, number]
  } = {}
  for (const mark of marks) if (mark.kind !== 'mention') found[mark.kind] ??= [mark.start, mark.end]
  return { document: document.id, start, end, sentence: [sentence.start, sentence.end], ...found }
}
