/** What the words of a foreign graph mean to us. */
import { InvalidInputError } from '../../model/errors.ts'
import {EDGES, 
  type EdgeName, ENTITY_TYPES, type EntityType, EVENT_TYPES, type EventType, isEdgeName, isEntityType, isEventType,
} from '../../model/ontology.ts' // biome-ignore format: one glance

export interface Mapping {
  /** Attribute of a node that holds its type, and of an edge that holds its relation. */
  readonly typeFrom: string
  readonly relationFrom: string
  /** The file's words for types, and for relations. */
  readonly types: Readonly<Record<string, EntityType | EventType>>
  readonly relations: Readonly<Record<string, EdgeName>>
  /** What stands for a type, or a relation, that is missing or unknown; without it, such a file is refused. */
  readonly otherType?: EntityType | EventType | undefined
  readonly otherRelation?: EdgeName | undefined
}

export const PLAIN_MAPPING: Mapping = { typeFrom: 'type', relationFrom: 'relation', types: {}, relations: {} }

const FIELDS: readonly (keyof Mapping)[] = [
  'typeFrom', 'relationFrom', 'types', 'relations', 'otherType', 'otherRelation',
] // biome-ignore format: one glance

/**
 * A mapping as a person writes it in YAML or JSON.
 * @throws InvalidInputError that names the field and what it may be
 */
export function mappingFrom(given: unknown): Mapping {
  const fields = entriesOf(given, 'map')
  const unknown = Object.keys(fields).find((name) => !(FIELDS as readonly string[]).includes(name))
  if (unknown !== undefined)
    throw new InvalidInputError('map', `There is no "${unknown}" in a mapping; known are: ${FIELDS.join(', ')}.`)
  const { typeFrom, relationFrom, types, relations, otherType, otherRelation } = fields
  return {
    typeFrom: typeFrom === undefined ? PLAIN_MAPPING.typeFrom : String(typeFrom),
    relationFrom: relationFrom === undefined ? PLAIN_MAPPING.relationFrom : String(relationFrom),
    types: Object.fromEntries(
      Object.entries(entriesOf(types ?? {}, 'types')).map(([name, type]) => [name, typeNamed(type)]),
    ),
    relations: Object.fromEntries(
      Object.entries(entriesOf(relations ?? {}, 'relations')).map(([name, relation]) => [
        name,
        relationNamed(relation),
      ]),
    ),
    otherType: otherType === undefined ? undefined : typeNamed(otherType),
    otherRelation: otherRelation === undefined ? undefined : relationNamed(otherRelation),
  }
}

function entriesOf(value: unknown, field: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new InvalidInputError('map', `"${field}" must be a list of "their word: our word".`)
}

/** @throws InvalidInputError */
export function typeNamed(name: unknown): EntityType | EventType {
  if (typeof name === 'string' && (isEntityType(name) || isEventType(name))) return name
  const known = [...Object.keys(ENTITY_TYPES), ...Object.keys(EVENT_TYPES)].join(', ')
  throw new InvalidInputError('map', `"${String(name)}" is no type of ours; they are: ${known}.`)
}

/** @throws InvalidInputError */
export function relationNamed(name: unknown): EdgeName {
  if (typeof name === 'string' && isEdgeName(name)) return name
  throw new InvalidInputError(
    'map',
    `"${String(name)}" is no relation of ours; they are: ${Object.keys(EDGES).join(', ')}.`,
  )
}
