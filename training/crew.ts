/** Does the long steps of the training at the same time, each in a thread of its own; the result is that of one thread. */
import { Worker } from 'node:worker_threads'
import type { Tag } from '../src/nlp/model/tagger.ts'
import type { TreebankSentence } from './corpora/conllu.ts'
import type { ParserOptions } from './train-parser.ts'
import type { LexiconIds, TaggerOptions } from './train-tagger.ts'

export type Task =
  | {
      readonly kind: 'tag'
      readonly train: readonly TreebankSentence[]
      readonly held: readonly TreebankSentence[]
      readonly lexicon: LexiconIds
      readonly options: TaggerOptions
    }
  | {
      readonly kind: 'parse'
      readonly train: readonly TreebankSentence[]
      readonly tags: readonly (readonly Tag[])[]
      readonly lexicon: LexiconIds
      readonly options: ParserOptions
      readonly seed: number
    }

/** The results in the order of the tasks, `threads` of them at a time. */
export async function doAll<T>(tasks: readonly (() => Task)[], threads: number): Promise<T[]> {
  const results: T[] = new Array(tasks.length)
  let next = 0
  const work = async (): Promise<void> => {
    while (next < tasks.length) {
      const at = next++
      results[at] = await doOne<T>(tasks[at]!())
    }
  }
  await Promise.all(Array.from({ length: threads }, work))
  return results
}

const MEMBER = new URL('./crew-member.ts', import.meta.url).href
/** A new thread does not know TypeScript by itself. */
const START = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(MEMBER)}) })`

function doOne<T>(task: Task): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(START, { eval: true, workerData: task })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
