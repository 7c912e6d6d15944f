/** What stands on the map: places with what happened there, as the filters let through. */
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { Modality } from '../../model/facts.ts'
import type { EntityAttributes, EventAttributes } from '../../model/graph.ts'
import { EDGES, EVENT_TYPES, type Family } from '../../model/ontology.ts'
import { datesOf } from './dates.ts'
import { type Filters, visibleIn } from './filters.ts'
import { tellingOf, toldByEvents } from './moments.ts'

export interface Happening {
  readonly kind: 'node' | 'edge'
  readonly key: string
  readonly family: Family
  readonly modality: Modality
  /** People killed and wounded, as reported. */
  readonly toll: number
}

export interface Spot {
  readonly key: string
  readonly label: string
  readonly type: EntityAttributes['type']
  readonly lat: number
  readonly lon: number
  /** False of a state or region, for all of which one point stands. */
  readonly isExact: boolean
  readonly happenings: readonly Happening[]
}

export interface Spots {
  /** Those where most happened first. */
  readonly placed: readonly Spot[]
  /** Places of which nobody knows where they are, by name. */
  readonly unplaced: readonly { readonly key: string; readonly label: string }[]
}

/** The lens does not matter: where something happened is the same under each. States are there only where something happened in them. */
export function spotsOf(graph: KnowledgeGraph, filters: Filters): Spots {
  const { nodes, edges } = visibleIn(graph, { ...filters, lens: 'all' })
  const told = toldByEvents(graph, nodes)
  const happenings = new Map<string, Map<string, Happening>>()
  const add = (place: string, happening: Happening): void => {
    const there = happenings.get(place) ?? new Map<string, Happening>()
    happenings.set(place, there.set(happening.key, happening))
  }
  for (const key of edges) {
    const { relation, modality, event } = graph.getEdgeAttributes(key)
    const [source, target] = graph.extremities(key)
    if (relation === 'occurred_at') {
      const about = graph.getNodeAttributes(source)
      if (about.kind === 'event') add(target, happeningOf(source, about))
    } else if (EDGES[relation].nature === 'deed') {
      const isTold = event !== undefined && nodes.has(event)
      const place = [target, source].find((end) => graph.getNodeAttribute(end, 'kind') === 'place')
      if (place === undefined) continue
      const { family } = EDGES[relation]
      const [date = null] = datesOf(graph.getEdgeAttributes(key)).map(({ from }) => from)
      if (told.has(tellingOf(source, target, family, date))) continue
      const about = isTold ? graph.getNodeAttributes(event) : undefined
      if (about?.kind === 'event') add(place, happeningOf(event!, about))
      else add(place, { kind: 'edge', key, family, modality, toll: 0 })
    }
  }
  const placed: Spot[] = []
  const unplaced: { key: string; label: string }[] = []
  for (const key of nodes) {
    const node = graph.getNodeAttributes(key)
    if (node.kind === 'event' || (node.kind !== 'place' && !happenings.has(key))) continue
    const { label, type, lat, lon } = node
    const there = [...(happenings.get(key)?.values() ?? [])]
    if (lat === undefined || lon === undefined) unplaced.push({ key, label })
    else placed.push({ key, label, type, lat, lon, isExact: type === 'city' || type === 'facility', happenings: there })
  }
  return {
    placed: placed.sort((a, b) => b.happenings.length - a.happenings.length || (a.key < b.key ? -1 : 1)),
    unplaced: unplaced.sort((a, b) => a.label.localeCompare(b.label, 'en')),
  }
}

const happeningOf = (key: string, event: EventAttributes): Happening => ({
  kind: 'node',
  key,
  family: EVENT_TYPES[event.type].family,
  modality: event.modality,
  toll: (event.killed ?? 0) + (event.wounded ?? 0),
})

/** What happened as the texts say; plans, denials and the like are counted apart, and never drawn as facts. */
export const reported = ({ happenings }: Spot): readonly Happening[] =>
  happenings.filter(({ modality }) => modality === 'asserted')

export const tollOf = (spot: Spot): number => reported(spot).reduce((sum, { toll }) => sum + toll, 0)

/** Radius in pixels: the area grows with the number, and the greatest covers no neighbour country. @param most of all */
export function radiusOf(value: number, most: number): number {
  if (value <= 0) return 4
  return Math.round((4.5 + Math.min(3.2, 20 / Math.sqrt(Math.max(most, 1))) * Math.sqrt(value)) * 10) / 10
}

export interface Slice {
  readonly family: Family
  /** Shares of the circle, from 0 to 1. */
  readonly from: number
  readonly to: number
}

/** The families of what happened, in the order of the ontology, as parts of a circle. */
export function slicesOf(happenings: readonly Happening[], order: readonly Family[]): readonly Slice[] {
  const slices: Slice[] = []
  let from = 0
  for (const family of order) {
    const share = happenings.filter((happening) => happening.family === family).length / happenings.length
    if (share > 0) slices.push({ family, from, to: from + share })
    from += Number.isNaN(share) ? 0 : share
  }
  return slices
}

/** Spots that what is selected has to do with: the place itself, those of an event, those where a person or body took part. */
export function spotsAround(
  graph: KnowledgeGraph,
  selected: { readonly kind: string; readonly key: string },
): ReadonlySet<string> {
  const { kind, key } = selected
  const around = new Set<string>()
  const addNode = (node: string): void => {
    around.add(node)
    for (const neighbor of graph.neighbors(node)) around.add(neighbor)
  }
  if (kind === 'edge' && graph.hasEdge(key)) {
    for (const end of graph.extremities(key)) around.add(end)
    const event = graph.getEdgeAttribute(key, 'event')
    if (event !== undefined && graph.hasNode(event)) addNode(event)
  } else if (kind === 'node' && graph.hasNode(key)) {
    if (graph.getNodeAttribute(key, 'kind') === 'place') return new Set([key])
    addNode(key)
    for (const neighbor of graph.neighbors(key))
      if (graph.getNodeAttribute(neighbor, 'kind') === 'event') addNode(neighbor)
  } else return around
  return around
}
