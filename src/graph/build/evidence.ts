import type { Evidence, Mention } from '../../model/facts.ts'
import type { GraphEvidence } from '../../model/graph.ts'
import type { DocumentId } from '../../model/ids.ts'
import type { Span, SpanPair } from '../../model/span.ts'
import { contains, toPair } from '../../model/span.ts'
import { byText } from '../order.ts'

export const toGraphEvidence = (document: DocumentId, evidence: Evidence): GraphEvidence => ({
  document,
  start: evidence.span.start,
  end: evidence.span.end,
  sentence: toPair(evidence.sentence),
  ...marks(evidence),
})

const marks = ({ source, target, trigger }: Evidence): Pick<GraphEvidence, 'source' | 'target' | 'trigger'> => ({
  ...(source && { source: toPair(source) }),
  ...(target && { target: toPair(target) }),
  ...(trigger && { trigger: toPair(trigger) }),
})

/** Evidence of mentions, each with its sentence. `sentences` and `mentions` lie in order of reading. */
export function mentionEvidence(
  document: DocumentId,
  mentions: readonly Mention[],
  sentences: readonly Span[],
): GraphEvidence[] {
  return mentions.map(({ span }) => {
    const sentence = sentenceAround(span, sentences)
    return { document, start: span.start, end: span.end, ...(sentence && { sentence }) }
  })
}

/** By bisection: the sentence that holds all of `span`. */
export function sentenceAround(span: Span, sentences: readonly Span[]): SpanPair | undefined {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sentences[middle]!.start <= span.start) low = middle + 1
    else high = middle
  }
  const sentence = sentences[low - 1]
  return sentence !== undefined && contains(sentence, span) ? toPair(sentence) : undefined
}

/** By document, then in order of reading; a passage that is given twice counts once, as it was given last. */
export function inOrder(evidence: readonly GraphEvidence[]): readonly GraphEvidence[] {
  // Most of it lies in order: names of things in many documents, without any twice.
  if (evidence.every((item, i) => i === 0 || order(evidence[i - 1]!, item) < 0)) return evidence
  const unique = new Map(evidence.map((item) => [identity(item), item]))
  return [...unique].sort(([a, x], [b, y]) => order(x, y) || byText(a, b)).map(([, item]) => item)
}

const order = (a: GraphEvidence, b: GraphEvidence): number =>
  byText(a.document, b.document) || a.start - b.start || a.end - b.end

const identity = (item: GraphEvidence): string =>
  [item.document, item.start, item.end, item.source ?? '', item.target ?? '', item.trigger ?? ''].join(' ')
