/** Days, weeks, months and years as bars of a timeline. Days are counted from 1 January 1970. */
import { type CivilDate, weekday } from '../../model/date.ts'
import { FAMILIES, type Family } from '../../model/ontology.ts'
import { dayAt, dayNumber, type Stretch } from './dates.ts'
import type { Moment } from './moments.ts'
import type { Unit } from './time-view.ts'

export interface Bin {
  /** First day. */
  readonly start: number
  /** First day of the next one. */
  readonly end: number
  readonly total: number
  readonly families: ReadonlyMap<Family, number>
}

export interface Binned {
  readonly unit: Unit
  readonly bins: readonly Bin[]
  /** Without a date. */
  readonly undated: number
  /** With a date that is coarser than the unit, such as a year among days. */
  readonly vague: number
  /** With a date outside the time that is shown. */
  readonly outside: number
}

/** More bars than this cannot be told apart, and hardly be drawn. */
export const MOST_BINS = 1000

const PRECISION: Readonly<Record<Unit, number>> = { day: 10, week: 10, month: 7, year: 4 }
const DAYS: Readonly<Record<Unit, number>> = { day: 1, week: 7, month: 30.4, year: 365.2 }

/** The time from the first to the last dated moment, in whole years where that is all that is known. */
export function spanOf(moments: readonly Moment[]): Stretch | null {
  const dates = moments.flatMap(({ date }) => date ?? [])
  if (dates.length === 0) return null
  const from = dates.reduce((a, b) => (dayNumber(b) < dayNumber(a) ? b : a))
  const to = dates.reduce((a, b) => (dayNumber(b) > dayNumber(a) ? b : a))
  return { from, to }
}

/** Units in which the time has not too many bars. */
export const unitsFor = (span: Stretch): readonly Unit[] =>
  (Object.keys(DAYS) as Unit[]).filter((unit) => unit === 'year' || lengthOf(span) / DAYS[unit] <= MOST_BINS)

/** The unit in which a time is read best: some dozens of bars, up to a few hundred years. */
export function unitFor(span: Stretch): Unit {
  const days = lengthOf(span)
  if (days <= 100) return 'day'
  if (days <= 2 * 366) return 'week'
  return days <= 12 * 366 ? 'month' : 'year'
}

const lengthOf = ({ from, to }: Stretch): number => dayNumber(to) - dayNumber(from) + 1

/** @param span the time that is shown; its bars begin and end with whole units */
export function binned(moments: readonly Moment[], span: Stretch, unit: Unit): Binned {
  const counts = new Map<number, Map<Family, number>>()
  const first = startOf(dayNumber(span.from), unit)
  const last = startOf(dayNumber(span.to), unit)
  let [undated, vague, outside] = [0, 0, 0]
  for (const { date, family } of moments) {
    if (date === null) undated++
    else if (date.length < PRECISION[unit]) vague++
    else {
      const start = startOf(dayNumber(date), unit)
      if (start < first || start > last) outside++
      else {
        const families = counts.get(start) ?? new Map<Family, number>()
        counts.set(start, families.set(family, (families.get(family) ?? 0) + 1))
      }
    }
  }
  const bins: Bin[] = []
  for (let start = first; start <= last; start = nextOf(start, unit)) {
    const families = counts.get(start) ?? NOTHING
    bins.push({ start, end: nextOf(start, unit), families, total: sum(families.values()) })
  }
  return { unit, bins, undated, vague, outside }
}

const NOTHING: ReadonlyMap<Family, number> = new Map()
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0)

/** First day of the unit in which a day lies; weeks begin on Monday. */
export function startOf(day: number, unit: Unit): number {
  const date = dayAt(day)
  switch (unit) {
    case 'day':
      return day
    case 'week':
      return day - ((weekday(date) + 6) % 7)
    case 'month':
      return dayNumber(date.slice(0, 7) as CivilDate)
    case 'year':
      return dayNumber(date.slice(0, 4) as CivilDate)
  }
}

/** First day of the unit after the one that begins on `start`. */
const nextOf = (start: number, unit: Unit): number =>
  unit === 'day' ? start + 1 : startOf(start + (unit === 'week' ? 7 : unit === 'month' ? 31 : 366), unit)

/** Bars from `first` to `last` as a window; both are places in the list. */
export const windowOf = (bins: readonly Bin[], first: number, last: number): Stretch => ({
  from: dayAt(bins[first]!.start),
  to: dayAt(bins[last]!.end - 1),
})

/** The first and the last bar that a window touches; undefined where it touches none. */
export function rangeOf(bins: readonly Bin[], window: Stretch): readonly [first: number, last: number] | undefined {
  const from = dayNumber(window.from)
  // The last day of a month or year lies before the first of the next.
  const until =
    window.to.length === 10
      ? dayNumber(window.to) + 1
      : nextOf(dayNumber(window.to), window.to.length === 7 ? 'month' : 'year')
  const first = bins.findIndex(({ end }) => end > from)
  const last = bins.findLastIndex(({ start }) => start < until)
  return first < 0 || last < first ? undefined : [first, last]
}

/** The bar in which a day lies, or the nearest. */
export function binAt(bins: readonly Bin[], day: number): number {
  const found = bins.findIndex(({ end }) => day < end)
  return found < 0 ? bins.length - 1 : found
}

/** Families in the order in which they are stacked, from below. */
export const STACK: readonly Family[] = (Object.keys(FAMILIES) as Family[]).filter(
  (family) => family !== 'participation',
)
