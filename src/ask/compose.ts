/** Facts → the answer to the question: what is so, what is only planned, denied or claimed, and a sentence that says it. */
import type { Result } from './answer.ts'
import { composeDeed } from './compose-deed.ts'
import { composeEvents, composeToll } from './compose-events.ts'
import type { Told } from './facts.ts'
import type { Composed, Sorted } from './groups.ts'
import type { DeedQuery, EventsQuery, Query, SaidQuery, TollQuery } from './query.ts'
import { statusNote } from './remarks.ts'
import { listOf } from './sentences.ts'
import { sameAs } from './to-cypher.ts'

function sorted(told: readonly Told[], query: DeedQuery | EventsQuery | TollQuery | SaidQuery): Sorted {
  const exact = query.kind === 'deed' && query.relation !== null ? new Set<string>(sameAs(query.relation)) : null
  const isNear = ({ fact }: Told): boolean => exact !== null && fact.relation !== undefined && !exact.has(fact.relation)
  const isFirm = ({ fact }: Told): boolean =>
    fact.status === query.status && fact.former !== true && (query.period === null || fact.date !== undefined)
  const same = told.filter((one) => !isNear(one))
  return {
    firm: same.filter(isFirm),
    others: same.filter((one) => !isFirm(one)),
    near: told.filter((one) => isNear(one) && isFirm(one)),
  }
}

export function compose(query: Exclude<Query, { kind: 'path' }>, told: readonly Told[]): Composed {
  switch (query.kind) {
    case 'deed':
      return composeDeed(query, sorted(told, query))
    case 'events':
      return composeEvents(query, sorted(told, query))
    case 'toll':
      return composeToll(query, sorted(told, query))
    case 'said': {
      const facts = told.map(({ fact }) => ({ value: `${fact.says}${statusNote(fact)}`, facts: [fact] }))
      return simple(
        facts,
        facts.length === 0
          ? `Nothing was read as the word of ${query.speaker.name}${query.things.length === 0 ? '' : ' about it'}.`
          : `${facts.length === 1 ? 'One statement' : `${facts.length} statements`} of ${query.speaker.name}: ${listOf(facts.map(({ value }) => value))}.`,
      )
    }
    case 'profile': {
      const facts = told.map(({ fact }) => ({ value: `${fact.says}${statusNote(fact)}`, facts: [fact] }))
      return simple(facts, facts.length === 0 ? '' : `${listOf(facts.map(({ value }) => value))}.`)
    }
  }
}

const simple = (results: readonly Result[], answer: string): Composed => ({
  results,
  others: [],
  near: [],
  answer,
  found: results.length > 0,
})
