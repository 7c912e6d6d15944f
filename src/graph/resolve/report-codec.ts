/** What documents tell of a happening, as bytes and back. */
import type { CivilDate } from '../../model/date.ts'
import type { Modality, Speaker } from '../../model/facts.ts'
import type { DocumentId, LocalId, NodeKey } from '../../model/ids.ts'
import type { EventType, RelationName } from '../../model/ontology.ts'
import type { ByteReader, ByteWriter } from '../packed/bytes.ts'
import { readEvidence, writeEvidence } from '../packed/evidence-codec.ts'
import { readList, readOptional, readText, writeList, writeOptional, writeText } from '../packed/parts.ts'
import type { Strings } from '../packed/strings.ts'
import type { ReportFact, ReportItem, ReportToll } from './event-links.ts'

const speaker = (to: ByteWriter, strings: Strings, by: Speaker | null): void => {
  to.number(by === null ? 0 : 'entity' in by ? 1 : 2)
  if (by !== null) writeText(to, strings, 'entity' in by ? by.entity : by.words)
}
const speakerFrom = (from: ByteReader, strings: Strings): Speaker | null => {
  const kind = from.number()
  if (kind === 0) return null
  return kind === 1 ? { entity: readText<LocalId>(from, strings) } : { words: readText(from, strings) }
}

const toll = (to: ByteWriter, strings: Strings, value: ReportToll | undefined): void => {
  to.number(value === undefined ? 0 : 1)
  if (value === undefined) return
  to.number(value.min).number(value.max === null ? 0 : value.max + 1)
  writeText(to, strings, value.text)
}
const tollFrom = (from: ByteReader, strings: Strings): ReportToll | undefined => {
  if (from.number() === 0) return undefined
  const [min, max] = [from.number(), from.number()]
  return { min, max: max === 0 ? null : max - 1, text: readText(from, strings) }
}

export function writeReport(to: ByteWriter, strings: Strings, item: ReportItem): void {
  const { document, event, participants, agents, places, speaker: said } = item
  for (const value of [
    document,
    event.id,
    event.type,
    event.label,
    event.modality,
    event.rule,
    String(event.confidence),
  ])
    writeText(to, strings, value)
  speaker(to, strings, event.attributedTo)
  for (const value of [event.date, event.endDate, event.deed]) writeOptional(to, strings, value)
  to.number(Number(event.confirmed ?? false))
  for (const value of [event.killed, event.wounded, event.arrested]) toll(to, strings, value)
  writeEvidence(to, strings, event.evidence)
  to.signed(item.published ?? NO_DAY)
  for (const nodes of [participants, agents, places]) writeList(to, strings, nodes)
  writeText(to, strings, said)
}

/** A day before all calendars. */
const NO_DAY = -(2 ** 40)

/** @param dayOf a date as a number of days */
export function readReport(
  id: NodeKey,
  from: ByteReader,
  strings: Strings,
  dayOf: (date: CivilDate | null) => number | null,
): ReportItem {
  const document = readText<DocumentId>(from, strings)
  const [local, type, label] = [
    readText<LocalId>(from, strings),
    readText<EventType>(from, strings),
    readText(from, strings),
  ]
  const [modality, rule, confidence] = [
    readText<Modality>(from, strings),
    readText(from, strings),
    readText(from, strings),
  ]
  const attributedTo = speakerFrom(from, strings)
  const date = readOptional<CivilDate>(from, strings) ?? null
  const endDate = readOptional<CivilDate>(from, strings) ?? null
  const deed = readOptional<RelationName>(from, strings)
  const confirmed = from.number() === 1
  const [killed, wounded, arrested] = [tollFrom(from, strings), tollFrom(from, strings), tollFrom(from, strings)]
  const event: ReportFact = {
    id: local,
    type,
    label,
    modality,
    attributedTo,
    date,
    endDate,
    rule,
    confidence: Number(confidence),
    ...(deed !== undefined && { deed }),
    ...(killed && { killed }),
    ...(wounded && { wounded }),
    ...(arrested && { arrested }),
    ...(confirmed && { confirmed }),
    evidence: readEvidence(from, strings),
  }
  const published = from.signed()
  const nodes = (): Set<NodeKey> => new Set(readList<NodeKey>(from, strings))
  return {
    id,
    document,
    event,
    day: dayOf(date),
    published: published === NO_DAY ? null : published,
    participants: nodes(),
    agents: nodes(),
    places: nodes(),
    speaker: readText(from, strings),
  }
}
