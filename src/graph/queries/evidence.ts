/** The passages behind a fact, in an order that is good to read. */
import type { GraphDocument, GraphEvidence } from '../../model/graph.ts'
import type { Span } from '../../model/span.ts'
import { byText } from '../order.ts'

export const EVIDENCE_ORDERS = ['best', 'newest', 'oldest'] as const
export type EvidenceOrder = (typeof EVIDENCE_ORDERS)[number]

type Document = Pick<GraphDocument, 'date' | 'copyOf'>
/** Undefined for a document that is not there. */
export type DocumentOf = (id: string) => Document | undefined

/** How many words of a fact a passage marks: both ends and what ties them. */
const marksOf = ({ source, target, trigger }: GraphEvidence): number =>
  Number(source !== undefined) + Number(target !== undefined) + Number(trigger !== undefined)

const lengthOf = ({ sentence, start, end }: GraphEvidence): number =>
  sentence === undefined ? end - start : sentence[1] - sentence[0]

/**
 * The best are those that show most of the fact, reports before copies of them, the newer, the shorter; ties by place. Passages
 * without a date come last in the other orders.
 */
export function orderEvidence<E extends GraphEvidence>(
  evidence: readonly E[],
  order: EvidenceOrder,
  documentOf: DocumentOf,
): readonly E[] {
  if (evidence.length < 2) return evidence
  const documents = new Map<string, Document | undefined>()
  for (const { document } of evidence) if (!documents.has(document)) documents.set(document, documentOf(document))
  const dateOf = ({ document }: E): string => documents.get(document)?.date ?? ''
  const isCopy = ({ document }: E): number => Number(documents.get(document)?.copyOf !== undefined)
  const newer = (a: E, b: E): number => byText(dateOf(b), dateOf(a))
  const older = (a: E, b: E): number => byText(dateOf(a) || '\uffff', dateOf(b) || '\uffff')
  const byPlace = (a: E, b: E): number => byText(a.document, b.document) || a.start - b.start || a.end - b.end
  const orders: Readonly<Record<EvidenceOrder, (a: E, b: E) => number>> = {
    best: (a, b) => marksOf(b) - marksOf(a) || isCopy(a) - isCopy(b) || newer(a, b) || lengthOf(a) - lengthOf(b),
    newest: newer,
    oldest: older,
  }
  return evidence.toSorted((a, b) => orders[order](a, b) || byPlace(a, b))
}

/**
 * What stands around a passage: whole sentences before and behind the one that it lies in.
 * @param sentences of the text, in order of reading
 * @param around number of sentences on each side
 */
export function contextOf(sentences: readonly Span[], passage: Span, around: number): Span {
  const touching = sentences.flatMap(({ start, end }, i) => (start < passage.end && passage.start < end ? [i] : []))
  const [first, last] = [touching[0], touching.at(-1)]
  if (first === undefined || last === undefined) return passage
  const before = sentences[Math.max(0, first - around)]!
  const behind = sentences[Math.min(sentences.length - 1, last + around)]!
  return { start: Math.min(before.start, passage.start), end: Math.max(behind.end, passage.end) }
}
