/** Which of the things that were read stand at a passage that a correction is anchored to. */
import type { Anchor } from '../../model/corrections.ts'
import type { EventFact } from '../../model/facts.ts'
import type { Span } from '../../model/span.ts'
import { overlaps } from '../../model/span.ts'

/** Those at exactly this passage; where there is none, because a newer extractor draws the line elsewhere, those that overlap it. */
export function standingAt<T>(
  items: readonly T[],
  spansOf: (item: T) => readonly Span[],
  anchor: Pick<Anchor, 'start' | 'end'>,
): readonly T[] {
  const exact = items.filter((item) =>
    spansOf(item).some(({ start, end }) => start === anchor.start && end === anchor.end),
  )
  return exact.length > 0 ? exact : items.filter((item) => spansOf(item).some((span) => overlaps(span, anchor)))
}

/** Where an event is told: the words that tell it, or else the passage. */
export const tellings = ({ evidence }: Pick<EventFact, 'evidence'>): Span[] =>
  evidence.map(({ trigger, span }) => trigger ?? span)
