/** Facts grouped by what they answer. */
import type { NodeValue } from '../cypher/values/value.ts'
import type { Modality } from '../model/facts.ts'
import type { Fact, Result, Verdict } from './answer.ts'
import { foundNode, labelOfNode, type Told } from './facts.ts'
import { kindOf, when } from './remarks.ts'
import { listOf } from './sentences.ts'

export interface Composed {
  readonly results: readonly Result[]
  readonly others: readonly Result[]
  readonly near: readonly Result[]
  readonly answer: string
  readonly verdict?: Verdict
  readonly count?: number
  /** Whether what was asked is told, and not only something else. */
  readonly found: boolean
}

/** What is told as asked, what only otherwise, and what comes near. */
export interface Sorted {
  readonly firm: readonly Told[]
  readonly others: readonly Told[]
  readonly near: readonly Told[]
}

export function byNode(told: readonly Told[], nodeOf: (one: Told) => NodeValue | null): Result[] {
  const groups = new Map<string, { node: NodeValue; facts: Fact[] }>()
  for (const one of told) {
    const node = nodeOf(one)
    if (node === null) continue
    const group = groups.get(node.key) ?? { node, facts: [] }
    groups.set(node.key, group)
    group.facts.push(one.fact)
  }
  return [...groups.values()]
    .map(({ node, facts }) => ({ value: labelOfNode(node), node: foundNode(node), facts: facts.toSorted(byLatest) }))
    .sort((a, b) => byLatest(a.facts[0]!, b.facts[0]!) || (a.value < b.value ? -1 : 1))
}

/** The latest first; what has no date counts by the day on which it was published. */
export function byLatest(a: Fact, b: Fact): number {
  const dayOf = ({ date, evidence }: Fact): string => date ?? evidence[0]?.document.date ?? ''
  const [x, y] = [dayOf(a), dayOf(b)]
  return x === y ? 0 : x > y ? -1 : 1
}

export const othersOf = (told: readonly Told[], status: Modality): Result[] =>
  told.map(({ fact }) => ({ value: `${fact.says} (${kindOf(fact, { status })})`, facts: [fact] }))

export const otherNote = (others: readonly Told[]): string =>
  others.length === 0
    ? ''
    : ` Told otherwise: ${listOf(others.map(({ fact }) => `${fact.says} (${kindOf(fact, { status: 'asserted' })}${when(fact)}${fact.places.length === 0 ? '' : `, ${listOf(fact.places)}`})`))}.`

export function grouped(told: readonly Told[], valuesOf: (one: Told) => readonly string[]): Result[] {
  const groups = new Map<string, Fact[]>()
  for (const one of told) for (const value of valuesOf(one)) groups.set(value, [...(groups.get(value) ?? []), one.fact])
  return [...groups]
    .map(([value, facts]) => ({ value, facts }))
    .sort((a, b) => ((a.facts[0]!.date ?? '') < (b.facts[0]!.date ?? '') ? -1 : 1))
}
