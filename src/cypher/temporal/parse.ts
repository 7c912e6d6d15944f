/** Temporal values from text in ISO 8601, in its extended and basic forms. */
import { argumentError } from '../errors.ts'
import type { DurationValue, MapValue, Value } from '../values/value.ts'
import type { Zone } from './clock.ts'
import { parseZone } from './clock.ts'
import { durationOf } from './duration.ts'
import { dayFrom, nanosFrom } from './fields.ts'

const YEAR = '(?<year>[+-]\\d{1,9}|\\d{4})'
const DATE_FORMS = [
  `${YEAR}-(?<month>\\d\\d)-(?<day>\\d\\d)`,
  '(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)',
  `${YEAR}-(?<month>\\d\\d)`,
  '(?<year>\\d{4})(?<month>\\d\\d)',
  `${YEAR}-W(?<week>\\d\\d)-(?<dayOfWeek>\\d)`,
  '(?<year>\\d{4})W(?<week>\\d\\d)(?<dayOfWeek>\\d)',
  `${YEAR}-?W(?<week>\\d\\d)`,
  `${YEAR}-Q(?<quarter>\\d)-(?<dayOfQuarter>\\d\\d)`,
  '(?<year>\\d{4})Q(?<quarter>\\d)(?<dayOfQuarter>\\d\\d)',
  `${YEAR}-?Q(?<quarter>\\d)`,
  `${YEAR}-(?<ordinalDay>\\d{3})`,
  '(?<year>\\d{4})(?<ordinalDay>\\d{3})',
  YEAR,
].map((form) => new RegExp(`^${form}$`))

const TIME = /^(?<hour>\d\d)(?:(?<colon>:?)(?<minute>\d\d)(?:\k<colon>(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?)?$/
const ZONE = /(?<offset>z|[+-]\d\d(?::?\d\d(?::?\d\d)?)?)?(?:\[(?<name>[^\]]+)\])?$/i

/** The fields that the text gives, as they would stand in a map. */
function fieldsOf(groups: Readonly<Record<string, string | undefined>>): MapValue {
  const fields = new Map<string, Value>()
  for (const [name, text] of Object.entries(groups)) {
    if (text === undefined || name === 'colon') continue
    if (name === 'fraction') fields.set('nanosecond', BigInt(text.padEnd(9, '0')))
    else fields.set(name, BigInt(text.replace(/^\+/, '')))
  }
  return fields
}

const unreadable = (what: string, text: string, example: string) =>
  argumentError(`"${text}" is no ${what}. Write it like ${example}`)

export function parseDay(text: string): number {
  for (const form of DATE_FORMS) {
    const groups = form.exec(text)?.groups
    if (groups !== undefined) return dayFrom(fieldsOf(groups), undefined)
  }
  throw unreadable('date', text, '2025-12-04')
}

export function parseNanos(text: string): number {
  const groups = TIME.exec(text)?.groups
  if (groups === undefined) throw unreadable('time', text, '21:40:32.142')
  return nanosFrom(fieldsOf(groups), undefined)
}

export function parseTime(text: string): { readonly nanos: number; readonly zone: Zone | undefined } {
  const { rest, zone } = splitZone(text)
  return { nanos: parseNanos(rest), zone }
}

export function parseDateTime(text: string): { day: number; nanos: number; zone: Zone | undefined } {
  const [date = '', time, ...more] = text.split(/t/i)
  // The name of a zone may hold a T.
  const clock = time === undefined ? undefined : text.slice(date.length + 1)
  if (clock === undefined && more.length === 0) {
    const { rest, zone } = splitZone(text, false)
    return { day: parseDay(rest), nanos: 0, zone }
  }
  const { rest, zone } = splitZone(clock ?? '')
  return { day: parseDay(date), nanos: parseNanos(rest), zone }
}

/** @param offsets whether an offset may stand without a name: after a bare date it would be taken from the date */
function splitZone(text: string, offsets = true): { rest: string; zone: Zone | undefined } {
  const match = offsets ? ZONE.exec(text) : /(?:\[(?<name>[^\]]+)\])?$/.exec(text)
  const { offset, name } = match?.groups ?? {}
  const rest = text.slice(0, match?.index ?? text.length)
  if (name !== undefined) return { rest, zone: parseZone(name) }
  return { rest, zone: offset === undefined ? undefined : parseZone(offset) }
}

const NUMBER = '([+-]?\\d+(?:[.,]\\d+)?)'
const UNITS = new RegExp(
  `^(-)?P(?:${NUMBER}Y)?(?:${NUMBER}M)?(?:${NUMBER}W)?(?:${NUMBER}D)?(T(?=.)(?:${NUMBER}H)?(?:${NUMBER}M)?(?:${NUMBER}S)?)?$`,
  'i',
)
const CALENDAR = /^P(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d(?:[.,]\d+)?)$/i

export function parseDuration(text: string): DurationValue {
  const calendar = CALENDAR.exec(text)
  const units = calendar === null ? UNITS.exec(text) : null
  const parts = calendar?.slice(1) ?? (units === null ? undefined : [...units.slice(2, 6), ...units.slice(7)])
  if (parts === undefined || parts.every((part) => part === undefined))
    throw unreadable('duration', text, 'P1Y2M3DT4H5M6.7S')
  const amounts = parts.map((part) => Number(part?.replace(',', '.') ?? 0) * (units?.[1] === '-' ? -1 : 1))
  if (calendar !== null) amounts.splice(2, 0, 0)
  const [years, months, weeks, days, hours, minutes, seconds] = amounts as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return durationOf({ years, months, weeks, days, hours, minutes, seconds })
}
