/** Temporal values as text, in ISO 8601 as openCypher writes it. */
import type { DurationValue, TemporalValue } from '../values/value.ts'
import { civilOf } from './calendar.ts'
import { clockOf } from './clock.ts'

export function formatTemporal(value: TemporalValue): string {
  switch (value.kind) {
    case 'date':
      return formatDay(value.day)
    case 'localtime':
      return formatClock(value.nanos)
    case 'time':
      return formatClock(value.nanos) + formatOffset(value.offset)
    case 'localdatetime':
      return `${formatDay(value.day)}T${formatClock(value.nanos)}`
    case 'datetime': {
      const zone = value.zone === null ? '' : `[${value.zone}]`
      return `${formatDay(value.day)}T${formatClock(value.nanos)}${formatOffset(value.offset)}${zone}`
    }
    case 'duration':
      return formatDuration(value)
  }
}

const two = (part: number): string => String(part).padStart(2, '0')

function formatDay(day: number): string {
  const { year, month, day: dayOfMonth } = civilOf(day)
  const digits = String(Math.abs(year)).padStart(4, '0')
  return `${year < 0 ? '-' : year > 9999 ? '+' : ''}${digits}-${two(month)}-${two(dayOfMonth)}`
}

/** Seconds only where there are some, and their fraction in groups of three digits. */
function formatClock(nanos: number): string {
  const { hour, minute, second, nanosecond } = clockOf(nanos)
  if (nanosecond === 0) return `${two(hour)}:${two(minute)}${second === 0 ? '' : `:${two(second)}`}`
  const fraction = String(nanosecond)
    .padStart(9, '0')
    .replace(/^(...)000000$|^(......)000$/, '$1$2')
  return `${two(hour)}:${two(minute)}:${two(second)}.${fraction}`
}

export function formatOffset(offset: number): string {
  if (offset === 0) return 'Z'
  const size = Math.abs(offset)
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`
}

/** Each part has a sign of its own; those of the time agree. */
function formatDuration({ months, days, seconds, nanos }: DurationValue): string {
  const total = seconds * 1_000_000_000n + BigInt(nanos)
  const date = part(Math.trunc(months / 12), 'Y') + part(months % 12, 'M') + part(days, 'D')
  const time =
    part(total / 3_600_000_000_000n, 'H') +
    part((total / 60_000_000_000n) % 60n, 'M') +
    secondsPart(total % 60_000_000_000n)
  if (date === '' && time === '') return 'PT0S'
  return `P${date}${time === '' ? '' : `T${time}`}`
}

const part = (amount: number | bigint, unit: string): string => (Number(amount) === 0 ? '' : `${amount}${unit}`)

function secondsPart(nanos: bigint): string {
  if (nanos === 0n) return ''
  const size = nanos < 0n ? -nanos : nanos
  const fraction = String(size % 1_000_000_000n)
    .padStart(9, '0')
    .replace(/0+$/, '')
  return `${nanos < 0n ? '-' : ''}${size / 1_000_000_000n}${fraction === '' ? '' : `.${fraction}`}S`
}
