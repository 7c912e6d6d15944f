/** Days of publication as they are written in metadata, feeds, datelines, names of files. What may mean two days is none. */
import { type CivilDate, parseCivilDate } from '../model/date.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const DAY_FIRST = String.raw`(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?${MONTH}\.?,?\s+(\d{4})`
const MONTH_FIRST = String.raw`${MONTH}\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})`

/**
 * The day as the writer's own calendar has it, whatever the time zone: ISO 8601 (`2025-12-04T23:30:00-05:00`), RFC 5322
 * (`Thu, 04 Dec 2025 23:30:00 -0500`), or in English words. Not `04/12/2025`, which is April to some.
 */
export function readWrittenDate(text: string): CivilDate | undefined {
  const told = text.trim()
  const iso = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:$|T|[ ]\d)/.exec(told)?.[1]
  if (iso !== undefined) return parseCivilDate(iso)
  const basic = /^(\d{4})(\d\d)(\d\d)(?:$|T)/.exec(told)
  if (basic !== null) return parseCivilDate(`${basic[1]}-${basic[2]}-${basic[3]}`)
  const slashed = /^(\d{4})\/(\d\d)\/(\d\d)(?:$|\s)/.exec(told)
  if (slashed !== null) return parseCivilDate(`${slashed[1]}-${slashed[2]}-${slashed[3]}`)
  return inWords(told, String.raw`(?:^|[^\w])`)
}

const inWords = (text: string, before: string): CivilDate | undefined => {
  const dayFirst = new RegExp(`${before}${DAY_FIRST}(?!\\d)`, 'i').exec(text)
  if (dayFirst !== null) return dayOf(dayFirst[3], dayFirst[2], dayFirst[1])
  const monthFirst = new RegExp(`${before}${MONTH_FIRST}(?!\\d)`, 'i').exec(text)
  return monthFirst === null ? undefined : dayOf(monthFirst[3], monthFirst[1], monthFirst[2])
}

function dayOf(year = '', month = '', day = ''): CivilDate | undefined {
  const number = MONTHS.findIndex((name) => month.toLowerCase().startsWith(name)) + 1
  return parseCivilDate(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** Before the dash with which the report begins: "TORVIK, Norway, Dec. 4, 2025 (Agency) —". */
const DATELINE = /^[ \t]*\p{Lu}[^\r\n—–]{2,100}?\s*(?:—|–|--|\s-\s)/mu
const HEAD = 1500

/** Of a dateline with a year in the first lines of a text. */
export function readDateline(body: string): CivilDate | undefined {
  const dateline = DATELINE.exec(body.slice(0, HEAD))?.[0]
  // A sentence with a dash has verbs and small words; a dateline is a place, a day, and an agency in brackets.
  if (dateline === undefined || /\b(the|and|in|on|at|to|was|is|said|has|had)\b/.test(dateline)) return undefined
  return inWords(dateline, String.raw`[\s,(]`)
}

/**
 * Of a file or an address: `2025-12-04-talks.txt`, `talks_2025.12.04.pdf`, `20251204.txt`, `/2025/12/04/talks.html`. Eight
 * digits elsewhere are a number like any other.
 */
export function readNamedDate(name: string): CivilDate | undefined {
  const path = name.replace(/[?#].*$/, '')
  const separate = [...path.matchAll(/(?<!\d)((?:19|20)\d\d)([-_./])(\d\d)\2(\d\d)(?!\d)/g)].at(-1)
  if (separate !== undefined) return parseCivilDate(`${separate[1]}-${separate[3]}-${separate[4]}`)
  const joined = /(?:^|\/)((?:19|20)\d\d)(\d\d)(\d\d)(?:[-_ ][^/]*|\.\w+)?$/.exec(path)
  return joined === null ? undefined : parseCivilDate(`${joined[1]}-${joined[2]}-${joined[3]}`)
}
