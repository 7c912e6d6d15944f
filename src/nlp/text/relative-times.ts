import { addDays, type CivilDate, isDay } from '../../model/date.ts'
import { readCalendar } from './calendar-times.ts'
import { addMonths, monday, monthIn, nearest, yearDate, yearIn } from './calendar-words.ts'
import { readCardinal } from './cardinals.ts'
import { reading, type TimeReader, type TimeReading } from './time-reader.ts'

/** Times told from the day of publication or from the day last spoken of. */
export function readRelative(reader: TimeReader, at: number): TimeReading | undefined {
  return readFixed(reader, at) ?? readOvernight(reader, at) ?? readPeriod(reader, at) ?? readDistance(reader, at)
}

// ------------------------------------------------------------------------------------------------------- fixed phrases

/** Days from publication, by phrase. */
const FROM_PUBLICATION: ReadonlyMap<string, number> = new Map([
  ['the day before yesterday', -2],
  ['the day after tomorrow', 2],
  ['yesterday', -1],
  ['last night', -1],
  ['today', 0],
  ['tonight', 0],
  ['this morning', 0],
  ['this afternoon', 0],
  ['this evening', 0],
  ['tomorrow', 1],
])
/** Days from the day last spoken of. */
const FROM_NARRATED: ReadonlyMap<string, number> = new Map([
  ['the previous day', -1],
  ['the previous night', -1],
  ['the preceding day', -1],
  ['the day before', -1],
  ['the night before', -1],
  ['the prior day', -1],
  ['a day earlier', -1],
  ['one day earlier', -1],
  ['the same day', 0],
  ['the same evening', 0],
  ['that same day', 0],
  ['that day', 0],
  ['that night', 0],
  ['that evening', 0],
  ['that morning', 0],
  ['the next day', 1],
  ['the next morning', 1],
  ['the following day', 1],
  ['the following morning', 1],
  ['the day after', 1],
  ['a day later', 1],
  ['one day later', 1],
])

/** Phrases that govern what follows them are no time by themselves: "the day after the vote". */
const GOVERNS = /^(?:the day before|the night before|the day after)$/

/** Few words begin a phrase, and every word is asked. */
const FIRST: ReadonlySet<string> = new Set(
  [...FROM_PUBLICATION.keys(), ...FROM_NARRATED.keys()].map((phrase) => phrase.split(' ', 1)[0] ?? phrase),
)

function readFixed({ forms, context, sentence }: TimeReader, at: number): TimeReading | undefined {
  if (!FIRST.has(forms[at] ?? '')) return undefined
  for (const length of [4, 3, 2, 1]) {
    const phrase = forms.slice(at, at + length).join(' ')
    const days = FROM_PUBLICATION.get(phrase)
    if (days !== undefined) {
      // A newspaper or broadcaster called "Today".
      if (at > 0 && sentence.tokens[at]!.upos === 'PROPN' && /^\p{Lu}/u.test(sentence.tokens[at]!.form))
        return undefined
      return reading(at + length, moved(context.published, days))
    }
    const more = FROM_NARRATED.get(phrase)
    if (more === undefined) continue
    const next = sentence.tokens[at + length]
    if (GOVERNS.test(phrase) && next !== undefined && !/^(?:PUNCT|CCONJ|ADP|AUX|VERB)$/.test(next.upos))
      return undefined
    // The day before may be told from publication when no other was named, the day after may not.
    return reading(at + length, moved(context.narrated ?? (more < 0 ? context.published : null), more))
  }
  return undefined
}

const moved = (day: CivilDate | null, days: number): CivilDate | null =>
  day === null || !isDay(day) ? null : addDays(day, days)

// ----------------------------------------------------------------------------------------------------------- overnight

/** "overnight" is the night before publication; "overnight into Thursday" and "overnight to Thursday" that Thursday. */
function readOvernight(reader: TimeReader, at: number): TimeReading | undefined {
  const { forms, context } = reader
  if (forms[at] === 'overnight') {
    const link = /^(?:into|to|on|from|till|until|,|-)$/.test(forms[at + 1] ?? '') ? 1 : 0
    const day = link === 1 && forms[at + 1] === ',' ? undefined : readCalendar(reader, at + 1 + link)
    if (day !== undefined) return day
    return reading(at + 1, context.published)
  }
  // "on the night of 3-4 May"
  if (forms[at] === 'night' && /^(?:of|to|from)$/.test(forms[at + 1] ?? '')) return readCalendar(reader, at + 2)
  return undefined
}

// ------------------------------------------------------------------------------------------------- weeks, months, years

/** "last week", "next month", "this year", "earlier this week", "the weekend", "the previous month". */
function readPeriod({ forms, context, direction }: TimeReader, at: number): TimeReading | undefined {
  const part = /^(?:earlier|later)$/.test(forms[at] ?? '') ? forms[at] : undefined
  let i = part === undefined ? at : at + 1
  const article = forms[i] === 'the'
  if (article) i++
  const which = forms[i] ?? ''
  if (which === 'weekend' && article) {
    return weekend(context.published, i + 1, direction(i) === 'past' ? -1 : 1)
  }
  const step = STEPS.get(which)
  if (step === undefined || (article && !/^(?:previous|following)$/.test(which))) return undefined
  const unit = forms[i + 1] ?? ''
  const base = article ? (context.narrated ?? (step < 0 ? context.published : null)) : context.published
  if (unit === 'weekend') return weekend(base, i + 2, step === 0 ? (direction(i) === 'past' ? -1 : 1) : step)
  if (!/^(?:week|month|year)$/.test(unit)) return undefined
  if (base === null) return reading(i + 2)
  if (unit === 'year') return reading(i + 2, yearDate(yearIn(base) + step))
  if (base.length < 7) return reading(i + 2)
  if (unit === 'month') return reading(i + 2, addMonths(yearIn(base), monthIn(base), step))
  if (!isDay(base)) return reading(i + 2)
  const first = addDays(monday(base), 7 * step)
  if (step === 0 && part === 'earlier') return reading(i + 2, first, base)
  if (step === 0 && part === 'later') return reading(i + 2, base, addDays(first, 6))
  return reading(i + 2, first, addDays(first, 6))
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['previous', -1],
  ['this', 0],
  ['next', 1],
  ['following', 1],
])

function weekend(base: CivilDate | null, to: number, step: number): TimeReading {
  if (base === null || !isDay(base)) return reading(to)
  const saturday = nearest(base, 6, step < 0 ? 'before' : 'on or after')
  const sunday = addDays(saturday, 1)
  return reading(to, saturday, sunday)
}

// ----------------------------------------------------------------------------------------------------------- distances

/** "two weeks ago", "three days later", "five years earlier": a number, a unit, and from where. */
function readDistance({ forms, context }: TimeReader, at: number): TimeReading | undefined {
  const number = readCount(forms, at)
  if (number === undefined) return undefined
  const unit = /^(day|week|month|year|decade)s?$/.exec(forms[number.to] ?? '')?.[1]
  if (unit === undefined) return undefined
  const end = number.to + 1
  const where = forms[end]
  if (where === 'ago') return reading(end + 1, distant(context.published, unit, -number.value))
  if (where === 'later') return reading(end + 1, distant(context.narrated, unit, number.value))
  if (where === 'earlier') return reading(end + 1, distant(context.narrated ?? context.published, unit, -number.value))
  return undefined
}

function readCount(forms: readonly string[], at: number): { readonly to: number; readonly value: number } | undefined {
  if (/^(?:a|an)$/.test(forms[at] ?? '') && /^(?:day|week|month|year|decade)$/.test(forms[at + 1] ?? ''))
    return { to: at + 1, value: 1 }
  const number = readCardinal(forms, at)
  return number !== undefined && Number.isInteger(number.value) && number.value <= 2000 ? number : undefined
}

/** Days and weeks move whole days, months and years come out no finer than they were said. */
function distant(base: CivilDate | null, unit: string, count: number): CivilDate | null {
  if (base === null) return null
  switch (unit) {
    case 'day':
      return moved(base, count)
    case 'week':
      return moved(base, 7 * count)
    case 'month':
      return base.length < 7 ? null : (addMonths(yearIn(base), monthIn(base), count) ?? null)
    case 'year':
      return yearDate(yearIn(base) + count) ?? null
    default:
      return yearDate(yearIn(base) + 10 * count) ?? null
  }
}
