/**
 * What a reader changed about which nodes are drawn: brought in, hidden, pinned, or looked at alone. Plain values, so that
 * each step can be undone, named and put into a link.
 */
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { Position } from '../../graph/layout.ts'
import type { Visible } from './filters.ts'

export interface Steps {
  /** Only what was brought in is drawn, instead of the most important of the library. */
  readonly alone: boolean
  /** Nodes brought in, in groups, in the order of the steps that brought them: their places follow from it. */
  readonly added: readonly (readonly string[])[]
  readonly hidden: ReadonlySet<string>
  /** Nodes that stay where the reader put them, in units of the layout. */
  readonly pinned: ReadonlyMap<string, Position>
}

export const NO_STEPS: Steps = { alone: false, added: [], hidden: new Set(), pinned: new Map() }

export const hasSteps = ({ alone, added, hidden, pinned }: Steps): boolean =>
  alone || added.length + hidden.size + pinned.size > 0

export const addedBy = ({ added }: Steps): ReadonlySet<string> => new Set(added.flat())

export const hide = (steps: Steps, keys: Iterable<string>): Steps => ({
  ...steps,
  hidden: new Set([...steps.hidden, ...keys]),
})

export const showHidden = (steps: Steps): Steps => ({ ...steps, hidden: new Set() })

/** Brings nodes in; those that were hidden come back. */
export function bringIn(steps: Steps, keys: readonly string[]): Steps {
  const known = addedBy(steps)
  const fresh = keys.filter((key) => !known.has(key))
  const hidden = new Set(steps.hidden)
  for (const key of keys) hidden.delete(key)
  return { ...steps, hidden, added: fresh.length === 0 ? steps.added : [...steps.added, fresh] }
}

/** Nothing but these. */
export const lookAt = (keys: readonly string[]): Steps => ({ ...NO_STEPS, alone: true, added: [keys] })

export const pin = (steps: Steps, key: string, { x, y }: Position): Steps => ({
  ...steps,
  pinned: new Map([...steps.pinned, [key, { x: Math.round(x), y: Math.round(y) }]]),
})

export function unpin(steps: Steps, key: string): Steps {
  const pinned = new Map(steps.pinned)
  pinned.delete(key)
  return { ...steps, pinned }
}

/** Visible neighbours that nothing else visible holds: what folding a node away takes along. */
export function leavesOf(graph: KnowledgeGraph, key: string, visible: Visible): string[] {
  const around = neighboursOf(graph, key, visible)
  return around.filter((other) => neighboursOf(graph, other, visible).every((next) => next === key))
}

/** Neighbours along visible edges, by key. */
export function neighboursOf(graph: KnowledgeGraph, key: string, visible: Visible): string[] {
  const around = new Set<string>()
  if (!graph.hasNode(key)) return []
  graph.forEachEdge(key, (edge, _, source, target) => {
    if (visible.edges.has(edge)) around.add(source === key ? target : source)
  })
  return [...around].sort()
}

/**
 * What is left of what passes the filters after the reader's steps.
 * @param base nodes that are drawn before anybody brings one in
 */
export function afterSteps(graph: KnowledgeGraph, visible: Visible, steps: Steps, base: ReadonlySet<string>): Visible {
  if (!hasSteps(steps) && base.size === graph.order) return visible
  const added = addedBy(steps)
  const isDrawn = (key: string): boolean =>
    !steps.hidden.has(key) && (added.has(key) || (!steps.alone && base.has(key)))
  const nodes = new Set([...visible.nodes].filter(isDrawn))
  const edges = new Set([...visible.edges].filter((edge) => graph.extremities(edge).every((end) => nodes.has(end))))
  // Who has lost every tie by a step goes too, unless it was brought in by name.
  const tied = new Set([...edges].flatMap((edge) => graph.extremities(edge)))
  for (const key of nodes) if (!tied.has(key) && !added.has(key) && graph.degree(key) > 0) nodes.delete(key)
  return { nodes, edges }
}
