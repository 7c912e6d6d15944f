/** The graph as it travels: graphology's serialised form with the attributes of `model/graph.ts`, described by schemas. */
import * as z from 'zod'
import { DATE_SOURCES } from '../model/document.ts'
import * as model from '../model/graph.ts'
import {
  civilDate, count, documentId, edgeKey, edgeName, entityType, eventType, list, modality, nodeKey, offset, plover, spanPair,
} from './vocabulary.ts' // biome-ignore format: one glance

export const GraphEvidence = z
  .strictObject({
    document: documentId,
    start: offset,
    end: offset,
    sentence: z.exactOptional(spanPair),
    source: z.exactOptional(spanPair),
    target: z.exactOptional(spanPair),
    trigger: z.exactOptional(spanPair),
  })
  .meta({ id: 'GraphEvidence', description: 'Where it was read: UTF-16 offsets into the text of the document.' })

export const GraphDocument = z
  .strictObject({
    id: documentId,
    title: z.string(),
    date: civilDate.nullable(),
    source: z.string().nullable(),
    characters: count,
    language: z
      .exactOptional(z.string())
      .meta({ description: 'ISO 639. A text in another language than English is not analysed.' }),
    dateFrom: z.exactOptional(z.enum(DATE_SOURCES)).meta({ description: 'Where the date was found.' }),
    copyOf: z
      .exactOptional(documentId)
      .meta({ description: 'The report that this one is a copy of; both count as one.' }),
  })
  .meta({ id: 'GraphDocument', description: 'A document that the graph was read from.' })
export type GraphDocument = z.infer<typeof GraphDocument>

const sentences = z.exactOptional(list(z.string())).meta({
  description: 'Words of the sentence behind each piece of evidence, in its order; in exported files only.',
})
const confirmed = z.exactOptional(z.literal(true)).meta({ description: 'A person has found it right.' })
const note = z.exactOptional(z.string()).meta({ description: 'Of what was added by hand: what its author says of it.' })
const shared = {
  label: z.string(),
  aliases: list(z.string()),
  mentions: count,
  evidence: list(GraphEvidence),
  sentences,
  confirmed,
}
const share = z.number().min(0).max(1)

export const EntityAttributes: z.ZodType<model.EntityAttributes> = z
  .strictObject({
    ...shared,
    kind: z.enum(['actor', 'place']),
    type: entityType,
    role: z.exactOptional(list(z.string())),
    country: z.exactOptional(z.string()),
    wikidata: z.exactOptional(z.string()),
    lat: z.exactOptional(z.number()),
    lon: z.exactOptional(z.number()),
  })
  .meta({ id: 'EntityAttributes', description: 'A person, state, organisation, place ...' })

const tolls = {
  killed: z.exactOptional(count),
  killedMax: z.exactOptional(count),
  killedText: z.exactOptional(z.string()),
  wounded: z.exactOptional(count),
  woundedMax: z.exactOptional(count),
  woundedText: z.exactOptional(z.string()),
  arrested: z.exactOptional(count),
  arrestedMax: z.exactOptional(count),
  arrestedText: z.exactOptional(z.string()),
}
const period = { date: z.exactOptional(civilDate), endDate: z.exactOptional(civilDate) }

export const EventReport: z.ZodType<model.EventReport> = z
  .strictObject({ document: documentId, ...period, ...tolls })
  .meta({ id: 'EventReport', description: 'What one document reports of a happening of which several tell.' })

export const EventAttributes: z.ZodType<model.EventAttributes> = z
  .strictObject({
    ...shared,
    kind: z.literal('event'),
    type: eventType,
    modality,
    plover: z.exactOptional(plover),
    attributedTo: z.exactOptional(z.string()),
    ...period,
    ...tolls,
    rule: z.string(),
    confidence: share,
    reports: z.exactOptional(list(EventReport)),
    disputed: z.exactOptional(list(z.enum(model.DISPUTABLE))).meta({ description: 'In what the reports differ.' }),
    note,
  })
  .meta({ id: 'EventAttributes', description: 'Something that happened, is planned, was denied ...' })

export const NodeAttributes: z.ZodType<model.NodeAttributes> = z
  .union([EntityAttributes, EventAttributes])
  .meta({ id: 'NodeAttributes' })

export const EdgeAttributes: z.ZodType<model.EdgeAttributes> = z
  .strictObject({
    relation: edgeName,
    label: z.string(),
    modality,
    weight: count,
    rule: z.string(),
    confidence: share,
    evidence: list(GraphEvidence),
    sentences,
    plover: z.exactOptional(plover),
    attributedTo: z.exactOptional(z.string()),
    first: z.exactOptional(civilDate),
    last: z.exactOptional(civilDate),
    former: z.exactOptional(z.literal(true)),
    role: z.exactOptional(z.string()),
    event: z.exactOptional(nodeKey),
    confirmed,
    note,
  })
  .meta({ id: 'EdgeAttributes' })

const serialized = {
  options: z.strictObject({ type: z.enum(['mixed', 'directed']), multi: z.literal(true), allowSelfLoops: z.boolean() }),
  attributes: z.strictObject({
    name: z.string(),
    generator: z.string(),
    date: civilDate.nullable(),
    documents: list(GraphDocument),
  }),
  nodes: list(z.strictObject({ key: nodeKey, attributes: NodeAttributes })),
  edges: list(
    z.strictObject({
      key: edgeKey,
      source: nodeKey,
      target: nodeKey,
      undirected: z.exactOptional(z.boolean()),
      attributes: EdgeAttributes,
    }),
  ),
}

export const SerializedGraph: z.ZodType<model.SerializedGraph> = z
  .strictObject(serialized)
  .meta({ id: 'SerializedGraph', description: "graphology's serialised graph." })

export const Totals = z.strictObject({ nodes: count, edges: count })

/** `total` counts what the filters let through, before `limit` was applied. */
export const GraphAnswer: z.ZodType<model.SerializedGraph & { readonly total: z.infer<typeof Totals> }> = z
  .strictObject({ ...serialized, total: Totals })
  .meta({ id: 'GraphAnswer', description: "graphology's serialised graph, and how much there is before the limit." })
export type GraphAnswer = z.infer<typeof GraphAnswer>
