/** Texts of documents, fetched once each. */
import { type Signal, signal } from '@preact/signals'
import type { DocumentAnswer } from '../../api/schemas.ts'
import type { DocumentId } from '../../model/ids.ts'
import { fetchDocument, inWords } from '../api-client.ts'
import { failed, LOADING, type Loadable, ready } from './loadable.ts'

const known = new Map<string, Signal<Loadable<DocumentAnswer>>>()

/** Starts to fetch the document when it is asked for the first time, or after a failure. */
export function documentSignal(id: DocumentId | string): Signal<Loadable<DocumentAnswer>> {
  const cached = known.get(id)
  if (cached !== undefined && cached.peek().state !== 'failed') return cached
  const state = cached ?? signal<Loadable<DocumentAnswer>>(LOADING)
  known.set(id, state)
  fetchDocument(id).then(
    (answer) => {
      state.value = ready(answer)
    },
    (error) => {
      state.value = failed(inWords(error))
    },
  )
  return state
}
