/** The steps that a reader took, for undo, redo and the line of crumbs. */
import { computed, signal } from '@preact/signals'
import { FIRST_VIEW, formatRoute, type View } from '../view/route.ts'
import { hasSteps } from '../view/steps.ts'
import { announcement, setView, view } from './store.ts'

/** What a step changes of the view; the camera and the selection are not steps. */
type Stepped = Pick<View, 'filters' | 'steps' | 'path'>

export interface Moment extends Stepped {
  readonly label: string
  /** What was done: to do the same at once again goes on with the step. */
  readonly deed: string | null
}

interface Trail {
  readonly moments: readonly Moment[]
  readonly at: number
}

const START = 'Whole library'

const steppedOf = ({ filters, steps, path }: View): Stepped => ({ filters, steps, path })
const addressOf = ({ filters, steps, path }: Stepped): string => formatRoute({ ...FIRST_VIEW, filters, steps, path })
const isSame = (a: Stepped, b: Stepped): boolean => addressOf(a) === addressOf(b)

function beginning(): Trail {
  const start: Moment = { label: START, deed: START, ...steppedOf(FIRST_VIEW) }
  const here: Moment = { label: 'The linked view', deed: START, ...steppedOf(view.peek()) }
  return isSame(start, here) || !(hasSteps(here.steps) || here.path !== null)
    ? { moments: [{ ...here, label: START }], at: 0 }
    : { moments: [start, here], at: 1 }
}

const trail = signal<Trail>(beginning())

export const moments = computed(() => trail.value.moments.slice(0, trail.value.at + 1))
export const canUndo = computed(() => trail.value.at > 0)
export const canRedo = computed(() => trail.value.at < trail.value.moments.length - 1)

/** Dragging a handle changes a filter many times a second, and a window that runs along once in a while; that is one step. */
const ONE_GESTURE_MS = 1500
let lastAt = Number.NEGATIVE_INFINITY

/**
 * Changes the view by a step that can be undone.
 * @param deed what is done, where the label tells what came of it; null for what is a step each time
 */
export function take(label: string, change: Partial<View>, inHistory = true, deed: string | null = label): void {
  const { moments: all, at } = trail.value
  setView(change, inHistory)
  const moment: Moment = { label, deed, ...steppedOf(view.value) }
  if (isSame(moment, all[at]!)) return
  const now = performance.now()
  const goesOn = at > 0 && deed !== null && all[at]!.deed === deed && now - lastAt < ONE_GESTURE_MS
  lastAt = now
  const before = all.slice(0, goesOn ? at : at + 1)
  trail.value = { moments: [...before, moment], at: before.length }
}

/** Goes back or forth to a step. */
export function goToMoment(at: number): void {
  const moment = trail.value.moments[at]
  if (moment === undefined) return
  const [from, to] = [trail.value.at, at]
  trail.value = { ...trail.value, at }
  lastAt = Number.NEGATIVE_INFINITY
  const { filters, steps, path } = moment
  setView({ filters, steps, path, camera: null }, true)
  announcement.value = to < from ? `Undone. Now: ${moment.label}.` : `Done again: ${moment.label}.`
}

export const undo = (): void => {
  if (canUndo.value) goToMoment(trail.value.at - 1)
}
export const redo = (): void => {
  if (canRedo.value) goToMoment(trail.value.at + 1)
}

// The browser's own "back" is a step too.
addEventListener('popstate', () => {
  const { moments: all } = trail.value
  const here = steppedOf(view.value)
  const known = all.findLastIndex((moment) => isSame(moment, here))
  trail.value = known >= 0 ? { moments: all, at: known } : beginning()
})
