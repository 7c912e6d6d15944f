/** Asks the server how two nodes are connected, when the view does. */
import { computed, effect } from '@preact/signals'
import { fetchPaths, inWords, isAbort } from '../api-client.ts'
import { failed, IDLE, LOADING, ready } from './loadable.ts'
import { announcement, library, paths, view } from './store.ts'

/** A string, so that looking at the next path asks nothing again. */
const question = computed(() => {
  const { path } = view.value
  if (path === null || path.from === null || path.to === null) return null
  return JSON.stringify([path.from, path.to, path.asserted])
})

/** Whose answer is shown, or awaited. */
let shown: string | null = null

effect(() => {
  const asked = question.value
  // Read so that it is asked anew when the library has changed.
  void library.value
  if (asked === null) {
    paths.value = IDLE
    shown = null
    return
  }
  const [from, to, asserted] = JSON.parse(asked) as [string, string, boolean]
  const abort = new AbortController()
  const isNew = asked !== shown
  // Of the same question the older answer stays until the newer one is there.
  if (isNew || paths.peek().state !== 'ready') paths.value = LOADING
  shown = asked
  fetchPaths({ from, to, asserted }, abort.signal).then(
    (answer) => {
      paths.value = ready(answer)
      if (!isNew) return
      const count = answer.paths.length
      announcement.value =
        count === 0
          ? `No path found between ${answer.from.label} and ${answer.to.label}.`
          : `${count === 1 ? '1 path' : `${count} paths`} between ${answer.from.label} and ${answer.to.label}, the shortest in ${answer.paths[0]!.length} steps.`
    },
    (error) => {
      if (!isAbort(error)) paths.value = failed(inWords(error))
    },
  )
  return () => abort.abort()
})
