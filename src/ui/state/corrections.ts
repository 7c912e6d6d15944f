/** What the reader corrects: sent to the server at once, and undone as easily. */
import { batch, computed, signal } from '@preact/signals'
import type { Suggestion } from '../../api/corrections.ts'
import type { Wish } from '../../model/corrections.ts'
import type { NodeKey } from '../../model/ids.ts'
import { fetchSuggestions, inWords, redoCorrection, sendCorrection, undoCorrection } from '../api-client.ts'
import type { Selection } from '../view/route.ts'
import { capital } from '../view/words.ts'
import { failed, IDLE, LOADING, type Loadable, ready } from './loadable.ts'
import { announcement, approached, graph, loadLibrary, selection, setView } from './store.ts'

export interface Made {
  readonly id: string
  readonly sentence: string
  /** What was selected before, and after it. */
  readonly from: Selection | null
  readonly to: Selection | null
}

/** What was corrected on this page, in order; the first `at` of it hold, the rest is undone. */
const made = signal<{ readonly all: readonly Made[]; readonly at: number; readonly last: Told | null }>({
  all: [],
  at: 0,
  last: null,
})

export interface Told {
  readonly of: Made
  readonly isUndone: boolean
}

/** What was done last, be it a correction or that one was undone. */
export const lastCorrection = computed(() => made.value.last)
export const canUndoCorrection = computed(() => made.value.at > 0)
export const canRedoCorrection = computed(() => made.value.at < made.value.all.length)
export const correctionProblem = signal<string | null>(null)
/** The node that the next one is to be merged with. */
export const merging = signal<{ readonly key: string; readonly label: string } | null>(null)
export const suggestions = signal<Loadable<readonly Suggestion[]>>(IDLE)

/** Takes the note away; what was made can still be undone by the next one, or by key. */
export const closeNote = (): void => {
  made.value = { ...made.value, last: null }
}

let isBusy = false

/** One at a time: a key that is pressed twice must not answer a question that is not on the screen yet. */
async function alone(act: () => Promise<void>): Promise<boolean> {
  if (isBusy) return false
  isBusy = true
  correctionProblem.value = null
  try {
    await act()
    return true
  } catch (error) {
    correctionProblem.value = inWords(error)
    return false
  } finally {
    isBusy = false
  }
}

/** @returns whether it was done; why not is in `correctionProblem` */
export const correct = (what: Wish): Promise<boolean> =>
  alone(async () => {
    const from = selection.value
    const nameNow = namesNow()
    // Needed by those who correct only, and before anything is done that it is to tell.
    const { sentenceOf } = await import('../../graph/corrections/sentence.ts')
    const { correction, node } = await sendCorrection(what)
    const to = selectionAfter(what, node)
    const of = { id: correction.id, sentence: capital(sentenceOf(correction.what, nameNow, 'names only')), from, to }
    batch(() => {
      made.value = {
        all: [...made.value.all.slice(0, made.value.at), of],
        at: made.value.at + 1,
        last: { of, isUndone: false },
      }
      announcement.value = `Corrected: ${of.sentence}.`
      merging.value = null
    })
    await goOnAt(to)
  })

export const undoLast = (): Promise<boolean> =>
  alone(async () => {
    const of = made.value.all[made.value.at - 1]
    if (of === undefined) return
    await undoCorrection(of.id)
    made.value = { ...made.value, at: made.value.at - 1, last: { of, isUndone: true } }
    announcement.value = `Undone: ${of.sentence}.`
    await goOnAt(isSame(selection.value, of.to) ? of.from : selection.value)
  })

export const redoNext = (): Promise<boolean> =>
  alone(async () => {
    const of = made.value.all[made.value.at]
    if (of === undefined) return
    await redoCorrection(of.id)
    made.value = { ...made.value, at: made.value.at + 1, last: { of, isUndone: false } }
    announcement.value = `Corrected again: ${of.sentence}.`
    await goOnAt(isSame(selection.value, of.from) ? of.to : selection.value)
  })

/** Names as they are before the correction: after it, two may go by one. */
function namesNow(): (key: NodeKey) => string | undefined {
  const facts = graph.value
  return (key) => (facts?.hasNode(key) ? facts.getNodeAttribute(key, 'label') : undefined)
}

/** What is selected may be gone, or go on under another key. */
function selectionAfter(what: Wish, node: string | undefined): Selection | null {
  const chosen = selection.value
  if (chosen === null || chosen.kind === 'document' || what.act === 'confirm-edge') return chosen
  if (what.act === 'hide' || 'edge' in what) return null
  return node === undefined ? chosen : { kind: 'node', key: node }
}

/** Shows the library as it is now, and goes along with what is selected. */
async function goOnAt(next: Selection | null): Promise<void> {
  const isElsewhere = !isSame(selection.value, next)
  if (isElsewhere) setView({ selection: next }, true)
  await loadLibrary()
  if (suggestions.value.state === 'ready') await loadSuggestions()
  if (isElsewhere && next !== null && next.kind !== 'document') approached.value = { kind: next.kind, key: next.key }
}

const isSame = (a: Selection | null, b: Selection | null): boolean => a?.kind === b?.kind && a?.key === b?.key

let lastAsked = 0

export async function loadSuggestions(): Promise<void> {
  if (suggestions.value.state !== 'ready') suggestions.value = LOADING
  const asked = ++lastAsked
  try {
    const answer = await fetchSuggestions()
    if (asked === lastAsked) suggestions.value = ready(answer.suggestions)
  } catch (error) {
    suggestions.value = failed(inWords(error))
  }
}
