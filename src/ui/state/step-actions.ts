/** Steps of the view: bring in, fold, hide, pin, look at alone. */
import { batch } from '@preact/signals'
import type { Position } from '../../graph/layout.ts'
import { bringIn, hide, leavesOf, lookAt, neighboursOf, pin, showHidden, unpin } from '../view/steps.ts'
import { counted } from '../view/words.ts'
import { nameOf, select } from './actions.ts'
import { announcement, approached, graph, view, visible } from './store.ts'
import { take } from './trail.ts'

/** Draws more neighbours of a node. */
export function expand(node: string, neighbours: readonly string[]): void {
  batch(() => {
    take(`+${neighbours.length} around ${nameOf(node)}`, { steps: bringIn(view.value.steps, neighbours), camera: null })
    approached.value = { kind: 'node', key: node }
    announcement.value = `${counted(neighbours.length, 'neighbour')} of ${nameOf(node)} added.`
  })
}

/** Takes away the neighbours that hang on this node alone. */
export function fold(node: string): void {
  if (graph.value === null) return
  const leaves = leavesOf(graph.value, node, visible.value)
  take(`Fold ${nameOf(node)}`, { steps: hide(view.value.steps, leaves) })
  announcement.value = `${counted(leaves.length, 'neighbour')} of ${nameOf(node)} folded away.`
}

export function hideNode(node: string): void {
  batch(() => {
    if (view.value.selection?.key === node) select(null, false)
    take(`Hide ${nameOf(node)}`, { steps: hide(view.value.steps, [node]) })
    announcement.value = `${nameOf(node)} hidden.`
  })
}

export const showAllHidden = (): void => take('Show what was hidden', { steps: showHidden(view.value.steps) })

/** Only the node and what it is tied to now. */
export function lookAround(node: string): void {
  if (graph.value === null) return
  const around = neighboursOf(graph.value, node, visible.value)
  take(`Around ${nameOf(node)}`, { steps: lookAt([node, ...around]), camera: null })
  announcement.value = `Only ${nameOf(node)} and ${counted(around.length, 'neighbour')} shown.`
}

export const pinNode = (node: string, at: Position): void =>
  take(`Pin ${nameOf(node)}`, { steps: pin(view.value.steps, node, at) }, false)

export const unpinNode = (node: string): void =>
  take(`Let ${nameOf(node)} go`, { steps: unpin(view.value.steps, node) }, false)
