/** What a reader can do. */
import { batch, signal } from '@preact/signals'
import type { Filters } from '../view/filters.ts'
import { NO_FILTERS, revealing } from '../view/filters.ts'
import type { Screen, Selection, View } from '../view/route.ts'
import { FIRST_VIEW } from '../view/route.ts'
import { bringIn } from '../view/steps.ts'
import { dates, FILTER_LABELS, LENS_LABELS } from '../view/words.ts'
import { approached, baseNodes, graph, hovered, isPhone, setView, sheet, shownPaths, view, visible } from './store.ts'
import { take } from './trail.ts'

/** @param approach whether the camera goes there; not after a click on the graph, where the reader already is */
export function select(selection: Selection | null, approach: boolean): void {
  batch(() => {
    hovered.value = null
    const target = selection === null || selection.kind === 'document' ? null : selection
    const moved = target !== null && approach ? { camera: null } : {}
    const change = target === null ? {} : revealed(target.kind, target.key)
    if (Object.keys(change).length > 0) take(`Show ${nameOf(target?.key ?? '')}`, { selection, ...change, ...moved })
    else setView({ selection, ...moved }, true)
    if (selection !== null) {
      if (target !== null && approach) approached.value = { kind: target.kind, key: target.key }
      if (isPhone.value) sheet.value = 'details'
    } else if (sheet.value === 'details' && view.value.path === null) sheet.value = 'graph'
  })
}

/** What is selected is never hidden: neither by filters nor by steps. */
function revealed(kind: 'node' | 'edge', key: string): Partial<View> {
  const facts = graph.value
  const { filters, steps } = view.value
  const isThere = facts !== null && (kind === 'node' ? facts.hasNode(key) : facts.hasEdge(key))
  if (visible.value[kind === 'node' ? 'nodes' : 'edges'].has(key)) return {}
  if (!isThere) return kind === 'node' ? { steps: bringIn(steps, [key]) } : {}
  const wider = revealing(facts, filters, kind, key)
  const ends = kind === 'node' ? [key] : facts.extremities(key)
  const isOut = (end: string): boolean => steps.hidden.has(end) || steps.alone || !baseNodes.value.has(end)
  return {
    ...(wider !== filters && { filters: wider }),
    ...(ends.some(isOut) && { steps: bringIn(steps, ends.filter(isOut)) }),
  }
}

/** How a node is called, or both ends of an edge. */
export function nameOf(key: string): string {
  const facts = graph.value
  if (facts === null) return key
  if (facts.hasNode(key)) return facts.getNodeAttribute(key, 'label')
  if (facts.hasEdge(key))
    return facts
      .extremities(key)
      .map((end) => facts.getNodeAttribute(end, 'label'))
      .join(' – ')
  return key.replace(/^[^:]*:/, '').replaceAll('-', ' ')
}

export const showScreen = (screen: Screen): void => setView({ screen }, true)

export const seek = (query: string): void => setView({ query }, false)

/** Changes filters; a step that can be undone. */
export const filterBy = (change: Partial<Filters>, label = labelOf(change)): void =>
  take(
    label,
    { filters: { ...view.value.filters, ...change }, ...(change.lens !== undefined && { camera: null }) },
    false,
    DRAGGED.find((name) => Object.keys(change).join() === name) ?? null,
  )

/** Filters that are changed by dragging, many times on the way. */
const DRAGGED: readonly (keyof Filters)[] = ['window', 'minConfidence']

/** What stands among the steps for a change of one filter. */
function labelOf({ lens, window, minConfidence, ...others }: Partial<Filters>): string {
  if (lens !== undefined) return LENS_LABELS[lens]
  if (window !== undefined) return window === null ? 'Any time' : dates(window.from, window.to)!
  if (minConfidence !== undefined) return 'Confidence'
  const [name] = Object.keys(others) as (keyof typeof others)[]
  return name === undefined ? 'Filters' : FILTER_LABELS[name]
}

export const clearFilters = (): void => filterBy({ ...NO_FILTERS, lens: view.value.filters.lens }, 'No filters')

/** Everything as when the library was opened. */
export const resetView = (): void => {
  const { filters, steps, path } = FIRST_VIEW
  take('Whole library', { filters, steps, path, camera: null })
}

// ------------------------------------------------------------------------------------------------- how two are connected

/** Set while the reader has just been asked for an end: the keyboard goes to its field. */
export const seeksEnd = signal(false)

/** Asks how two are connected; where an end is null the reader is asked to choose it. */
export function askPath(from: string | null, to: string | null): void {
  const path = { from, to, at: 0, asserted: view.value.path?.asserted ?? false }
  batch(() => {
    hovered.value = null
    seeksEnd.value = from === null || to === null || from === to
    if (from === null || to === null || from === to) setView({ path: { ...path, to: from === to ? null : to } }, false)
    else take(`${nameOf(from)} – ${nameOf(to)}`, { path, selection: null, camera: null })
    if (view.value.selection !== null) setView({ selection: null }, false)
    if (isPhone.value) sheet.value = 'details'
  })
}

export const swapPath = (): void => {
  const { path } = view.value
  if (path !== null) askPath(path.to, path.from)
}

export function lookAtPath(at: number): void {
  const { path } = view.value
  const count = shownPaths.value.length
  if (path === null || count === 0) return
  take('Another path', { path: { ...path, at: (at + count) % count }, camera: null }, false)
}

export function onlyAsserted(asserted: boolean): void {
  const { path } = view.value
  if (path !== null) take('Paths', { path: { ...path, asserted, at: 0 } }, false)
}

export function closePath(): void {
  batch(() => {
    take('Path closed', { path: null, camera: null })
    if (sheet.value === 'details' && view.value.selection === null) sheet.value = 'graph'
  })
}

/** The end that the reader is still choosing, when a node is clicked or found. */
export function chooseEnd(key: string): boolean {
  const { path } = view.value
  if (path === null || (path.from !== null && path.to !== null)) return false
  if (path.from === null) askPath(key, path.to)
  else askPath(path.from, key)
  return true
}
