/** Pieces of Cypher: nodes by name, conditions on time, place, words and kind. */
import { labelOf } from '../cypher/graph/knowledge.ts'
import { cypherString } from '../graph/formats/cypher-names.ts'
import type { EventType, ParticipantRole } from '../model/ontology.ts'
import { isState } from '../model/place.ts'
import type { Bounds, End, Period, Sort, Thing } from './query.ts'
import { TIES } from './vocabulary.ts'

/** Whether a name alone tells which node is meant. */
export type IsUnique = (thing: Thing) => boolean

export const text = cypherString
export const list = (items: readonly string[]): string => `[${items.map(text).join(', ')}]`
export const type = (name: string): string => name.toUpperCase()

/** A node pattern, and what must hold of it besides. */
export interface NodePattern {
  readonly pattern: string
  readonly where: readonly string[]
}

export function nodeOf(variable: string, end: End, isUnique: IsUnique): NodePattern {
  if (end.is === 'named') return namedNode(variable, end.things, isUnique)
  if (end.is === 'open' || end.sort === null) return { pattern: `(${variable})`, where: [] }
  return sortedNode(variable, end.sort)
}

export function namedNode(variable: string, things: readonly Thing[], isUnique: IsUnique): NodePattern {
  const [only, ...others] = things
  if (only !== undefined && others.length === 0 && isUnique(only))
    return { pattern: `(${variable}:${labelOf(only.type)} {label: ${text(only.name)}})`, where: [] }
  return things.every(isUnique)
    ? { pattern: `(${variable})`, where: [`${variable}.label IN ${list(things.map(({ name }) => name))}`] }
    : { pattern: `(${variable})`, where: [`elementId(${variable}) IN ${list(things.map(({ key }) => key))}`] }
}

function sortedNode(variable: string, sort: Sort): NodePattern {
  const label = sort.type ?? sort.kind
  const where: string[] = []
  const titled = sort.title === null ? null : titleIs(variable, sort.title)
  const tied = sort.tie === null ? null : tieTo(variable, sort)
  if (sort.of !== null && titled !== null) where.push(titled)
  if (tied !== null && titled !== null && sort.of === null) where.push(`(${tied} OR ${titled})`)
  else if (tied !== null || titled !== null) where.push(tied ?? titled!)
  return { pattern: `(${variable}${label === null ? '' : `:${labelOf(label)}`})`, where }
}

function tieTo(variable: string, { tie, of }: Sort): string {
  const types = of === null ? [tie!] : TIES
  const owner = of === null ? '' : ` AND elementId(o) = ${text(of.key)}`
  return `EXISTS { MATCH (${variable})-[t:${types.map(type).join('|')}]->(o) WHERE t.modality = 'asserted'${owner} }`
}

/** Deputies and those who were it once are not it. */
export function titleIs(variable: string, title: string): string {
  const plain = /\b(?:vice|deputy|former|acting)\b/.test(title)
  const others = plain ? '' : " AND NOT toLower(t) =~ '.*(vice|deputy|former|ex-).*'"
  return `any(t IN ${variable}.role WHERE toLower(t) CONTAINS ${text(title)}${others})`
}

// ------------------------------------------------------------------------------------------------------------- conditions

/** @param dates expressions for the first and the last date, and whether one statement stands behind both */
export function inPeriod(
  period: Period | null,
  variable: string,
  dates: readonly [string, string],
  single: string | null,
): string[] {
  if (period === null) return []
  const { from, to } = period
  const within = (first: string, last: string): string =>
    [to === null ? null : `${first} <= ${text(to)}`, from === null ? null : `${last} + '-99' >= ${text(from)}`]
      .filter((part) => part !== null)
      .join(' AND ')
  const [first, last] = dates
  const latest = `coalesce(${last}, ${first})`
  // The dates of several statements are no stretch of time.
  const dated =
    single === null
      ? `(${within(first, latest)})`
      : `(${within(first, first)}) OR (${within(latest, latest)}) OR (${single} AND ${within(first, latest)})`
  const reported = within('evidence.document(x).date', 'evidence.document(x).date')
  return [`(${dated} OR (${first} IS NULL AND any(x IN ${variable}.evidence WHERE ${reported})))`]
}

/** Words that must stand in one of the sentences. */
export const speaksOf = (about: readonly string[], variable: string): string[] =>
  about.map((word) => `any(x IN ${variable}.evidence WHERE toLower(evidence.sentence(x)) CONTAINS ${text(word)})`)

const AT = 'OCCURRED_AT'
/** The place itself, or what lies in it: as the texts say, and of a state whatever bears its code. */
function within(place: string, places: readonly Thing[], isUnique: IsUnique): { around: string; where: string[] } {
  const { pattern, where } = namedNode('around', places, isUnique)
  if (!places.some(({ type, name }) => isState(type, name)))
    return { around: `(${place})-[:LOCATED_IN*0..2]->${pattern}`, where: [...where] }
  const lies = `EXISTS { (${place})-[:LOCATED_IN*0..2]->(around) }`
  return { around: pattern, where: [...where, `(${lies} OR around:Country AND ${place}.country = around.country)`] }
}

export function eventAt(places: readonly Thing[], isUnique: IsUnique): string[] {
  if (places.length === 0) return []
  const near = within('spot', places, isUnique)
  return [existing(`(e)-[:${AT}]->(spot)`, near, [])]
}

/** The event that the relation is the short form of was there, or one of both ends was, as the same sentence says. */
export function factAt(places: readonly Thing[], isUnique: IsUnique): string[] {
  if (places.length === 0) return []
  const near = within('spot', places, isUnique)
  const told =
    'any(x IN v.evidence WHERE any(y IN r.evidence WHERE x.document = y.document AND x.sentence = y.sentence))'
  const visit = (end: string): string => existing(`(${end})-[v:VISITED]->(spot)`, near, [told])
  const happened = existing(`(a)-[:PARTICIPANT_IN]->(v)-[:${AT}]->(spot)`, near, ['elementId(v) = r.event'])
  return [`(${[happened, visit('a'), visit('b')].join('\n    OR ')})`]
}

/** Its sentence names the place: not that it was there, but somebody may want to look. */
export function namesPlace(places: readonly Thing[], isUnique: IsUnique): string {
  const named =
    'any(x IN spot.evidence WHERE any(y IN r.evidence WHERE x.document = y.document AND x.start >= y.sentence[0] AND x.end <= y.sentence[1]))'
  const { around, where } = within('spot', places, isUnique)
  return `EXISTS { MATCH ${around} WHERE ${[...where, named].join(' AND ')} }`
}

const existing = (match: string, near: ReturnType<typeof within>, more: readonly string[]): string => {
  const conditions = [...near.where, ...more]
  return `EXISTS { MATCH ${match}, ${near.around}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`} }`
}

export const hasRole = (variable: string, roles: readonly ParticipantRole[]): string =>
  `${variable}.role IN ${list(roles)}`

export const eventLabel = (types: readonly (EventType | null)[]): string =>
  types.length === 0 ? 'Event' : types.map((name) => labelOf(name ?? 'event')).join('|')

export const where = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `\nWHERE ${conditions.join('\n  AND ')}`

const beside = (named: readonly Thing[], variable: string): string[] =>
  named.map(
    ({ key }) =>
      `EXISTS { MATCH (n) WHERE elementId(n) = ${text(key)} AND any(x IN n.evidence WHERE any(y IN ${variable}.evidence WHERE x.document = y.document AND x.start >= y.sentence[0] AND x.end <= y.sentence[1])) }`,
  )

export const boundsOfEvent = ({ period, places, about, named }: Bounds, isUnique: IsUnique): string[] => [
  ...inPeriod(period, 'e', ['e.date', 'e.endDate'], null),
  ...eventAt(places, isUnique),
  ...speaksOf(about, 'e'),
  ...beside(named, 'e'),
]

export const boundsOfFact = ({ period, places, about, named }: Bounds, isUnique: IsUnique): string[] => [
  ...inPeriod(period, 'r', ['r.first', 'r.last'], 'r.weight = 1'),
  ...factAt(places, isUnique),
  ...speaksOf(about, 'r'),
  ...beside(named, 'r'),
]
