/** What the command `correct` is given, as the model's words. All of these throw an InvalidInputError that says what can be given. */
import type { Anchor } from '../model/corrections.ts'
import { type CivilDate, parseCivilDate } from '../model/date.ts'
import { InvalidInputError } from '../model/errors.ts'
import { MODALITIES, type Modality } from '../model/facts.ts'
import { asDocumentId, asEdgeKey, asNodeKey, type EdgeKey, type NodeKey } from '../model/ids.ts'
import {
  EDGES, ENTITY_TYPES, type EntityType, EVENT_TYPES, type EventType, isEntityType, isEventType, isRelationName, RELATIONS,type RelationName, 
} from '../model/ontology.ts' // biome-ignore format: one glance

export const node = (key = ''): NodeKey => asNodeKey(key)
export const edge = (key = ''): EdgeKey => asEdgeKey(key)

export const isEdge = (key = ''): boolean => {
  return Object.hasOwn(EDGES, key.split(':')[0] ?? '')
}

export const end = (value = ''): NodeKey | { type: EntityType; name: string } => {
  const [, type, name] = /^(\w+)=(.+)$/.exec(value) ?? []
  return type !== undefined && name !== undefined && isEntityType(type) ? { type, name } : node(value)
}

export function passage(value: string): Anchor {
  const [, document, start, stop] = /^([^:]+):(\d+)-(\d+)$/.exec(value) ?? []
  if (document === undefined)
    throw new InvalidInputError(
      'argument',
      `"${value}" is no passage; write it as document:start-end, such as 3f9a01c25b0c:120-126.`,
    )
  return { document: asDocumentId(document), start: Number(start), end: Number(stop) }
}

export function day(value: string): CivilDate {
  const date = parseCivilDate(value)
  if (date === undefined)
    throw new InvalidInputError('argument', `"${value}" is no date such as 2025-12-04, 2025-12 or 2025.`)
  return date
}

const oneOf = <T extends string>(
  what: string,
  value: string | undefined,
  is: (value: string) => value is T,
  all: readonly string[],
): T => {
  if (value !== undefined && is(value)) return value
  throw new InvalidInputError('argument', `"${value ?? ''}" is no ${what}. Choose one of: ${all.join(', ')}.`)
}
export const relation = (value?: string): RelationName =>
  oneOf('relation', value, isRelationName, Object.keys(RELATIONS))
export const modalityOf = (value?: string): Modality =>
  oneOf('status', value, (name): name is Modality => (MODALITIES as readonly string[]).includes(name), MODALITIES)
export const eventType = (value?: string): EventType =>
  oneOf('type of event', value, isEventType, Object.keys(EVENT_TYPES))
export const nodeType = (value?: string): EntityType | EventType =>
  oneOf('type', value, (name): name is EntityType | EventType => isEntityType(name) || isEventType(name), [
    ...Object.keys(ENTITY_TYPES),
    ...Object.keys(EVENT_TYPES),
  ])
