/** How many were killed, wounded and arrested in several happenings, as a range. */
import { firstDay, lastDay } from '../../model/date.ts'
import type { EventAttributes, EventReport } from '../../model/graph.ts'
import { atOnce } from '../at-once.ts'
import { byText } from '../order.ts'
import { sortInTurns } from './sort-in-turns.ts'

export const COUNTED = ['killed', 'wounded', 'arrested'] as const
export type Counted = (typeof COUNTED)[number]

/** At least `min`; at most `max`, which is null where a text says "at least" or gives no upper end. */
export interface TollRange {
  readonly min: number
  readonly max: number | null
}

export interface TollSum extends TollRange {
  /** How many happenings have such a number. */
  readonly events: number
}

/** A happening with where it was. */
export interface Happening {
  readonly key: string
  readonly attributes: EventAttributes
  readonly places: readonly string[]
}

/**
 * What the reports of one happening give: from the smallest number to the greatest. The event itself has the number of the
 * newest.
 */
export function tollOf(attributes: EventAttributes, counted: Counted): TollRange | undefined {
  const given = [attributes, ...(attributes.reports ?? [])].flatMap((report) => rangeOf(report, counted) ?? [])
  if (given.length === 0) return undefined
  return { min: Math.min(...given.map(({ min }) => min)), max: greatest(given) }
}

type Told = Pick<EventReport, Counted | `${Counted}Max`>

function rangeOf(told: Told, counted: Counted): TollRange | undefined {
  const min = told[counted]
  return min === undefined ? undefined : { min, max: told[`${counted}Max`] ?? null }
}

const greatest = (ranges: readonly TollRange[]): number | null =>
  ranges.reduce<number | null>((most, { max }) => (most === null || max === null ? null : Math.max(most, max)), 0)

/**
 * The sum over happenings. Two that may be reports of one (see `doubles`) count once at the lower end, with the greater of
 * their numbers, and both at the upper end.
 * @returns undefined where none has a number
 */
export const sumTolls = (happenings: readonly Happening[], counted: Counted): TollSum | undefined =>
  atOnce(sumTollsInTurns(happenings, counted))

const PER_TURN = 2000

/** The same, with a yield wherever others may have their turn. */
export function* sumTollsInTurns(
  happenings: readonly Happening[],
  counted: Counted,
): Generator<void, TollSum | undefined, void> {
  const having: Happening[] = []
  for (const [i, happening] of happenings.entries()) {
    if (i % PER_TURN === PER_TURN - 1) yield
    if (tollOf(happening.attributes, counted) !== undefined) having.push(happening)
  }
  let [min, max, events]: [number, number | null, number] = [0, 0, 0]
  for (const [i, group] of (yield* doublesInTurns(having)).entries()) {
    if (i % PER_TURN === PER_TURN - 1) yield
    const tolls = group.map(({ attributes }) => tollOf(attributes, counted)!)
    min += Math.max(...tolls.map((toll) => toll.min))
    for (const toll of tolls) max = max === null || toll.max === null ? null : max + toll.max
    events += group.length
  }
  return events === 0 ? undefined : { min, max, events }
}

/**
 * Happenings that may be one: of the same type, with a place in common, on days that overlap. What has no day or no place
 * may be anything, and is taken for another one.
 */
export const doubles = (happenings: readonly Happening[]): readonly (readonly Happening[])[] =>
  atOnce(doublesInTurns(happenings))

function* doublesInTurns(happenings: readonly Happening[]): Generator<void, Happening[][], void> {
  const groups: Happening[][] = []
  const open = new Map<string, Happening[][]>()
  for (const [i, happening] of (yield* sortInTurns(happenings, byDay)).entries()) {
    if (i % PER_TURN === PER_TURN - 1) yield
    const names = happening.places.map((place) => `${happening.attributes.type} ${place}`)
    const near = names.flatMap((name) => open.get(name) ?? [])
    const group = near.find((others) => others.some((other) => meet(other.attributes, happening.attributes)))
    const joined = group ?? []
    if (group === undefined) groups.push(joined)
    joined.push(happening)
    for (const name of names) open.set(name, [...(open.get(name) ?? []).filter((other) => other !== joined), joined])
  }
  return groups
}

const byDay = (a: Happening, b: Happening): number =>
  byText(a.attributes.date ?? '', b.attributes.date ?? '') || byText(a.key, b.key)

/** Only whole days are near enough to each other to tell. */
function meet(a: EventAttributes, b: EventAttributes): boolean {
  if (a.date === undefined || b.date === undefined || a.date.length < 10 || b.date.length < 10) return false
  return firstDay(a.date) <= lastDay(b.endDate ?? b.date) && firstDay(b.date) <= lastDay(a.endDate ?? a.date)
}
