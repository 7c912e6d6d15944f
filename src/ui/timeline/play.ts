/** Lets the window run along the bars. */
import { isPlaying, setWindow } from '../state/time.ts'
import { type Bin, windowOf } from '../view/bins.ts'

/** Long enough to see who comes and goes. */
const STEP_MS = 900
/** Share of the bars that a window has when the reader has not set one. */
const FIRST_WINDOW = 0.1

export type Range = readonly [first: number, last: number]

/** The next place of the window: from the beginning where there is none, or where it has come to the end. */
export function nextRange(count: number, range: Range | undefined): Range {
  const length = range === undefined ? Math.max(1, Math.round(count * FIRST_WINDOW)) : range[1] - range[0] + 1
  if (range === undefined || range[1] >= count - 1) return [0, Math.min(length, count) - 1]
  return [range[0] + 1, range[1] + 1]
}

let timer: ReturnType<typeof setInterval> | undefined

/** @param look what is shown at the moment of each step */
export function play(look: () => { readonly bins: readonly Bin[]; readonly range: Range | undefined }): void {
  stop()
  isPlaying.value = true
  const step = (): void => {
    const { bins, range } = look()
    const next = nextRange(bins.length, range)
    if (bins.length > 0) setWindow(windowOf(bins, ...next))
    if (next[1] >= bins.length - 1) stop()
  }
  step()
  if (isPlaying.value) timer = setInterval(step, STEP_MS)
}

export function stop(): void {
  clearInterval(timer)
  isPlaying.value = false
}
