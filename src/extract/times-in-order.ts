/** Expressions of time of a document, each read with the last day spoken of before it in mind. */
import { type CivilDate, isDay } from '../model/date.ts'
import type { Sentence } from '../nlp/analysis.ts'
import type { Time } from './settings.ts'

/** Expressions of time of a sentence; `narrated` is the last day spoken of before. */
export type FindTimes = (
  sentence: Sentence,
  context: { readonly published: CivilDate | null; readonly narrated: CivilDate | null },
) => readonly Time[]

/** One list a sentence, in order of reading. */
export function timesInOrder(
  find: FindTimes,
  published: CivilDate | null,
  sentences: readonly Sentence[],
): readonly (readonly Time[])[] {
  let narrated: CivilDate | null = null
  return sentences.map((sentence) => {
    const found = find(sentence, { published, narrated })
    narrated = found.findLast((time) => time.date !== null && isDay(time.date))?.date ?? narrated
    return found
  })
}
