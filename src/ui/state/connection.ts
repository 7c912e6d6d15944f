/** Whether the server is there; while it is not, the page asks again by itself. */
import { effect, signal } from '@preact/signals'
import { isAnswering, reachable } from '../api-client.ts'
import { announcement, library, loadLibrary } from './store.ts'

/** Longer each time, so that a closed laptop does not keep asking. */
const WAITS_MS = [1000, 2000, 4000, 8000, 15_000] as const

/** True from the first question that went unanswered to the next answer. */
export const isCutOff = signal(false)

effect(() => {
  if (reachable.value || isCutOff.peek()) return
  isCutOff.value = true
  announcement.value = 'The server does not answer.'
  void askAgain(0)
})

async function askAgain(attempt: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, WAITS_MS[Math.min(attempt, WAITS_MS.length - 1)]))
  if (!(await isAnswering())) return askAgain(attempt + 1)
  isCutOff.value = false
  announcement.value = 'The server answers again.'
  // What was asked for meanwhile was not answered; a page that shows something keeps showing it.
  if (library.peek().state !== 'loading') await loadLibrary(true)
}

/** At once, for those who do not want to wait. */
export async function tryNow(): Promise<void> {
  if (!(await isAnswering())) return
  isCutOff.value = false
  await loadLibrary(true)
}
