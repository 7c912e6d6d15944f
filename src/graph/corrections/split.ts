/** Takes mentions away from an entity of one document and makes them a thing of their own, with the facts that they carry. */
import type { Entity, Evidence, Extraction, Mention, Relation, Speaker } from '../../model/facts.ts'
import type { LocalId } from '../../model/ids.ts'
import type { Span } from '../../model/span.ts'
import { contains, overlaps } from '../../model/span.ts'

/** An entity of which a part leaves. */
interface Parting {
  readonly from: LocalId
  readonly to: LocalId
  readonly leaving: readonly Mention[]
  readonly staying: readonly Mention[]
}

/**
 * @param leaving mentions of one entity
 * @param to id of the new entity
 * @param name what it is called
 */
export function splitEntity(
  extraction: Extraction,
  entity: Entity,
  leaving: readonly Mention[],
  to: LocalId,
  name: string,
): Extraction {
  const parting: Parting = {
    from: entity.id,
    to,
    leaving,
    staying: entity.mentions.filter((mention) => !leaving.includes(mention)),
  }
  return {
    ...extraction,
    entities: extraction.entities.flatMap((item) => (item === entity ? partsOf(item, parting, name) : [item])),
    relations: extraction.relations.flatMap((relation) => partsOfRelation(relation, parting)),
    events: extraction.events.map((event) => ({
      ...event,
      attributedTo: speakerAfter(event.attributedTo, event.evidence[0], parting),
      participants: event.participants.map((part) => ({ ...part, entity: endAfter(part.entity, part.span, parting) })),
      places: event.places.map((place) => ({ ...place, entity: endAfter(place.entity, place.span, parting) })),
    })),
  }
}

function partsOf(entity: Entity, { to, leaving, staying }: Parting, name: string): Entity[] {
  const goes = ({ span }: { readonly span: Span }): boolean =>
    staying.length === 0 || distance(span, leaving) < distance(span, staying)
  const gone: Entity = {
    ...entity,
    id: to,
    name,
    aliases: staying.length === 0 ? [entity.name, ...entity.aliases].filter((alias) => alias !== name) : [],
    roles: entity.roles.filter(goes),
    mentions: leaving.map((mention) => ({ ...mention, entity: to })),
  }
  const rest = { ...entity, roles: entity.roles.filter((role) => !goes(role)), mentions: staying }
  return staying.length === 0 ? [gone] : [rest, gone]
}

/** One relation, or two where one of its passages names the one and another passage the other. */
function partsOfRelation(relation: Relation, parting: Parting): Relation[] {
  const { from } = parting
  if (relation.source !== from && relation.target !== from && !speaks(relation.attributedTo, from)) return [relation]
  const parts = new Map<string, { ends: Pick<Relation, 'source' | 'target'>; evidence: Evidence[] }>()
  for (const item of relation.evidence) {
    const ends = {
      source: relation.source === from ? endIn(item, item.source, parting) : relation.source,
      target: relation.target === from ? endIn(item, item.target, parting) : relation.target,
    }
    const id = `${ends.source} ${ends.target}`
    const part = parts.get(id) ?? { ends, evidence: [] }
    parts.set(id, part)
    part.evidence.push(item)
  }
  return [...parts.values()].map(({ ends, evidence }) => ({
    ...relation,
    ...ends,
    attributedTo: speakerAfter(relation.attributedTo, evidence[0]!, parting),
    evidence: evidence as [Evidence, ...Evidence[]],
  }))
}

const speaks = (speaker: Speaker | null, id: LocalId): boolean =>
  speaker !== null && 'entity' in speaker && speaker.entity === id

const speakerAfter = (speaker: Speaker | null, told: Evidence, parting: Parting): Speaker | null =>
  speaks(speaker, parting.from) ? { entity: endIn(told, undefined, parting) } : speaker

const endAfter = (entity: LocalId, span: Span, parting: Parting): LocalId =>
  entity === parting.from &&
  (parting.staying.length === 0 || parting.leaving.some((mention) => overlaps(mention.span, span)))
    ? parting.to
    : entity

/** Which of the two a passage means: by the words of the end, or else by who is mentioned in the sentence. */
function endIn({ sentence }: Evidence, words: Span | undefined, { from, to, leaving, staying }: Parting): LocalId {
  if (staying.length === 0) return to
  const within = words ?? sentence
  const has = (mentions: readonly Mention[]): boolean =>
    mentions.some(({ span }) => (words === undefined ? contains(sentence, span) : overlaps(span, within)))
  return has(leaving) && !has(staying) ? to : from
}

const distance = (span: Span, mentions: readonly Mention[]): number =>
  Math.min(...mentions.map((mention) => Math.max(mention.span.start - span.end, span.start - mention.span.end, 0)))
