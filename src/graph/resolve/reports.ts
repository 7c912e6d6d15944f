/** The events of one document, as reports that can be compared with those of others. */

import type { EventFact, Toll } from '../../model/facts.ts'
import type { DocumentId, LocalId, NodeKey } from '../../model/ids.ts'
import { eventKey } from '../../model/ids.ts'
import { toGraphEvidence } from '../build/evidence.ts'
import type { CorrectedReading } from '../corrections/readings.ts'
import { dayNumber, type ReportFact, type ReportItem, type ReportToll } from './event-links.ts'

/**
 * A report is identified by its document and the place in it where it is told, so that it keeps its key when another reading finds
 * more events before it; those told by the same words are counted. What a person corrects in it does not change its key.
 * @param actorOf the node of an entity
 */
export function reportItems(
  { document, extraction, raw }: CorrectedReading,
  actorOf: (id: LocalId) => NodeKey | undefined,
): ReportItem[] {
  const keys = new Map<LocalId, NodeKey>()
  const seen = new Map<string, number>()
  for (const { id, type, evidence } of raw.events) {
    const [told] = evidence
    const place = String((told.trigger ?? told.span).start)
    const ordinal = seen.get(`${type}@${place}`) ?? 0
    seen.set(`${type}@${place}`, ordinal + 1)
    keys.set(id, eventKey(type, [document.id, place, String(ordinal)]))
  }
  return extraction.events.map((event) => {
    const { participants, places, attributedTo, date } = event
    const nodes = (ids: readonly LocalId[]): Set<NodeKey> => new Set(ids.flatMap((id) => actorOf(id) ?? []))
    return {
      id: keys.get(event.id)!,
      document: document.id,
      event: toReportFact(document.id, event),
      day: dayNumber(date),
      published: dayNumber(document.date),
      participants: nodes(participants.map(({ entity }) => entity)),
      agents: nodes(participants.filter(({ role }) => role === 'agent').map(({ entity }) => entity)),
      places: nodes(places.map(({ entity }) => entity)),
      speaker:
        attributedTo === null
          ? ''
          : 'entity' in attributedTo
            ? (actorOf(attributedTo.entity) ?? '')
            : attributedTo.words,
    }
  })
}

function toReportFact(document: DocumentId, event: EventFact): ReportFact {
  const { participants: _, places: __, killed, wounded, arrested, evidence, ...rest } = event
  return {
    ...rest,
    ...(killed && { killed: toReportToll(killed) }),
    ...(wounded && { wounded: toReportToll(wounded) }),
    ...(arrested && { arrested: toReportToll(arrested) }),
    evidence: evidence.map((item) => toGraphEvidence(document, item)),
  }
}

const toReportToll = ({ min, max, text }: Toll): ReportToll => ({ min, max, text })
