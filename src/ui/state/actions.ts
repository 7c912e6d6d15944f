/** What a reader can do. */
import { batch } from '@preact/signals'
import type { Filters } from '../view/filters.ts'
import { NO_FILTERS, revealing } from '../view/filters.ts'
import type { Screen, Selection } from '../view/route.ts'
import { approached, graph, hovered, isPhone, setView, sheet, view } from './store.ts'

/** @param approach whether the camera goes there; not after a click on the graph, where the reader already is */
export function select(selection: Selection | null, approach: boolean): void {
  batch(() => {
    hovered.value = null
    const shown = selection === null || selection.kind === 'document' ? null : revealed(selection.kind, selection.key)
    setView({ selection, ...(shown !== null && { filters: shown }) }, true)
    if (selection !== null) {
      if (approach && selection.kind !== 'document') approached.value = { kind: selection.kind, key: selection.key }
      if (isPhone.value) sheet.value = 'details'
    } else if (sheet.value === 'details') sheet.value = 'graph'
  })
}

/** What is selected is never hidden. */
const revealed = (kind: 'node' | 'edge', key: string): Filters | null =>
  graph.value === null ? null : revealing(graph.value, view.value.filters, kind, key)

export const showScreen = (screen: Screen): void => setView({ screen }, true)

export const seek = (query: string): void => setView({ query }, false)

export const filterBy = (change: Partial<Filters>): void =>
  setView({ filters: { ...view.value.filters, ...change } }, false)

export const clearFilters = (): void => filterBy({ ...NO_FILTERS, lens: view.value.filters.lens })
