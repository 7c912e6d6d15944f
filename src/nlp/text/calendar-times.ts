import { addDays, type CivilDate, parseCivilDay, weekday } from '../../model/date.ts'
import {
  dayDate,
  dayOf,
  monday,
  monthDate,
  monthIn,
  monthOf,
  nearest,
  weekdayOf,
  yearDate,
  yearIn,
  yearOf,
} from './calendar-words.ts'
import { reading, type TimeReader, type TimeReading } from './time-reader.ts'

/** Days of the week and dates of the calendar: "Tuesday", "last Friday night", "June 3", "3-5 May 2014", "in 2014". */
export function readCalendar(reader: TimeReader, at: number): TimeReading | undefined {
  return readWeekday(reader, at) ?? readDate(reader, at) ?? readYear(reader, at)
}

const form = ({ sentence }: TimeReader, at: number): string => sentence.tokens[at]?.form ?? ''

// ----------------------------------------------------------------------------------------------------- days of the week

const PART_OF_DAY = /^(?:morning|afternoon|evening|night|noon|midday|midnight)$/

/** "Tuesday", "last Tuesday", "late on Tuesday"'s "Tuesday", "Tuesday night", "Tuesday, June 3", "Monday to Wednesday". */
function readWeekday(reader: TimeReader, at: number): TimeReading | undefined {
  const which = /^(?:last|next|this|past)$/.test(reader.forms[at] ?? '') ? reader.forms[at]! : undefined
  const start = which === undefined ? at : at + 1
  const day = weekdayOf(form(reader, start))
  if (day === undefined) return undefined
  let to = start + 1
  const exact = readDate(reader, reader.forms[to] === ',' ? to + 1 : to)
  if (exact !== undefined && exact.endDate === null && which === undefined) return exact
  while (PART_OF_DAY.test(reader.forms[to] ?? '')) to++
  const first = resolveWeekday(reader, start, day, which)
  const until = /^(?:to|until|through|and|into|-|–)$/.test(reader.forms[to] ?? '')
    ? weekdayOf(form(reader, to + 1))
    : undefined
  const isRange = until !== undefined && (reader.forms[to] !== 'and' || reader.forms[at - 1] === 'between')
  if (!isRange) return reading(to, first)
  // "overnight Wednesday into Thursday" is Thursday's news.
  if (reader.forms[to] === 'into') return reading(to + 2, first === null ? null : nearest(first, until!, 'after'))
  return reading(to + 2, first, first === null ? null : nearest(first, until!, 'after'))
}

function resolveWeekday(reader: TimeReader, at: number, day: number, which: string | undefined): CivilDate | null {
  const { published } = reader.context
  if (published === null) return null
  switch (which) {
    case 'last':
    case 'past':
      return nearest(published, day, 'before')
    case 'next':
      return nearest(published, day, 'after')
    case 'this':
      return addDays(monday(published), (day + 6) % 7)
    default:
      if (weekday(published) === day) return published
      return nearest(published, day, reader.direction(at) === 'past' ? 'before' : 'after')
  }
}

// ---------------------------------------------------------------------------------------------------------------- dates

interface Parts {
  readonly to: number
  readonly month: number
  readonly day?: number
  readonly lastDay?: number
  readonly year?: number
}

/** "June 3", "3 June 2014", "May 3-5", "from May 3 to June 2", "December 2016", "mid-July", "2025-12-04". */
function readDate(reader: TimeReader, at: number): TimeReading | undefined {
  const iso = parseCivilDay(form(reader, at))
  if (iso !== undefined) return reading(at + 1, iso)
  const parts = readParts(reader, at)
  if (parts === undefined) return undefined
  const second =
    parts.day !== undefined && /^(?:to|until|through|-|–)$/.test(reader.forms[parts.to] ?? '')
      ? readParts(reader, parts.to + 1)
      : undefined
  if (second?.day !== undefined) {
    const end = resolve(reader, at, second)
    const year = parts.year ?? second.year ?? (end === null ? undefined : yearIn(end))
    return reading(second.to, resolve(reader, at, year === undefined ? parts : { ...parts, year }), end)
  }
  const date = resolve(reader, at, parts)
  if (parts.lastDay === undefined) return reading(parts.to, date)
  const end = date === null ? undefined : dayDate(yearIn(date), parts.month, parts.lastDay)
  return reading(parts.to, date, end)
}

function readParts(reader: TimeReader, at: number): Parts | undefined {
  return readMonthFirst(reader, at) ?? readDayFirst(reader, at)
}

/** "June", "June 3", "June 3-5, 2014", "June 2014", "mid-June". */
function readMonthFirst(reader: TimeReader, at: number): Parts | undefined {
  const month = monthOf(form(reader, at).replace(/^mid-/i, ''))
  if (month === undefined || isVerbOrName(reader, at, month)) return undefined
  const day = dayOf(reader.forms[at + 1] ?? '')
  if (day === undefined) return withYear(reader, { to: at + 1, month })
  const lastDay = readLastDay(reader, at + 2)
  return withYear(reader, {
    to: lastDay?.to ?? at + 2,
    month,
    day,
    ...(lastDay === undefined ? {} : { lastDay: lastDay.day }),
  })
}

/** "3 June", "3-5 June 2014", "3 to 5 June", "the 3rd of June". */
function readDayFirst(reader: TimeReader, at: number): Parts | undefined {
  const day = dayOf(reader.forms[at] ?? '')
  if (day === undefined) return undefined
  const lastDay = readLastDay(reader, at + 1)
  const next = lastDay?.to ?? at + 1
  const monthAt = reader.forms[next] === 'of' ? next + 1 : next
  const month = monthOf(form(reader, monthAt))
  if (month === undefined) return undefined
  return withYear(reader, { to: monthAt + 1, month, day, ...(lastDay === undefined ? {} : { lastDay: lastDay.day }) })
}

function readLastDay({ forms }: TimeReader, at: number): { readonly to: number; readonly day: number } | undefined {
  if (!/^(?:-|–|to|and|into)$/.test(forms[at] ?? '')) return undefined
  const day = dayOf(forms[at + 1] ?? '')
  return day === undefined || !/^\d{1,2}/.test(forms[at + 1]!) ? undefined : { to: at + 2, day }
}

const YEARS_AWAY: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
])

/** Adds the year that follows: "June 3, 2014", "June of 2014", "June last year". */
function withYear(reader: TimeReader, parts: Parts): Parts {
  const { published } = reader.context
  const of = reader.forms[parts.to] === 'of' || reader.forms[parts.to] === ',' ? 1 : 0
  const away = YEARS_AWAY.get(reader.forms[parts.to + of] ?? '')
  if (away !== undefined && reader.forms[parts.to + of + 1] === 'year') {
    return { ...parts, to: parts.to + of + 2, ...(published === null ? {} : { year: yearIn(published) + away }) }
  }
  const comma = reader.forms[parts.to] === ',' && parts.day !== undefined ? 1 : reader.forms[parts.to] === 'of' ? 1 : 0
  const year = yearOf(reader.forms[parts.to + comma] ?? '')
  return year === undefined ? parts : { ...parts, year, to: parts.to + comma + 1 }
}

/** "May" and "March" begin sentences and names; alone they need a preposition or "last" before them, or a number behind. */
function isVerbOrName(reader: TimeReader, at: number, month: number): boolean {
  const next = reader.forms[at + 1] ?? ''
  if (dayOf(next) !== undefined || yearOf(next) !== undefined) return false
  const introduced =
    /^(?:in|since|until|till|by|from|last|next|this|during|early|late|mid|of|through|to|before|after|between|and|for|-)$/
  if (introduced.test(reader.forms[at - 1] ?? '')) return reader.sentence.tokens[at - 1]!.upos === 'PROPN'
  const isTitled = reader.sentence.tokens[at - 1]?.upos === 'PROPN'
  const token = reader.sentence.tokens[at]!
  return isTitled || month === 5 || month === 3 || (month === 4 && next !== "'s") || token.upos !== 'PROPN'
}

/** A date without a year is the nearest one in the direction of the clause. */
function resolve(reader: TimeReader, at: number, { month, day, year }: Parts): CivilDate | null {
  const { published } = reader.context
  if (year !== undefined) return (day === undefined ? monthDate(year, month) : dayDate(year, month, day)) ?? null
  if (published === null) return null
  const make = (y: number): CivilDate | undefined => (day === undefined ? monthDate(y, month) : dayDate(y, month, day))
  const near = [-1, 0, 1].map((years) => make(yearIn(published) + years)).filter((date) => date !== undefined)
  const today = day === undefined ? monthDate(yearIn(published), monthIn(published))! : published
  const which = reader.forms[at - 1]
  const before = near.filter((date) => (which === 'last' ? date < today : date <= today)).at(-1)
  const after = near.find((date) => (which === 'next' ? date > today : date >= today))
  const ahead = which === 'next' || (which !== 'last' && reader.direction(at) === 'future')
  return (ahead ? (after ?? before) : (before ?? after)) ?? null
}

// ---------------------------------------------------------------------------------------------------------------- years

const BEFORE_YEAR =
  /^(?:in|since|until|till|by|from|during|before|after|late|early|mid|of|through|around|between|year|to)$/

/** "in 2014", "from 1999 to 2004", "between 1999 and 2004", "the 1990s", "the 1967 war". */
function readYear({ forms, sentence }: TimeReader, at: number): TimeReading | undefined {
  const decade = /^(1[0-9]\d|20\d)0s$/.exec((forms[at] ?? '').replace("'", ''))?.[1]
  if (decade !== undefined) return reading(at + 1, yearDate(Number(`${decade}0`)), yearDate(Number(`${decade}9`)))
  const year = yearOf(forms[at] ?? '')
  if (year === undefined) return undefined
  const next = sentence.tokens[at + 1]
  const isOfNoun =
    /^(?:the|a|this|his|her|its|their|'s)$/.test(forms[at - 1] ?? '') && /^(?:NN|JJ)$/.test(next?.xpos ?? '')
  if (isOfNoun) return reading(at + 1, yearDate(year))
  const isTold = BEFORE_YEAR.test(forms[at - 1] ?? '') || forms[at - 1] === '(' || forms[at - 1] === 'mid-'
  if (!isTold || (forms[at - 1] === 'to' && forms[at - 2] !== undefined && !/^\d{4}$/.test(forms[at - 2]!)))
    return undefined
  const last =
    /^(?:to|and|until|-|–)$/.test(forms[at + 1] ?? '') && (forms[at + 1] !== 'and' || forms[at - 1] === 'between')
      ? yearOf(forms[at + 2] ?? '')
      : undefined
  return last !== undefined && last > year
    ? reading(at + 3, yearDate(year), yearDate(last))
    : reading(at + 1, yearDate(year))
}
