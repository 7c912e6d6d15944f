/** Texts and folders of texts into a library, one transaction for each. */
import { resolve } from 'node:path'
import type { CivilDate } from '../model/date.ts'
import type { Pipeline } from '../pipeline.ts'
import { listTexts } from '../read/folders.ts'
import type { Library, PutOutcome } from '../store/library.ts'
import type { Console } from './console.ts'
import { describeEmpty, describeFault, eachText } from './each-text.ts'
import { IngestQueue } from './ingest-queue.ts'
import { batchReader, type ReaderPool } from './reader-pool.ts'

export interface IngestSummary {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly failed: number
}

export interface IngestOptions {
  readonly date: CivilDate | null
  /** Reads side by side, where there are texts enough; in this thread unless told. */
  readonly readers?: () => ReaderPool
  /** Under which name a file is known in the library; its full path unless told. */
  readonly originOf?: (file: string) => string
}

const COUNTED_AS = {
  added: 'added',
  replaced: 'changed',
  reread: 'changed',
  unchanged: 'unchanged',
} as const satisfies Record<PutOutcome['outcome'], keyof IngestSummary>

/** With fewer texts than these, other threads would take longer to start than to read. */
const WORTH_READERS = 8

/**
 * Texts are read side by side and stored in their order, each in one transaction: what was stored stays, whatever happens, and a
 * second call goes on where the first was ended.
 * @param library opened when the first text is there to be stored
 * @throws LibraryError when the library cannot be written; what was stored before stays
 */
export async function ingestTexts(
  paths: readonly string[],
  library: () => Library,
  pipeline: () => Pipeline,
  { date, readers, originOf = (file) => resolve(file) }: IngestOptions,
  console: Console,
): Promise<IngestSummary> {
  const summary = { added: 0, changed: 0, unchanged: 0, failed: 0 }
  const files = new Map<string, string>()
  for (const path of paths) {
    const { texts, failures } = listTexts(path)
    if (texts.length === 0 && failures.length === 0) console.say(`Note: there are no texts in ${path}.`)
    for (const { message } of failures) console.say(message)
    summary.failed += failures.length
    for (const text of texts) if (!files.has(resolve(text))) files.set(resolve(text), text)
  }
  const here: ReaderPool = {
    threads: 0,
    read: async (documents) => batchReader(pipeline)(documents),
    close: async () => {},
  }
  const pool = readers !== undefined && files.size >= WORTH_READERS ? readers() : here
  const queue = new IngestQueue(pool, ({ document, label }, result) => {
    if ('fault' in result) {
      console.say(describeFault(label, result.fault))
      summary.failed++
      return
    }
    const { extraction } = result
    if (extraction.entities.length === 0) console.say(describeEmpty(label, document))
    summary[COUNTED_AS[library().put(document, extraction, pipeline().version).outcome]]++
  })
  try {
    const unread = await eachText([...files.values()], { date, originOf }, console, async (document, label) => {
      if (library().knows(document, pipeline().version)) summary.unchanged++
      else await queue.add({ document, label })
    })
    await queue.finish()
    summary.failed += unread
  } finally {
    await pool.close()
  }
  return summary
}

export const describeSummary = ({ added, changed, unchanged, failed }: IngestSummary): string =>
  [`${added} added`, `${changed} changed`, `${unchanged} unchanged`, ...(failed > 0 ? [`${failed} failed`] : [])].join(
    ', ',
  )
