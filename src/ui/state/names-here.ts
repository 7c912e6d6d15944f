/** Names that the page knows itself: they are there with the next frame, while the server is still looking. */
import { computed, signal } from '@preact/signals'
import type { NameFound, namesIn } from '../view/names-here.ts'
import { graph, library, view } from './store.ts'

const make = signal<typeof namesIn | null>(null)

/** A new one with each graph, made when somebody looks for a name. */
const index = computed(() => {
  const [state, facts] = [library.value, graph.value]
  if (make.value === null || facts === null || state.state !== 'ready') return null
  return make.value(facts, facts.order >= state.value.total.nodes)
})

/** What the page finds by itself for these words. */
export const namesHere = (words: string): readonly NameFound[] => (words === '' ? [] : (index.value?.(words) ?? []))

const sought = computed(() => view.value.query.trim())

/** The same for the words in the search. */
export const foundHere = computed(() => namesHere(sought.value))

let asked = false

/** Called when somebody is about to type. */
export function prepareNames(): void {
  if (asked) return
  asked = true
  void import('../view/names-here.ts').then(
    ({ namesIn }) => {
      make.value = namesIn
      // The index is made before the first key is pressed.
      setTimeout(() => void index.value)
    },
    () => {
      // The server finds them all the same.
      asked = false
    },
  )
}
