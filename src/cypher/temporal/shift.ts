/** An instant and a duration make an instant: months first, then days, then the time. */
import type { DurationValue, InstantValue } from '../values/value.ts'
import { checkDay, plusMonths } from './calendar.ts'
import { atZone, DAY, DAY_SECONDS, inZone, SECOND, shifted, zoneOf } from './clock.ts'

export function shift(value: InstantValue, by: DurationValue): InstantValue {
  switch (value.kind) {
    case 'date':
      return { ...value, day: checkDay(moveDay(value.day, by) + Number(by.seconds / BigInt(DAY_SECONDS))) }
    case 'localtime':
    case 'time':
      return { ...value, nanos: (((value.nanos + timeOf(by).nanos) % DAY) + DAY) % DAY }
    case 'localdatetime': {
      const time = timeOf(by)
      return { ...value, ...shifted(moveDay(value.day, by) + time.days, value.nanos + time.nanos) }
    }
    case 'datetime': {
      // Days are days of the calendar, also where clocks are changed; hours are hours that pass.
      const time = timeOf(by)
      const zone = zoneOf(value)
      const moved = atZone(zone, moveDay(value.day, by), value.nanos)
      return inZone({ ...moved, ...shifted(moved.day + time.days, moved.nanos + time.nanos) }, zone)
    }
  }
}

const moveDay = (day: number, { months, days }: DurationValue): number => checkDay(plusMonths(day, months) + days)

/** Whole days and the rest, so that both fit into a number. */
function timeOf({ seconds, nanos }: DurationValue): { readonly days: number; readonly nanos: number } {
  const perDay = BigInt(DAY_SECONDS)
  return { days: Number(seconds / perDay), nanos: Number(seconds % perDay) * SECOND + nanos }
}
