/** What an event's sentence shows: who took part and where, instead of the span that says it, which is the whole sentence. */
import type { EdgeView, Mark, Passage } from '../../api/schemas.ts'

/**
 * The event's passages, with the words of its participants marked as `source` and those of its places as `target`.
 * @param parts the event's `participant_in` and `occurred_at` edges
 */
export const markParts = (passages: readonly Passage[], parts: readonly EdgeView[]): readonly Passage[] =>
  passages.map((passage) => ({ ...passage, marks: parts.flatMap((part) => marksIn(passage, part)).sort(byPlace) }))

function marksIn({ document, sentence }: Passage, { relation, evidence }: EdgeView): Mark[] {
  const end = relation === 'occurred_at' ? 'target' : 'source'
  return evidence
    .filter((other) => other.document.id === document.id && other.sentence.start === sentence.start)
    .flatMap(({ marks }) => marks.filter(({ kind }) => kind === end))
}

const byPlace = (a: Mark, b: Mark): number => a.start - b.start || a.end - b.end
