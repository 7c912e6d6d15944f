/** Fetches what the view speaks of and the first graph does not hold. */
import { effect } from '@preact/signals'
import { fetchNode } from '../api-client.ts'
import { addedBy } from '../view/steps.ts'
import { extras, library, selection, shownPaths, steps } from './store.ts'

const asked = new Set<string>()

effect(() => {
  const state = library.value
  if (state.state !== 'ready') return
  const chosen = selection.value
  const wanted = [
    ...addedBy(steps.value),
    ...shownPaths.value.flatMap(({ nodes }) => nodes),
    ...(chosen?.kind === 'node' ? [chosen.key] : []),
  ]
  const missing = wanted.filter((key) => !state.value.graph.hasNode(key) && !extras.peek().has(key) && !asked.has(key))
  if (missing.length === 0) return
  for (const key of missing) asked.add(key)
  void Promise.allSettled(missing.map((key) => fetchNode(key))).then((answers) => {
    const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
    if (found.length > 0) extras.value = new Map([...extras.peek(), ...found.map((a) => [a.node.key, a] as const)])
  })
})

// What was corrected or added may have changed them.
effect(() => {
  void library.value
  asked.clear()
  extras.value = new Map()
})
