/**
 * Events as political scientists count them: one row for each pair of a doer and who it was done to, as in ICEWS and the
 * POLECAT data, with the class of the PLOVER ontology. A deed that is also told as an event takes date, place and toll from
 * it; an event without such a deed makes rows of its own, one for each pair of its participants.
 */
import type { EdgeAttributes, EventAttributes, NodeAttributes } from '../../model/graph.ts'
import { type EdgeName, isRelationName, RELATIONS } from '../../model/ontology.ts'
import type { KnowledgeGraph } from '../knowledge-graph.ts'
import { byText } from '../order.ts'
import { type Cell, csvRow } from './csv.ts'
import { settle, type WriteOptions, type Writing } from './options.ts'

const COLUMNS = [
  'event', 'date', 'end_date', 'source', 'source_key', 'source_type', 'source_country', 'target', 'target_key', 'target_type',
  'target_country', 'code', 'kind', 'status', 'said_by', 'place', 'place_key', 'place_country', 'latitude', 'longitude',
  'killed', 'killed_max', 'wounded', 'wounded_max', 'arrested', 'arrested_max', 'statements', 'confidence', 'publisher',
  'headline', 'text',
] as const // biome-ignore format: one glance
type Row = Partial<Record<(typeof COLUMNS)[number], Cell>>

/** Rows in order of time, those without a date last. */
export function* writeEventTable(graph: KnowledgeGraph, options: WriteOptions = {}): Generator<string> {
  const writing = settle(graph, options)
  const columns = options.sentencesOf === undefined ? COLUMNS.filter((name) => name !== 'text') : COLUMNS
  yield csvRow(columns)
  const documents = new Map(graph.getAttribute('documents').map((document) => [document.id, document]))
  const report: Report = (attributes) => {
    // The first passage stands for all: a row has room for one.
    const document = attributes.evidence[0] && documents.get(attributes.evidence[0].document)
    return { publisher: document?.source, headline: document?.title, text: options.sentencesOf?.(attributes)[0] }
  }
  const rows = [...deeds(graph, writing, report), ...bareEvents(graph, writing, report)]
  for (const row of rows.sort(inTime)) yield csvRow(columns.map((name) => row[name]))
}

type Report = (attributes: EdgeAttributes | EventAttributes) => Row

const LAST = '\uffff'
const inTime = (a: Row, b: Row): number =>
  byText(String(a.date ?? LAST), String(b.date ?? LAST)) || byText(String(a.event), String(b.event))

function* deeds(graph: KnowledgeGraph, writing: Writing, report: Report): Generator<Row> {
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    if (!isDeed(attributes.relation)) continue
    const event = attributes.event === undefined ? undefined : eventAt(graph, attributes.event)
    yield {
      ...(event !== undefined && attributes.event !== undefined && happening(graph, attributes.event, event)),
      event: attributes.event ?? edge,
      ...((event?.date === undefined || attributes.first !== undefined) && {
        date: attributes.first,
        end_date: attributes.last === attributes.first ? undefined : attributes.last,
      }),
      ...actor('source', graph, source),
      // A place that is struck or visited is where it happened, and what it was done to.
      ...actor('target', graph, target),
      code: attributes.plover,
      kind: attributes.relation,
      status: attributes.modality,
      said_by: speaker(attributes.attributedTo, writing),
      statements: attributes.weight,
      confidence: attributes.confidence,
      ...report(attributes),
    }
  }
}

const isDeed = (relation: EdgeName): boolean => isRelationName(relation) && RELATIONS[relation].nature === 'deed'

/** Events that no deed is the short form of. */
function* bareEvents(graph: KnowledgeGraph, writing: Writing, report: Report): Generator<Row> {
  const told = new Set<string>()
  graph.forEachEdge((_, { event, relation }) => {
    if (event !== undefined && isDeed(relation)) told.add(event)
  })
  for (const { node, attributes } of graph.nodeEntries()) {
    if (attributes.kind !== 'event' || told.has(node)) continue
    for (const [source, target] of pairs(graph, node))
      yield {
        event: node,
        ...happening(graph, node, attributes),
        ...(source !== undefined && actor('source', graph, source)),
        ...(target !== undefined && actor('target', graph, target)),
        code: attributes.plover,
        kind: attributes.type,
        status: attributes.modality,
        said_by: speaker(attributes.attributedTo, writing),
        statements: attributes.evidence.length,
        confidence: attributes.confidence,
        ...report(attributes),
      }
  }
}

type Pair = readonly [source?: string | undefined, target?: string | undefined]

/** Each doer with each of those it was done to; where nobody did it to another, each of those who took part with each. */
function pairs(graph: KnowledgeGraph, event: string): Pair[] {
  const roles = graph.mapInEdges(event, (_, { role }, participant) => ({ role, participant }))
  const having = (...names: readonly string[]): string[] => [
    ...new Set(roles.flatMap(({ role, participant }) => (names.includes(role ?? '') ? [participant] : []))),
  ]
  const [doers, others] = [having('agent', 'organizer'), having('target', 'victim')]
  const equals = having('participant', 'mediator')
  if (doers.length > 0 || others.length > 0) {
    const [sources, targets] = [
      doers.length > 0 ? doers : equals,
      others.length > 0 ? others : doers.length > 0 ? equals : [],
    ]
    return orNone(sources).flatMap((source) => orNone(targets).map((target) => [source, target] as const))
  }
  const both = equals.flatMap((source, i) => equals.slice(i + 1).map((target) => [source, target] as const))
  return both.length > 0 ? both : orNone(equals).map((source) => [source] as const)
}

const orNone = (keys: readonly string[]): readonly (string | undefined)[] => (keys.length === 0 ? [undefined] : keys)

const eventAt = (graph: KnowledgeGraph, key: string): EventAttributes | undefined => {
  const attributes = graph.hasNode(key) ? graph.getNodeAttributes(key) : undefined
  return attributes?.kind === 'event' ? attributes : undefined
}

/** Date, place and toll of an event. */
function happening(graph: KnowledgeGraph, key: string, event: EventAttributes): Row {
  const place = graph.findOutEdge(key, (_, { relation }) => relation === 'occurred_at')
  const { killedMax: killed_max, woundedMax: wounded_max, arrestedMax: arrested_max } = event
  const { date, endDate: end_date, killed, wounded, arrested } = event
  return {
    ...{ date, end_date, killed, killed_max, wounded, wounded_max, arrested, arrested_max },
    ...(place !== undefined && where(graph, graph.target(place))),
  }
}

function where(graph: KnowledgeGraph, key: string): Row {
  const place: NodeAttributes = graph.getNodeAttributes(key)
  if (place.kind === 'event') return {}
  return { place: place.label, place_key: key, place_country: place.country, latitude: place.lat, longitude: place.lon }
}

function actor(end: 'source' | 'target', graph: KnowledgeGraph, key: string): Row {
  const attributes: NodeAttributes = graph.getNodeAttributes(key)
  const country = attributes.kind === 'event' ? undefined : attributes.country
  return { [end]: attributes.label, [`${end}_key`]: key, [`${end}_type`]: attributes.type, [`${end}_country`]: country }
}

const speaker = (attributedTo: string | undefined, { labelOf }: Writing): string | undefined =>
  attributedTo === undefined ? undefined : (labelOf(attributedTo) ?? attributedTo)
