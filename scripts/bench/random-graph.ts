/** A large graph of invented news, always the same. */
import { readFileSync, writeFileSync } from 'node:fs'
import { Canvas } from '../../src/graph/build/canvas.ts'
import { emptyHoldings, type Holdings, packHoldings, unpackHoldings } from '../../src/graph/build/holdings.ts'
import type { Statement } from '../../src/graph/build/statements.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { emptyGraph } from '../../src/graph/knowledge-graph.ts'
import { addDays, civilDay } from '../../src/model/date.ts'
import { MODALITIES } from '../../src/model/facts.ts'
import type {
  EdgeAttributes,
  GraphAttributes,
  GraphDocument,
  GraphEvidence,
  NodeAttributes,
} from '../../src/model/graph.ts'
import { asDocumentId, type EdgeKey, edgeKey, type NodeKey, nodeKey } from '../../src/model/ids.ts'
import { EDGES, ENTITY_TYPES, type EntityType, RELATIONS, type RelationName } from '../../src/model/ontology.ts'

/** Numbers from 0 to 1 (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

interface Drawing {
  readonly node: (key: NodeKey, attributes: NodeAttributes) => void
  /** @param ordinal from 0 */
  readonly edge: (ordinal: number, source: NodeKey, target: NodeKey, attributes: EdgeAttributes) => void
}

/** @param evidenced whether nodes and edges have their evidence */
export function randomGraph(nodes: number, edges: number, evidenced: boolean): KnowledgeGraph {
  const graph = emptyGraph({ name: 'Bench', generator: 'bench', date: null, documents: [] })
  const documents = draw(nodes, edges, evidenced, {
    node: (key, attributes) => graph.addNode(key, attributes),
    edge: (i, source, target, attributes) =>
      graph.addDirectedEdgeWithKey(
        edgeKey(attributes.relation, source, target, [String(i)]),
        source,
        target,
        attributes,
      ),
  })
  graph.mergeAttributes({ date: documents[0]?.date ?? null, documents })
  return graph
}

/** So many statements are packed at once. */
const BATCH = 500

const IMPRINT = { name: 'Bench', generator: 'bench' }

/** The same, packed as a library's graph is: each edge is what one statement says. */
export function packedGraph(nodes: number, edges: number, evidenced: boolean): KnowledgeGraph {
  return holdingsOf(nodes, edges, evidenced).graph
}

/** Writes one with evidence to a file, from which another process takes it as `dragoman export` takes that of a library. */
export function packGraph(file: string, nodes: number, edges: number): void {
  const holdings = holdingsOf(nodes, edges, true)
  writeFileSync(file, packHoldings(holdings))
  writeFileSync(`${file}.json`, JSON.stringify(holdings.graph.getAttributes()))
}

export function unpackedGraph(file: string): KnowledgeGraph {
  const { graph } = unpackHoldings(readFileSync(file), IMPRINT, () => null)
  graph.mergeAttributes(JSON.parse(readFileSync(`${file}.json`, 'utf8')) as GraphAttributes)
  return graph
}

function holdingsOf(nodes: number, edges: number, evidenced: boolean): Holdings {
  const holdings = emptyHoldings(IMPRINT, () => null)
  const { graph, edges: table } = holdings
  const canvas = new Canvas(graph)
  let batch: Statement[] = []
  const flush = (ordinal: number): void => {
    const touched = new Set<EdgeKey>()
    table.put(new Map([[asDocumentId(`batch ${ordinal}`), batch]]), touched)
    canvas.putEdges(touched, table, (document) => document)
    batch = []
  }
  const documents = draw(nodes, edges, evidenced, {
    node: (key, attributes) => graph.putNode(key, attributes),
    edge: (i, source, target, { relation, modality, first = null, rule, confidence, evidence }) => {
      const said = { relation, source, target, modality, former: false, date: first, endDate: null }
      batch.push({ ...said, rule, confidence, evidence })
      if (batch.length === BATCH) flush(i)
    },
  })
  flush(edges)
  canvas.describe(documents)
  return holdings
}

function draw(nodes: number, edges: number, evidenced: boolean, on: Drawing): GraphDocument[] {
  const random = randomFrom(20311204)
  const below = (count: number): number => Math.floor(random() * count)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  const types = Object.keys(ENTITY_TYPES) as EntityType[]
  const relations = Object.keys(RELATIONS) as RelationName[]
  const documents = Array.from({ length: Math.ceil(nodes / 20) }, (_, i) => ({
    id: asDocumentId(i.toString(16).padStart(12, '0')),
    title: `Dispatch ${i}`,
    date: addDays(civilDay(2031, 1, 1), i % 700),
    source: pick(['Northern Wire', 'Karsholm Post', 'The “Evening” Gazette']),
    characters: 4000,
  }))
  const evidence = (): GraphEvidence[] =>
    Array.from({ length: evidenced ? 1 + below(2) : 0 }, () => {
      const start = below(3800)
      return {
        document: pick(documents).id,
        start: start + 4,
        end: start + 90,
        sentence: [start, start + 140] as const,
        source: [start + 4, start + 15] as const,
        target: [start + 60, start + 72] as const,
        trigger: [start + 20, start + 24] as const,
      }
    })
  const keys = Array.from({ length: nodes }, (_, i) => {
    const type = pick(types)
    const label = `${pick(['Ana', 'Ivo', 'Teodor', 'Sæl'])} ${pick(['Marrow', 'Quist', 'O’Dell', 'Ørn'])} ${i}`
    const key = nodeKey(type, label)
    const seen = evidence()
    const { kind } = ENTITY_TYPES[type]
    on.node(key, {
      label,
      aliases: [`M${i}`],
      kind,
      type,
      mentions: seen.length,
      role: ['envoy'],
      evidence: seen,
    } as NodeAttributes)
    return key
  })
  for (let i = 0; i < edges; i++) {
    const [source, relation] = [pick(keys), pick(relations)]
    let target = pick(keys)
    while (target === source) target = pick(keys)
    const date = addDays(civilDay(2031, 1, 1), below(700))
    const { label, plover } = EDGES[relation]
    const seen = evidence()
    on.edge(i, source, target, {
      relation,
      label,
      modality: pick(MODALITIES),
      ...(plover !== null && { plover }),
      first: date,
      last: date,
      weight: Math.max(seen.length, 1),
      rule: 'bench',
      confidence: 0.75,
      evidence: seen,
    })
  }
  return documents
}
