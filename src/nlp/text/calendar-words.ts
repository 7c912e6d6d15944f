import { addDays, type CivilDate, civilDay, parseCivilDate, weekday } from '../../model/date.ts'

const numbered = (list: string): ReadonlyMap<string, number> =>
  new Map(list.split('|').flatMap((names, value) => names.split(' ').map((name): [string, number] => [name, value])))

const MONTHS = numbered(
  '|january jan jan.|february feb feb.|march mar mar.|april apr apr.|may|june jun jun.|july jul jul.|august aug aug.|september sep sep. sept sept.|october oct oct.|november nov nov.|december dec dec.',
)
/** 0 = Sunday, as `weekday` counts. */
const WEEKDAYS = numbered(
  'sunday sun sun.|monday mon mon.|tuesday tue tue. tues tues.|wednesday wed wed.|thursday thu thu. thurs thurs. thur|friday fri fri.|saturday sat sat.',
)

/** 1 to 12; words that are also others ("may", "march", "mar") count only with a capital. */
export const monthOf = (form: string): number | undefined =>
  /^\p{Lu}/u.test(form) ? MONTHS.get(form.toLowerCase()) : undefined

/** 0 = Sunday to 6 = Saturday; abbreviations only with a capital and, where they are words, with their stop. */
export function weekdayOf(form: string): number | undefined {
  const word = form.toLowerCase()
  if (/^(?:sun|sat|wed|mon|fri|thu|tue)$/.test(word)) return undefined
  return /^\p{Lu}/u.test(form) || word.endsWith('day') ? WEEKDAYS.get(word) : undefined
}

/** The day of the month in "4", "4th", "04". */
export function dayOf(form: string): number | undefined {
  const figure = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(form)?.[1]
  const day = Number(figure)
  return figure !== undefined && day >= 1 && day <= 31 ? day : undefined
}

export const yearOf = (form: string): number | undefined =>
  /^(?:1[0-9]|20|21)\d\d$/.test(form) ? Number(form) : undefined

export const monthDate = (year: number, month: number): CivilDate | undefined =>
  parseCivilDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`)

export const yearDate = (year: number): CivilDate | undefined => parseCivilDate(String(year).padStart(4, '0'))

/** A day of the calendar, or undefined for "February 30". */
export function dayDate(year: number, month: number, day: number): CivilDate | undefined {
  try {
    return civilDay(year, month, day)
  } catch {
    return undefined
  }
}

export const yearIn = (date: CivilDate): number => Number(date.slice(0, 4))
export const monthIn = (date: CivilDate): number => Number(date.slice(5, 7))

/** Moves a month by some months, in whole months. */
export function addMonths(year: number, month: number, months: number): CivilDate | undefined {
  const count = year * 12 + (month - 1) + months
  return monthDate(Math.floor(count / 12), (count % 12) + 1)
}

/** Monday of the week around `day`. */
export const monday = (day: CivilDate): CivilDate => addDays(day, -((weekday(day) + 6) % 7))

/** The nearest day of a weekday strictly before, strictly after, or on `day`. */
export function nearest(
  day: CivilDate,
  wanted: number,
  where: 'before' | 'after' | 'on or before' | 'on or after',
): CivilDate {
  const ahead = (wanted - weekday(day) + 7) % 7
  switch (where) {
    case 'on or after':
      return addDays(day, ahead)
    case 'after':
      return addDays(day, ahead === 0 ? 7 : ahead)
    case 'on or before':
      return addDays(day, ahead === 0 ? 0 : ahead - 7)
    case 'before':
      return addDays(day, ahead - 7)
  }
}
