/** The answer to a question about events, and about the numbers of killed, wounded and arrested. */
import type { NodeValue } from '../cypher/values/value.ts'
import { sumTolls } from '../graph/queries/tolls.ts'
import type { EventAttributes } from '../model/graph.ts'
import type { Fact, Result } from './answer.ts'
import { composePlaces, composeTimes } from './compose-deed.ts'
import { foundNode, type Told } from './facts.ts'
import { byNode, type Composed, otherNote, type Sorted } from './groups.ts'
import type { EventsQuery, Toll, TollQuery } from './query.ts'
import { kindOf, span } from './remarks.ts'
import { listOf, quoted } from './sentences.ts'
import { composeVerdict } from './verdict.ts'
import { TOLLS } from './vocabulary.ts'

export function composeEvents(query: EventsQuery, all: Sorted): Composed {
  const { firm, others } = all
  if (query.asks === 'whether') return composeVerdict(all, query)
  if (query.asks === 'when') return composeTimes(firm, others)
  if (query.asks === 'where') return composePlaces(firm, others, query)
  if (query.asks === 'who') {
    const results = byNode(firm, ({ agent }) => agent)
    return {
      results,
      others: byNode(others, ({ agent }) => agent),
      near: [],
      answer:
        results.length === 0
          ? `The library names nobody.${otherNote(others)}`
          : `${listOf(results.map(({ value }) => value))}.`,
      found: results.length > 0,
    }
  }
  const results = firm.map(({ fact, event }) => eventResult(fact, event))
  // Who asks what is planned does not ask for all that was done.
  const beside = others.filter(({ fact }) => query.status === 'asserted' || fact.status !== 'asserted')
  const rest = beside.map(({ fact, event }) => {
    const result = eventResult(fact, event, false)
    return { ...result, value: `${result.value} (${kindOf(fact, query)})` }
  })
  const sentence =
    results.length === 0
      ? 'The library tells of none.'
      : `${results.length}: ${listOf(results.map(({ value }) => value))}.`
  const note = rest.length === 0 ? '' : ` Told otherwise: ${listOf(rest.map(({ value }) => value))}.`
  return {
    results,
    others: rest,
    near: [],
    count: results.length,
    answer: `${sentence}${note}`,
    found: results.length > 0,
  }
}

export function eventResult(fact: Fact, event: NodeValue | null, named = true): Result {
  const tolls = event === null ? [] : (Object.keys(TOLLS) as Toll[]).flatMap((toll) => tollText(event, toll) ?? [])
  const details = [
    fact.date === undefined ? null : span(fact),
    ...tolls,
    fact.speaker === undefined || !named ? null : `according to ${quoted(fact.speaker)}`,
  ].filter((part) => part !== null)
  return {
    value: `${fact.says}${details.length === 0 ? '' : ` (${details.join(', ')})`}`,
    ...(event !== null && { node: foundNode(event) }),
    facts: [fact],
  }
}

export function tollText(event: NodeValue, toll: Toll): string | undefined {
  const [least, most] = rangeOf(event, toll)
  if (least === undefined) return undefined
  return `${least === most ? least : most === undefined ? `at least ${least}` : `${least} to ${most}`} ${TOLLS[toll].words}`
}

/** The most is undefined where the text says "at least", or "dozens". */
export function rangeOf(event: NodeValue, toll: Toll): [number | undefined, number | undefined] {
  const attributes = event.properties as unknown as EventAttributes
  return [attributes[toll], attributes[`${toll}Max`]]
}

export function composeToll({ toll, status }: TollQuery, { firm, others }: Sorted): Composed {
  const counted = (told: readonly Told[], note: boolean): Result[] =>
    told.map(({ fact, event }) => ({
      value: `${event === null ? '' : tollText(event, toll)}: ${fact.says}${note ? ` (${kindOf(fact, { status })})` : fact.speaker === undefined ? '' : `, according to ${quoted(fact.speaker)}`}`,
      ...(event !== null && { node: foundNode(event) }),
      facts: [fact],
    }))
  const happenings = firm.flatMap(({ event, fact: { places } }) =>
    event === null ? [] : [{ key: event.key, attributes: event.properties as unknown as EventAttributes, places }],
  )
  const { min: least, max: most } = sumTolls(happenings, toll) ?? { min: 0, max: 0 }
  const number = least === most ? `${least}` : most === null ? `At least ${least}` : `${least} to ${most}`
  const results = counted(firm, false)
  const rest = counted(others, true)
  const note = rest.length === 0 ? '' : ` Told otherwise: ${listOf(rest.map(({ value }) => value))}.`
  const told = firm.map(
    ({ fact }) => `${fact.says}${fact.speaker === undefined ? '' : `, according to ${quoted(fact.speaker)}`}`,
  )
  const sentence =
    results.length === 0
      ? 'The library gives no number.'
      : `${number} ${TOLLS[toll].words}, as the texts report it (${results.length === 1 ? told[0]! : listOf(results.map(({ value }) => value))}).`
  return {
    results,
    others: rest,
    near: [],
    ...(results.length > 0 && { count: least }),
    answer: `${sentence}${note}`,
    found: results.length > 0,
  }
}
