/** Times in a question: "in December", "last week", "since March 2025". */
import { addDays, byDate, type CivilDate, firstDay, lastDay } from '../model/date.ts'
import type { Analyzer, Sentence } from '../nlp/analysis.ts'
import { findTimes } from '../nlp/text/times.ts'
import type { Period } from './query.ts'

export interface Timed {
  /** The question without its times. */
  readonly text: string
  readonly period: Period | null
  /** A time that could not be told, as written. */
  readonly unclear: string | null
}

/** @param reference the day from which "last week" and "in March" are told; null where there is none */
export function takePeriod(text: string, reference: CivilDate | null, sentence: Sentence): Timed {
  const times = findTimes(sentence, { published: reference, narrated: reference })
  if (times.length === 0) return { text, period: null, unclear: null }
  const tokens = sentence.tokens
  let [period, unclear]: [Period | null, string | null] = [null, null]
  let rest = text
  for (const time of times.toReversed()) {
    const before = tokens[time.from - 1]
    const preposition = before !== undefined && PREPOSITIONS.test(before.form) ? before.form.toLowerCase() : ''
    const from = preposition === '' ? tokens[time.from]! : before!
    const written = text.slice(from.start, tokens[time.to - 1]!.end)
    rest = `${rest.slice(0, from.start).trimEnd()} ${rest.slice(tokens[time.to - 1]!.end).trimStart()}`
    if (time.date === null) unclear = written
    else period = narrowed(period, periodOf(preposition, time.date, time.endDate ?? time.date))
  }
  return { text: rest.replace(/\s+([?.!,])/g, '$1').trim(), period, unclear }
}

const PREPOSITIONS =
  /^(?:in|on|during|since|after|before|until|till|by|from|at|of|between|throughout|within|over|around|for)$/i

function periodOf(preposition: string, first: CivilDate, last: CivilDate): Period {
  const [from, to] = [firstDay(first), lastDay(last)]
  switch (preposition) {
    case 'since':
      return { from, to: null, words: `since ${inWords(first)}` }
    case 'from':
      return first === last
        ? { from, to: null, words: `from ${inWords(first)} on` }
        : { from, to, words: `from ${inWords(first)} to ${inWords(last)}` }
    case 'after':
      return { from: addDays(to, 1), to: null, words: `after ${inWords(last)}` }
    case 'before':
      return { from: null, to: addDays(from, -1), words: `before ${inWords(first)}` }
    case 'until':
    case 'till':
    case 'by':
      return { from: null, to, words: `until ${inWords(last)}` }
    default:
      if (first === last) return { from, to, words: `${first.length === 10 ? 'on' : 'in'} ${inWords(first)}` }
      return { from, to, words: `from ${inWords(first)} to ${inWords(last)}` }
  }
}

const narrowed = (one: Period | null, other: Period): Period =>
  one === null
    ? other
    : {
        from:
          [one.from, other.from]
            .filter((day) => day !== null)
            .sort(byDate)
            .at(-1) ?? null,
        to: [one.to, other.to].filter((day) => day !== null).sort(byDate)[0] ?? null,
        words: `${other.words} ${one.words}`,
      }

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** "4 December 2025", "December 2025", "2025". */
export function inWords(date: CivilDate): string {
  const [year, month, day] = date.split('-')
  if (month === undefined) return year!
  const name = MONTHS[Number(month) - 1]!
  return day === undefined ? `${name} ${Number(year)}` : `${Number(day)} ${name} ${Number(year)}`
}

export const sentenceOf = (analyzer: Analyzer, text: string): Sentence | undefined =>
  analyzer.analyze({
    id: '' as never,
    title: '',
    date: null,
    source: null,
    url: null,
    origin: 'question',
    text,
    body: { start: 0, end: text.length },
  })[0]
