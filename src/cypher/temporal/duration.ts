/** Durations and their arithmetic. Fractions of a larger unit go down into the smaller ones, at the mean length of a month. */
import { argumentError, typeError } from '../errors.ts'
import type { DurationValue, MapValue } from '../values/value.ts'
import { isNumber, typeOf } from '../values/value.ts'
import { DAY_SECONDS, HOUR, MINUTE, SECOND } from './clock.ts'

/** Of 400 years of the Gregorian calendar. */
const DAYS_IN_MONTH = 30.436875

export const NO_TIME: DurationValue = { kind: 'duration', months: 0, days: 0, seconds: 0n, nanos: 0 }

/** How many months, days, seconds or nanoseconds one of a unit is. */
const UNITS = {
  years: ['months', 12],
  quarters: ['months', 3],
  months: ['months', 1],
  weeks: ['days', 7],
  days: ['days', 1],
  hours: ['seconds', HOUR / SECOND],
  minutes: ['seconds', MINUTE / SECOND],
  seconds: ['seconds', 1],
  milliseconds: ['nanos', 1e6],
  microseconds: ['nanos', 1e3],
  nanoseconds: ['nanos', 1],
} as const
type Unit = keyof typeof UNITS

/** Amounts may be negative and have fractions. */
export function durationOf(amounts: Partial<Record<Unit, number | bigint>>): DurationValue {
  const sums = { months: 0, days: 0, seconds: 0, nanos: 0 }
  let whole = 0n
  for (const [unit, amount] of Object.entries(amounts)) {
    const [kind, factor] = UNITS[unit as Unit]
    // Whole numbers stay exact, however large.
    if (typeof amount === 'bigint' && kind === 'seconds') whole += amount * BigInt(factor)
    else if (typeof amount === 'bigint' && kind === 'nanos')
      whole += nanosToSeconds(amount * BigInt(factor), (rest) => {
        sums.nanos += rest
      })
    else {
      // Whole seconds apart from their fraction, which would lose its last digits beside them.
      const [all, rest] = split(Number(amount) * factor)
      if (kind === 'seconds') whole += BigInt(Number.isFinite(all) ? all : 0)
      sums[kind] += kind === 'seconds' ? rest : all + rest
    }
  }
  return settle(sums.months, sums.days, sums.seconds, sums.nanos, whole)
}

function nanosToSeconds(nanos: bigint, keep: (rest: number) => void): bigint {
  keep(Number(nanos % 1_000_000_000n))
  return nanos / 1_000_000_000n
}

function settle(months: number, days: number, seconds: number, nanos: number, whole = 0n): DurationValue {
  if (![months, days, seconds, nanos].every(Number.isFinite)) throw argumentError('The duration is beyond all measure')
  const [m, monthRest] = split(months)
  const [d, dayRest] = split(days + monthRest * DAYS_IN_MONTH)
  const [s, secondRest] = split(seconds + Number((dayRest * DAY_SECONDS).toFixed(9)))
  // Three more digits than are kept, so that errors of binary fractions are not cut into them.
  return normal(m, d, whole + BigInt(s), Math.trunc(Number((nanos + secondRest * SECOND).toFixed(3))))
}

const split = (amount: number): readonly [whole: number, rest: number] => [
  Math.trunc(amount),
  amount - Math.trunc(amount),
]

/** Makes the nanoseconds those of the second begun. */
export function normal(months: number, days: number, seconds: bigint, nanos: number): DurationValue {
  const carry = Math.floor(nanos / SECOND)
  return {
    kind: 'duration',
    months: months + 0,
    days: days + 0,
    seconds: seconds + BigInt(carry),
    nanos: nanos - carry * SECOND,
  }
}

export function durationFromMap(fields: MapValue): DurationValue {
  const amounts: Partial<Record<Unit, number | bigint>> = {}
  for (const [name, value] of fields) {
    if (!Object.hasOwn(UNITS, name))
      throw argumentError(`"${name}" is no field of a duration; known are: ${Object.keys(UNITS).join(', ')}`)
    if (!isNumber(value)) throw typeError(`The field "${name}" must be a number, but is a ${typeOf(value)}`)
    amounts[name as Unit] = value
  }
  return durationOf(amounts)
}

export const plus = (a: DurationValue, b: DurationValue): DurationValue =>
  normal(a.months + b.months, a.days + b.days, a.seconds + b.seconds, a.nanos + b.nanos)

export const negate = ({ months, days, seconds, nanos }: DurationValue): DurationValue =>
  normal(0 - months, 0 - days, -seconds, 0 - nanos)

export function times({ months, days, seconds, nanos }: DurationValue, factor: number): DurationValue {
  return settle(months * factor, days * factor, Number(seconds) * factor, nanos * factor)
}

/** For sorting: durations have no length of their own, so that the mean one counts. */
export const meanSeconds = ({ months, days, seconds, nanos }: DurationValue): number =>
  (months * DAYS_IN_MONTH + days) * DAY_SECONDS + Number(seconds) + nanos / SECOND
