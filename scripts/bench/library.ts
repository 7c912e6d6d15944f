/** A library of invented dispatches that make a large graph, always the same: some are spoken of everywhere, most hardly ever. */
import { createHash } from 'node:crypto'
import { toReading } from '../../src/graph/import/to-reading.ts'
import { emptyGraph, toGraphDocument } from '../../src/graph/knowledge-graph.ts'
import { ByteReader, ByteWriter } from '../../src/graph/packed/bytes.ts'
import { EdgeRows } from '../../src/graph/packed/edge-rows.ts'
import { readEvidence, writeEvidence } from '../../src/graph/packed/evidence-codec.ts'
import { NodeRows } from '../../src/graph/packed/node-rows.ts'
import { PackedGraph } from '../../src/graph/packed/packed-graph.ts'
import { type Place, Records } from '../../src/graph/packed/records.ts'
import { Strings } from '../../src/graph/packed/strings.ts'
import { addDays, type CivilDate, civilDay } from '../../src/model/date.ts'
import type { SourceDocument } from '../../src/model/document.ts'
import type { Extraction, Modality } from '../../src/model/facts.ts'
import type { GraphDocument, GraphEvidence } from '../../src/model/graph.ts'
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
      return {
        source,
        target,
        relation: pick(DEEDS),
        modality: pick(STATUSES),
        confidence: 0.5 + Math.round(50 * random()) / 100,
      }
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

/** Makes the graph of the dispatches at once, packed as that of a library is, and fills an empty library with their texts alone. */
export function makeGraph(library: Library, size: Size): PackedGraph {
  const named = namedNodes(size)
  const strings = new Strings()
  const records = new Records<EdgeKey>()
  const evidenceIn = ({ buffer, start, end }: Place) => readEvidence(new ByteReader(buffer, start, end), strings)
  const about = { name: 'Bench', generator: 'bench', date: null, documents: [] }
  const graph = new PackedGraph(about, new NodeRows(strings), new EdgeRows(strings, records, evidenceIn))
  const documents: GraphDocument[] = []
  const mentions = new Map<NodeKey, GraphEvidence[]>(named.map(({ key }) => [key, []]))
  // The nodes come before their edges, and their mentions after them.
  for (const dispatch of dispatches(size)) {
    const written = write(dispatch)
    library.put(written.document, NOTHING, 'bench')
    documents.push(toGraphDocument(written.document))
    for (const { source, target, at, marks } of written.deeds) {
      mentions.get(source.key)!.push({ ...at, end: marks.source[1] })
      mentions.get(target.key)!.push({ ...at, start: marks.target[0] })
    }
  }
  for (const { key, label, type } of named) {
    const evidence = mentions.get(key)!
    const kind = ENTITY_TYPES[type].kind
    graph.putNode(key, { label, aliases: [], kind, type, mentions: evidence.length, evidence })
  }
  mentions.clear()
  const bytes = new ByteWriter()
  for (const dispatch of dispatches(size))
    for (const { source, target, relation, modality, confidence, at, marks } of write(dispatch).deeds) {
      const { plover, label } = EDGES[relation]
      const evidence = [{ ...at, ...marks }]
      const key = edgeKey(relation, source.key, target.key, [String(records.count)])
      writeEvidence(bytes.clear(), strings, evidence)
      records.set(key, bytes.view())
      graph.putEdge(key, source.key, target.key, {
        ...{ relation, label, modality, ...(plover !== null && { plover }) },
        ...{ first: dispatch.date, last: dispatch.date, weight: 1, rule: 'bench', confidence, evidence },
      })
    }
  graph.mergeAttributes({ date: documents[0]?.date ?? null, documents })
  return graph
}

interface WrittenDeed extends Deed {
  readonly at: Pick<GraphEvidence, 'document' | 'start' | 'end' | 'sentence'>
  readonly marks: { readonly [K in 'source' | 'target' | 'trigger']: SpanPair }
}

/** The text of a dispatch, and where in it each deed stands. */
function write(dispatch: Dispatch): { readonly document: SourceDocument; readonly deeds: readonly WrittenDeed[] } {
  const lines = dispatch.deeds.map(({ source, target, relation }) => [
    source.label,
    EDGES[relation].label,
    target.label,
  ])
  const text = `${lines.map((words) => `${words.join(' ')}, officials said on Tuesday.`).join('\n')}\n`
  const document = documentOf(dispatch, text)
  let start = 0
  const deeds = dispatch.deeds.map((deed, i): WrittenDeed => {
    const [one = '', verb = '', other = ''] = lines[i]!
    const [verbAt, otherAt] = [start + one.length + 1, start + one.length + verb.length + 2]
    const end = otherAt + other.length
    const sentence: SpanPair = [start, text.indexOf('\n', start)]
    const at = { document: document.id, start, end, sentence }
    const source: SpanPair = [start, start + one.length]
    start = sentence[1] + 1
    return { ...deed, at, marks: { source, target: [otherAt, end], trigger: [verbAt, otherAt - 1] } }
  })
  return { document, deeds }
}
