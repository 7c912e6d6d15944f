/** Attributes of nodes, with their fields always in one order. */
import type { Act } from '../../model/corrections.ts'
import type { CivilDate } from '../../model/date.ts'
import type { RoleAttribute, Speaker } from '../../model/facts.ts'
import type { EntityAttributes, EventAttributes, EventReport, GraphDocument } from '../../model/graph.ts'
import { DISPUTABLE } from '../../model/graph.ts'
import type { DocumentId, LocalId, NodeKey } from '../../model/ids.ts'
import { ENTITY_TYPES, type EntityType, EVENT_TYPES, RELATIONS } from '../../model/ontology.ts'
import type { Locate } from '../../model/place.ts'
import { byText, tally } from '../order.ts'
import type { Report, ReportToll } from '../resolve/event-links.ts'
import { inOrder } from './evidence.ts'
import { type ReportOf, reportsOf } from './reports.ts'
import type { ResolvedEntity, ResolvedEvent } from './unions.ts'

/** The node that a document's entity or event became. */
export type KeyOf = (document: DocumentId, id: LocalId) => NodeKey

/** @param locate tells where it is */
export function entityAttributes(
  { type, name, members, confirmed, alsoCalled = [] }: ResolvedEntity,
  locate: Locate = () => undefined,
): EntityAttributes {
  const aliases = new Set([...alsoCalled, ...members.flatMap(({ entity }) => [entity.name, ...entity.aliases])])
  aliases.delete(name)
  const evidence = inOrder(members.flatMap(({ entity }) => entity.passages))
  const roles = tally(members.flatMap(({ entity }) => entity.roles.map(readRole))).map(([role]) => role)
  const [told] = tally(members.flatMap(({ entity }) => entity.country ?? []))
  const names = [name, ...[...aliases].sort(byText)]
  const { country = told?.[0], ...position } = (isSomewhere(type) && locate({ type, names, country: told?.[0] })) || {}
  return {
    label: name,
    aliases: [...aliases].sort(byText),
    kind: ENTITY_TYPES[type].kind,
    type,
    mentions: evidence.length,
    ...(roles.length > 0 && { role: roles }),
    ...(country !== undefined && { country }),
    ...position,
    evidence,
    ...(confirmed && { confirmed }),
  }
}

/** What has one place on the globe: places, and states, which are often where something happens. */
const isSomewhere = (type: EntityType): boolean => ENTITY_TYPES[type].kind === 'place' || type === 'country'

/** A past role must never read as if it were held today. */
const readRole = ({ text, former }: Pick<RoleAttribute, 'text' | 'former'>): string =>
  former && !/^(former|ex|then|late|past|onetime|previous)\b/i.test(text) ? `former ${text}` : text

/**
 * What a happening is, from all reports of it. It is called as the first report calls it; its date is that of most reports, its
 * numbers are those of the newest, because numbers grow while a story goes on. Each report is kept beside it where there are several.
 */
export function eventAttributes(
  { reports }: ResolvedEvent,
  keyOf: KeyOf,
  documentOf: (id: DocumentId) => GraphDocument | undefined,
): EventAttributes {
  const [{ document, event }] = reports
  const plover = EVENT_TYPES[event.type].plover ?? (event.deed === undefined ? null : RELATIONS[event.deed].plover)
  const evidence = inOrder(reports.flatMap((report) => report.event.evidence))
  const best = reports.toSorted(
    (a, b) => b.event.confidence - a.event.confidence || byText(a.event.rule, b.event.rule),
  )[0]!
  const published = ({ document: id }: Report): string => documentOf(id)?.date ?? ''
  const newest = reports.toSorted((a, b) => byText(published(b), published(a)) || byText(a.document, b.document))
  const latest = (name: Counted): ReportToll | undefined =>
    newest.find((report) => report.event[name] !== undefined)?.event[name]
  const names = [...new Set(reports.map((report) => report.event.label))].filter((label) => label !== event.label)
  const told = reports.map(toReport)
  const disputed = DISPUTABLE.filter((field) => new Set(told.flatMap((report) => report[field] ?? [])).size > 1)
  return {
    label: event.label,
    aliases: names.sort(byText),
    kind: 'event',
    type: event.type,
    mentions: evidence.length,
    modality: event.modality,
    ...(plover !== null && { plover }),
    ...speaker(event.attributedTo, document, keyOf),
    ...majority('date', reports, reportsOf(documentOf)),
    ...majority('endDate', reports, reportsOf(documentOf)),
    ...toll('killed', latest('killed')),
    ...toll('wounded', latest('wounded')),
    ...toll('arrested', latest('arrested')),
    rule: best.event.rule,
    confidence: best.event.confidence,
    evidence,
    ...(reports.length > 1 && { reports: told }),
    ...(disputed.length > 0 && { disputed }),
    ...(reports.some((report) => report.event.confirmed) && { confirmed: true }),
  }
}

const toReport = ({ document, event }: Report): EventReport => ({
  document,
  ...(event.date !== null && { date: event.date }),
  ...(event.endDate !== null && { endDate: event.endDate }),
  ...toll('killed', event.killed),
  ...toll('wounded', event.wounded),
  ...toll('arrested', event.arrested),
})

/** The date that most reports give, copies of one report once; of two that as many give, the one that was reported first. */
function majority(
  field: 'date' | 'endDate',
  reports: readonly Report[],
  reportOf: ReportOf,
): { readonly [F in typeof field]?: CivilDate } {
  const given = new Map<string, CivilDate>()
  for (const { document, event } of reports) {
    const date = event[field]
    if (date !== null) given.set(`${reportOf(document)} ${date}`, date)
  }
  const dates = [...given.values()]
  const counts = new Map(tally(dates))
  const most = Math.max(0, ...counts.values())
  const date = dates.find((item) => counts.get(item) === most)
  return date === undefined ? {} : { [field]: date }
}

/** Of an event that a person has added. */
export const addedEventAttributes = (act: Extract<Act, { act: 'add-event' }>, note: string | null): EventAttributes => {
  const { plover } = EVENT_TYPES[act.type]
  return {
    label: act.label,
    aliases: [],
    kind: 'event',
    type: act.type,
    mentions: act.evidence.length,
    modality: act.modality,
    ...(plover !== null && { plover }),
    ...(act.date !== null && { date: act.date }),
    ...(act.endDate !== null && { endDate: act.endDate }),
    rule: 'by hand',
    confidence: 1,
    evidence: inOrder(act.evidence.map(({ document, start, end }) => ({ document, start, end }))),
    confirmed: true,
    ...(note !== null && { note }),
  }
}

/** The node of the speaker, or else the words of the source. */
export const speaker = (
  attributedTo: Speaker | null,
  document: DocumentId,
  keyOf: KeyOf,
): { readonly attributedTo?: string } =>
  attributedTo === null
    ? {}
    : { attributedTo: 'entity' in attributedTo ? keyOf(document, attributedTo.entity) : attributedTo.words }

type Counted = 'killed' | 'wounded' | 'arrested'

const toll = (
  name: Counted,
  counted: ReportToll | undefined,
): Partial<Pick<EventReport, `${Counted}${'' | 'Max' | 'Text'}`>> =>
  counted === undefined
    ? {}
    : {
        [name]: counted.min,
        ...(counted.max !== null && { [`${name}Max`]: counted.max }),
        [`${name}Text`]: counted.text,
      }
