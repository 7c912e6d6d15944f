/** What a bar and a window are called. */
import type { CivilDate } from '../../model/date.ts'
import type { Bin } from '../view/bins.ts'
import { dayAt } from '../view/dates.ts'
import type { Unit } from '../view/time-view.ts'
import { date, dates } from '../view/words.ts'

export const UNIT_LABELS: Readonly<Record<Unit, string>> = {
  day: 'Days',
  week: 'Weeks',
  month: 'Months',
  year: 'Years',
}

export const nameOf = (bin: Bin, unit: Unit): string => {
  const first = dayAt(bin.start)
  if (unit === 'week') return dates(first, dayAt(bin.end - 1))!
  return date(first.slice(0, unit === 'year' ? 4 : unit === 'month' ? 7 : 10) as CivilDate)
}

/** The first and the last bar as one reading. */
export function rangeName(bins: readonly Bin[], [first, last]: readonly [number, number], unit: Unit): string {
  if (first === last) return nameOf(bins[first]!, unit)
  const length = unit === 'year' ? 4 : unit === 'month' ? 7 : 10
  const cut = (day: number): CivilDate => dayAt(day).slice(0, length) as CivilDate
  return dates(cut(bins[first]!.start), cut(bins[last]!.end - 1))!
}
