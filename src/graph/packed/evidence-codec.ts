/** Evidence as bytes: offsets are told by how far they lie from the ones before. */
import type { GraphEvidence } from '../../model/graph.ts'
import type { DocumentId } from '../../model/ids.ts'
import type { SpanPair } from '../../model/span.ts'
import type { ByteReader, ByteWriter } from './bytes.ts'
import type { Strings } from './strings.ts'

const [OTHER_DOCUMENT, SENTENCE, SOURCE, TARGET, TRIGGER] = [1, 2, 4, 8, 16]

export function writeEvidence(to: ByteWriter, strings: Strings, evidence: readonly GraphEvidence[]): void {
  to.number(evidence.length)
  let before: { document: DocumentId | undefined; start: number } = { document: undefined, start: 0 }
  for (const item of evidence) {
    const { document, start, end, sentence, source, target, trigger } = item
    const isOther = document !== before.document
    to.number(
      (isOther ? OTHER_DOCUMENT : 0) |
        (sentence ? SENTENCE : 0) |
        (source ? SOURCE : 0) |
        (target ? TARGET : 0) |
        (trigger ? TRIGGER : 0),
    )
    if (isOther) to.number(strings.numberOf(document))
    to.signed(start - (isOther ? 0 : before.start)).number(end - start)
    for (const pair of [sentence, source, target, trigger])
      if (pair) to.signed(pair[0] - start).number(pair[1] - pair[0])
    before = item
  }
}

export function readEvidence(from: ByteReader, strings: Strings): GraphEvidence[] {
  const evidence: GraphEvidence[] = new Array(from.number())
  let [document, start] = ['' as DocumentId, 0]
  for (let i = 0; i < evidence.length; i++) {
    const marks = from.number()
    if (marks & OTHER_DOCUMENT) {
      document = strings.textOf(from.number()) as DocumentId
      start = 0
    }
    start += from.signed()
    const end = start + from.number()
    const item: { -readonly [N in keyof GraphEvidence]: GraphEvidence[N] } = { document, start, end }
    if (marks & SENTENCE) item.sentence = pairFrom(from, start)
    if (marks & SOURCE) item.source = pairFrom(from, start)
    if (marks & TARGET) item.target = pairFrom(from, start)
    if (marks & TRIGGER) item.trigger = pairFrom(from, start)
    evidence[i] = item
  }
  return evidence
}

function pairFrom(from: ByteReader, start: number): SpanPair {
  const first = start + from.signed()
  return [first, first + from.number()]
}
