/** When facts happened, in days: what the timeline counts and the window lets through. */
import { type CivilDate, firstDay, lastDay } from '../../model/date.ts'
import type { EdgeAttributes, EventAttributes } from '../../model/graph.ts'
import { EDGES } from '../../model/ontology.ts'

/** A stretch of time between two dates, both of which belong to it; they may be as coarse as a year. */
export interface Stretch {
  readonly from: CivilDate
  readonly to: CivilDate
}

/**
 * The times of a fact. Something done more than once has only its first and its last day; a state of affairs and an event last
 * from one to the other. Empty where the texts give no date.
 */
export function datesOf(fact: EdgeAttributes | EventAttributes): readonly Stretch[] {
  if ('kind' in fact) return between(fact.date, fact.endDate)
  const { first, last } = fact
  if (EDGES[fact.relation].nature === 'tie' || first === last) return between(first, last)
  return [...between(first, first), ...between(last, last)]
}

function between(first: CivilDate | undefined, last: CivilDate | undefined): readonly Stretch[] {
  const [from, to] = [first ?? last, last ?? first]
  return from === undefined || to === undefined ? [] : [{ from, to }]
}

/** Whether the two have a day in common. */
export const touches = (a: Stretch, b: Stretch): boolean =>
  firstDay(a.from) <= lastDay(b.to) && firstDay(b.from) <= lastDay(a.to)

const DAY_MS = 86_400_000

/** Days since 1 January 1970; of a month or year, its first. */
export const dayNumber = (date: CivilDate): number => Math.round(Date.parse(`${firstDay(date)}T00:00:00Z`) / DAY_MS)

/** The other way round, as a whole day. */
export const dayAt = (day: number): CivilDate =>
  new Date(Math.round(day) * DAY_MS).toISOString().slice(0, 10) as CivilDate
