/** What the reader corrects: sent to the server at once, and undone as easily. */
import { signal } from '@preact/signals'
import type { Suggestion } from '../../api/corrections.ts'
import type { Wish } from '../../model/corrections.ts'
import { fetchSuggestions, inWords, sendCorrection, undoCorrection } from '../api-client.ts'
import { failed, IDLE, LOADING, type Loadable, ready } from './loadable.ts'
import { announcement, loadLibrary, selection, setView } from './store.ts'

/** What was corrected last, and how to take it back. */
export const lastCorrection = signal<{ readonly id: string; readonly sentence: string } | null>(null)
export const correctionProblem = signal<string | null>(null)
/** The node that the next one is to be merged with. */
export const merging = signal<{ readonly key: string; readonly label: string } | null>(null)
export const suggestions = signal<Loadable<readonly Suggestion[]>>(IDLE)

/** @returns whether it was done; why not is in `correctionProblem` */
export async function correct(what: Wish): Promise<boolean> {
  correctionProblem.value = null
  try {
    const { correction, node } = await sendCorrection(what)
    lastCorrection.value = { id: correction.id, sentence: correction.sentence }
    announcement.value = `Corrected: ${correction.sentence}.`
    merging.value = null
    follow(what, node)
    await loadLibrary()
    return true
  } catch (error) {
    correctionProblem.value = inWords(error)
    return false
  }
}

export async function undoLast(): Promise<void> {
  const last = lastCorrection.value
  if (last === null) return
  correctionProblem.value = null
  try {
    await undoCorrection(last.id)
    lastCorrection.value = null
    announcement.value = 'Undone.'
    await loadLibrary()
    if (suggestions.value.state === 'ready') await loadSuggestions()
  } catch (error) {
    correctionProblem.value = inWords(error)
  }
}

/** What is selected may be gone, or go on under another key. */
function follow(what: Wish, node: string | undefined): void {
  if (selection.value === null || selection.value.kind === 'document') return
  if (what.act === 'confirm-edge') return
  if (what.act === 'hide' || 'edge' in what) setView({ selection: null }, true)
  else if (node !== undefined && selection.value.key !== node) setView({ selection: { kind: 'node', key: node } }, true)
}

export async function loadSuggestions(): Promise<void> {
  if (suggestions.value.state !== 'ready') suggestions.value = LOADING
  try {
    suggestions.value = ready((await fetchSuggestions()).suggestions)
  } catch (error) {
    suggestions.value = failed(inWords(error))
  }
}
