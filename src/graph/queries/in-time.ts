/** When a step can be taken that must not be earlier than the one before it. */
import type { CivilDate } from '../../model/date.ts'
import { firstDay, lastDay } from '../../model/date.ts'
import type { EdgeAttributes } from '../../model/graph.ts'
import { EDGES } from '../../model/ontology.ts'

/**
 * The dates at which an edge can be taken after `after`; none where it cannot, or where nobody knows: an edge without a date, or
 * a month in which the day before lies. A deed is known at its first and its last date, a tie holds in between.
 */
export function datesTaken(
  { relation, first, last = first }: Pick<EdgeAttributes, 'relation' | 'first' | 'last'>,
  after: CivilDate | undefined,
): CivilDate[] {
  if (first === undefined || last === undefined) return []
  const known = first === last ? [first] : [first, last]
  if (after === undefined) return known
  const later = known.filter((date) => isNotBefore(date, after))
  const holds = EDGES[relation].nature === 'tie' && isNotBefore(after, first) && isNotBefore(last, after)
  return holds && !later.includes(after) ? [after, ...later] : later
}

/** For sure: a month is not before one of its days only where both are the same. */
export const isNotBefore = (date: CivilDate, other: CivilDate): boolean =>
  date === other || firstDay(date) >= lastDay(other)
