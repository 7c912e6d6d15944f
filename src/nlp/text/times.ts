import type { CivilDate } from '../../model/date.ts'
import type { Sentence } from '../analysis.ts'
import { readCalendar } from './calendar-times.ts'
import { type Direction, directionOf } from './direction.ts'
import { lowerForms, textOf } from './phrase.ts'
import { readRelative } from './relative-times.ts'
import type { TimeContext, TimeReader } from './time-reader.ts'

/** A time that the text names, as a civil date: tokens `from` up to, without, `to`. */
export interface TimeExpression {
  readonly from: number
  readonly to: number
  /** First or only day, month or year; null where the text alone does not tell. */
  readonly date: CivilDate | null
  /** Last day, month or year of a stretch of time. */
  readonly endDate: CivilDate | null
  /** As written. */
  readonly text: string
}

/**
 * The times that a sentence names, in order, none inside another.
 *
 * Weekdays, and days and months without a year, are resolved from the day of publication in the direction that the tense
 * tells; without that day they stay null. "last week" is Monday to Sunday, "last month" a month, "last year" a year. All
 * reckoning is in civil dates; no clock and no time zone takes part.
 */
export function findTimes(sentence: Sentence, context: TimeContext): readonly TimeExpression[] {
  const found: TimeExpression[] = []
  const directions = new Map<number, Direction>()
  const reader: TimeReader = {
    sentence,
    forms: lowerForms(sentence),
    context,
    direction: (at) => {
      const known = directions.get(at) ?? directionOf(sentence, at)
      directions.set(at, known)
      return known
    },
  }
  for (let i = 0; i < sentence.tokens.length; ) {
    const reading = readRelative(reader, i) ?? readCalendar(reader, i)
    if (reading === undefined) {
      i++
      continue
    }
    found.push({ from: i, ...reading, text: textOf(sentence.tokens, i, reading.to) })
    i = reading.to
  }
  return found
}
