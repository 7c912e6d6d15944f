/** `date.truncate('week', ...)` and the like: the beginning of the unit in which an instant lies. */
import { argumentError } from '../errors.ts'
import type { InstantValue, MapValue, Value } from '../values/value.ts'
import { civilOf, dayOf, firstOfQuarter, firstWeek, quarterOf, weekdayOf, weekOf } from './calendar.ts'
import { DAY, HOUR, MINUTE, SECOND, UTC } from './clock.ts'
import { dayIn, FIELDS, nanosIn, zoneIn } from './fields.ts'
import { fromFields, type InstantKind } from './instants.ts'

const DATE_UNITS: Readonly<Record<string, (day: number) => number>> = {
  millennium: (day) => firstOfYears(day, 1000),
  century: (day) => firstOfYears(day, 100),
  decade: (day) => firstOfYears(day, 10),
  year: (day) => firstOfYears(day, 1),
  weekYear: (day) => firstWeek(weekOf(day).weekYear),
  quarter: (day) => firstOfQuarter(civilOf(day).year, quarterOf(civilOf(day).month)),
  month: (day) => day - civilOf(day).day + 1,
  week: (day) => day - weekdayOf(day) + 1,
  day: (day) => day,
}
const TIME_UNITS: Readonly<Record<string, number>> = {
  day: DAY,
  hour: HOUR,
  minute: MINUTE,
  second: SECOND,
  millisecond: 1e6,
  microsecond: 1e3,
}

const firstOfYears = (day: number, years: number): number => dayOf(Math.floor(civilOf(day).year / years) * years, 1, 1)

/** @param fields change what the unit has set to its beginning */
export function truncate(kind: InstantKind, unit: string, value: InstantValue, fields: MapValue): InstantValue {
  const known = [
    ...(kind === 'time' || kind === 'localtime' ? [] : Object.keys(DATE_UNITS)),
    ...Object.keys(TIME_UNITS),
  ]
  if (!known.includes(unit) || (kind === 'date' && !Object.hasOwn(DATE_UNITS, unit)))
    throw argumentError(`A ${kind} cannot be truncated to "${unit}"`)
  const base = new Map<string, Value>()
  const isDateUnit = Object.hasOwn(DATE_UNITS, unit)
  if (FIELDS[kind].has('date'))
    base.set('date', { kind: 'date', day: isDateUnit ? DATE_UNITS[unit]!(dayIn(value)) : dayIn(value) })
  if (FIELDS[kind].has('time')) base.set('time', clock(value, isDateUnit ? DAY : TIME_UNITS[unit]!))
  const zone = zoneIn(value)
  // The zone that is told is where the truncated clock stands: nothing is converted.
  const named = FIELDS[kind].has('timezone') && !fields.has('timezone') ? timezone(zone ?? UTC) : []
  return fromFields(kind, new Map([...base, ...named, ...fields]), { finer: true })
}

function clock(value: InstantValue, unit: number): Value {
  const nanos = unit === DAY ? 0 : nanosIn(value)
  return { kind: 'localtime', nanos: nanos - (nanos % unit) }
}

function timezone(zone: string | number): [string, Value][] {
  if (typeof zone === 'string') return [['timezone', zone]]
  const size = Math.abs(zone)
  const part = (amount: number): string => String(Math.floor(amount)).padStart(2, '0')
  return [['timezone', `${zone < 0 ? '-' : '+'}${part(size / 3600)}:${part((size / 60) % 60)}:${part(size % 60)}`]]
}
