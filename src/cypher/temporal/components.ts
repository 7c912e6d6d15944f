/** What can be asked of a temporal value: `date.year`, `time.minute`, `duration.days` ... */
import { argumentError } from '../errors.ts'
import type { DurationValue, InstantValue, TemporalValue, Value } from '../values/value.ts'
import { civilOf, dayOf, firstOfQuarter, quarterOf, weekdayOf, weekOf } from './calendar.ts'
import { clockOf, epochSeconds } from './clock.ts'
import { formatOffset } from './format.ts'

type Read<V> = (value: V) => number | bigint | string

const ofDay = <V>(dayIn: (value: V) => number): Readonly<Record<string, Read<V>>> => ({
  year: (value) => civilOf(dayIn(value)).year,
  quarter: (value) => quarterOf(civilOf(dayIn(value)).month),
  month: (value) => civilOf(dayIn(value)).month,
  week: (value) => weekOf(dayIn(value)).week,
  weekYear: (value) => weekOf(dayIn(value)).weekYear,
  day: (value) => civilOf(dayIn(value)).day,
  ordinalDay: (value) => dayIn(value) - dayOf(civilOf(dayIn(value)).year, 1, 1) + 1,
  weekDay: (value) => weekdayOf(dayIn(value)),
  dayOfWeek: (value) => weekdayOf(dayIn(value)),
  dayOfQuarter: (value) => {
    const { year, month } = civilOf(dayIn(value))
    return dayIn(value) - firstOfQuarter(year, quarterOf(month)) + 1
  },
})

const ofClock = <V>(nanosIn: (value: V) => number): Readonly<Record<string, Read<V>>> => ({
  hour: (value) => clockOf(nanosIn(value)).hour,
  minute: (value) => clockOf(nanosIn(value)).minute,
  second: (value) => clockOf(nanosIn(value)).second,
  millisecond: (value) => Math.floor(clockOf(nanosIn(value)).nanosecond / 1e6),
  microsecond: (value) => Math.floor(clockOf(nanosIn(value)).nanosecond / 1e3),
  nanosecond: (value) => clockOf(nanosIn(value)).nanosecond,
})

const ofOffset: Readonly<Record<string, Read<{ readonly offset: number; readonly zone?: string | null }>>> = {
  timezone: ({ offset, zone }) => zone ?? formatOffset(offset),
  offset: ({ offset }) => formatOffset(offset),
  offsetMinutes: ({ offset }) => Math.trunc(offset / 60),
  offsetSeconds: ({ offset }) => offset,
}

interface Dated {
  readonly day: number
}
interface Timed {
  readonly nanos: number
}
const date = ofDay(({ day }: Dated) => day)
const clock = ofClock(({ nanos }: Timed) => nanos)
type Zoned = Dated & Timed & { readonly offset: number }

const INSTANTS: Readonly<Record<InstantValue['kind'], Readonly<Record<string, Read<never>>>>> = {
  date,
  localtime: clock,
  time: { ...clock, ...ofOffset },
  localdatetime: { ...date, ...clock },
  datetime: {
    ...date,
    ...clock,
    ...ofOffset,
    epochSeconds: (value: Zoned) => epochSeconds(value),
    epochMillis: (value: Zoned) => epochSeconds(value) * 1000 + Math.floor(clockOf(value.nanos).nanosecond / 1e6),
  },
}

const nanosIn = ({ seconds, nanos }: DurationValue): bigint => seconds * 1_000_000_000n + BigInt(nanos)
/** Rounded down, as the parts of a duration are kept. */
const floorDiv = (a: bigint, b: bigint): bigint => a / b - (a % b < 0n ? 1n : 0n)

const DURATION: Readonly<Record<string, Read<DurationValue>>> = {
  years: ({ months }) => Math.trunc(months / 12),
  quarters: ({ months }) => Math.trunc(months / 3),
  months: ({ months }) => months,
  weeks: ({ days }) => Math.trunc(days / 7),
  days: ({ days }) => days,
  hours: ({ seconds }) => seconds / 3600n,
  minutes: ({ seconds }) => seconds / 60n,
  seconds: ({ seconds }) => seconds,
  milliseconds: (value) => floorDiv(nanosIn(value), 1_000_000n),
  microseconds: (value) => floorDiv(nanosIn(value), 1_000n),
  nanoseconds: nanosIn,
  quartersOfYear: ({ months }) => Math.trunc(months / 3) % 4,
  monthsOfQuarter: ({ months }) => months % 3,
  monthsOfYear: ({ months }) => months % 12,
  daysOfWeek: ({ days }) => days % 7,
  minutesOfHour: ({ seconds }) => (seconds / 60n) % 60n,
  secondsOfMinute: ({ seconds }) => seconds % 60n,
  millisecondsOfSecond: ({ nanos }) => Math.floor(nanos / 1e6),
  microsecondsOfSecond: ({ nanos }) => Math.floor(nanos / 1e3),
  nanosecondsOfSecond: ({ nanos }) => nanos,
}

export function component(value: TemporalValue, name: string): Value {
  const table = (value.kind === 'duration' ? DURATION : INSTANTS[value.kind]) as Readonly<
    Record<string, Read<TemporalValue>>
  >
  if (!Object.hasOwn(table, name))
    throw argumentError(`A ${value.kind} has no "${name}"; it has: ${Object.keys(table).join(', ')}`)
  const found = table[name]!(value)
  return typeof found === 'number' ? BigInt(found) : found
}
