/** Where the words stand under the bars. */
import { type ScaleTime, scaleUtc } from 'd3-scale'
import type { CivilDate } from '../../model/date.ts'
import type { Bin } from '../view/bins.ts'
import { dayAt } from '../view/dates.ts'
import { date } from '../view/words.ts'

const DAY_MS = 86_400_000
/** Room for "12 Dec 2025" and some air. */
const TICK_WIDTH = 84
/** Width of a letter under the bars, on the average. */
const LETTER = 6.4

export type Axis = ScaleTime<number, number>

export const axisOf = (bins: readonly Bin[], width: number): Axis =>
  scaleUtc([bins[0]!.start * DAY_MS, bins.at(-1)!.end * DAY_MS], [0, width])

/** Pixels from the left edge. */
export const placeOf = (axis: Axis, day: number): number => axis(day * DAY_MS)
export const dayUnder = (axis: Axis, x: number): number => Math.floor(axis.invert(x).getTime() / DAY_MS)

export interface Tick {
  readonly x: number
  readonly label: string
}

/** Each says as much as is new: a year, or a month or day within it. */
export function ticksOf(axis: Axis): readonly Tick[] {
  const [left, right] = axis.range() as [number, number]
  return (
    axis
      .ticks(Math.max(2, Math.floor((right - left) / TICK_WIDTH)))
      .filter((moment) => moment.getTime() % DAY_MS === 0)
      .map((moment) => ({ x: axis(moment), label: labelOf(dayAt(moment.getTime() / DAY_MS)) }))
      // Words that would be cut off at the end are left out.
      .filter(({ x, label }) => x + 3 + label.length * LETTER <= right)
  )
}

const labelOf = (day: CivilDate): string =>
  date((day.endsWith('-01-01') ? day.slice(0, 4) : day.endsWith('-01') ? day.slice(0, 7) : day) as CivilDate)
