/** Who met whom. */
import * as z from 'zod'
import { NodeSummary, Passage } from './schemas.ts'
import { civilDate, count, edgeKey, edgeName, list, modality, nodeKey } from './vocabulary.ts'

const tie = {
  count: count.meta({ description: 'They came together so often at least.' }),
  first: z.exactOptional(civilDate),
  last: z.exactOptional(civilDate),
  modalities: list(modality).meta({ description: 'Of what is said of them: what is planned has not happened.' }),
  relations: list(z.strictObject({ key: edgeKey, relation: edgeName, modality })),
  events: list(z.strictObject({ key: nodeKey, label: z.string(), date: z.exactOptional(civilDate), modality })).meta({
    description: 'Meetings in which both took part.',
  }),
  evidence: list(Passage).meta({ description: 'The best passages, two at most.' }),
}

export const ContactTie = z.strictObject(tie).meta({ id: 'ContactTie', description: 'What is known of two that met.' })
export type ContactTie = z.infer<typeof ContactTie>

export const ContactView = z
  .strictObject({ one: NodeSummary, other: NodeSummary, ...tie })
  .meta({ id: 'ContactView', description: 'A pair of actors that met, how often, and when first and last.' })
export type ContactView = z.infer<typeof ContactView>

export const ContactsAnswer = z
  .strictObject({
    contacts: list(ContactView).meta({ description: 'Those with most contacts first; empty in the form of a matrix.' }),
    total: count,
    first: z.exactOptional(civilDate).meta({ description: 'Of all contacts found.' }),
    last: z.exactOptional(civilDate).meta({ description: 'Of all contacts found.' }),
    matrix: z
      .exactOptional(z.strictObject({ actors: list(NodeSummary), counts: list(list(count)) }))
      .meta({ description: 'Rows and columns in the order of the actors.' }),
    next: z.exactOptional(z.string()).meta({ description: 'Cursor of the next page; absent on the last.' }),
  })
  .meta({ id: 'ContactsAnswer' })

export const CommonContactsAnswer = z
  .strictObject({
    actors: list(NodeSummary).meta({ description: 'The two.' }),
    common: list(z.strictObject({ node: NodeSummary, with: list(ContactTie) })).meta({
      description: 'Whom both have met, with what ties them to the one and to the other.',
    }),
    total: count,
    next: z.exactOptional(z.string()).meta({ description: 'Cursor of the next page; absent on the last.' }),
  })
  .meta({ id: 'CommonContactsAnswer' })
