/** Small graphs of invented things, made from a seed: what questions find in them is compared with a plain search. */
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { emptyGraph } from '../../src/graph/knowledge-graph.ts'
import type { CivilDate } from '../../src/model/date.ts'
import { MODALITIES } from '../../src/model/facts.ts'
import type { EdgeAttributes, EventAttributes, GraphEvidence } from '../../src/model/graph.ts'
import { asDocumentId, type NodeKey } from '../../src/model/ids.ts'
import { EDGES, type EdgeName, ENTITY_TYPES, type EntityType, type EventType } from '../../src/model/ontology.ts'

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

export const DAYS = ['2031-01-05', '2031-01-20', '2031-02', '2031-02-11', '2031', '2031-03-01'] as CivilDate[]
const NAMES = ['Ana Marrow', 'Ivo Quist', 'Teodor Ørn', 'Sæl Lind', 'Runa Tessaly', 'Karsholm', 'Velmont', 'Lodesk']
const EVENTS: readonly EventType[] = ['meeting', 'attack', 'summit', 'visit']
const TYPES: readonly EntityType[] = ['person', 'country', 'city', 'organization']

/** @param size number of nodes; there are twice as many edges */
export function smallGraph(seed: number, size: number): KnowledgeGraph {
  const random = randomFrom(seed)
  const below = (count: number): number => Math.floor(random() * count)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  const documents = ['00000000000a', '00000000000b', '00000000000c'].map((id, i) => ({
    id: asDocumentId(id),
    title: `Dispatch ${i}`,
    date: i === 2 ? null : DAYS[i * 3]!,
    source: 'Northern Wire',
    characters: 100,
  }))
  const evidence = (): GraphEvidence[] =>
    Array.from({ length: 1 + below(2) }, () => ({
      document: pick(documents).id,
      start: below(50),
      end: 50 + below(50),
    }))
  const graph = emptyGraph({ name: 'Small', generator: 'test', date: null, documents })
  const [entities, events]: [NodeKey[], NodeKey[]] = [[], []]
  for (let i = 0; i < size; i++) {
    const seen = evidence()
    const shared = { aliases: [], mentions: seen.length, evidence: seen }
    if (i % 3 === 2) {
      const key = `event:${i}` as NodeKey
      const toll = random() < 0.6 ? { killed: below(9), ...(random() < 0.5 && { killedMax: 9 + below(9) }) } : {}
      const date = random() < 0.8 ? { date: pick(DAYS) } : {}
      const attributes: EventAttributes = {
        ...{ ...shared, kind: 'event', label: `Event ${i}`, type: pick(EVENTS), modality: pick(MODALITIES) },
        ...{ ...date, ...toll, rule: 'test', confidence: random() },
      }
      graph.addNode(key, attributes)
      events.push(key)
    } else {
      const type = pick(TYPES)
      const key = `${type}:${i}` as NodeKey
      graph.addNode(key, { ...shared, label: `${pick(NAMES)} ${i}`, kind: ENTITY_TYPES[type].kind, type })
      entities.push(key)
    }
  }
  const add = (relation: EdgeName, source: NodeKey, target: NodeKey, more: Partial<EdgeAttributes> = {}): void => {
    if (source === target) return
    const dates = random() < 0.7 ? [pick(DAYS), pick(DAYS)].sort() : []
    graph.addDirectedEdgeWithKey(`${relation}:${graph.size}`, source, target, {
      ...{ relation, label: EDGES[relation].label, modality: pick(MODALITIES), weight: 1 + below(4), rule: 'test' },
      ...{ confidence: random(), evidence: evidence(), ...(dates.length > 0 && { first: dates[0]!, last: dates[1]! }) },
      ...(random() < 0.2 && { attributedTo: pick(['officials', entities[0]!]) }),
      ...more,
    })
  }
  for (let i = 0; i < size; i++) {
    const [one, other] = [pick(entities), pick(entities)]
    add(pick(['met_with', 'struck', 'leader_of', 'located_in', 'spoke_with']), one, other)
    if (events.length === 0) continue
    if (random() < 0.7) add('participant_in', one, pick(events), { role: pick(['agent', 'participant']) })
    else add('occurred_at', pick(events), other)
  }
  return graph
}
