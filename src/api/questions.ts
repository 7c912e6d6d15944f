/** What may be asked of the graph: paths, events, contacts, evidence, its shape. */
import * as z from 'zod'
import { CONTACTS } from '../graph/queries/contacts.ts'
import { EVENT_ORDERS } from '../graph/queries/events.ts'
import { EVIDENCE_ORDERS } from '../graph/queries/evidence.ts'
import { MEASURES } from '../graph/queries/measures.ts'
import { DIRECTIONS } from '../graph/queries/neighbors.ts'
import { PATH_MODES } from '../graph/queries/paths.ts'
import { PARTICIPANT_ROLES, RELATIONS, type RelationName } from '../model/ontology.ts'
import {
  cursor,
  dateOf,
  document,
  edgeFilters,
  FilterQuery,
  firm,
  limit,
  nodeFilters,
  several,
  speaker,
} from './parameters.ts'
import { civilDate, eventType, modality, nodeKey } from './vocabulary.ts'

const least = (counted: string) =>
  z.exactOptional(z.int().min(0)).meta({ description: `At least so many ${counted}; what has no number is left out.` })
const { relation, family, minWeight, minConfidence, from, to } = edgeFilters

export const PathsQuery = z.strictObject({
  from: nodeKey,
  to: nodeKey,
  mode: z.enum(PATH_MODES).default('k-shortest').meta({
    description: 'Those of the shortest length only; the shortest and then longer ones; all within the length.',
  }),
  maxLength: z.int().min(1).max(6).default(4).meta({ description: 'Most steps of a path.' }),
  direction: z
    .enum(DIRECTIONS)
    .default('both')
    .meta({ description: 'Whether steps follow relations from source to target (out), back (in), or both.' }),
  timeRespecting: z.boolean().default(false).meta({
    description: 'Each step has a date and is not earlier than the one before.',
  }),
  relation,
  family,
  ...firm,
  speaker,
  since: z.exactOptional(civilDate).meta({ description: 'Earliest date of each step.' }),
  until: z.exactOptional(civilDate).meta({ description: 'Latest date of each step.' }),
  dateOf,
  minWeight,
  minConfidence,
  document,
  kind: nodeFilters.kind.meta({ description: 'Of the nodes between the two.' }),
  type: nodeFilters.type.meta({ description: 'Of the nodes between the two.' }),
  avoid: several(nodeKey).meta({ description: 'Keys of nodes that no path leads through.' }),
  limit: z.exactOptional(z.int().min(1).max(500)).meta({ description: '5 unless told; 500 of the mode "all".' }),
})

export const EventsQuery = z.strictObject({
  type: several(eventType),
  place: several(nodeKey).meta({
    description: 'Keys of places, in one of which it was; what lies in them counts, of a state its towns and regions.',
  }),
  participant: several(nodeKey).meta({ description: 'Keys of those who took part, all of them.' }),
  role: several(z.enum(PARTICIPANT_ROLES)).meta({
    description: 'As what the participants took part; without participants, as what anybody must have.',
  }),
  ...firm,
  speaker,
  from,
  to,
  dateOf,
  minConfidence,
  document,
  minKilled: least('killed'),
  minWounded: least('wounded'),
  minArrested: least('arrested'),
  sort: z
    .enum(EVENT_ORDERS)
    .default('date')
    .meta({ description: 'By date (-date: the newest first), by toll, or by mentions.' }),
  limit: limit(500, 50),
  cursor,
})

const MeetingQuery = z.strictObject({
  relation: z
    .array(z.enum(Object.keys(RELATIONS) as [RelationName, ...RelationName[]]))
    .min(1)
    .default([...CONTACTS])
    .meta({
      description: 'What counts as a contact, besides taking part in one meeting, negotiation, summit or call.',
    }),
  modality: z
    .array(modality)
    .min(1)
    .default(['asserted'])
    .meta({ description: 'What is planned or denied is no contact, unless it is asked for.' }),
  place: several(nodeKey).meta({ description: 'Keys of places, in one of which it was; what lies in them counts.' }),
  from,
  to,
  dateOf,
  minConfidence,
  document,
  limit: limit(500, 50),
  cursor,
})
export type MeetingQuery = z.infer<typeof MeetingQuery>

export const ContactsQuery = z.strictObject({
  actor: several(nodeKey).meta({ description: 'Keys of actors; all unless told.' }),
  with: z
    .enum(['each-other', 'anybody'])
    .default('each-other')
    .meta({ description: 'Whether both of a pair must be among the actors.' }),
  form: z.enum(['edges', 'matrix']).default('edges'),
  ...MeetingQuery.shape,
})

export const CommonContactsQuery = z.strictObject({
  actor: z.array(nodeKey).min(2).max(2).meta({ description: 'Keys of two actors.' }),
  ...MeetingQuery.shape,
})

export const EvidenceQuery = z.strictObject({
  sort: z.enum(EVIDENCE_ORDERS).default('best').meta({
    description: 'The best show most of the fact, in reports before copies of them, the newer first.',
  }),
  context: z.int().min(0).max(5).default(1).meta({ description: 'Sentences on each side of the passage.' }),
  document,
  limit: limit(500, 50),
  cursor,
})

export const ShapeQuery = z.strictObject({
  measure: z
    .array(z.enum(MEASURES))
    .min(1)
    .default(['degree', 'pagerank', 'communities', 'components'])
    .meta({ description: 'What is worked out; betweenness only where it is asked for, of 5,000 nodes at most.' }),
  ...FilterQuery.shape,
  ...firm,
  key: several(nodeKey).meta({ description: 'Keys of the nodes that are meant; all that pass unless told.' }),
  sort: z
    .exactOptional(z.enum(['degree', 'betweenness', 'pagerank']))
    .meta({ description: 'The first of them that is worked out unless told; the greatest comes first.' }),
  limit: limit(500, 50),
  cursor,
})
