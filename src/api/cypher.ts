/** Queries in openCypher, and what they give. */
import * as z from 'zod'
import { count, list, modality } from './vocabulary.ts'

/** What a single query may use: enough for a person's question, too little to hold up others. */
export const QUERY_LIMITS = {
  rows: { usual: 1000, most: 10_000 },
  milliseconds: { usual: 10_000, most: 30_000 },
  depth: { usual: 15, most: 30 },
  /** Of the answer's rows as JSON. */
  bytes: 4_000_000,
  /** Of the query: more would be read too long without a pause. */
  characters: 4000,
} as const

const bounded = ({ usual, most }: { usual: number; most: number }) => z.int().min(1).max(most).default(usual)

export const CypherLimits = z
  .strictObject({
    rows: bounded(QUERY_LIMITS.rows).meta({ description: 'Most rows of the answer; what is beyond is cut off.' }),
    milliseconds: bounded(QUERY_LIMITS.milliseconds).meta({ description: 'Longest time; then the query is stopped.' }),
    depth: bounded(QUERY_LIMITS.depth).meta({
      description: 'Most relationships that a pattern without an upper bound follows.',
    }),
  })
  .meta({ id: 'CypherLimits' })
export type CypherLimits = z.output<typeof CypherLimits>

export const CypherQuery = z
  .strictObject({
    query: z
      .string()
      .min(1)
      .max(QUERY_LIMITS.characters)
      .meta({ examples: ['MATCH (a:Person)-[r:MET_WITH]-(b:Person) RETURN a.label, b.label, r.first LIMIT 10'] }),
    params: z.record(z.string(), z.unknown()).default({}).meta({ description: 'Values of $names.' }),
    modality: z.exactOptional(z.array(modality).min(1)).meta({
      description: 'Statements to look at: asserted unless told, or all where the query speaks of modality.',
    }),
    limits: z.exactOptional(CypherLimits),
  })
  .meta({ id: 'CypherQuery' })
export type CypherQuery = z.output<typeof CypherQuery>

export const CypherValue = z.unknown().meta({
  id: 'CypherValue',
  description:
    'null, booleans, numbers, texts, lists and maps as in JSON; dates, times and durations as text in ISO 8601; nodes as {"node": {id, labels, properties}}, relationships as {"relationship": {id, type, source, target, properties}}, paths as {"path": [node, relationship, node ...]}.',
})

export const CypherAnswer = z
  .strictObject({
    columns: list(z.string()),
    rows: list(list(CypherValue)),
    cut: list(z.enum(['rows', 'bytes', 'depth'])).meta({
      description: 'Limits that have cut the answer; empty when it is whole.',
    }),
    unknown: list(z.string()).meta({
      description: 'Labels and types of the query that nothing looked at has; upper and lower case count.',
    }),
    modality: list(modality).meta({ description: 'The statements that were looked at.' }),
    former: z.boolean().meta({ description: 'Whether ties that are called past were looked at.' }),
    nodes: count.meta({ description: 'How many nodes were looked at.' }),
    relationships: count.meta({ description: 'How many relationships were looked at.' }),
  })
  .meta({ id: 'CypherAnswer' })
export type CypherAnswer = z.infer<typeof CypherAnswer>
