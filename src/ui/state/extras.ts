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

// What was corrected or added may have changed them; the older answers stay until the newer ones are there.
effect(() => {
  void library.value
  asked.clear()
  const known = [...extras.peek().keys()]
  if (known.length === 0) return
  let isOld = false
  void Promise.allSettled(known.map((key) => fetchNode(key))).then((answers) => {
    if (isOld) return
    const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
    const since = [...extras.peek()].filter(([key]) => !known.includes(key))
    extras.value = new Map([...found.map((a) => [a.node.key, a] as const), ...since])
  })
  return () => {
    isOld = true
  }
})
