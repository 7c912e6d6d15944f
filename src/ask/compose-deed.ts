/** The answer to a question about a deed: names, a verdict, days, places, speakers. */
import type { NodeValue } from '../cypher/values/value.ts'
import { RELATIONS } from '../model/ontology.ts'
import type { Result } from './answer.ts'
import { labelOfNode, type Told } from './facts.ts'
import { byNode, type Composed, grouped, otherNote, othersOf, type Sorted } from './groups.ts'
import type { DeedQuery, EventsQuery } from './query.ts'
import { claimNote, kindOf, published, span, statusNote, textNote } from './remarks.ts'
import { listOf } from './sentences.ts'
import { composeVerdict } from './verdict.ts'

export function composeDeed(query: DeedQuery, { firm, others, near }: Sorted): Composed {
  const { asks } = query
  if (asks === 'whether') return composeVerdict({ firm, others, near }, query)
  if (asks === 'when') return query.counts ? composeTimesCounted(firm, others) : composeTimes(firm, others)
  if (asks === 'where') return composePlaces(firm, others, query)
  if (asks === 'speaker') return composeSpeakers([...firm, ...others], query)
  const by = (one: Told): NodeValue | null => askedEnd(one, query)
  const [results, rest, close] = [byNode(firm, by), byNode(others, by), byNode(near, by)]
  const known = new Set(results.map(({ value }) => value))
  return {
    results,
    others: rest.filter(({ value }) => !known.has(value)),
    near: close.filter(({ value }) => !known.has(value)),
    ...(query.counts && { count: results.length }),
    answer: namesSentence(
      results,
      rest.filter(({ value }) => !known.has(value)),
      close.filter(({ value }) => !known.has(value)),
      query,
    ),
    found: results.length > 0,
  }
}

/** Of a relation without direction either end may be the one that is asked for: the one that the question does not name. */
export const askedEnd = ({ agent, target }: Told, { asks }: DeedQuery): NodeValue | null =>
  asks === 'agent' ? agent : target

export function namesSentence(
  results: readonly Result[],
  others: readonly Result[],
  near: readonly Result[],
  query: DeedQuery,
): string {
  const isTie = query.relation !== null && RELATIONS[query.relation].nature === 'tie' && results.length > 1
  const said = results.map(
    (result) => `${result.value}${claimNote(result.facts)}${isTie ? textNote(result.facts[0]!) : ''}`,
  )
  const first =
    results.length === 0
      ? 'The library does not say so of anybody.'
      : `${query.counts ? `${results.length}: ` : ''}${listOf(said)}.`
  const rest =
    others.length === 0
      ? ''
      : ` Told otherwise: ${listOf(others.map(({ value, facts }) => `${value} (${kindOf(facts[0]!, query)})`))}.`
  const close =
    near.length === 0 ? '' : ` Near to it: ${listOf([...new Set(near.map(({ facts }) => facts[0]!.says))])}.`
  return `${first}${rest}${close}`
}

export function composeTimes(firm: readonly Told[], others: readonly Told[]): Composed {
  const dated = firm.filter(({ fact }) => fact.date !== undefined)
  const times = grouped(dated, ({ fact }) => [span(fact)])
  const rest = othersOf([...firm.filter(({ fact }) => fact.date === undefined), ...others], 'asserted')
  const sentence =
    times.length > 0
      ? `${sentenceCase(listOf(times.map(({ value }) => value)))}.`
      : firm.length > 0
        ? `The library tells of it, but not when${published(firm[0]!.fact)}.`
        : 'The library does not say so.'
  return { results: times, others: rest, near: [], answer: `${sentence}${otherNote(others)}`, found: times.length > 0 }
}

/** So often at least: what has no date may be one of the others. */
function composeTimesCounted(firm: readonly Told[], others: readonly Told[]): Composed {
  const composed = composeTimes(firm, others)
  if (firm.length === 0) return composed
  const spans = firm.flatMap(({ fact }) =>
    fact.date === undefined ? [] : fact.several ? [fact.date, fact.endDate ?? fact.date] : [fact.date],
  )
  const days = [...new Set(spans)]
  const count = Math.max(1, days.filter((day) => !days.some((other) => other !== day && other.startsWith(day))).length)
  const undated = { value: 'without a date', facts: firm.map(({ fact }) => fact) }
  return {
    ...composed,
    results: composed.found ? composed.results : [undated],
    count,
    answer:
      `At least ${count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`}, as the texts tell it: ${composed.found ? '' : 'the day is not told. '}${composed.found ? composed.answer : otherNote(others).trim()}`.trim(),
    found: true,
  }
}

export function composePlaces(
  firm: readonly Told[],
  others: readonly Told[],
  query: DeedQuery | EventsQuery,
): Composed {
  const asTarget =
    query.kind === 'deed' &&
    query.relation !== null &&
    ['visited', 'deployed_to', 'from', 'based_in', 'located_in'].includes(query.relation)
  const placesOf = ({ fact, target }: Told): string[] =>
    asTarget && target !== null ? [labelOfNode(target)] : [...fact.places]
  const places = grouped(firm, placesOf)
  const rest = othersOf([...firm.filter((one) => placesOf(one).length === 0), ...others], 'asserted')
  const sentence =
    places.length > 0
      ? `${listOf(places.map(({ value }) => value))}.`
      : firm.length > 0
        ? 'The library tells of it, but not where.'
        : 'The library does not say so.'
  return {
    results: places,
    others: rest,
    near: [],
    answer: `${sentence}${otherNote(others)}`,
    found: places.length > 0,
  }
}

export function composeSpeakers(told: readonly Told[], { status }: DeedQuery): Composed {
  const meant = told.filter(({ fact }) => status !== 'denied' || fact.status === 'denied')
  const spoken = meant.filter(({ fact }) => fact.speaker !== undefined)
  const plain = meant.filter(({ fact }) => fact.speaker === undefined)
  const speakers = grouped(spoken, ({ fact }) => [fact.speaker!.label])
  const unsaid = plain.map(({ fact }) => ({ value: `${fact.says}${statusNote(fact)}`, facts: [fact] }))
  const own =
    plain.length === 0
      ? ''
      : `${speakers.length === 0 ? 'No speaker is named: the text says it itself' : 'The text itself says it, too'}: ${listOf([...new Set(unsaid.map(({ value }) => value))])}.`
  const answer =
    meant.length === 0
      ? 'The library does not say so.'
      : [speakers.length === 0 ? '' : `${listOf(speakers.map(({ value }) => value))}.`, own]
          .filter((part) => part !== '')
          .join(' ')
  return { results: speakers, others: unsaid, near: [], answer, found: speakers.length > 0 }
}

export const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
