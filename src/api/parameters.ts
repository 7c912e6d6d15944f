/** What requests may carry: the schemas that check them also describe them. Lists repeat or are comma-separated. */
import * as z from 'zod'
import { DATES_OF } from '../graph/queries/filter.ts'
import { civilDate, documentId, edgeName, family, modality, nodeKey, nodeKind, nodeType } from './vocabulary.ts'

export const several = <S extends z.ZodType>(item: S) => z.exactOptional(z.array(item).min(1))
export const limit = (most: number, otherwise: number) => z.int().min(1).max(most).default(otherwise)

export const speaker = several(z.string().min(1)).meta({
  description: 'Whose word it is: keys of nodes, or the source\'s words, such as "officials".',
})
export const dateOf = z
  .exactOptional(z.enum(DATES_OF))
  .meta({ description: 'Which date is meant: of the fact, of publication, or of the fact where it has one.' })

export const edgeFilters = {
  relation: several(edgeName).meta({ description: 'Relations; all unless told.' }),
  family: several(family).meta({ description: 'Families of relations; all unless told.' }),
  modality: several(modality).meta({ description: 'How firm the statements are.' }),
  speaker,
  from: z.exactOptional(civilDate).meta({ description: 'Earliest date of the fact, or else of publication.' }),
  to: z.exactOptional(civilDate).meta({ description: 'Latest date of the fact, or else of publication.' }),
  dateOf,
  minWeight: z.exactOptional(z.int().min(1)).meta({ description: 'Least number of statements behind an edge.' }),
  minConfidence: z.exactOptional(z.number().min(0).max(1)),
}
const country = several(z.string().regex(/^[A-Za-z]{2}$/, 'must have two letters, such as DE')).meta({
  description: 'ISO 3166, two letters; of actors and places.',
})
export const nodeFilters = { kind: several(nodeKind), type: several(nodeType), country }
export const document = several(documentId).meta({ description: 'Ids of documents, one of which must say it.' })
export const cursor = z.exactOptional(z.string()).meta({ description: '`next` of the page before.' })
export const firm = { modality: z.array(modality).min(1).default(['asserted', 'planned']) }

export const NodePath = z.strictObject({ id: nodeKey })
export const EdgePath = z.strictObject({
  id: z
    .string()
    .min(1)
    .meta({ examples: ['met_with:5b0c77de91aa'] }),
})
export const DocumentPath = z.strictObject({ id: documentId })

/** What part of the graph is meant. */
export const FilterQuery = z.strictObject({ ...nodeFilters, ...edgeFilters, document })
export type FilterQuery = z.infer<typeof FilterQuery>

const text = z.boolean().default(true).meta({ description: 'Whether sentences of the texts are written.' })
const depth = z.exactOptional(z.int().min(1).max(6))

/** What is written to a file: everything, what filters let through, or what lies around a node. */
export const ExportQuery = z.strictObject({
  ...FilterQuery.shape,
  node: z.exactOptional(nodeKey).meta({ description: 'Key or name of a node, around which the rest must lie.' }),
  depth: depth.meta({ description: 'Steps around the node; 1 unless told.' }),
  key: several(nodeKey).meta({ description: 'Keys of the nodes that are meant; all that pass unless told.' }),
  text,
})
export type ExportQuery = z.infer<typeof ExportQuery>

/** What is written about one node. */
export const DossierQuery = z.strictObject({
  ...FilterQuery.shape,
  node: nodeKey.meta({ description: 'Key or name of the node that it is about.' }),
  text,
})

/** What is written as tables, all of them or one. */
export const tablesQuery = (tables: readonly [string, ...string[]]) =>
  z.strictObject({
    ...ExportQuery.shape,
    table: z.exactOptional(z.enum(tables)).meta({ description: 'One table as CSV; all of them in a ZIP unless told.' }),
  })

export const GraphQuery = z.strictObject({
  ...FilterQuery.shape,
  key: several(nodeKey).meta({ description: 'Keys of the nodes that are meant; all that pass unless told.' }),
  limit: z.exactOptional(z.int().min(1).max(100_000)).meta({
    description: 'Keeps the most important nodes: those with the most statements.',
  }),
})

export const NeighborsQuery = z.strictObject({
  depth: z.int().min(1).max(3).default(1),
  direction: z.enum(['in', 'out', 'both']).default('both'),
  ...edgeFilters,
  ...firm,
  document,
  ...nodeFilters,
  sort: z.enum(['weight', 'recency', 'name']).default('weight').meta({ description: 'The nearer always come first.' }),
  limit: limit(500, 50),
  cursor,
})

export const SearchQuery = z.strictObject({
  q: z.string().max(500).meta({ description: 'Names, or words of the texts; the last may be unfinished.' }),
  ...nodeFilters,
  limit: limit(100, 20),
})

export const RemovalQuery = z.strictObject({
  forget: z.enum(['yes', 'no']).default('no').meta({
    description: 'Leave no trace of the text in the file, also not in the log of corrections.',
  }),
})
export const PageQuery = z.strictObject({ limit: limit(500, 50), cursor })
export const NoQuery = z.strictObject({})

const field = (what: string) =>
  z
    .exactOptional(z.string().min(1).max(200))
    .meta({ description: `Of JSON, JSON Lines and CSV: the field or column of the ${what}.` })

/** About a file that is the body of the request. */
export const FileQuery = z.strictObject({
  name: z
    .exactOptional(z.string().min(1).max(1000))
    .meta({ description: 'Of the file, with the ending that tells its format.' }),
  date: z
    .exactOptional(civilDate)
    .meta({ description: 'Day of publication of the texts that carry none of their own.' }),
  source: z.exactOptional(z.string().max(1000)).meta({ description: 'Who published the texts that do not say so.' }),
  textField: field('text'),
  titleField: field('title'),
  dateField: field('day of publication'),
  sourceField: field("publisher's name"),
  urlField: field('address'),
  authorField: field('author'),
})
export type FileQuery = z.infer<typeof FileQuery>
