/** Who met whom: actors by actors, those who meet each other side by side. */
import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { byText } from '../../graph/order.ts'
import type { CivilDate } from '../../model/date.ts'
import type { Modality } from '../../model/facts.ts'
import type { EntityAttributes } from '../../model/graph.ts'
import { type EdgeName, EVENT_TYPES } from '../../model/ontology.ts'
import { datesOf } from './dates.ts'
import { type Filters, visibleIn } from './filters.ts'
import { tellingOf, toldByEvents } from './moments.ts'

/** Relations by which two have been in touch; the events of their family are the other half. */
const CONTACTS: ReadonlySet<EdgeName> = new Set(['met_with', 'spoke_with', 'negotiated_with', 'hosted'])

export interface Meeting {
  readonly kind: 'node' | 'edge'
  readonly key: string
  readonly modality: Modality
  readonly date: CivilDate | null
}

export interface Actor {
  readonly key: string
  readonly label: string
  readonly type: EntityAttributes['type']
  readonly community: number
  /** Reported meetings with anybody. */
  readonly total: number
}

export interface Matrix {
  readonly actors: readonly Actor[]
  /** Actors who met somebody, with those for whom there is no room. */
  readonly found: number
  /** Greatest number of reported meetings of two. */
  readonly most: number
  readonly meetingsOf: (one: string, other: string) => readonly Meeting[]
}

export const isReported = ({ modality }: Meeting): boolean => modality === 'asserted'

/** @param limit of the actors, those with the most meetings first */
export function matrixOf(graph: KnowledgeGraph, filters: Filters, limit: number): Matrix {
  const pairs = collect(graph, filters)
  const totals = new Map<string, number>()
  let most = 0
  for (const [pair, meetings] of pairs) {
    const count = meetings.filter(isReported).length
    most = Math.max(most, count)
    for (const actor of pair.split('\n')) totals.set(actor, (totals.get(actor) ?? 0) + count)
  }
  const chosen = [...totals].sort((a, b) => b[1] - a[1] || byText(a[0], b[0])).slice(0, limit)
  const communities = communitiesOf(
    chosen.map(([key]) => key),
    pairs,
  )
  const sizes = new Map<number, number>()
  for (const [key, total] of chosen) {
    const community = communities.get(key)!
    sizes.set(community, (sizes.get(community) ?? 0) + total)
  }
  const actors = chosen
    .map(([key, total]): Actor => {
      const { label, type } = graph.getNodeAttributes(key) as EntityAttributes
      return { key, label, type, total, community: communities.get(key)! }
    })
    .sort(
      (a, b) =>
        sizes.get(b.community)! - sizes.get(a.community)! ||
        a.community - b.community ||
        b.total - a.total ||
        byText(a.key, b.key),
    )
  return { actors, found: totals.size, most, meetingsOf: (one, other) => pairs.get(pairOf(one, other)) ?? NONE }
}

const NONE: readonly Meeting[] = []

const pairOf = (one: string, other: string): string => (one < other ? `${one}\n${other}` : `${other}\n${one}`)

type Pairs = ReadonlyMap<string, readonly Meeting[]>

/** Each event counts for each two of its participants; a relation that is its short form does not count beside it. */
function collect(graph: KnowledgeGraph, filters: Filters): Pairs {
  const { nodes, edges } = visibleIn(graph, { ...filters, lens: 'all' })
  const told = toldByEvents(graph, nodes)
  const pairs = new Map<string, Meeting[]>()
  const isActor = (key: string): boolean => graph.getNodeAttribute(key, 'kind') === 'actor' && nodes.has(key)
  const add = (one: string, other: string, meeting: Meeting): void => {
    const pair = pairOf(one, other)
    const known = pairs.get(pair)
    if (known === undefined) pairs.set(pair, [meeting])
    else if (!known.some(({ key }) => key === meeting.key)) known.push(meeting)
  }
  for (const key of nodes) {
    const node = graph.getNodeAttributes(key)
    if (node.kind !== 'event' || EVENT_TYPES[node.type].family !== 'diplomacy') continue
    const meeting: Meeting = { kind: 'node', key, modality: node.modality, date: node.date ?? null }
    const present = graph.inNeighbors(key).filter(isActor).sort(byText)
    for (const [i, one] of present.entries()) for (const other of present.slice(i + 1)) add(one, other, meeting)
  }
  for (const key of edges) {
    const edge = graph.getEdgeAttributes(key)
    const [source, target] = graph.extremities(key)
    if (!CONTACTS.has(edge.relation) || !isActor(source) || !isActor(target)) continue
    if (edge.event !== undefined && nodes.has(edge.event)) continue
    const [date = null] = datesOf(edge).map(({ from }) => from)
    if (told.has(tellingOf(source, target, 'diplomacy', date))) continue
    add(source, target, { kind: 'edge', key, modality: edge.modality, date })
  }
  for (const meetings of pairs.values())
    meetings.sort((a, b) => byText(a.date ?? '~', b.date ?? '~') || byText(a.key, b.key))
  return pairs
}

/** Louvain's communities, the same each time: nodes and edges come in order, and so do the steps. */
function communitiesOf(keys: readonly string[], pairs: Pairs): ReadonlyMap<string, number> {
  const contacts = new UndirectedGraph()
  for (const key of keys.toSorted(byText)) contacts.addNode(key)
  for (const [pair, meetings] of [...pairs].sort(([a], [b]) => byText(a, b))) {
    const [one, other] = pair.split('\n') as [string, string]
    // Plans and denials tell who belongs together, too, though less.
    const weight = meetings.filter(isReported).length + 0.25 * meetings.filter((meeting) => !isReported(meeting)).length
    if (contacts.hasNode(one) && contacts.hasNode(other)) contacts.addEdge(one, other, { weight })
  }
  if (contacts.size === 0) return new Map(keys.map((key) => [key, 0]))
  return new Map(Object.entries(louvain(contacts, { randomWalk: false, rng: () => 0.5 })))
}
