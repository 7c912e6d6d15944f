/** The shape of the graph, or of a part of it. */
import * as z from 'zod'
import { NodeSummary } from './schemas.ts'
import { count, list } from './vocabulary.ts'

const group = z.strictObject({
  number: count,
  nodes: count,
  leading: list(NodeSummary).meta({ description: 'Its most important nodes, by the weights of their edges there.' }),
})

export const ShapeAnswer = z
  .strictObject({
    nodes: list(
      z.strictObject({
        node: NodeSummary,
        degree: z.exactOptional(count).meta({ description: 'Edges at the node in this part of the graph.' }),
        betweenness: z
          .exactOptional(z.number().min(0).max(1))
          .meta({ description: 'Share of the shortest ways between two others that lead through it.' }),
        pagerank: z.exactOptional(z.number().min(0).max(1)),
        community: z.exactOptional(count),
        component: z.exactOptional(count),
      }),
    ),
    total: z.strictObject({ nodes: count, edges: count }).meta({ description: 'Of the part that was asked for.' }),
    communities: z.exactOptional(list(group)).meta({ description: 'The largest first, 50 at most.' }),
    modularity: z.exactOptional(z.number()).meta({ description: 'Of the communities: how well they part the graph.' }),
    components: z.exactOptional(list(group)).meta({ description: 'The largest first, 50 at most.' }),
    counts: z
      .strictObject({ communities: z.exactOptional(count), components: z.exactOptional(count) })
      .meta({ description: 'How many there are of each.' }),
    next: z.exactOptional(z.string()).meta({ description: 'Cursor of the next page; absent on the last.' }),
  })
  .meta({ id: 'ShapeAnswer' })
