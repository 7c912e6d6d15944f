/** What the timeline counts: each happening and each fact once, when it began, under the filters but for the time itself. */
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { CivilDate } from '../../model/date.ts'
import { EDGES, EVENT_TYPES, type Family } from '../../model/ontology.ts'
import { datesOf } from './dates.ts'
import { type Filters, visibleIn } from './filters.ts'

export interface Moment {
  readonly kind: 'node' | 'edge'
  readonly key: string
  readonly family: Family
  /** May be as coarse as a year; null where the texts give no date. */
  readonly date: CivilDate | null
}

/**
 * The lens does not matter: it shows the same facts in another way. A relation that is the short form of an event is not counted
 * beside it.
 */
export function momentsOf(graph: KnowledgeGraph, filters: Filters): readonly Moment[] {
  const { nodes, edges } = visibleIn(graph, { ...filters, lens: 'all', window: null, loose: false })
  const told = toldByEvents(graph, nodes)
  const moments: Moment[] = []
  for (const key of nodes) {
    const node = graph.getNodeAttributes(key)
    if (node.kind !== 'event') continue
    moments.push({ kind: 'node', key, family: EVENT_TYPES[node.type].family, date: datesOf(node)[0]?.from ?? null })
  }
  for (const key of edges) {
    const edge = graph.getEdgeAttributes(key)
    const { family } = EDGES[edge.relation]
    if (family === 'participation' || (edge.event !== undefined && nodes.has(edge.event))) continue
    const [source, target] = graph.extremities(key)
    // Something done more than once is counted for each day that is known.
    const dates = datesOf(edge).map(({ from }) => from)
    for (const date of dates.length > 0 ? dates : [null])
      if (!told.has(tellingOf(source, target, family, date))) moments.push({ kind: 'edge', key, family, date })
  }
  return moments
}

/** Who took part together, and when: an edge behind which there are several events names none of them. */
export function toldByEvents(graph: KnowledgeGraph, nodes: ReadonlySet<string>): ReadonlySet<string> {
  const told = new Set<string>()
  for (const key of nodes) {
    const node = graph.getNodeAttributes(key)
    if (node.kind !== 'event') continue
    const parts = graph.neighbors(key)
    const { family } = EVENT_TYPES[node.type]
    const date = datesOf(node)[0]?.from ?? null
    for (const one of parts) for (const other of parts) if (one !== other) told.add(tellingOf(one, other, family, date))
  }
  return told
}

export const tellingOf = (source: string, target: string, family: Family, date: CivilDate | null): string =>
  [source, target, family, date ?? ''].join('\n')
