/**
 * Civil dates, without clock or time zone: `2025-12-04`, `2025-12` or `2025` (ISO 8601, reduced precision).
 */
declare const brand: unique symbol
export type CivilDate = string & { readonly [brand]: 'civil date' }

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** The date that `text` writes, or undefined where it is no real one (`2025-02-30`). */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = PATTERN.exec(text)
  if (match === null) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
    ? (text as CivilDate)
    : undefined
}

/** As `parseCivilDate`, but only a whole day counts. */
export const parseCivilDay = (text: string): CivilDate | undefined =>
  text.length === 10 ? parseCivilDate(text) : undefined

export function civilDay(year: number, month: number, day: number): CivilDate {
  const date = parseCivilDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
  if (date === undefined) throw new RangeError(`${year}-${month}-${day} is not a day of the calendar`)
  return date
}

/** The day `days` after (or, negative, before) a whole day. */
export function addDays(day: CivilDate, days: number): CivilDate {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return civilDay(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate())
}

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (day: CivilDate): number => new Date(`${day}T00:00:00Z`).getUTCDay()

export const isDay = (date: CivilDate): boolean => date.length === 10

/** Order in time; a coarser date comes before the finer ones that it contains. */
export const byDate = (a: CivilDate, b: CivilDate): number => (a < b ? -1 : a > b ? 1 : 0)

/** The first and the last day of a day, month or year. */
export const firstDay = (date: CivilDate): CivilDate => `${date}-01-01`.slice(0, 10) as CivilDate
export function lastDay(date: CivilDate): CivilDate {
  const [year, month = 12, day] = date.split('-').map(Number)
  return day === undefined ? civilDay(year!, month, daysIn(year!, month)) : date
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const pad = (value: number, width: number): string => String(value).padStart(width, '0')
