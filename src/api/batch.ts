/** Several questions in one request. */
import * as z from 'zod'
import { list } from './vocabulary.ts'

export const MOST_REQUESTS = 50

export const BatchRequest = z
  .strictObject({
    requests: z
      .array(
        z.strictObject({
          id: z.exactOptional(z.string().max(200)).meta({ description: 'Comes back with the answer.' }),
          path: z
            .string()
            .min(1)
            .max(8000)
            .meta({
              description: 'As it would be asked for by itself, below /api/v1.',
              examples: ['/nodes/person:ilsa-example/neighbors?limit=5'],
            }),
          body: z.exactOptional(z.record(z.string(), z.unknown())).meta({ description: 'Of /cypher: the query.' }),
        }),
      )
      .min(1)
      .max(MOST_REQUESTS),
  })
  .meta({ id: 'BatchRequest' })

export const BatchAnswer = z
  .strictObject({
    answers: list(
      z.strictObject({
        id: z.exactOptional(z.string()),
        path: z.string(),
        status: z.int(),
        body: z.unknown().meta({ description: 'What the request by itself would get: an answer or a problem.' }),
      }),
    ).meta({ description: 'In the order of the requests.' }),
  })
  .meta({ id: 'BatchAnswer' })
