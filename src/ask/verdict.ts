/** The answer to a question for yes or no. */
import type { Modality } from '../model/facts.ts'
import type { Fact, Verdict } from './answer.ts'
import type { Told } from './facts.ts'
import type { Composed, Sorted } from './groups.ts'
import type { DeedQuery, EventsQuery } from './query.ts'
import { kindOf, published, says, when } from './remarks.ts'
import { listOf, quoted, STATUS } from './sentences.ts'

export function composeVerdict({ firm, others, near }: Sorted, query: DeedQuery | EventsQuery): Composed {
  const results = firm.map(({ fact }) => ({ value: fact.says, facts: [fact] }))
  const rest = others.map(({ fact }) => ({ value: `${fact.says} (${kindOf(fact, query)})`, facts: [fact] }))
  const close = near.map(({ fact }) => ({ value: fact.says, facts: [fact] }))
  const shared = { results, others: rest, near: close }
  const plain = firm.find(({ fact }) => fact.speaker === undefined)
  if (plain !== undefined)
    return {
      ...shared,
      verdict: query.status === 'planned' ? 'planned' : 'yes',
      answer: yesSentence(query, plain.fact),
      found: true,
    }
  const claim = firm[0]?.fact
  if (claim !== undefined)
    return {
      ...shared,
      verdict: 'claimed',
      answer: `So says ${quoted(claim.speaker!)}; the text does not say it itself${when(claim)}.`,
      found: true,
    }
  const telling = others.filter((one) => !isOfOne(one, query))
  const other = ORDER.flatMap((kind) => telling.filter(({ fact }) => verdictOf(fact, query) === kind))[0]?.fact
  const also = close.length === 0 ? '' : ` Near to it: ${listOf(close.map(({ value }) => value))}.`
  const beside = listOf(rest.map(({ value }) => value))
  if (other === undefined)
    return {
      ...shared,
      answer: `The library does not say so.${beside === '' ? '' : ` Told otherwise: ${beside}.`}${also}`,
      found: false,
    }
  return {
    ...shared,
    verdict: verdictOf(other, query),
    answer: `${VERDICT_WORDS[verdictOf(other, query)](other)}${also}`,
    found: false,
  }
}

/** A denial of one happening is none of all: "Was Oslo attacked?" is not answered by somebody who denies that he did it. */
const isOfOne = ({ fact, agent, target }: Told, query: DeedQuery | EventsQuery): boolean =>
  fact.status === 'denied' &&
  query.status !== 'denied' &&
  (query.kind === 'events' ||
    (query.agent.is === 'open' && agent !== null) ||
    (query.target.is === 'open' && target !== null))

export const yesSentence = ({ status }: { readonly status: Modality }, fact: Fact): string =>
  status === 'asserted' ? `Yes${when(fact)}.` : `Yes, it is ${STATUS[status]}${when(fact)}.`

export const ORDER: readonly Verdict[] = [
  'yes',
  'denied',
  'planned',
  'requested',
  'possible',
  'former',
  'unplaced',
  'undated',
]

export function verdictOf(fact: Fact, { status }: { readonly status: Modality }): Verdict {
  if (fact.status !== status) return fact.status === 'asserted' ? 'yes' : fact.status
  return fact.former ? 'former' : fact.unplaced ? 'unplaced' : 'undated'
}

export const VERDICT_WORDS: Readonly<Record<Verdict, (fact: Fact) => string>> = {
  yes: (fact) => `It is reported as done${when(fact)}${says(fact)}.`,
  claimed: (fact) => `So says ${fact.speaker === undefined ? 'a source' : quoted(fact.speaker)}.`,
  planned: (fact) => `Planned, not reported as having happened${when(fact)}${says(fact)}.`,
  possible: (fact) => `Called possible, not reported as so${when(fact)}${says(fact)}.`,
  requested: (fact) => `Asked for, not reported as having happened${when(fact)}${says(fact)}.`,
  denied: (fact) =>
    fact.speaker === undefined
      ? `Denied: the text says that it is not so${when(fact)}.`
      : `Denied by ${quoted(fact.speaker)}${when(fact)}.`,
  former: (fact) => `Formerly${says(fact)}; not as of the text.`,
  unplaced: (fact) =>
    `Told in a sentence that speaks of the place, but not as having been there${when(fact)}${says(fact)}.`,
  undated: (fact) => `Told, but the text gives no date${published(fact)}${says(fact)}.`,
}
