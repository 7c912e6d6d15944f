/**
 * An imported graph as a document of the library: its facts in words, one a line, with the sentences that it brought along, and
 * the facts themselves, each with its line as evidence. So they have a provenance of their own, are joined with what other
 * documents say, and go when the document goes.
 */
import type {
  Entity,
  EventFact,
  Evidence,
  Extraction,
  Mention,
  Participant,
  Place,
  Relation,
  Speaker,
  Toll,
} from '../../model/facts.ts'
import type {
  EdgeAttributes,
  EntityAttributes,
  EventAttributes,
  GraphEvidence,
  NodeAttributes,
} from '../../model/graph.ts'
import { type LocalId, localId } from '../../model/ids.ts'
import { isRelationName, PARTICIPANT_ROLES, type ParticipantRole } from '../../model/ontology.ts'
import type { Span } from '../../model/span.ts'
import { documentWords, periodWords, reservations, tollWords, typeWords } from '../formats/phrases.ts'
import type { KnowledgeGraph } from '../knowledge-graph.ts'
import { listAt } from '../order.ts'

export interface ImportedReading {
  readonly text: string
  readonly extraction: Extraction
}

/** @param name of the file */
export function toReading(graph: KnowledgeGraph, name: string): ImportedReading {
  const writer = new Listing(graph)
  const entities = graph.filterNodes((_, { kind }) => kind !== 'event')
  const events = graph.filterNodes((_, { kind }) => kind === 'event')
  const ids = new Map<string, LocalId>([
    ...entities.map((key, i) => [key, localId('entity', i)] as const),
    ...events.map((key, i) => [key, localId('event', i)] as const),
  ])
  writer.line([`Graph imported from ${name}.`])
  const drafts = entities.map((key) =>
    describeEntity(writer, graph.getNodeAttributes(key) as EntityAttributes, ids.get(key)!),
  )
  const happened = events.map((key) => describeEvent(writer, graph, key, ids))
  const relations = graph
    .filterEdges((_, { relation }) => isRelationName(relation))
    .map((edge) => describeRelation(writer, graph, edge, ids))
  const mentions = writer.mentions()
  return {
    text: writer.text(),
    extraction: {
      sentences: writer.sentences(),
      entities: drafts.map((draft) => ({ ...draft, mentions: mentions.get(draft.id) ?? [] })),
      unresolved: [],
      relations,
      events: happened,
      notes: [`These facts were imported from ${name}, not read in a text.`],
    },
  }
}

/** Text in the making, with what stands where. */
class Listing {
  readonly #graph: KnowledgeGraph
  readonly #lines: string[] = []
  readonly #sentences: Span[] = []
  readonly #mentions = new Map<LocalId, Mention[]>()
  readonly #documents: ReadonlyMap<string, string>
  #length = 0
  constructor(graph: KnowledgeGraph) {
    this.#graph = graph
    this.#documents = new Map(graph.getAttribute('documents').map((document) => [document.id, documentWords(document)]))
  }

  /** Adds a line of parts; where a part is a name of an entity, it is a mention. Gives the span of each part. */
  line(parts: readonly (string | { readonly name: string; readonly id?: LocalId | undefined })[]): {
    sentence: Span
    spans: Span[]
  } {
    const start = this.#length
    let at = start
    const spans = parts.map((part): Span => {
      const words = flat(typeof part === 'string' ? part : part.name)
      const span = { start: at, end: at + words.length }
      at = span.end
      if (typeof part !== 'string' && part.id !== undefined)
        listAt(this.#mentions, part.id).push({ span, form: 'name', entity: part.id })
      return span
    })
    const sentence = { start, end: at }
    this.#lines.push(parts.map((part) => flat(typeof part === 'string' ? part : part.name)).join(''))
    this.#sentences.push(sentence)
    this.#length = at + 1
    return { sentence, spans }
  }

  /** The sentences that the graph brought along, to be quoted behind a fact. */
  quotes({ evidence, sentences }: Pick<NodeAttributes | EdgeAttributes, 'evidence' | 'sentences'>): string {
    const quoted = evidence.map((item: GraphEvidence, i: number) => {
      const [words, source] = [sentences?.[i] ?? '', this.#documents.get(item.document)]
      return words === '' ? '' : ` “${words}”${source === undefined ? '' : ` (${source})`}`
    })
    return [...new Set(quoted)].join('')
  }

  /** What single reports say, where they differ. */
  reports({ reports = [] }: EventAttributes): string[] {
    return reports.map((report) => {
      const source = this.#documents.get(report.document) ?? `document ${report.document}`
      const told = [periodWords(report.date, report.endDate), ...tollWords(report)].filter((part) => part !== '')
      return told.length === 0 ? '' : `${source}: ${told.join(', ')}`
    })
  }

  labelOf = (key: string): string | undefined =>
    this.#graph.hasNode(key) ? this.#graph.getNodeAttribute(key, 'label') : undefined

  text = (): string => `${this.#lines.join('\n')}\n`
  sentences = (): readonly Span[] => this.#sentences
  mentions = (): ReadonlyMap<LocalId, readonly Mention[]> => this.#mentions
}

const CONFIRMED = 'confirmed by a person'

/** What people have said of it. */
const remarks = ({ confirmed, note }: Pick<EdgeAttributes | EventAttributes, 'confirmed' | 'note'>): string[] => [
  confirmed ? CONFIRMED : '',
  note ?? '',
]

/** A fact is a line. */
const flat = (text: string): string => text.replace(/[\r\n\u2028\u2029]+/g, ' ')

function describeEntity(listing: Listing, node: EntityAttributes, id: LocalId): Omit<Entity, 'mentions'> {
  const roles = node.role ?? []
  const also = node.aliases.length === 0 ? '' : `, also called ${node.aliases.join(', ')}`
  const { spans } = listing.line([
    { name: node.label, id },
    ` (${typeWords(node.type)})${also}`,
    ...roles.flatMap((role) => [', ', role]),
    node.confirmed ? `, ${CONFIRMED}.` : '.',
  ])
  return {
    id,
    kind: node.kind,
    type: node.type,
    name: flat(node.label),
    aliases: node.aliases,
    // Each stands behind its comma, from the fourth part on.
    roles: roles.map((text, i) => ({ text, former: /^(former|ex)\b/i.test(text), span: spans[3 + 2 * i]! })),
    ...(node.country !== undefined && { country: node.country }),
  }
}

function describeRelation(
  listing: Listing,
  graph: KnowledgeGraph,
  edge: string,
  ids: ReadonlyMap<string, LocalId>,
): Relation {
  const attributes: EdgeAttributes = graph.getEdgeAttributes(edge)
  const [from, to] = graph.extremities(edge)
  const [source, target] = [ids.get(from)!, ids.get(to)!]
  const details = [
    attributes.former ? 'formerly' : '',
    attributes.role ?? '',
    periodWords(attributes.first, attributes.last),
  ]
  const { sentence, spans } = listing.line([
    { name: graph.getNodeAttribute(from, 'label'), id: source },
    ' ',
    attributes.label,
    ' ',
    { name: graph.getNodeAttribute(to, 'label'), id: target },
    bracketed([...details, ...reservations(attributes, listing.labelOf), ...remarks(attributes)]),
    `.${listing.quotes(attributes)}`,
  ])
  const event = attributes.event === undefined ? undefined : ids.get(attributes.event)
  const [sourceSpan, trigger, targetSpan] = [spans[0]!, spans[2]!, spans[4]!]
  const span = { start: sourceSpan.start, end: targetSpan.end }
  return {
    ...factOf(attributes, ids, { span, sentence, source: sourceSpan, target: targetSpan, trigger }),
    date: attributes.first ?? null,
    endDate: attributes.last === attributes.first ? null : (attributes.last ?? null),
    relation: attributes.relation as Relation['relation'],
    source,
    target,
    former: attributes.former === true,
    ...(attributes.role !== undefined && { role: attributes.role }),
    ...(event !== undefined && { event }),
  }
}

function describeEvent(
  listing: Listing,
  graph: KnowledgeGraph,
  key: string,
  ids: ReadonlyMap<string, LocalId>,
): EventFact {
  const event = graph.getNodeAttributes(key) as EventAttributes
  const who = graph.filterInEdges(key, (_, { relation }) => relation === 'participant_in')
  const where = graph.filterOutEdges(key, (_, { relation }) => relation === 'occurred_at')
  const named = (node: string) => ({ name: graph.getNodeAttribute(node, 'label'), id: ids.get(node) })
  const details = [
    periodWords(event.date, event.endDate),
    ...tollWords(event),
    ...reservations(event, listing.labelOf),
    ...listing.reports(event),
    ...remarks(event),
  ]
  const { sentence, spans } = listing.line([
    event.label,
    bracketed([typeWords(event.type), ...details]),
    ...who.flatMap((edge) => [', ', named(graph.source(edge))]),
    ...where.flatMap((edge) => [', in ', named(graph.target(edge))]),
    `.${listing.quotes(event)}`,
  ])
  const after = 3 + 2 * who.length
  return {
    ...factOf(event, ids, { span: { start: sentence.start, end: spans.at(-1)!.start }, sentence, trigger: spans[0]! }),
    date: event.date ?? null,
    endDate: event.endDate ?? null,
    id: ids.get(key)!,
    type: event.type,
    label: event.label,
    participants: who.map(
      (edge, i): Participant => ({
        entity: ids.get(graph.source(edge))!,
        role: roleOf(graph.getEdgeAttribute(edge, 'role')),
        span: spans[3 + 2 * i]!,
      }),
    ),
    places: where.map((edge, i): Place => ({ entity: ids.get(graph.target(edge))!, span: spans[after + 2 * i]! })),
    ...tollOf('killed', event, spans[1]!),
    ...tollOf('wounded', event, spans[1]!),
    ...tollOf('arrested', event, spans[1]!),
  }
}

const roleOf = (role: string | undefined): ParticipantRole =>
  PARTICIPANT_ROLES.find((known) => known === role) ?? 'participant'

function tollOf(
  name: 'killed' | 'wounded' | 'arrested',
  event: EventAttributes,
  span: Span,
): { [K in typeof name]?: Toll } {
  const min = event[name]
  if (min === undefined) return {}
  return { [name]: { min, max: event[`${name}Max`] ?? null, text: event[`${name}Text`] ?? String(min), span } }
}

function factOf(
  {
    modality,
    attributedTo,
    rule,
    confidence,
    confirmed,
  }: Pick<EdgeAttributes | EventAttributes, 'modality' | 'attributedTo' | 'rule' | 'confidence' | 'confirmed'>,
  ids: ReadonlyMap<string, LocalId>,
  evidence: Evidence,
) {
  return {
    modality,
    attributedTo: speakerOf(attributedTo, ids),
    rule,
    confidence,
    evidence: [evidence] as const,
    ...(confirmed && { confirmed }),
  }
}

function speakerOf(attributedTo: string | undefined, ids: ReadonlyMap<string, LocalId>): Speaker | null {
  if (attributedTo === undefined) return null
  const entity = ids.get(attributedTo)
  return entity?.startsWith('entity') === true ? { entity } : { words: attributedTo }
}

const bracketed = (details: readonly string[]): string => {
  const some = details.filter((detail) => detail !== '')
  return some.length === 0 ? '' : ` (${some.join('; ')})`
}
