/**
 * The proleptic Gregorian calendar in days since 1970-01-01, for years from -999,999,999 to 999,999,999, which is more than
 * JavaScript's dates and Temporal reach. The arithmetic follows Howard Hinnant, "chrono-compatible low-level date algorithms".
 */
import { argumentError } from '../errors.ts'

export interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
}

export const MOST_YEARS = 999_999_999
const DAYS_OF_ERA = 146_097

export const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

export const daysInYear = (year: number): number => (isLeap(year) ? 366 : 365)

/** The parts must be in range. */
export function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_OF_ERA + dayOfEra - 719_468
}

export function civilOf(epochDay: number): Civil {
  const z = epochDay + 719_468
  const era = Math.floor(z / DAYS_OF_ERA)
  const dayOfEra = z - era * DAYS_OF_ERA
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted + (shifted < 10 ? 3 : -9)
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

/** 1 is Monday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** Monday of the first ISO week: that of 4 January. */
export function firstWeek(weekYear: number): number {
  const fourth = dayOf(weekYear, 1, 4)
  return fourth - (weekdayOf(fourth) - 1)
}

export function weekOf(day: number): { readonly weekYear: number; readonly week: number } {
  const { year } = civilOf(day - (weekdayOf(day) - 4))
  return { weekYear: year, week: Math.floor((day - firstWeek(year)) / 7) + 1 }
}

export const weeksInYear = (weekYear: number): number => (firstWeek(weekYear + 1) - firstWeek(weekYear)) / 7

export const quarterOf = (month: number): number => Math.floor((month - 1) / 3) + 1
export const firstOfQuarter = (year: number, quarter: number): number => dayOf(year, quarter * 3 - 2, 1)
export const daysInQuarter = (year: number, quarter: number): number =>
  quarter === 4 ? 92 : firstOfQuarter(year, quarter + 1) - firstOfQuarter(year, quarter)

/** The day of month is cut to the length of the month that it comes to. */
export function plusMonths(epochDay: number, months: number): number {
  if (months === 0) return epochDay
  const { year, month, day } = civilOf(epochDay)
  const total = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1]
  return checkDay(dayOf(y, m, Math.min(day, daysInMonth(y, m))))
}

const FIRST_DAY = dayOf(-MOST_YEARS, 1, 1)
const LAST_DAY = dayOf(MOST_YEARS, 12, 31)

export function checkDay(day: number): number {
  if (!(day >= FIRST_DAY && day <= LAST_DAY))
    throw argumentError(`The date lies beyond the years -${MOST_YEARS} to ${MOST_YEARS}`)
  return day
}
