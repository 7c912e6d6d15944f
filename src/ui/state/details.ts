/** What the panel shows about the selection. */
import { effect, signal } from '@preact/signals'
import type { DocumentAnswer, EdgeView, NodeAnswer } from '../../api/schemas.ts'
import { fetchDocument, fetchEdge, fetchNode, inWords, isAbort } from '../api-client.ts'
import { failed, IDLE, LOADING, type Loadable, ready } from './loadable.ts'
import { library, selection } from './store.ts'

export type Details =
  | { readonly kind: 'node'; readonly answer: NodeAnswer }
  | { readonly kind: 'edge'; readonly answer: EdgeView }
  | { readonly kind: 'document'; readonly answer: DocumentAnswer }

export const details = signal<Loadable<Details>>(IDLE)

async function fetchDetails(kind: Details['kind'], key: string, abort: AbortSignal): Promise<Details> {
  switch (kind) {
    case 'node':
      return { kind, answer: await fetchNode(key, abort) }
    case 'edge':
      return { kind, answer: await fetchEdge(key, abort) }
    case 'document':
      return { kind, answer: await fetchDocument(key, abort) }
  }
}

/** What the panel shows, or is about to. */
let shown = ''

effect(() => {
  const chosen = selection.value
  // Read so that the panel is fetched anew when the library has grown.
  void library.value
  if (chosen === null) {
    details.value = IDLE
    shown = ''
    return
  }
  const abort = new AbortController()
  const sought = `${chosen.kind} ${chosen.key}`
  // Of the same thing the older answer stays until the newer one is there.
  if (sought !== shown || details.peek().state !== 'ready') details.value = LOADING
  shown = sought
  fetchDetails(chosen.kind, chosen.key, abort.signal).then(
    (answer) => {
      details.value = ready(answer)
    },
    (error) => {
      if (!isAbort(error)) details.value = failed(inWords(error))
    },
  )
  return () => abort.abort()
})
