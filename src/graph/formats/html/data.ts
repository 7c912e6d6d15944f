/** What the page of a graph knows: the graph in the form in which it is drawn and told, with every sentence once. */
import type { EdgeAttributes, GraphEvidence, NodeAttributes } from '../../../model/graph.ts'
import { EDGES } from '../../../model/ontology.ts'
import type { SpanPair } from '../../../model/span.ts'
import { edgeColor, edgeSize, nodeColor, nodeSize } from '../../appearance.ts'
import { importancesInTurns } from '../../importance.ts'
import type { ListedGraph } from '../../knowledge-graph.ts'
import type { Position } from '../../layout.ts'
import { numbersOf } from '../listed.ts'
import type { Writing } from '../options.ts'
import { PAUSE, pausing } from '../pauses.ts'
import { documentWords, periodWords, readingFrom, reservations, tollWords, typeWords } from '../phrases.ts'

/** Number of a sentence, then start and end within it and kind of each marked word: 0 source, 1 target, 2 trigger. */
export type PagePassage = readonly [
  sentence: number,
  ...marks: (readonly [start: number, end: number, kind: 0 | 1 | 2])[],
]

export interface PageNode {
  readonly key: string
  readonly label: string
  readonly type: string
  readonly event: boolean
  readonly shape: 'circle' | 'square' | 'diamond'
  readonly color: readonly [light: string, dark: string]
  readonly x: number
  readonly y: number
  readonly size: number
  readonly weight: number
  readonly also: readonly string[]
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly status: EdgeAttributes['modality']
  readonly date: string
  readonly passages: readonly PagePassage[]
  /** How many passages there are besides those. */
  readonly more: number
}

export interface PageEdge {
  readonly source: number
  readonly target: number
  /** How it reads from the source, and from the target, around the other's name. */
  readonly out: readonly [before: string, after: string]
  readonly in: readonly [before: string, after: string]
  readonly symmetric: boolean
  /** A part in an event, or its place. */
  readonly part: boolean
  /** What holds over time, as an office does. */
  readonly tie: boolean
  readonly status: EdgeAttributes['modality']
  readonly former: boolean
  readonly notes: readonly string[]
  readonly date: string
  readonly when: string
  readonly color: readonly [light: string, dark: string]
  readonly width: number
  readonly weight: number
  readonly passages: readonly PagePassage[]
}

/** Words, number of the document, and where it stands there. */
export type PageSentence = readonly [words: string, document: number, start: number]

export interface PageData {
  readonly name: string
  readonly generator: string
  readonly documents: readonly string[]
  readonly nodes: readonly PageNode[]
  readonly edges: readonly PageEdge[]
  readonly sentences: readonly PageSentence[]
}

/** A node of a large corpus is mentioned thousands of times; some passages give an idea. */
const MOST_MENTIONS = 25

export interface PageParts {
  readonly documents: readonly string[]
  readonly nodes: Iterable<PageNode | typeof PAUSE>
  readonly edges: Iterable<PageEdge | typeof PAUSE>
  /** Those that nodes and edges refer to: to be gone through when both have been. */
  readonly sentences: Iterable<PageSentence | typeof PAUSE>
}

const PER_TURN = 50

export function pageParts(graph: ListedGraph, writing: Writing): PageParts {
  const { documents } = graph.getAttributes()
  const numbers = new SentenceNumbers()
  return {
    documents: documents.map(documentWords),
    nodes: pageNodes(graph, writing, numbers),
    edges: pageEdges(graph, writing, numbers),
    sentences: pageSentences(graph, writing, numbers),
  }
}

/** Sentences are numbered as they come; their words are fetched when they are written, for all of them are too many for the memory. */
class SentenceNumbers {
  readonly #ofDocument = new Map<string, Map<number | string, number>>()
  #count = 0

  of({ document, start, end, sentence = [start, end] }: GraphEvidence): number {
    const known = this.#ofDocument.get(document) ?? new Map<number | string, number>()
    this.#ofDocument.set(document, known)
    const place = placeOf(sentence)
    const number = known.get(place) ?? this.#count++
    known.set(place, number)
    return number
  }

  passages({ evidence }: Pick<NodeAttributes, 'evidence'>, most = Infinity): PagePassage[] {
    return evidence.slice(0, most).map((item): PagePassage => {
      const [start, end] = item.sentence ?? [item.start, item.end]
      return [this.of(item), ...marksIn(item, start, end)]
    })
  }
}

const WIDTH = 2 ** 26

/** One number for both ends, which takes less room than a text, where that is possible. */
const placeOf = ([start, end]: SpanPair): number | string =>
  start < WIDTH && end < WIDTH ? start * WIDTH + end : `${start} ${end}`

/** Goes through nodes and edges as they were written, so that the sentences come in the order of their numbers. */
function* pageSentences(
  graph: ListedGraph,
  writing: Writing,
  numbers: SentenceNumbers,
): Generator<PageSentence | typeof PAUSE> {
  const ordinals = new Map(graph.getAttributes().documents.map(({ id }, i) => [id as string, i]))
  let [next, work] = [0, 0]
  function* first(attributes: NodeAttributes | EdgeAttributes, most: number): Generator<PageSentence | typeof PAUSE> {
    if (++work % PER_TURN === 0) yield PAUSE
    let words: readonly string[] | undefined
    for (const [i, item] of attributes.evidence.slice(0, most).entries()) {
      if (numbers.of(item) !== next) continue
      next++
      words ??= writing.sentencesOf?.(attributes) ?? []
      yield [words[i] ?? '', ordinals.get(item.document) ?? -1, (item.sentence ?? [item.start])[0]]
    }
  }
  for (const { attributes } of graph.nodeEntries()) yield* first(attributes, MOST_MENTIONS)
  for (const { attributes } of graph.edgeEntries()) yield* first(attributes, Infinity)
}

function marksIn(item: GraphEvidence, start: number, end: number): (readonly [number, number, 0 | 1 | 2])[] {
  const pairs = [item.source, item.target, item.trigger].flatMap((pair, kind) =>
    pair === undefined ? [] : [[...pair, kind] as const],
  )
  // Of a mention, the words themselves are marked.
  const marked = pairs.length === 0 && item.sentence !== undefined ? [[item.start, item.end, 0] as const] : pairs
  return marked
    .filter(([from, to]) => from >= start && to <= end && from < to)
    .map(([from, to, kind]) => [from - start, to - start, kind as 0 | 1 | 2] as const)
    .sort(([a], [b]) => a - b)
}

function* pageNodes(
  graph: ListedGraph,
  writing: Writing,
  numbers: SentenceNumbers,
): Generator<PageNode | typeof PAUSE> {
  const { of: importanceOf, greatest } = yield* pausing(importancesInTurns(graph))
  let ordinal = 0
  for (const { node: key, attributes } of graph.nodeEntries()) {
    const weight = importanceOf(key)
    const { light, dark } = nodeColor(attributes)
    const passages = numbers.passages(attributes, MOST_MENTIONS)
    yield {
      key,
      label: attributes.label,
      type: typeWords(attributes.type),
      event: attributes.kind === 'event',
      shape: SHAPES[attributes.kind],
      color: [light, dark],
      ...(writing.positions?.[key] ?? spiral(ordinal++)),
      size: nodeSize(weight, greatest),
      weight,
      also: attributes.aliases,
      facts: factsOf(attributes, writing),
      status: attributes.kind === 'event' ? attributes.modality : 'asserted',
      date: attributes.kind === 'event' ? (attributes.date ?? '') : '',
      passages,
      more: attributes.evidence.length - passages.length,
    }
  }
}

const SHAPES = { actor: 'circle', place: 'square', event: 'diamond' } as const

/** Where nobody has laid the graph out: turn by turn, a golden angle apart. */
const spiral = (i: number): Position => {
  const [radius, angle] = [24 * Math.sqrt(i), i * 2.399963]
  return { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) }
}

function factsOf(node: NodeAttributes, { labelOf }: Writing): (readonly [string, string])[] {
  const facts: (readonly [string, string])[] =
    node.kind === 'event'
      ? [
          ['When', periodWords(node.date, node.endDate)],
          ['Toll', tollWords(node).join('; ')],
          ['Status', reservations(node, labelOf).join(', ')],
        ]
      : [
          ['Roles', node.role?.join(', ') ?? ''],
          ['Country', node.country ?? ''],
          ['Wikidata', node.wikidata ?? ''],
        ]
  return facts.filter(([, value]) => value !== '')
}

function* pageEdges(
  graph: ListedGraph,
  writing: Writing,
  numbers: SentenceNumbers,
): Generator<PageEdge | typeof PAUSE> {
  const ordinals = yield* pausing(numbersOf(graph, 0))
  for (const { source, target, attributes } of graph.edgeEntries()) {
    const { relation, former, role, first, last, weight, modality } = attributes
    const { light, dark } = edgeColor(attributes)
    yield {
      source: ordinals.get(source) ?? 0,
      target: ordinals.get(target) ?? 0,
      out: readingFrom(attributes, true),
      in: readingFrom(attributes, false),
      symmetric: EDGES[relation].symmetric,
      part: EDGES[relation].family === 'participation',
      tie: EDGES[relation].nature === 'tie',
      status: modality,
      former: former === true,
      notes: [
        ...(role === undefined ? [] : [`as ${role}`]),
        ...reservations({ ...attributes, modality: 'asserted' }, writing.labelOf),
      ],
      date: first ?? '',
      when: periodWords(first, last),
      color: [light, dark],
      width: edgeSize(weight),
      weight,
      passages: numbers.passages(attributes),
    }
  }
}
