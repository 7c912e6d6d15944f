/** Times of day in nanoseconds, offsets from UTC in seconds, and zones. */
import { Temporal } from 'temporal-polyfill'
import { argumentError } from '../errors.ts'
import type { DateTimeValue } from '../values/value.ts'
import { checkDay, civilOf } from './calendar.ts'

export const SECOND = 1e9
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const DAY_SECONDS = 86_400

export interface Clock {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly nanosecond: number
}

export const clockOf = (nanos: number): Clock => ({
  hour: Math.floor(nanos / HOUR),
  minute: Math.floor(nanos / MINUTE) % 60,
  second: Math.floor(nanos / SECOND) % 60,
  nanosecond: nanos % SECOND,
})

export const nanosOf = ({ hour, minute, second, nanosecond }: Clock): number =>
  hour * HOUR + minute * MINUTE + second * SECOND + nanosecond

/** A zone is an offset in seconds, or a name of the IANA time zone database. */
export type Zone = number | string

export const UTC: Zone = 0
const MOST_OFFSET = 18 * 3600
/** Beyond these years no zone has rules of its own. */
const ZONE_YEARS = { first: -9999, last: 9999 }

/** `Z`, `+01:00`, `+0100`, `-02`, `+02:05:59`, or a zone's name. */
export function parseZone(text: string): Zone {
  if (/^z$/i.test(text)) return UTC
  const offset = /^([+-])(\d\d)(?::?(\d\d)(?::?(\d\d))?)?$/.exec(text)
  if (offset === null) return checkName(text)
  const [, sign, hours, minutes = '0', seconds = '0'] = offset
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  if (total > MOST_OFFSET || Number(minutes) > 59 || Number(seconds) > 59)
    throw argumentError(`"${text}" is no offset from UTC: they go from -18:00 to +18:00`)
  return sign === '-' ? -total : total
}

function checkName(text: string): string {
  try {
    if (/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(text)) {
      Temporal.ZonedDateTime.from({ year: 2000, month: 1, day: 1, timeZone: text })
      return text
    }
  } catch {}
  throw argumentError(`"${text}" is no time zone. Write an offset such as +01:00, or a name such as Europe/Stockholm`)
}

/**
 * Reads the clocks of `zone`: of an hour that comes twice the first is meant, and in the hour that is left out in spring the
 * clocks are put forward.
 */
export function atZone(zone: Zone, day: number, nanos: number): DateTimeValue {
  if (typeof zone === 'number') return { kind: 'datetime', day, nanos, offset: zone, zone: null }
  const { year, month, day: dayOfMonth } = civilOf(day)
  const { hour, minute, second } = clockOf(nanos)
  const nearest = Math.min(Math.max(year, ZONE_YEARS.first), ZONE_YEARS.last)
  const local = Temporal.PlainDateTime.from({ year: nearest, month, day: dayOfMonth, hour, minute, second })
  const there = local.toZonedDateTime(zone)
  const offset = Math.round(there.offsetNanoseconds / SECOND)
  const forward = local.until(there.toPlainDateTime()).total('seconds') * SECOND
  return { kind: 'datetime', ...shifted(day, nanos + forward), offset, zone }
}

/** Offset in seconds that holds in `zone` at an instant. */
export function offsetAtInstant(zone: Zone, epochSeconds: number): number {
  if (typeof zone === 'number') return zone
  const most = ZONE_YEARS.last * 365 * DAY_SECONDS
  const within = Math.min(Math.max(epochSeconds, -most), most)
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.floor(within) * 1000)
  return Math.round(instant.toZonedDateTimeISO(zone).offsetNanoseconds / SECOND)
}

/** The same instant elsewhere. */
export function inZone(value: DateTimeValue, zone: Zone): DateTimeValue {
  const offset = offsetAtInstant(zone, epochSeconds(value))
  const local = shifted(value.day, value.nanos + (offset - value.offset) * SECOND)
  return { kind: 'datetime', ...local, offset, zone: typeof zone === 'string' ? zone : null }
}

/** Nanoseconds beyond midnight as days. */
export function shifted(day: number, nanos: number): { readonly day: number; readonly nanos: number } {
  const days = Math.floor(nanos / DAY)
  return { day: checkDay(day + days), nanos: nanos - days * DAY }
}

export const zoneOf = ({ zone, offset }: DateTimeValue): Zone => zone ?? offset

/** Whole seconds since 1970-01-01T00:00Z. */
export const epochSeconds = ({ day, nanos, offset }: Pick<DateTimeValue, 'day' | 'nanos' | 'offset'>): number =>
  day * DAY_SECONDS + Math.floor(nanos / SECOND) - offset
