/** A library of invented dispatches that make a large graph, always the same: some are spoken of everywhere, most hardly ever. */
import { createHash } from 'node:crypto'
import { toReading } from '../../src/graph/import/to-reading.ts'
import { emptyGraph, type KnowledgeGraph, toGraphDocument } from '../../src/graph/knowledge-graph.ts'
import { addDays, type CivilDate, civilDay } from '../../src/model/date.ts'
import type { SourceDocument } from '../../src/model/document.ts'
import type { Extraction, Modality } from '../../src/model/facts.ts'
import type { EdgeAttributes, GraphDocument, GraphEvidence } from '../../src/model/graph.ts'
import { documentId, type EdgeKey, edgeKey, type NodeKey, nodeKey } from '../../src/model/ids.ts'
import { EDGES, ENTITY_TYPES, type EntityType, type RelationName } from '../../src/model/ontology.ts'
import type { SpanPair } from '../../src/model/span.ts'
import type { Library } from '../../src/store/library.ts'
import { randomFrom } from './random-graph.ts'

export interface Size {
  readonly nodes: number
  readonly edges: number
}

export interface Named {
  readonly key: NodeKey
  readonly label: string
  readonly type: EntityType
}

const GIVEN = ['Ana', 'Ivo', 'Teodor', 'Ilsa', 'Bram', 'Runa', 'Orla', 'Tomas']
const CONSONANTS = 'bdfklmnprstv'
const VOWELS = 'ai'
const SYLLABLES = [...CONSONANTS].flatMap((consonant) => [...VOWELS].map((vowel) => consonant + vowel))
const TYPES: readonly EntityType[] = ['person', 'person', 'person', 'organization', 'country', 'city']
const DEEDS: readonly RelationName[] = [
  'met_with',
  'spoke_with',
  'accused',
  'supported',
  'threatened',
  'struck',
  'visited',
]
const STATUSES: readonly Modality[] = ['asserted', 'asserted', 'asserted', 'asserted', 'planned', 'possible', 'denied']
const EDGES_PER_DOCUMENT = 100

/** A name that no other number has, nor a spelling of it. */
function surname(number: number): string {
  let word = ''
  for (let rest = number, i = 0; i < 4; i++, rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** The first are those that are spoken of most. */
export function namedNodes({ nodes }: Size): readonly Named[] {
  return Array.from({ length: nodes }, (_, i): Named => {
    const type = TYPES[i % TYPES.length]!
    const label = `${GIVEN[i % GIVEN.length]} ${surname(i)}`
    return { key: nodeKey(type, label), label, type }
  })
}

/** A statement of a dispatch. */
interface Deed {
  readonly source: Named
  readonly target: Named
  readonly relation: RelationName
  readonly modality: Modality
  readonly confidence: number
}

interface Dispatch {
  readonly number: number
  readonly date: CivilDate
  readonly publisher: string
  readonly deeds: readonly Deed[]
}

function* dispatches(size: Size): Generator<Dispatch, void, void> {
  const random = randomFrom(20_311_204)
  const named = namedNodes(size)
  const anybody = (): Named => named[Math.floor(random() * named.length)]!
  const somebody = (): Named => named[Math.floor(random() ** 2 * named.length)]!
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  for (let done = 0, number = 0; done < size.edges; done += EDGES_PER_DOCUMENT, number++) {
    const deeds = Array.from({ length: Math.min(EDGES_PER_DOCUMENT, size.edges - done) }, (_, i): Deed => {
      // Each is named at least once.
      const source = done + i < named.length ? named[done + i]! : anybody()
      let target = somebody()
      while (target === source) target = somebody()
      return { source, target, relation: pick(DEEDS), modality: pick(STATUSES), confidence: 0.5 + random() / 2 }
    })
    const date = addDays(civilDay(2031, 1, 1), number % 700)
    yield { number, date, publisher: pick(['Northern Wire', 'Karsholm Post']), deeds }
  }
}

const documentOf = ({ number, date, publisher }: Dispatch, text: string): SourceDocument => ({
  id: documentId(createHash('sha256').update(text).digest('hex')),
  title: `Dispatch ${number}`,
  date,
  source: publisher,
  url: null,
  origin: `dispatch-${number}.txt`,
  text,
  body: { start: 0, end: text.length },
})

/** Fills an empty library with the dispatches and what is to be read in them. */
export function writeLibrary(library: Library, size: Size): void {
  for (const dispatch of dispatches(size)) {
    const { number, date, publisher, deeds } = dispatch
    const graph = emptyGraph({ name: `Dispatch ${number}`, generator: publisher, date, documents: [] })
    for (const [i, { source, target, relation, modality, confidence }] of deeds.entries()) {
      for (const { key, label, type } of [source, target])
        if (!graph.hasNode(key))
          graph.addNode(key, { label, aliases: [], kind: ENTITY_TYPES[type].kind, type, mentions: 1, evidence: [] })
      const key = edgeKey(relation, source.key, target.key, [String(i)])
      graph.addDirectedEdgeWithKey(key, source.key, target.key, {
        ...{ relation, label: EDGES[relation].label, modality, confidence, rule: 'bench', weight: 1, evidence: [] },
        ...{ first: date, last: date },
      })
    }
    const { text, extraction } = toReading(graph, `dispatch-${number}.json`)
    library.put(documentOf(dispatch, text), extraction, 'bench')
  }
}

const NOTHING: Extraction = { sentences: [], entities: [], unresolved: [], relations: [], events: [], notes: [] }

/** Makes the graph of the dispatches at once, and fills an empty library with their texts alone. */
export function makeGraph(library: Library, size: Size): KnowledgeGraph {
  const named = namedNodes(size)
  const mentions = new Map<NodeKey, GraphEvidence[]>(named.map(({ key }) => [key, []]))
  const edges: (readonly [EdgeKey, NodeKey, NodeKey, EdgeAttributes])[] = []
  const documents: GraphDocument[] = []
  for (const dispatch of dispatches(size)) {
    const lines = dispatch.deeds.map(({ source, target, relation }) => [
      source.label,
      EDGES[relation].label,
      target.label,
    ])
    const text = `${lines.map((words) => `${words.join(' ')}, officials said on Tuesday.`).join('\n')}\n`
    const document = documentOf(dispatch, text)
    library.put(document, NOTHING, 'bench')
    documents.push(toGraphDocument(document))
    let start = 0
    for (const [i, { source, target, relation, modality, confidence }] of dispatch.deeds.entries()) {
      const [one = '', deed = '', other = ''] = lines[i]!
      const [deedAt, otherAt] = [start + one.length + 1, start + one.length + deed.length + 2]
      const end = otherAt + other.length
      const sentence: SpanPair = [start, text.indexOf('\n', start)]
      const at = { document: document.id, start, end, sentence }
      mentions.get(source.key)!.push({ ...at, end: start + one.length })
      mentions.get(target.key)!.push({ ...at, start: otherAt })
      const marks = {
        source: [start, start + one.length],
        target: [otherAt, end],
        trigger: [deedAt, otherAt - 1],
      } as const
      const { plover, label } = EDGES[relation]
      const attributes: EdgeAttributes = {
        ...{ relation, label, modality, ...(plover !== null && { plover }), first: dispatch.date, last: dispatch.date },
        ...{ weight: 1, rule: 'bench', confidence, evidence: [{ ...at, ...marks }] },
      }
      edges.push([
        edgeKey(relation, source.key, target.key, [String(edges.length)]),
        source.key,
        target.key,
        attributes,
      ])
      start = sentence[1] + 1
    }
  }
  const graph = emptyGraph({ name: 'Bench', generator: 'bench', date: documents[0]?.date ?? null, documents })
  for (const { key, label, type } of named) {
    const evidence = mentions.get(key)!
    const kind = ENTITY_TYPES[type].kind
    graph.addNode(key, { label, aliases: [], kind, type, mentions: evidence.length, evidence })
  }
  for (const edge of edges) graph.addDirectedEdgeWithKey(...edge)
  return graph
}
