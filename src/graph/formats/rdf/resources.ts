/**
 * The graph as resources with properties, from which both Turtle and JSON-LD are written.
 *
 * Every edge is a resource of the class `rdf:Statement` with its status, its speaker and its passages. Only what a text says
 * plainly, in nobody's name and not of the past, is also there as a plain triple; and only such an event is a `sem:Event`.
 * A query that knows nothing of status thus finds facts alone.
 */
import type { CivilDate } from '../../../model/date.ts'
import type {
  EdgeAttributes,
  EventAttributes,
  GraphDocument,
  GraphEvidence,
  NodeAttributes,
} from '../../../model/graph.ts'
import type { ListedGraph } from '../../knowledge-graph.ts'
import type { WriteOptions, Writing } from '../options.ts'
import { writable } from '../plain-text.ts'
import { CLASSES, iri, type Term } from './vocabulary.ts'

export type Datatype = 'string' | 'integer' | 'double' | 'boolean' | 'date' | 'gYearMonth' | 'gYear'

export type RdfValue =
  | { readonly iri: string }
  | { readonly term: Term }
  | { readonly value: string | number | boolean; readonly type: Datatype }

export interface Resource {
  readonly iri: string
  readonly types: readonly Term[]
  readonly properties: readonly (readonly [property: Term, value: RdfValue])[]
}

type Properties = (readonly [Term, RdfValue])[]

export function* resources(graph: ListedGraph, options: Writing): Generator<Resource> {
  const { name, generator, date, documents } = graph.getAttributes()
  yield {
    iri: iri('graph', 'graph'),
    types: ['schema:Dataset'],
    properties: [
      ...text('schema:name', name),
      ...text('schema:creator', generator),
      ...day('schema:dateModified', date),
    ],
  }
  for (const document of documents) yield article(document)
  const plainEvents = new Set<string>()
  for (const { node, attributes } of graph.nodeEntries()) {
    if (attributes.kind === 'event' && isPlain(attributes)) plainEvents.add(node)
    yield thing(node, attributes, options)
    yield* passages(attributes, options)
  }
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    if (isPlain(attributes) && attributes.former !== true) yield* triples(source, target, attributes, plainEvents)
    yield statement(edge, source, target, attributes, options)
    yield* passages(attributes, options)
  }
}

/** Said as a fact, and in nobody's name. */
const isPlain = ({
  modality,
  attributedTo,
}: Pick<EdgeAttributes | EventAttributes, 'modality' | 'attributedTo'>): boolean =>
  modality === 'asserted' && attributedTo === undefined

function article({ id, title, date, source, characters }: GraphDocument): Resource {
  return {
    iri: iri('document', id),
    types: ['schema:Article', 'prov:Entity'],
    properties: [
      ...text('schema:headline', title),
      ...day('schema:datePublished', date),
      ...text('schema:sourceOrganization', source ?? undefined),
      ...number('dragoman:characters', characters, 'integer'),
    ],
  }
}

function thing(key: string, node: NodeAttributes, writing: Writing): Resource {
  const shared: Properties = [
    ...text('schema:identifier', key),
    ...text('schema:name', node.label),
    ...node.aliases.flatMap((alias) => text('schema:alternateName', alias)),
    ...text('dragoman:type', node.type),
    ...number('dragoman:mentions', node.mentions, 'integer'),
  ]
  const derived = derivedFrom(node.evidence)
  if (node.kind === 'event')
    return {
      iri: iri('node', key),
      types: eventTypes(node),
      properties: [...shared, ...eventFacts(node, writing), ...derived],
    }
  return {
    iri: iri('node', key),
    types: CLASSES[node.type],
    properties: [
      ...shared,
      ...(node.role ?? []).flatMap((role) => text(node.type === 'person' ? 'schema:jobTitle' : 'dragoman:role', role)),
      ...text('dragoman:country', node.country),
      ...(node.wikidata !== undefined && /^Q\d+$/.test(node.wikidata)
        ? [['schema:sameAs', { term: `wd:${node.wikidata}` }] as const]
        : []),
      ...number('schema:latitude', node.lat, 'double'),
      ...number('schema:longitude', node.lon, 'double'),
      ...derived,
    ],
  }
}

const eventTypes = (event: EventAttributes): readonly Term[] =>
  isPlain(event) ? ['dragoman:Event', 'sem:Event', 'schema:Event'] : ['dragoman:Event', 'dragoman:UnconfirmedEvent']

const eventFacts = (event: EventAttributes, writing: Writing): Properties => [
  ...text('dragoman:modality', event.modality),
  ...plover(event.plover),
  ...said(event.attributedTo, writing),
  ...day('sem:hasBeginTimeStamp', event.date),
  ...day('sem:hasEndTimeStamp', event.endDate ?? event.date),
  ...(['killed', 'wounded', 'arrested'] as const).flatMap((name) => [
    ...number(`dragoman:${name}`, event[name], 'integer'),
    ...number(`dragoman:${name}Max`, event[`${name}Max`], 'integer'),
    ...text(`dragoman:${name}Text`, event[`${name}Text`]),
  ]),
  ...text('dragoman:rule', event.rule),
  ...number('dragoman:confidence', event.confidence, 'double'),
]

/** A part in an event, or where it was, also in the words of SEM. */
function* triples(
  source: string,
  target: string,
  { relation }: EdgeAttributes,
  events: ReadonlySet<string>,
): Generator<Resource> {
  const [from, to] = [iri('node', source), iri('node', target)]
  yield bare(from, `dragoman:${relation}`, to)
  if (relation === 'occurred_at' && events.has(source)) yield bare(from, 'sem:hasPlace', to)
  if (relation === 'participant_in' && events.has(target)) yield bare(to, 'sem:hasActor', from)
}

const bare = (subject: string, property: Term, object: string): Resource => ({
  iri: subject,
  types: [],
  properties: [[property, { iri: object }]],
})

function statement(key: string, source: string, target: string, edge: EdgeAttributes, writing: Writing): Resource {
  return {
    iri: iri('edge', key),
    types: ['rdf:Statement'],
    properties: [
      ['rdf:subject', { iri: iri('node', source) }],
      ['rdf:predicate', { term: `dragoman:${edge.relation}` }],
      ['rdf:object', { iri: iri('node', target) }],
      ...text('rdfs:label', edge.label),
      ...text('dragoman:modality', edge.modality),
      ...(edge.former === true ? [['dragoman:former', { value: true, type: 'boolean' }] as const] : []),
      ...plover(edge.plover),
      ...said(edge.attributedTo, writing),
      ...day('dragoman:first', edge.first),
      ...day('dragoman:last', edge.last),
      ...text('dragoman:role', edge.role),
      ...(edge.event === undefined ? [] : [['dragoman:event', { iri: iri('node', edge.event) }] as const]),
      ...number('dragoman:weight', edge.weight, 'integer'),
      ...text('dragoman:rule', edge.rule),
      ...number('dragoman:confidence', edge.confidence, 'double'),
      ...derivedFrom(edge.evidence),
    ],
  }
}

const plover = (code: string | undefined): Properties =>
  code === undefined ? [] : [['sem:eventType', { term: `plover:${code}` }]]

/** The speaker as a node, or the words of the source. */
const said = (attributedTo: string | undefined, { labelOf }: Writing): Properties => {
  if (attributedTo === undefined) return []
  return labelOf(attributedTo) !== undefined
    ? [['sem:accordingTo', { iri: iri('node', attributedTo) }]]
    : text('dragoman:accordingTo', attributedTo)
}

const passageIri = ({ document, start, end }: GraphEvidence): string => iri('passage', `${document}:${start}-${end}`)

const derivedFrom = (evidence: readonly GraphEvidence[]): Properties =>
  [...new Set(evidence.map(passageIri))].map((passage) => ['prov:wasDerivedFrom', { iri: passage }])

/** Offsets are UTF-16 code units. A passage behind two statements is told twice, which in RDF is once. */
function* passages(attributes: NodeAttributes | EdgeAttributes, { sentencesOf }: WriteOptions): Generator<Resource> {
  const sentences = sentencesOf?.(attributes)
  for (const [i, item] of attributes.evidence.entries())
    yield {
      iri: passageIri(item),
      types: ['prov:Entity'],
      properties: [
        ['prov:wasQuotedFrom', { iri: iri('document', item.document) }],
        ...number('dragoman:start', item.start, 'integer'),
        ...number('dragoman:end', item.end, 'integer'),
        ...text('prov:value', sentences?.[i] || undefined),
      ],
    }
}

const text = (property: Term, value: string | undefined): Properties =>
  value === undefined ? [] : [[property, { value: writable(value), type: 'string' }]]

const number = (property: Term, value: number | undefined, type: 'integer' | 'double'): Properties =>
  value === undefined ? [] : [[property, { value, type }]]

const DATE_TYPES: Readonly<Record<number, Datatype>> = { 4: 'gYear', 7: 'gYearMonth', 10: 'date' }

const day = (property: Term, date: CivilDate | null | undefined): Properties =>
  date === undefined || date === null ? [] : [[property, { value: date, type: DATE_TYPES[date.length] ?? 'string' }]]
