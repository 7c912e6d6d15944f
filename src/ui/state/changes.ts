/** Keeps the page in step with the library, whoever changes it, without taking anything from under the reader's eyes. */
import { computed, effect, signal } from '@preact/signals'
import { isAnswering } from '../api-client.ts'
import { listenToChanges } from '../api-streams.ts'
import { isCutOff } from './connection.ts'
import { library, loadLibrary } from './store.ts'

/** A library that grows by a text each moment is fetched no more often. */
const REST_MS = 2500
const RETRY_MS = 2000

// A browser keeps few connections to one server: pages that nobody looks at give theirs back.
const isHidden = signal(document.hidden)
document.addEventListener('visibilitychange', () => {
  isHidden.value = document.hidden
})

const isListening = computed(() => library.value.state === 'ready' && !isCutOff.value && !isHidden.value)

effect(() => {
  if (!isListening.value) return
  const abort = new AbortController()
  void follow(abort.signal)
  return () => abort.abort()
})

async function follow(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await listenToChanges(hear, signal)
    } catch {
      // Whether the server is gone is asked next.
    }
    if (signal.aborted || !(await isAnswering())) return
    await pause(RETRY_MS)
  }
}

let heard: string | null = null
let isBusy = false

function hear(version: string): void {
  heard = version
  if (!isBusy) void catchUp()
}

async function catchUp(): Promise<void> {
  isBusy = true
  while (heard !== null && !isShown(heard)) {
    const version = heard
    await loadLibrary(true)
    if (heard === version) heard = null
    await pause(REST_MS)
  }
  isBusy = false
}

/** The graph's version also names the program. */
function isShown(version: string): boolean {
  const state = library.peek()
  return state.state === 'ready' && state.value.version?.endsWith(`-${version}`) === true
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
