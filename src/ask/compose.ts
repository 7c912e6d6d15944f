/** Facts → the answer to the question: what is so, what is only planned, denied or claimed, and a sentence that says it. */
import { firstDay, lastDay } from '../model/date.ts'
import type { Fact, Result } from './answer.ts'
import { composeDeed } from './compose-deed.ts'
import { composeEvents, composeToll } from './compose-events.ts'
import type { Told } from './facts.ts'
import { byLatest, type Composed, type Sorted } from './groups.ts'
import type { Bounds, DeedQuery, EventsQuery, Query, SaidQuery, TollQuery } from './query.ts'
import { span, statusNote } from './remarks.ts'
import { listOf } from './sentences.ts'
import { sameAs } from './to-cypher.ts'

function sorted(told: readonly Told[], query: DeedQuery | EventsQuery | TollQuery | SaidQuery): Sorted {
  const exact = query.kind === 'deed' && query.relation !== null ? new Set<string>(sameAs(query.relation)) : null
  const isNear = ({ fact }: Told): boolean => exact !== null && fact.relation !== undefined && !exact.has(fact.relation)
  const isTimeless = query.period === null && query.extreme === null
  const isFirm = ({ fact }: Told): boolean =>
    fact.status === query.status &&
    fact.former !== true &&
    fact.unplaced !== true &&
    (isTimeless || fact.date !== undefined)
  const same = told.filter((one) => !isNear(one))
  return {
    firm: query.extreme === null ? same.filter(isFirm) : extremeOf(same.filter(isFirm), query.extreme),
    others: same.filter((one) => !isFirm(one)),
    near: told.filter((one) => isNear(one) && isFirm(one)),
  }
}

/** The earliest or the latest of what is told, each with the one date that makes it so. */
function extremeOf(told: readonly Told[], extreme: 'first' | 'last'): Told[] {
  const dated = told.map((one): Told => {
    const { several, endDate, ...fact } = one.fact
    if (several !== true || endDate === undefined) return one
    return { ...one, fact: extreme === 'first' ? fact : { ...fact, date: endDate } }
  })
  const dayOf = ({ fact: { date, endDate = date } }: Told): string =>
    extreme === 'first' ? firstDay(date!) : lastDay(endDate!)
  const days = dated.map(dayOf).sort()
  const day = extreme === 'first' ? days[0] : days.at(-1)
  return dated.filter((one) => dayOf(one) === day)
}

export function compose(query: Exclude<Query, { kind: 'path' }>, told: readonly Told[]): Composed {
  switch (query.kind) {
    case 'deed':
      return limited(query, composeDeed(query, sorted(told, query)))
    case 'events':
      return limited(query, composeEvents(query, sorted(told, query)))
    case 'toll':
      return composeToll(query, sorted(told, query))
    case 'said': {
      const facts = told.map(({ fact }) => ({ value: `${fact.says}${statusNote(fact)}`, facts: [fact] }))
      return simple(
        facts,
        facts.length === 0
          ? `Nothing was read as the word of ${speakerOf(query)}${query.things.length === 0 ? '' : ' about it'}.`
          : `${facts.length === 1 ? 'One statement' : `${facts.length} statements`} of ${speakerOf(query)}: ${listOf(facts.map(({ value }) => value))}.`,
      )
    }
    case 'profile': {
      const resultOf = ({ fact }: Told): Result => ({ value: `${fact.says}${statusNote(fact)}`, facts: [fact] })
      const ties = told.filter(({ fact }) => fact.edge !== undefined).map(resultOf)
      const events = told
        .filter(({ fact }) => fact.edge === undefined)
        .toSorted((a, b) => byLatest(a.fact, b.fact))
        .map((one) => ({ ...resultOf(one), value: `${one.fact.says}${dated(one.fact)}${statusNote(one.fact)}` }))
      const few = events.slice(0, FEW_EVENTS).map(({ value }) => value)
      const more = events.length > FEW_EVENTS ? [`${events.length - FEW_EVENTS} more`] : []
      const happened = events.length === 0 ? '' : `Told of: ${listOf([...few, ...more])}.`
      return simple(
        [...ties, ...events],
        [ties.length === 0 ? '' : `${listOf(ties.map(({ value }) => value))}.`, happened]
          .filter((part) => part !== '')
          .join(' '),
      )
    }
  }
}

/** Of a well-known node the answer names so many; the results have all. */
const FEW_EVENTS = 5

const dated = (fact: Fact): string => (fact.date === undefined ? '' : ` (${span(fact)})`)

/** The library need not have all: there may have been an earlier one. */
const limited = ({ extreme }: Bounds, composed: Composed): Composed =>
  extreme === null || !composed.found
    ? composed
    : {
        ...composed,
        answer: `${composed.answer} It is the ${extreme === 'first' ? 'earliest' : 'latest'} that the library has a date for.`,
      }

const speakerOf = ({ speaker }: SaidQuery): string => (typeof speaker === 'string' ? `“${speaker}”` : speaker.name)

const simple = (results: readonly Result[], answer: string): Composed => ({
  results,
  others: [],
  near: [],
  answer,
  found: results.length > 0,
})
