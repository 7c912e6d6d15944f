import type { CivilDate } from '../../model/date.ts'
import type { Sentence } from '../analysis.ts'
import type { Direction } from './direction.ts'

export interface TimeContext {
  /** Day of publication, or null; it is never guessed. */
  readonly published: CivilDate | null
  /** The day that the text spoke of last, for "the previous day" and "two days later". */
  readonly narrated: CivilDate | null
}

/** What the readers of time expressions are given. */
export interface TimeReader {
  readonly sentence: Sentence
  /** Words in lower case. */
  readonly forms: readonly string[]
  readonly context: TimeContext
  readonly direction: (at: number) => Direction
}

/** What they answer: the token behind the expression, and its dates. */
export interface TimeReading {
  readonly to: number
  readonly date: CivilDate | null
  readonly endDate: CivilDate | null
}

export const reading = (to: number, date?: CivilDate | null, endDate?: CivilDate | null): TimeReading => ({
  to,
  date: date ?? null,
  endDate: endDate ?? null,
})
