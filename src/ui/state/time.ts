/** What a reader does with time: the window, what is shown, and letting it run. */
import { signal } from '@preact/signals'
import type { Stretch } from '../view/dates.ts'
import type { TimeView } from '../view/time-view.ts'
import { filterBy } from './actions.ts'
import { previewView, setView, view } from './store.ts'

export const showTime = (change: Partial<TimeView>): void => setView({ time: { ...view.value.time, ...change } }, false)

export const setWindow = (window: Stretch | null): void => filterBy({ window })

/** While it is being dragged: the address follows when it is let go, because browsers refuse many changes a second. */
export const previewWindow = (window: Stretch | null): void =>
  previewView({ filters: { ...view.value.filters, window } })

export const isPlaying = signal(false)
