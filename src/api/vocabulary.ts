/**
 * The model's words as schemas: what the API's answers and parameters are made of. Everything derives from the ontology,
 * so that a new relation needs no change here.
 */
import * as z from 'zod'
import type { CivilDate } from '../model/date.ts'
import { parseCivilDate } from '../model/date.ts'
import { MODALITIES } from '../model/facts.ts'
import type { DocumentId, EdgeKey, NodeKey } from '../model/ids.ts'
import type { EdgeName, EntityType, EventType, Family, PloverClass } from '../model/ontology.ts'
import { EDGES, ENTITY_TYPES, EVENT_TYPES, FAMILIES, PLOVER_CLASSES } from '../model/ontology.ts'
import type { SpanPair } from '../model/span.ts'

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): [K, ...K[]] => Object.keys(table) as [K, ...K[]]

/** A string that the type system tells from other strings; in the described API it is a plain string. */
export const branded = <T extends string>(schema: z.ZodType<string, string>): z.ZodType<T, string> =>
  schema as unknown as z.ZodType<T, string>

export const list = <S extends z.ZodType>(item: S): z.ZodReadonly<z.ZodArray<S>> => z.array(item).readonly()

export const nodeKey = branded<NodeKey>(
  z
    .string()
    .min(1)
    .meta({ examples: ['person:vladimir-example'] }),
)
export const edgeKey = branded<EdgeKey>(
  z
    .string()
    .min(1)
    .meta({ examples: ['met_with:5b0c77de91aa'] }),
)
export const documentId = branded<DocumentId>(
  z
    .string()
    .min(1)
    .meta({ examples: ['3f9a01c25b0c'] }),
)
export const civilDate = branded<CivilDate>(
  z
    .string()
    .refine((text) => parseCivilDate(text) !== undefined, 'is no date such as 2025-12-04, 2025-12 or 2025')
    .meta({ description: 'ISO 8601 day, month or year', examples: ['2025-12-04', '2025-12', '2025'] }),
)

export const nodeKind = z.enum(['actor', 'place', 'event'])
export const entityType = z.enum(keysOf<EntityType>(ENTITY_TYPES))
export const eventType = z.enum(keysOf<EventType>(EVENT_TYPES))
export const nodeType = z.enum([...keysOf<EntityType>(ENTITY_TYPES), ...keysOf<EventType>(EVENT_TYPES)])
export const edgeName = z.enum(keysOf<EdgeName>(EDGES))
export const family = z.enum(keysOf<Family>(FAMILIES))
export const plover = z.enum(PLOVER_CLASSES) satisfies z.ZodType<PloverClass>
export const modality = z.enum(MODALITIES)

export const offset = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
export const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
export const spanPair: z.ZodType<SpanPair> = z.tuple([offset, offset]).readonly()
