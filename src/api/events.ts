/** What happened, as a timeline. */
import * as z from 'zod'
import { DISPUTABLE } from '../model/graph.ts'
import { EVENT_TYPES, PARTICIPANT_ROLES } from '../model/ontology.ts'
import { NodeSummary, Passage } from './schemas.ts'
import { civilDate, count, edgeKey, eventType, list, modality, nodeKey } from './vocabulary.ts'

const Range = z.strictObject({ min: count, max: count.nullable() }).meta({
  id: 'TollRange',
  description: 'From the least to the most that reports give; null where they give no upper end.',
})

const Sum = z
  .strictObject({ min: count, max: count.nullable(), events: count })
  .meta({ id: 'TollSum', description: 'Events that may be one count once in `min`, and each in `max`.' })

const counted = <S extends z.ZodType>(schema: S) =>
  z.strictObject({
    killed: z.exactOptional(schema),
    wounded: z.exactOptional(schema),
    arrested: z.exactOptional(schema),
  })

export const EventView = z
  .strictObject({
    key: nodeKey,
    label: z.string(),
    type: eventType,
    date: z.exactOptional(civilDate),
    endDate: z.exactOptional(civilDate),
    modality,
    attributedTo: z
      .exactOptional(z.strictObject({ key: z.exactOptional(nodeKey), label: z.string() }))
      .meta({ description: 'Who says so: a node, or else the words of the source.' }),
    confidence: z.number().min(0).max(1),
    mentions: count,
    reports: count.meta({ description: 'Number of documents that tell of it.' }),
    tolls: counted(Range),
    disputed: z.exactOptional(list(z.enum(DISPUTABLE))).meta({ description: 'In what the reports differ.' }),
    participants: list(
      z.strictObject({ node: NodeSummary, role: z.exactOptional(z.enum(PARTICIPANT_ROLES)), modality, edge: edgeKey }),
    ),
    places: list(z.strictObject({ node: NodeSummary, modality, edge: edgeKey })),
    evidence: list(Passage).meta({ description: 'The two best passages; `/nodes/:id/evidence` has all.' }),
  })
  .meta({ id: 'EventView', description: 'A happening, who took part, where, and what it cost.' })
export type EventView = z.infer<typeof EventView>

export const EventsAnswer = z
  .strictObject({
    events: list(EventView),
    total: count,
    counts: z.partialRecord(z.enum(Object.keys(EVENT_TYPES) as [keyof typeof EVENT_TYPES]), count),
    tolls: counted(Sum).meta({ description: 'Of all events found that are asserted, not only of this page.' }),
    next: z.exactOptional(z.string()).meta({ description: 'Cursor of the next page; absent on the last.' }),
  })
  .meta({ id: 'EventsAnswer' })
export type EventsAnswer = z.infer<typeof EventsAnswer>
