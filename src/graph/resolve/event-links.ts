/** Which reports of different documents may tell of one happening, with a score for each reason. */
import type { CivilDate } from '../../model/date.ts'
import { isDay } from '../../model/date.ts'
import type { EventFact, Toll } from '../../model/facts.ts'
import type { GraphEvidence } from '../../model/graph.ts'
import type { DocumentId, NodeKey } from '../../model/ids.ts'
import type { EventType } from '../../model/ontology.ts'
import { byText } from '../order.ts'
import type { Link, Reason } from './joiner.ts'
import { scoreOf } from './joiner.ts'

export type ReportToll = Omit<Toll, 'span'>

/** What of an event of a document becomes a part of a node. */
export interface ReportFact
  extends Omit<EventFact, 'participants' | 'places' | 'evidence' | 'killed' | 'wounded' | 'arrested'> {
  readonly killed?: ReportToll
  readonly wounded?: ReportToll
  readonly arrested?: ReportToll
  readonly evidence: readonly GraphEvidence[]
}

/** What one document tells of a happening. */
export interface Report {
  readonly document: DocumentId
  readonly event: ReportFact
}

/** A report with what it is compared by. */
export interface ReportItem extends Report {
  /** Key of the event as this document alone tells it. */
  readonly id: NodeKey
  /** Day of the happening, as a number; null where the text does not tell it to the day. */
  readonly day: number | null
  /** Day on which the document was published, as a number. */
  readonly published: number | null
  readonly participants: ReadonlySet<NodeKey>
  readonly agents: ReadonlySet<NodeKey>
  readonly places: ReadonlySet<NodeKey>
  /** Key of the speaker, or the words of the source; '' where the text itself says so. */
  readonly speaker: string
}

/** From here on two reports are of one happening; from `SUGGEST_EVENT` on a person is asked. */
export const JOIN_EVENT = 0.75
export const SUGGEST_EVENT = 0.7

/** Types between which texts waver. */
const FAMILIES: Readonly<Partial<Record<EventType, string>>> = {
  meeting: 'talks', negotiation: 'talks', summit: 'talks', attack: 'violence', clash: 'violence', arrest: 'justice', trial: 'justice',
} // biome-ignore format: one glance
const familyOf = (type: EventType): string => FAMILIES[type] ?? type

/** Things that happen to a place as such: who did it is often not known. */
const SCENIC: readonly EventType[] = ['attack', 'clash', 'disaster', 'protest', 'election', 'ceremony']

const MOST_DAYS = 3

export const dayNumber = (date: CivilDate | null): number | null =>
  date !== null && isDay(date) ? Date.parse(`${date}T00:00:00Z`) / 86_400_000 : null

/**
 * Reports are compared where they share a place other than a country within a day, or two of their participants and countries within
 * a few days: with less in common they would not even be suggested. Without any date they are not compared.
 */
export function reportKeys({ event, day, published, participants, places }: ReportItem): string[] {
  const when = day ?? published
  if (when === null) return []
  const family = familyOf(event.type)
  const keys: string[] = []
  for (const place of places)
    if (!isCountry(place)) for (const near of [when, when + 1]) keys.push(`${family} ${place} ${near}`)
  const nodes = [...new Set([...participants, ...[...places].filter(isCountry)])].sort(byText).slice(0, MOST_NODES)
  const span = Math.floor(when / (MOST_DAYS + 1))
  nodes.forEach((one, i) => {
    for (const other of nodes.slice(i + 1))
      for (const part of [span, span + 1]) keys.push(`${family} ${one} ${other} ${part}`)
  })
  return keys
}

/** Happenings with more participants are found by these. */
const MOST_NODES = 6

export function linkReports(a: ReportItem, b: ReportItem): Omit<Link, 'a' | 'b'> | undefined {
  if (a.document === b.document || a.event.modality !== b.event.modality || a.speaker !== b.speaker) return undefined
  if (familyOf(a.event.type) !== familyOf(b.event.type)) return undefined
  const time = timeReason(a, b)
  if (time === undefined) return undefined
  const reasons: Reason[] = [time, ...placeReasons(a, b), ...peopleReasons(a, b)]
  if (a.event.type !== b.event.type) reasons.push({ reason: 'told as another kind of happening', score: -0.1 })
  const score = scoreOf(reasons)
  return score >= SUGGEST_EVENT ? { score, reasons, affinity: 0 } : undefined
}

function timeReason(a: ReportItem, b: ReportItem): Reason | undefined {
  const days = gap(a.day, b.day)
  if (days === 0) return { reason: 'same day', score: 0.5 }
  if (days === 1) return { reason: 'one day apart', score: 0.35 }
  if (days !== undefined) return days <= MOST_DAYS ? { reason: `${days} days apart`, score: 0.15 } : undefined
  const published = gap(a.day ?? a.published, b.day ?? b.published)
  return published !== undefined && published <= MOST_DAYS
    ? { reason: 'told in the same days', score: published <= 1 ? 0.25 : 0.1 }
    : undefined
}

const gap = (a: number | null, b: number | null): number | undefined =>
  a === null || b === null ? undefined : Math.abs(a - b)

const isCountry = (node: NodeKey): boolean => node.startsWith('country:')

function placeReasons(a: ReportItem, b: ReportItem): Reason[] {
  const [here, there] = [
    [...a.places].filter((node) => !isCountry(node)),
    [...b.places].filter((node) => !isCountry(node)),
  ]
  if (here.some((node) => b.places.has(node)))
    return [{ reason: 'same place', score: SCENIC.includes(a.event.type) ? 0.5 : 0.45 }]
  if (here.length > 0 && there.length > 0) return [{ reason: 'another place', score: -0.6 }]
  return [...a.places].some((node) => b.places.has(node)) ? [{ reason: 'same country', score: 0.15 }] : []
}

function peopleReasons(a: ReportItem, b: ReportItem): Reason[] {
  const shared = [...a.participants].filter((node) => b.participants.has(node)).length
  const reasons: Reason[] = []
  if (shared > 0)
    reasons.push({
      reason: shared === 1 ? 'a participant in common' : 'participants in common',
      score: shared === 1 ? 0.3 : 0.5,
    })
  const agentsDiffer = a.agents.size > 0 && b.agents.size > 0 && ![...a.agents].some((node) => b.agents.has(node))
  if (agentsDiffer) reasons.push({ reason: 'another doer', score: -0.5 })
  else if (shared === 0 && a.participants.size > 0 && b.participants.size > 0)
    reasons.push({ reason: 'no participant in common', score: -0.3 })
  return reasons
}
