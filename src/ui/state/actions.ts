/** What a reader can do. */
import { batch } from '@preact/signals'
import type { Filters } from '../view/filters.ts'
import { NO_FILTERS } from '../view/filters.ts'
import type { Screen, Selection } from '../view/route.ts'
import { approached, hovered, isPhone, setView, sheet, view } from './store.ts'

/** @param approach whether the camera goes there; not after a click on the graph, where the reader already is */
export function select(selection: Selection | null, approach: boolean): void {
  batch(() => {
    hovered.value = null
    setView({ selection }, true)
    if (selection !== null) {
      if (approach && selection.kind !== 'document') approached.value = { kind: selection.kind, key: selection.key }
      if (isPhone.value) sheet.value = 'details'
    } else if (sheet.value === 'details') sheet.value = 'graph'
  })
}

export const showScreen = (screen: Screen): void => setView({ screen }, true)

export const seek = (query: string): void => setView({ query }, false)

export const filterBy = (change: Partial<Filters>): void =>
  setView({ filters: { ...view.value.filters, ...change } }, false)

export const clearFilters = (): void => filterBy({ ...NO_FILTERS, lens: view.value.filters.lens })

/** The set with the value switched. */
export function toggled<T>(values: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(values)
  if (!next.delete(value)) next.add(value)
  return next
}

/** All but the one; or none, when it was alone already. */
export function allBut<T>(all: readonly T[], one: T, without: ReadonlySet<T>): ReadonlySet<T> {
  const rest = all.filter((value) => value !== one)
  return rest.every((value) => without.has(value)) && !without.has(one) ? new Set() : new Set(rest)
}
