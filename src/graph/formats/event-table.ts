/**
 * Events as political scientists count them: one row for each pair of a doer and who it was done to, as in ICEWS and the
 * POLECAT data, with the class of the PLOVER ontology. A deed that is also told as an event takes date, place and toll from
 * it; an event without such a deed makes rows of its own, one for each pair of its participants.
 */
import type { EdgeAttributes, EventAttributes, NodeAttributes } from '../../model/graph.ts'
import { type EdgeName, isRelationName, RELATIONS } from '../../model/ontology.ts'
import type { ListedGraph } from '../knowledge-graph.ts'
import { byText } from '../order.ts'
import { sortInTurns } from '../queries/sort-in-turns.ts'
import { type Cell, csvRow } from './csv.ts'
import { edgesAt } from './listed.ts'
import { settle, type WriteOptions, type Writing } from './options.ts'
import { pausing } from './pauses.ts'

const COLUMNS = [
  'event', 'date', 'end_date', 'source', 'source_key', 'source_type', 'source_country', 'target', 'target_key', 'target_type',
  'target_country', 'code', 'kind', 'status', 'said_by', 'place', 'place_key', 'place_country', 'latitude', 'longitude',
  'killed', 'killed_max', 'wounded', 'wounded_max', 'arrested', 'arrested_max', 'statements', 'confidence', 'publisher',
  'headline', 'text',
] as const // biome-ignore format: one glance
type Row = Partial<Record<(typeof COLUMNS)[number], Cell>>

/** Rows in order of time, those without a date last. */
export function* writeEventTable(graph: ListedGraph, options: WriteOptions = {}): Generator<string> {
  const writing = settle(graph, options)
  const columns = options.sentencesOf === undefined ? COLUMNS.filter((name) => name !== 'text') : COLUMNS
  yield csvRow(columns)
  const documents = new Map(graph.getAttributes().documents.map((document) => [document.id, document]))
  const report: Report = (attributes) => {
    // The first passage stands for all: a row has room for one.
    const [first] = attributes.evidence
    const document = first && documents.get(first.document)
    const text = first && options.sentencesOf?.({ ...attributes, evidence: [first] })[0]
    return { publisher: document?.source, headline: document?.title, text }
  }
  for (const { key, isEvent } of yield* pausing(happenings(graph))) {
    const rows = isEvent ? bareEvent(graph, key, writing, report) : [deed(graph, key, writing, report)]
    for (const row of rows) yield csvRow(columns.map((name) => row[name]))
  }
}

type Report = (attributes: EdgeAttributes | EventAttributes) => Row

/** What a row is about, or several. */
interface Happening {
  /** Of an edge, or of an event. */
  readonly key: string
  readonly isEvent: boolean
  readonly event: string
  readonly date: string
}

const PER_TURN = 5000

const LAST = '\uffff'
const inTime = (a: Happening, b: Happening): number => byText(a.date, b.date) || byText(a.event, b.event)

/** Deeds, and events that no deed is the short form of. Rows are made of them one by one: all would be too many for the memory. */
function* happenings(graph: ListedGraph): Generator<void, Happening[], void> {
  const found: Happening[] = []
  const told = new Set<string>()
  let work = 0
  for (const { edge, attributes } of graph.edgeEntries()) {
    if (++work % PER_TURN === 0) yield
    const { relation, first, event = edge } = attributes
    if (!isDeed(relation)) continue
    if (attributes.event !== undefined) told.add(event)
    const date = first ?? eventAt(graph, attributes.event)?.date ?? LAST
    found.push({ key: edge, isEvent: false, event, date })
  }
  for (const { node, attributes } of graph.nodeEntries()) {
    if (++work % PER_TURN === 0) yield
    if (attributes.kind === 'event' && !told.has(node))
      found.push({ key: node, isEvent: true, event: node, date: attributes.date ?? LAST })
  }
  return yield* sortInTurns(found, inTime)
}

const isDeed = (relation: EdgeName): boolean => isRelationName(relation) && RELATIONS[relation].nature === 'deed'

function deed(graph: ListedGraph, edge: string, writing: Writing, report: Report): Row {
  const attributes = graph.getEdgeAttributes(edge)
  const [source, target] = graph.extremities(edge)
  const event = eventAt(graph, attributes.event)
  return {
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

function* bareEvent(graph: ListedGraph, key: string, writing: Writing, report: Report): Generator<Row> {
  const attributes = eventAt(graph, key)
  if (attributes === undefined) return
  for (const [source, target] of pairs(graph, key))
    yield {
      event: key,
      ...happening(graph, key, attributes),
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

type Pair = readonly [source?: string | undefined, target?: string | undefined]

/** Each doer with each of those it was done to; where nobody did it to another, each of those who took part with each. */
function pairs(graph: ListedGraph, event: string): Pair[] {
  const roles = edgesAt(graph, event).flatMap(({ source, target, attributes: { role } }) =>
    target === event ? [{ role, participant: source }] : [],
  )
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

const eventAt = (graph: ListedGraph, key: string | undefined): EventAttributes | undefined => {
  const attributes = key !== undefined && graph.hasNode(key) ? graph.getNodeAttributes(key) : undefined
  return attributes?.kind === 'event' ? attributes : undefined
}

/** Date, place and toll of an event. */
function happening(graph: ListedGraph, key: string, event: EventAttributes): Row {
  const place = edgesAt(graph, key).find(
    ({ source, attributes: { relation } }) => source === key && relation === 'occurred_at',
  )
  const { killedMax: killed_max, woundedMax: wounded_max, arrestedMax: arrested_max } = event
  const { date, endDate: end_date, killed, wounded, arrested } = event
  return {
    ...{ date, end_date, killed, killed_max, wounded, wounded_max, arrested, arrested_max },
    ...(place !== undefined && where(graph, place.target)),
  }
}

function where(graph: ListedGraph, key: string): Row {
  const place: NodeAttributes = graph.getNodeAttributes(key)
  if (place.kind === 'event') return {}
  return { place: place.label, place_key: key, place_country: place.country, latitude: place.lat, longitude: place.lon }
}

function actor(end: 'source' | 'target', graph: ListedGraph, key: string): Row {
  const attributes: NodeAttributes = graph.getNodeAttributes(key)
  const country = attributes.kind === 'event' ? undefined : attributes.country
  return { [end]: attributes.label, [`${end}_key`]: key, [`${end}_type`]: attributes.type, [`${end}_country`]: country }
}

const speaker = (attributedTo: string | undefined, { labelOf }: Writing): string | undefined =>
  attributedTo === undefined ? undefined : (labelOf(attributedTo) ?? attributedTo)
