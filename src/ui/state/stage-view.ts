/** The view as the stage needs it, read from the signals. */
import { computed } from '@preact/signals'
import type { ShownPaths, StageView } from '../graph/reducers.ts'
import { saidIn } from '../view/filters.ts'
import { neighboursOf } from '../view/steps.ts'
import { askedPath, graph, hovered, scheme, selection, shownPaths, steps, visible } from './store.ts'

/** Paths drawn at once, of those that were found. */
const MOST_DRAWN = 5

const pinned = computed(() => new Set(steps.value.pinned.keys()))

export const pathShown = computed<ShownPaths | null>(() => {
  const all = shownPaths.value
  const chosen = all[askedPath.value?.at ?? 0] ?? all[0]
  if (chosen === undefined) return null
  // Longer ways round would light half of the graph.
  const drawn = [chosen, ...all.filter(({ edges }) => edges.length <= chosen.edges.length)].slice(0, MOST_DRAWN)
  return {
    chosen,
    all: { nodes: new Set(drawn.flatMap(({ nodes }) => nodes)), edges: new Set(drawn.flatMap(({ edges }) => edges)) },
  }
})

export const stageView = computed<StageView>(() => {
  const chosen = selection.value
  const facts = graph.value
  return {
    scheme: scheme.value,
    visible: visible.value,
    hovered: hovered.value,
    spotlight: chosen?.kind === 'document' && facts !== null ? saidIn(facts, chosen.key) : null,
    selected: chosen === null || chosen.kind === 'document' ? null : { kind: chosen.kind, key: chosen.key },
    path: pathShown.value,
    pinned: pinned.value,
  }
})

/** What belongs into the picture when the camera goes to a target: a node with its neighbours, an edge with its ends. */
export function surroundings({ kind, key }: { readonly kind: 'node' | 'edge'; readonly key: string }): string[] {
  const facts = graph.value
  if (facts === null) return []
  const { nodes } = visible.value
  if (kind === 'edge') return facts.hasEdge(key) ? facts.extremities(key).filter((end) => nodes.has(end)) : []
  // Where what is selected is filtered out, there is nothing to look at.
  return facts.hasNode(key) && nodes.has(key) ? [key, ...neighboursOf(facts, key, visible.value)] : []
}
