/** Answers to questions that are typed into the search, where the server understands questions. */
import { effect, signal } from '@preact/signals'
import { type Answered, fetchAnswer, fetchOperations, isAbort } from '../api-client.ts'
import { isQuestion } from '../view/questions.ts'
import { view } from './store.ts'

/** The answer to what is in the search now; null while there is none. */
export const answered = signal<Answered | null>(null)

const PAUSE_MS = 250
let operations: Promise<readonly string[]> | undefined

/** Asked once, and only when somebody types a question. */
async function canAsk(): Promise<boolean> {
  operations ??= fetchOperations().catch(() => [])
  return (await operations).some((path) => path.endsWith('/ask'))
}

effect(() => {
  const words = view.value.query.trim()
  answered.value = null
  if (!isQuestion(words)) return
  const abort = new AbortController()
  const timer = setTimeout(async () => {
    try {
      if (!(await canAsk()) || abort.signal.aborted) return
      answered.value = await fetchAnswer(words, abort.signal)
    } catch (error) {
      // Names and texts are found all the same.
      if (!isAbort(error)) answered.value = null
    }
  }, PAUSE_MS)
  return () => {
    clearTimeout(timer)
    abort.abort()
  }
})
