/**
 * How long it is from one instant to another. Where one has no date the other's counts, where one has no time it is midnight,
 * and where one has no zone it is the other's.
 */
import type { DurationValue, InstantValue } from '../values/value.ts'
import { civilOf, plusMonths } from './calendar.ts'
import type { Zone } from './clock.ts'
import { atZone, DAY, DAY_SECONDS, epochSeconds, inZone, SECOND } from './clock.ts'
import { normal } from './duration.ts'
import { zoneIn } from './fields.ts'

export type Measure = 'between' | 'inMonths' | 'inDays' | 'inSeconds'

interface Moment {
  readonly day: number
  readonly nanos: number
}

export function between(measure: Measure, from: InstantValue, to: InstantValue): DurationValue {
  const zone = zoneIn(from) ?? zoneIn(to) ?? 0
  const anyDay = 'day' in from ? from.day : 'day' in to ? to.day : 0
  const [a, b] = [resolve(from, zone, anyDay), resolve(to, zone, anyDay)]
  const dated = 'day' in from && 'day' in to
  if (measure === 'inSeconds' || (measure === 'between' && !dated)) return elapsed(a, b, zone)
  if (!dated) return normal(0, 0, 0n, 0)
  const months = measure === 'inDays' ? 0 : monthsBetween(a, b)
  if (measure === 'inMonths') return normal(months, 0, 0n, 0)
  const start = { day: plusMonths(a.day, months), nanos: a.nanos }
  const days = daysBetween(start, b)
  if (measure === 'inDays') return normal(0, days, 0n, 0)
  const { seconds, nanos } = elapsed({ day: start.day + days, nanos: a.nanos }, b, zone)
  return normal(months, days, seconds, nanos)
}

/** What the clocks of `zone` show at that instant. */
function resolve(value: InstantValue, zone: Zone, anyDay: number): Moment {
  const day = 'day' in value ? value.day : anyDay
  const nanos = 'nanos' in value ? value.nanos : 0
  const own = zoneIn(value)
  return own === undefined || own === zone ? { day, nanos } : inZone(atZone(own, day, nanos), zone)
}

/** Whole months, in either direction. */
function monthsBetween(a: Moment, b: Moment): number {
  const [from, to] = [civilOf(a.day), civilOf(b.day)]
  const months = (to.year - from.year) * 12 + to.month - from.month
  const over = to.day * DAY + b.nanos - (from.day * DAY + a.nanos)
  if (months > 0 && over < 0) return months - 1
  return months < 0 && over > 0 ? months + 1 : months
}

function daysBetween(a: Moment, b: Moment): number {
  const days = b.day - a.day
  if (days > 0 && b.nanos < a.nanos) return days - 1
  return days < 0 && b.nanos > a.nanos ? days + 1 : days
}

function elapsed(a: Moment, b: Moment, zone: Zone): DurationValue {
  const [from, to] = [atZone(zone, a.day, a.nanos), atZone(zone, b.day, b.nanos)]
  const seconds = BigInt(to.day - from.day) * BigInt(DAY_SECONDS) + BigInt(secondsIn(to) - secondsIn(from))
  return normal(0, 0, seconds, (to.nanos % SECOND) - (from.nanos % SECOND))
}

/** Since midnight UTC of its own day. */
const secondsIn = ({ nanos, offset }: { readonly nanos: number; readonly offset: number }): number =>
  epochSeconds({ day: 0, nanos, offset })
