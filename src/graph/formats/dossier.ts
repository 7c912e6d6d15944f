/** A dossier on one node in Markdown: who it is, its offices and ties, what it did and met with in order of time, each with
 * the sentences as footnotes. */
import { InvalidInputError } from '../../model/errors.ts'
import type { EdgeAttributes, EventAttributes, NodeAttributes } from '../../model/graph.ts'
import { EDGES } from '../../model/ontology.ts'
import type { ListedEdge, ListedGraph } from '../knowledge-graph.ts'
import { byText } from '../order.ts'
import { type Footnotes, footnotesOf } from './footnotes.ts'
import { edgesAt } from './listed.ts'
import { escapeMarkdown } from './markdown.ts'
import { settle, type WriteOptions, type Writing } from './options.ts'
import { PAUSE } from './pauses.ts'
import { periodWords, readingFrom, reservations, tollWords, typeWords } from './phrases.ts'

interface Line {
  /** Where it stands in time; '' for unknown. */
  readonly date: string
  readonly text: string
}

/** @throws InvalidInputError without a node to write about */
export function* writeDossier(graph: ListedGraph, options: WriteOptions = {}): Generator<string> {
  const { focus } = options
  if (focus === undefined || !graph.hasNode(focus))
    throw new InvalidInputError('node', 'A dossier is about one node. Name its key or its name.')
  const writing = settle(graph, options)
  const notes = footnotesOf(graph, writing)
  yield* who(graph, focus)
  const edges = edgesAt(graph, focus)
  const ties = edges.filter((edge) => EDGES[edge.attributes.relation].nature === 'tie' && !isPart(edge))
  const told = yield* gathered(tieLines(graph, focus, ties, writing, notes))
  yield* section('Offices and ties', told.sort(inTime))
  const doings = [
    ...(yield* gathered(deedLines(graph, focus, edges, writing, notes))),
    ...(yield* gathered(eventLines(graph, focus, edges, writing, notes))),
  ]
  yield* section('In order of time', doings.filter(({ date }) => date !== '').sort(inTime))
  yield* section('Without a date', doings.filter(({ date }) => date === '').sort(inTime))
  yield* notes.all()
}

const isPart = ({ attributes: { relation } }: ListedEdge): boolean =>
  ['participant_in', 'occurred_at'].includes(relation)

const opposite = (focus: string, { source, target }: ListedEdge): string => (source === focus ? target : source)

const inTime = (a: Line, b: Line): number => byText(a.date, b.date) || byText(a.text, b.text)

const PER_TURN = 100

/** All of them, which have to be there before they can be put in order. */
function* gathered(lines: Iterable<Line>): Generator<typeof PAUSE, Line[], void> {
  const all: Line[] = []
  for (const line of lines) if (all.push(line) % PER_TURN === 0) yield PAUSE
  return all
}

function* section(title: string, lines: readonly Line[]): Generator<string> {
  if (lines.length === 0) return
  yield `\n## ${title}\n\n`
  for (const { text } of lines) yield `- ${text}\n`
}

function* who(graph: ListedGraph, key: string): Generator<string> {
  const node: NodeAttributes = graph.getNodeAttributes(key)
  const documents = new Set(node.evidence.map(({ document }) => document)).size
  yield `# ${escapeMarkdown(node.label)}\n\n`
  const facts = [
    ['Type', typeWords(node.type)],
    ['Also called', node.aliases.join('; ')],
    ...(node.kind === 'event'
      ? [
          ['Date', periodWords(node.date, node.endDate)],
          ['Reported toll', tollWords(node).join('; ')],
        ]
      : [
          ['Roles', node.role?.join('; ') ?? ''],
          ['Country', node.country ?? ''],
          ['Wikidata', node.wikidata ?? ''],
        ]),
    ['Mentioned', `${counted(node.mentions, 'time')} in ${counted(documents, 'text')}`],
    ['Key', key],
  ]
  for (const [name, value = ''] of facts) if (value !== '') yield `- **${name}:** ${escapeMarkdown(value)}\n`
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

function* tieLines(
  graph: ListedGraph,
  focus: string,
  edges: readonly ListedEdge[],
  writing: Writing,
  notes: Footnotes,
): Generator<Line> {
  for (const edge of edges) {
    const { attributes } = edge
    const { former, role, first, last } = attributes
    const details = [role ?? '', periodWords(first, last), ...reservations(attributes, writing.labelOf)]
    yield {
      date: first ?? '',
      text: `${former ? '*formerly* ' : ''}${around(graph, focus, edge)}${inBrackets(details)}${notes.marks(attributes)}`,
    }
  }
}

/** What an edge that is the short form of an event does not say is taken from the event. */
function* deedLines(
  graph: ListedGraph,
  focus: string,
  edges: readonly ListedEdge[],
  writing: Writing,
  notes: Footnotes,
): Generator<Line> {
  for (const edge of edges) {
    const { attributes } = edge
    if (EDGES[attributes.relation].nature !== 'deed') continue
    const { first, last, event: key } = attributes
    const event = key === undefined || !graph.hasNode(key) ? undefined : graph.getNodeAttributes(key)
    const details = [
      ...reservations(attributes, writing.labelOf),
      ...(event?.kind === 'event' && key !== undefined
        ? setting(graph, key, event, [focus, opposite(focus, edge)])
        : []),
    ]
    yield dated(first, last, `${around(graph, focus, edge)}${inBrackets(details)}${notes.marks(attributes)}`)
  }
}

/** Events that no deed of the node is the short form of. */
function* eventLines(
  graph: ListedGraph,
  focus: string,
  edges: readonly ListedEdge[],
  writing: Writing,
  notes: Footnotes,
): Generator<Line> {
  const told = new Set(edges.map(({ attributes }) => attributes.event))
  for (const edge of edges.filter(isPart)) {
    const key = opposite(focus, edge)
    const other: NodeAttributes = graph.getNodeAttributes(key)
    if (other.kind !== 'event') {
      yield { date: '', text: `${around(graph, focus, edge)}${notes.marks(edge.attributes)}` }
      continue
    }
    if (told.has(key as NonNullable<EdgeAttributes['event']>)) continue
    const { role } = edge.attributes
    const details = [
      ...(role === undefined ? [] : [`as ${role}`]),
      ...reservations(other, writing.labelOf),
      ...setting(graph, key, other, [focus]),
    ]
    yield dated(other.date, other.endDate, `${bold(other.label)}${inBrackets(details)}${notes.marks(other)}`)
  }
}

const dated = (first: EventAttributes['date'], last: EventAttributes['date'], text: string): Line => ({
  date: first ?? '',
  text: first === undefined ? text : `**${periodWords(first, last)}** – ${text}`,
})

/** Who else took part, where, and with what toll. */
function setting(graph: ListedGraph, key: string, event: EventAttributes, known: readonly string[]): string[] {
  const names = (relation: string, keys: readonly string[]): string => {
    const others = [...new Set(keys)]
      .filter((node) => !known.includes(node))
      .map((node) => graph.getNodeAttributes(node).label)
    return others.length === 0 ? '' : `${relation} ${others.sort(byText).join(', ')}`
  }
  const edges = edgesAt(graph, key)
  const others = edges.flatMap(({ source, target }) => (target === key ? [source] : []))
  const places = edges.flatMap(({ source, target, attributes: { relation } }) =>
    source === key && relation === 'occurred_at' ? [target] : [],
  )
  return [names('with', others), names('in', places), ...tollWords(event)]
}

/** `met **Teodor Quist**`. */
function around(graph: ListedGraph, focus: string, edge: ListedEdge): string {
  const [before, after] = readingFrom(edge.attributes, edge.source === focus)
  const other = graph.getNodeAttributes(opposite(focus, edge)).label
  return [before, bold(other), after].filter((part) => part !== '').join(' ')
}

const bold = (name: string): string => `**${escapeMarkdown(name)}**`

const inBrackets = (details: readonly string[]): string => {
  const some = details.filter((detail) => detail !== '')
  return some.length === 0 ? '' : ` (${escapeMarkdown(some.join('; '))})`
}
