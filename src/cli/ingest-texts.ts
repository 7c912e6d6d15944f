/** Texts and folders of texts into a library, one transaction for each. */
import { resolve } from 'node:path'
import type { CivilDate } from '../model/date.ts'
import type { Pipeline } from '../pipeline.ts'
import { listTexts } from '../read/folders.ts'
import type { Library, PutOutcome } from '../store/library.ts'
import type { Console } from './console.ts'
import { describeEmpty, eachText } from './each-text.ts'

export interface IngestSummary {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly failed: number
}

export interface IngestOptions {
  readonly date: CivilDate | null
  /** Under which name a file is known in the library; its full path unless told. */
  readonly originOf?: (file: string) => string
}

const COUNTED_AS = {
  added: 'added',
  replaced: 'changed',
  reread: 'changed',
  unchanged: 'unchanged',
} as const satisfies Record<PutOutcome['outcome'], keyof IngestSummary>

/**
 * @param library opened when the first text is there to be stored
 * @throws LibraryError when the library cannot be written; what was stored before stays
 */
export function ingestTexts(
  paths: readonly string[],
  library: () => Library,
  pipeline: () => Pipeline,
  { date, originOf = (file) => resolve(file) }: IngestOptions,
  console: Console,
): IngestSummary {
  const summary = { added: 0, changed: 0, unchanged: 0, failed: 0 }
  const files = new Map<string, string>()
  for (const path of paths) {
    const { texts, failures } = listTexts(path)
    if (texts.length === 0 && failures.length === 0) console.say(`Note: there are no texts in ${path}.`)
    for (const { message } of failures) console.say(message)
    summary.failed += failures.length
    for (const text of texts) if (!files.has(resolve(text))) files.set(resolve(text), text)
  }
  summary.failed += eachText([...files.values()], { date, originOf }, console, (document, file) => {
    const { version, read } = pipeline()
    if (library().knows(document, version)) {
      summary.unchanged++
      return
    }
    const extraction = read(document)
    if (extraction.entities.length === 0) console.say(describeEmpty(file, document))
    summary[COUNTED_AS[library().put(document, extraction, version).outcome]]++
  })
  return summary
}

export const describeSummary = ({ added, changed, unchanged, failed }: IngestSummary): string =>
  [`${added} added`, `${changed} changed`, `${unchanged} unchanged`, ...(failed > 0 ? [`${failed} failed`] : [])].join(
    ', ',
  )
