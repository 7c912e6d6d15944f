/** What an answer remarks on a fact: when, whose word, as what. */
import type { Modality } from '../model/facts.ts'
import type { Fact } from './answer.ts'
import { inWords } from './period.ts'
import { listOf, quoted, STATUS } from './sentences.ts'

export const statusNote = ({ status, former }: Fact): string =>
  former ? ' (formerly)' : status === 'asserted' ? '' : ` (${STATUS[status]})`

/** A tie holds as of its text: of several presidents the latest text tells which is meant today. */
export function textNote({ date, evidence }: Fact): string {
  const day = date ?? evidence[0]?.document.date
  return day === undefined || day === null ? '' : ` (${day.slice(0, 4)})`
}

/** Where all that tells it is somebody's word. */
export function claimNote(facts: readonly Fact[]): string {
  const speakers = facts.map(({ speaker }) => (speaker === undefined ? undefined : quoted(speaker)))
  return speakers.every((speaker) => speaker !== undefined)
    ? ` (according to ${listOf([...new Set(speakers)].map(String))})`
    : ''
}

/** Why a fact is not the answer. */
export function kindOf(fact: Fact, { status }: { readonly status: Modality }): string {
  const by =
    fact.speaker === undefined
      ? ''
      : fact.status === 'denied'
        ? ` by ${quoted(fact.speaker)}`
        : `, according to ${quoted(fact.speaker)}`
  if (fact.status !== status) return `${fact.status === 'asserted' ? 'reported as done' : STATUS[fact.status]}${by}`
  if (fact.former) return 'formerly'
  if (fact.unplaced) return `in a sentence that speaks of the place${when(fact)}`
  return `no date in the text${published(fact)}`
}

export const published = ({ evidence }: Fact): string => {
  const day = evidence.map(({ document }) => document.date).find((date) => date !== null)
  return day === undefined || day === null ? '' : `, published ${inWords(day)}`
}

export const when = (fact: Fact): string => (fact.date === undefined ? '' : `, ${span(fact)}`)

/** Of a fact with a date. */
export const span = ({ date, endDate, several }: Fact): string =>
  endDate === undefined ? inWords(date!) : `${inWords(date!)}${several ? ', last ' : ' to '}${inWords(endDate)}`

export const says = ({ speaker }: Fact): string => (speaker === undefined ? '' : `, according to ${quoted(speaker)}`)
