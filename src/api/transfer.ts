/** Graphs that come in, and parts of the graph that are taken along. */
import * as z from 'zod'
import { FORMAT_NAMES } from '../graph/formats/catalogue.ts'
import { CypherLimits, CypherQuery } from './cypher.ts'
import { GraphDocument } from './graph.ts'
import { FilterQuery, several } from './parameters.ts'
import { count, edgeKey, edgeName, list, nodeKey, nodeType } from './vocabulary.ts'

const pair = (what: string) =>
  several(z.string().regex(/^.+=\w+$/s, 'must be a pair "theirs=ours"')).meta({
    description: `What one of their ${what} is here, such as "Firm=organization".`,
  })

export const ImportQuery = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(1000)
    .meta({ description: 'Of the file, with the ending that tells its format: gexf, graphml, json, csv, zip.' }),
  typeFrom: z.exactOptional(z.string().min(1).max(200)).meta({ description: 'Attribute of nodes with their type.' }),
  relationFrom: z
    .exactOptional(z.string().min(1).max(200))
    .meta({ description: 'Attribute of edges with their relation.' }),
  type: pair('types'),
  relation: pair('relations'),
  otherType: z.exactOptional(nodeType).meta({ description: 'What nodes of any other type, or of none, are.' }),
  otherRelation: z.exactOptional(edgeName).meta({ description: 'What edges of any other relation, or of none, are.' }),
  check: z.boolean().default(false).meta({ description: 'Only tell what would come in, and store nothing.' }),
})
export type ImportQuery = z.infer<typeof ImportQuery>

export const GraphImportedAnswer = z
  .strictObject({
    outcome: z.enum(['imported', 'imported again', 'unchanged', 'checked']),
    nodes: count,
    edges: count,
    document: z.exactOptional(GraphDocument).meta({ description: 'The document that says its facts.' }),
    notes: list(z.string()).meta({ description: 'What was not kept.' }),
  })
  .meta({ id: 'GraphImportedAnswer' })

export const ExportPath = z.strictObject({ format: z.enum(FORMAT_NAMES as [string, ...string[]]) })

/** What a file is made of: what a query finds, some nodes, or what filters let through. */
export const ExportRequest = z
  .strictObject({
    query: z.exactOptional(CypherQuery.shape.query).meta({
      description: 'In openCypher: the nodes, relationships and paths of its rows are written.',
    }),
    params: CypherQuery.shape.params,
    limits: z.exactOptional(CypherLimits),
    ...FilterQuery.shape,
    key: several(nodeKey).meta({ description: 'Keys of the nodes that are meant; all that pass unless told.' }),
    edge: z.exactOptional(z.array(edgeKey)).meta({
      description:
        'With "key": keys of the relations that are meant, such as all that a page shows; none where it is empty.',
    }),
    node: z.exactOptional(nodeKey).meta({ description: 'Key or name of a node, around which the rest must lie.' }),
    depth: z.exactOptional(z.int().min(1).max(6)).meta({ description: 'Steps around the node; 1 unless told.' }),
    text: z.boolean().default(true).meta({ description: 'Whether sentences of the texts are written.' }),
    table: z.exactOptional(z.string().max(50)).meta({ description: 'One table of a format that has several.' }),
  })
  .meta({ id: 'ExportRequest' })
export type ExportRequest = z.infer<typeof ExportRequest>
