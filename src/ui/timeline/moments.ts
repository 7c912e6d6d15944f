/** What the timeline shows at this moment, worked out from the graph and the view. */
import { computed } from '@preact/signals'
import { filters, graph, view } from '../state/store.ts'
import { type Binned, binned, spanOf, unitFor, unitsFor } from '../view/bins.ts'
import type { Stretch } from '../view/dates.ts'
import { type Filters, NO_FILTERS } from '../view/filters.ts'
import { type Moment, momentsOf } from '../view/moments.ts'
import type { Unit } from '../view/time-view.ts'

/** The same object while only what the timeline does not look at has changed, so that a dragged window counts nothing anew. */
let kept: Filters = NO_FILTERS
const relevant = computed((): Filters => {
  const { window: _window, undated: _undated, lens: _lens, loose: _loose, ...rest } = filters.value
  const isSame = Object.entries(rest).every(([name, value]) => kept[name as keyof Filters] === value)
  if (!isSame) kept = filters.value
  return kept
})

const moments = computed((): readonly Moment[] => (graph.value === null ? [] : momentsOf(graph.value, relevant.value)))
/** From the first to the last date; null where there is none. */
export const whole = computed((): Stretch | null => spanOf(moments.value))
/** The time that is shown: what the reader zoomed in on, or all of it. */
const shown = computed((): Stretch | null => view.value.time.shown ?? whole.value)
export const units = computed((): readonly Unit[] => (shown.value === null ? [] : unitsFor(shown.value)))
const unit = computed((): Unit => {
  const { unit: chosen } = view.value.time
  if (chosen !== null && units.value.includes(chosen)) return chosen
  return shown.value === null ? 'year' : unitFor(shown.value)
})
export const timeline = computed((): Binned | null =>
  shown.value === null ? null : binned(moments.value, shown.value, unit.value),
)
export const total = computed((): number => moments.value.length)
