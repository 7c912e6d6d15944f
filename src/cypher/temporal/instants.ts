/** The functions that make instants: of a map, a text, another instant, or of the moment. */
import { argumentError, typeError } from '../errors.ts'
import type {
  DateTimeValue, DateValue, InstantValue, LocalDateTimeValue, LocalTimeValue, MapValue, TimeValue, Value,
} from '../values/value.ts' // biome-ignore format: one glance
import { isMap, isTemporal, typeOf } from '../values/value.ts'
import { checkDay } from './calendar.ts'
import type { Zone } from './clock.ts'
import { atZone, DAY_SECONDS, inZone, offsetAtInstant, SECOND, UTC } from './clock.ts'
import { checkFields, dayFrom, dayIn, instantIn, nanosFrom, nanosIn, zoneField, zoneIn } from './fields.ts'
import { parseDateTime, parseDay, parseNanos, parseTime } from './parse.ts'

export type InstantKind = InstantValue['kind']

interface Options {
  /** See `nanosFrom`. */
  readonly finer?: boolean
}

/** @param given a map, a text or another instant */
export function makeInstant(kind: InstantKind, given: Value): InstantValue {
  if (typeof given === 'string') return PARSERS[kind](given)
  if (isMap(given)) return fromFields(kind, given)
  if (isTemporal(given) && given.kind !== 'duration') return convert(kind, given)
  throw typeError(`A ${kind} is made of a text, a map or another date or time, not of a ${typeOf(given)}`)
}

const PARSERS: Readonly<Record<InstantKind, (text: string) => InstantValue>> = {
  date: (text) => ({ kind: 'date', day: parseDay(text) }),
  localtime: (text) => ({ kind: 'localtime', nanos: parseNanos(text) }),
  time: (text) => {
    const { nanos, zone = UTC } = parseTime(text)
    return { kind: 'time', nanos, offset: fixedOffset(zone, undefined, nanos) }
  },
  localdatetime: (text) => {
    const { day, nanos, zone } = parseDateTime(text)
    if (zone !== undefined) throw argumentError(`"${text}" names a time zone, which a localdatetime does not have`)
    return { kind: 'localdatetime', day, nanos }
  },
  datetime: (text) => {
    const { day, nanos, zone = UTC } = parseDateTime(text)
    return atZone(zone, day, nanos)
  },
}

export function fromFields(kind: InstantKind, fields: MapValue, options: Options = {}): InstantValue {
  checkFields(kind, fields)
  switch (kind) {
    case 'date':
      return dateFrom(fields)
    case 'localtime':
      return localTimeFrom(fields, options)
    case 'time':
      return timeFrom(fields, options)
    case 'localdatetime':
      return localDateTimeFrom(fields, options)
    case 'datetime':
      return dateTimeFrom(fields, options)
  }
}

const baseDay = (fields: MapValue): number | undefined => {
  const from = instantIn(fields, 'date', 'datetime')
  return from && dayIn(from)
}
const baseNanos = (fields: MapValue): number | undefined => {
  const from = instantIn(fields, 'time', 'datetime')
  return from && nanosIn(from)
}

const dateFrom = (fields: MapValue): DateValue => ({ kind: 'date', day: dayFrom(fields, baseDay(fields)) })

const localTimeFrom = (fields: MapValue, options: Options): LocalTimeValue => ({
  kind: 'localtime',
  nanos: nanosFrom(fields, baseNanos(fields), options),
})

const localDateTimeFrom = (fields: MapValue, options: Options): LocalDateTimeValue => ({
  kind: 'localdatetime',
  day: dayFrom(fields, baseDay(fields)),
  nanos: nanosFrom(fields, baseNanos(fields), { optional: true, ...options }),
})

/** A zone that is told for an instant that has one moves its clock; otherwise it says where the clock stands. */
function timeFrom(fields: MapValue, options: Options): TimeValue {
  const from = instantIn(fields, 'time', 'datetime')
  const own = from && zoneIn(from)
  const zone = zoneField(fields) ?? own ?? UTC
  if (from === undefined || own === undefined) {
    const nanos = nanosFrom(fields, from && nanosIn(from), options)
    return { kind: 'time', nanos, offset: fixedOffset(zone, from, nanos) }
  }
  const offset = zone === own && 'offset' in from ? from.offset : fixedOffset(zone, from, nanosIn(from))
  const { nanos } = inZone(
    { kind: 'datetime', day: 0, nanos: nanosIn(from), offset: (from as TimeValue).offset, zone: null },
    offset,
  )
  return { kind: 'time', nanos: nanosFrom(fields, nanos, options), offset }
}

/** A time knows no day, so that a named zone needs one to have an offset: that of `from`, or the first of 1970. */
const fixedOffset = (zone: Zone, from: InstantValue | undefined, nanos: number): number =>
  typeof zone === 'number' ? zone : atZone(zone, from !== undefined && 'day' in from ? from.day : 0, nanos).offset

function dateTimeFrom(fields: MapValue, options: Options): DateTimeValue {
  if (fields.has('epochSeconds') || fields.has('epochMillis')) return epochFrom(fields)
  const [told, source] = [zoneField(fields), instantIn(fields, 'time', 'datetime')]
  const own = source && zoneIn(source)
  const day = dayFrom(fields, baseDay(fields))
  if (told === undefined || own === undefined || source === undefined)
    return atZone(told ?? own ?? UTC, day, nanosFrom(fields, baseNanos(fields), { optional: true, ...options }))
  const moved = inZone(atZone(own, day, nanosIn(source)), told)
  return atZone(told, moved.day, nanosFrom(fields, moved.nanos, options))
}

function epochFrom(fields: MapValue): DateTimeValue {
  const number = (name: string): bigint => {
    const value = fields.get(name) ?? 0n
    if (typeof value !== 'bigint') throw typeError(`The field "${name}" must be a whole number`)
    return value
  }
  const nanos = number('millisecond') * 1_000_000n + number('microsecond') * 1_000n + number('nanosecond')
  return fromEpoch(number('epochSeconds'), number('epochMillis') * 1_000_000n + nanos, zoneField(fields))
}

export function fromEpoch(seconds: bigint, nanos: bigint, zone: Zone = UTC): DateTimeValue {
  const total = seconds * 1_000_000_000n + nanos
  const perDay = BigInt(DAY_SECONDS) * 1_000_000_000n
  const inDay = ((total % perDay) + perDay) % perDay
  const day = checkDay(Number((total - inDay) / perDay))
  return inZone({ kind: 'datetime', day, nanos: Number(inDay), offset: 0, zone: null }, zone)
}

function convert(kind: InstantKind, from: InstantValue): InstantValue {
  switch (kind) {
    case 'date':
      return { kind, day: dayIn(from) }
    case 'localtime':
      return { kind, nanos: nanosIn(from) }
    case 'time': {
      const nanos = nanosIn(from)
      return { kind, nanos, offset: 'offset' in from ? from.offset : 0 }
    }
    case 'localdatetime':
      return { kind, day: dayIn(from), nanos: 'nanos' in from ? from.nanos : 0 }
    case 'datetime':
      return atZone(zoneIn(from) ?? UTC, dayIn(from), 'nanos' in from ? from.nanos : 0)
  }
}

/** @param milliseconds since 1970-01-01T00:00Z */
export function now(kind: InstantKind, milliseconds: number, zone: Zone = UTC): InstantValue {
  const seconds = Math.floor(milliseconds / 1000)
  const offset = offsetAtInstant(zone, seconds)
  const day = Math.floor((seconds + offset) / DAY_SECONDS)
  const nanos = (seconds + offset - day * DAY_SECONDS) * SECOND + Math.floor(milliseconds - seconds * 1000) * 1e6
  const value: DateTimeValue = { kind: 'datetime', day, nanos, offset, zone: typeof zone === 'string' ? zone : null }
  return kind === 'datetime' ? value : convert(kind, value)
}
