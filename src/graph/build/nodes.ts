/** Attributes of nodes, with their fields always in one order. */
import type { Act } from '../../model/corrections.ts'
import type { RoleAttribute, Speaker, Toll } from '../../model/facts.ts'
import type { EntityAttributes, EventAttributes } from '../../model/graph.ts'
import type { DocumentId } from '../../model/ids.ts'
import { ENTITY_TYPES, EVENT_TYPES } from '../../model/ontology.ts'
import type { Span } from '../../model/span.ts'
import { byText, tally } from '../order.ts'
import type { Resolution, ResolvedEntity, ResolvedEvent } from '../resolve/resolve.ts'
import { inOrder, mentionEvidence, toGraphEvidence } from './evidence.ts'

/** @param sentences of a document, in order of reading */
export function entityAttributes(
  { type, name, members, confirmed, alsoCalled = [] }: ResolvedEntity,
  sentences: (document: DocumentId) => readonly Span[],
): EntityAttributes {
  const aliases = new Set([...alsoCalled, ...members.flatMap(({ entity }) => [entity.name, ...entity.aliases])])
  aliases.delete(name)
  const evidence = inOrder(
    members.flatMap(({ document, entity }) => mentionEvidence(document, entity.mentions, sentences(document))),
  )
  const roles = tally(members.flatMap(({ entity }) => entity.roles.map(readRole))).map(([role]) => role)
  const [country] = tally(members.flatMap(({ entity }) => entity.country ?? []))
  return {
    label: name,
    aliases: [...aliases].sort(byText),
    kind: ENTITY_TYPES[type].kind,
    type,
    mentions: evidence.length,
    ...(roles.length > 0 && { role: roles }),
    ...(country && { country: country[0] }),
    evidence,
    ...(confirmed && { confirmed }),
  }
}

/** A past role must never read as if it were held today. */
const readRole = ({ text, former }: RoleAttribute): string =>
  former && !/^(former|ex|then|late|past|onetime|previous)\b/i.test(text) ? `former ${text}` : text

export function eventAttributes({ reports }: ResolvedEvent, keyOf: Resolution['keyOf']): EventAttributes {
  const [{ document, event }] = reports
  const { plover } = EVENT_TYPES[event.type]
  const evidence = inOrder(
    reports.flatMap((report) => report.event.evidence.map((item) => toGraphEvidence(report.document, item))),
  )
  return {
    label: event.label,
    aliases: [],
    kind: 'event',
    type: event.type,
    mentions: evidence.length,
    modality: event.modality,
    ...(plover !== null && { plover }),
    ...speaker(event.attributedTo, document, keyOf),
    ...(event.date !== null && { date: event.date }),
    ...(event.endDate !== null && { endDate: event.endDate }),
    ...toll('killed', event.killed),
    ...toll('wounded', event.wounded),
    ...toll('arrested', event.arrested),
    rule: event.rule,
    confidence: event.confidence,
    evidence,
    ...(event.confirmed && { confirmed: true }),
  }
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
  keyOf: Resolution['keyOf'],
): { readonly attributedTo?: string } =>
  attributedTo === null
    ? {}
    : { attributedTo: 'entity' in attributedTo ? keyOf(document, attributedTo.entity) : attributedTo.words }

type Counted = 'killed' | 'wounded' | 'arrested'

const toll = (name: Counted, counted: Toll | undefined): Partial<EventAttributes> =>
  counted === undefined
    ? {}
    : {
        [name]: counted.min,
        ...(counted.max !== null && { [`${name}Max`]: counted.max }),
        [`${name}Text`]: counted.text,
      }
