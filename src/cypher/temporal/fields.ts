/** Instants from maps such as `{year: 2025, month: 12}` or `{date: other, week: 3}`. */
import { argumentError, typeError } from '../errors.ts'
import type { InstantValue, MapValue, Value } from '../values/value.ts'
import { isTemporal, typeOf } from '../values/value.ts'
import {
  checkDay, civilOf, dayOf, daysInMonth, daysInQuarter, daysInYear, firstOfQuarter, firstWeek, MOST_YEARS, quarterOf, weekdayOf,
  weekOf, weeksInYear,
} from './calendar.ts' // biome-ignore format: one glance
import type { Zone } from './clock.ts'
import { clockOf, nanosOf, parseZone } from './clock.ts'

const DATE_FIELDS = [
  'year', 'month', 'day', 'week', 'dayOfWeek', 'ordinalDay', 'quarter', 'dayOfQuarter', 'date', 'datetime', 'weekYear',
] // biome-ignore format: one glance
const TIME_FIELDS = ['hour', 'minute', 'second', 'millisecond', 'microsecond', 'nanosecond', 'time', 'datetime']
export const FIELDS = {
  date: new Set(DATE_FIELDS),
  localtime: new Set(TIME_FIELDS),
  time: new Set([...TIME_FIELDS, 'timezone']),
  localdatetime: new Set([...DATE_FIELDS, ...TIME_FIELDS]),
  datetime: new Set([...DATE_FIELDS, ...TIME_FIELDS, 'timezone', 'epochSeconds', 'epochMillis']),
}

export function checkFields(type: keyof typeof FIELDS, fields: MapValue): void {
  for (const name of fields.keys())
    if (!FIELDS[type].has(name))
      throw argumentError(`"${name}" is no field of a ${type}; known are: ${[...FIELDS[type]].join(', ')}`)
}

/** A whole number from `least` to `most`. */
function field(fields: MapValue, name: string, least: number, most: number): number | undefined {
  const value = fields.get(name)
  if (value === undefined) return undefined
  if (typeof value !== 'bigint')
    throw typeError(`The field "${name}" must be a whole number, but is ${describe(value)}`)
  if (value < BigInt(least) || value > BigInt(most))
    throw argumentError(`The field "${name}" is ${value}; it must be from ${least} to ${most}`)
  return Number(value)
}

const describe = (value: Value): string => (typeof value === 'string' ? `the text "${value}"` : `a ${typeOf(value)}`)

/** Another instant that a field takes from. */
export function instantIn(fields: MapValue, ...names: readonly string[]): InstantValue | undefined {
  const name = names.find((candidate) => fields.has(candidate))
  if (name === undefined) return undefined
  const value = fields.get(name)!
  if (!isTemporal(value) || value.kind === 'duration')
    throw typeError(`The field "${name}" must be a date or time, but is ${describe(value)}`)
  return value
}

export function dayIn(value: InstantValue): number {
  if ('day' in value) return value.day
  throw typeError(`A ${value.kind} has no date to take`)
}
export function nanosIn(value: InstantValue): number {
  if ('nanos' in value) return value.nanos
  throw typeError(`A ${value.kind} has no time of day to take`)
}
export const zoneIn = (value: InstantValue): Zone | undefined =>
  value.kind === 'datetime' ? (value.zone ?? value.offset) : value.kind === 'time' ? value.offset : undefined

export function zoneField(fields: MapValue): Zone | undefined {
  const value = fields.get('timezone')
  if (value === undefined) return undefined
  if (typeof value !== 'string') throw typeError(`The field "timezone" must be a text, but is ${describe(value)}`)
  return parseZone(value)
}

/** @param base what the fields change; without one the year is needed */
export function dayFrom(fields: MapValue, base: number | undefined): number {
  const year = field(fields, 'year', -MOST_YEARS, MOST_YEARS)
  if (year === undefined && base === undefined) throw argumentError('The field "year" is missing')
  if (fields.has('week') || fields.has('dayOfWeek') || fields.has('weekYear')) return byWeek(fields, year, base)
  if (fields.has('quarter') || fields.has('dayOfQuarter')) return byQuarter(fields, year, base)
  const from = base === undefined ? undefined : civilOf(base)
  const y = year ?? from!.year
  if (fields.has('ordinalDay')) return checkDay(dayOf(y, 1, 1) + field(fields, 'ordinalDay', 1, daysInYear(y))! - 1)
  requireBefore(fields, from, 'month', 'day')
  const month = field(fields, 'month', 1, 12) ?? from?.month ?? 1
  const day = field(fields, 'day', 1, 31) ?? from?.day ?? 1
  if (day > daysInMonth(y, month))
    throw argumentError(`The month ${y}-${String(month).padStart(2, '0')} has no day ${day}`)
  return checkDay(dayOf(y, month, day))
}

function byWeek(fields: MapValue, year: number | undefined, base: number | undefined): number {
  const from = base === undefined ? undefined : weekOf(base)
  const weekYear = field(fields, 'weekYear', -MOST_YEARS, MOST_YEARS) ?? year ?? from!.weekYear
  if (from === undefined && !fields.has('week')) throw argumentError('The field "dayOfWeek" needs the field "week"')
  const week = field(fields, 'week', 1, weeksInYear(weekYear)) ?? from!.week
  const weekday = field(fields, 'dayOfWeek', 1, 7) ?? (base === undefined ? 1 : weekdayOf(base))
  return checkDay(firstWeek(weekYear) + (week - 1) * 7 + weekday - 1)
}

function byQuarter(fields: MapValue, year: number | undefined, base: number | undefined): number {
  const from = base === undefined ? undefined : civilOf(base)
  const y = year ?? from!.year
  if (from === undefined && !fields.has('quarter'))
    throw argumentError('The field "dayOfQuarter" needs the field "quarter"')
  const quarter = field(fields, 'quarter', 1, 4) ?? quarterOf(from!.month)
  const kept = base === undefined ? 1 : base - firstOfQuarter(from!.year, quarterOf(from!.month)) + 1
  const most = daysInQuarter(y, quarter)
  return checkDay(firstOfQuarter(y, quarter) + (field(fields, 'dayOfQuarter', 1, most) ?? Math.min(kept, most)) - 1)
}

/**
 * @param base what the fields change; without one the hour is needed, unless the time may be left out
 * @param finer whether fractions of a second add to those of `base` rather than take their place
 */
export function nanosFrom(
  fields: MapValue,
  base: number | undefined,
  { optional = false, finer = false } = {},
): number {
  const from = base === undefined ? undefined : clockOf(base)
  if (from === undefined && !fields.has('hour')) {
    const given = TIME_FIELDS.find((name) => fields.has(name))
    if (given !== undefined || !optional) throw argumentError('The field "hour" is missing')
  }
  requireBefore(fields, from, 'hour', 'minute')
  requireBefore(fields, from, 'minute', 'second')
  for (const fraction of ['millisecond', 'microsecond', 'nanosecond']) requireBefore(fields, from, 'second', fraction)
  const fraction = fractionIn(fields)
  return nanosOf({
    hour: field(fields, 'hour', 0, 23) ?? from?.hour ?? 0,
    minute: field(fields, 'minute', 0, 59) ?? from?.minute ?? 0,
    second: field(fields, 'second', 0, 59) ?? from?.second ?? 0,
    nanosecond: finer ? (from?.nanosecond ?? 0) + (fraction ?? 0) : (fraction ?? from?.nanosecond ?? 0),
  })
}

/** What the larger unit has counted the smaller may not count again. */
function fractionIn(fields: MapValue): number | undefined {
  const [hasMilli, hasMicro] = [fields.has('millisecond'), fields.has('microsecond')]
  const milli = field(fields, 'millisecond', 0, 999)
  const micro = field(fields, 'microsecond', 0, hasMilli ? 999 : 999_999)
  const nano = field(fields, 'nanosecond', 0, hasMicro ? 999 : hasMilli ? 999_999 : 999_999_999)
  if (milli === undefined && micro === undefined && nano === undefined) return undefined
  return (milli ?? 0) * 1e6 + (micro ?? 0) * 1e3 + (nano ?? 0)
}

function requireBefore(fields: MapValue, base: unknown, larger: string, smaller: string): void {
  if (base === undefined && fields.has(smaller) && !fields.has(larger))
    throw argumentError(`The field "${smaller}" needs the field "${larger}"`)
}
