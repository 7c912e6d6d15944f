/** Where the words stand under the bars. */
import { type ScaleTime, scaleUtc } from 'd3-scale'
import type { CivilDate } from '../../model/date.ts'
import type { Bin } from '../view/bins.ts'
import { dayAt } from '../view/dates.ts'
import { date, dateInYear } from '../view/words.ts'

const DAY_MS = 86_400_000
/** Room for "Dec 2025" and some air. */
const TICK_WIDTH = 68
/** Between two words. */
const AIR = 10
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

/**
 * Each says as much as is new: a year, or a month or day within it; the year of the beginning stands above the bars. As many as stand beside each other without touching.
 */
export function ticksOf(axis: Axis): readonly Tick[] {
  const [left, right] = axis.range() as [number, number]
  for (let wanted = Math.max(2, Math.floor((right - left) / TICK_WIDTH)); wanted > 1; wanted--) {
    const ticks = ticksAt(axis, wanted)
    if (ticks.every((tick, i) => i === 0 || endOf(ticks[i - 1]!) <= tick.x)) return ticks.filter(isWhole)
  }
  return ticksAt(axis, 1).slice(0, 1).filter(isWhole)

  // Words that would be cut off at the end are left out.
  function isWhole(tick: Tick): boolean {
    return endOf(tick) - AIR <= right
  }
}

/** About so many: d3 keeps to round steps. */
function ticksAt(axis: Axis, wanted: number): readonly Tick[] {
  const days = axis
    .ticks(wanted)
    .filter((moment) => moment.getTime() % DAY_MS === 0)
    .map((moment) => ({ x: axis(moment), day: dayAt(moment.getTime() / DAY_MS) }))
  const start = dayAt(dayUnder(axis, axis.range()[0]!))
  return days.map(({ x, day }, i) => ({ x, label: labelOf(day, days[i - 1]?.day ?? start) }))
}

const endOf = ({ x, label }: Tick): number => x + 3 + label.length * LETTER + AIR

function labelOf(day: CivilDate, before: CivilDate): string {
  const told = (day.endsWith('-01-01') ? day.slice(0, 4) : day.endsWith('-01') ? day.slice(0, 7) : day) as CivilDate
  return before.slice(0, 4) === day.slice(0, 4) ? dateInYear(told) : date(told)
}
