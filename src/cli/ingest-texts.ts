/** Texts and folders of texts into a library, one transaction for each. */
import { resolve } from 'node:path'
import type { SourceDocument } from '../model/document.ts'
import type { Pipeline } from '../pipeline.ts'
import { describeFault } from '../read/failures.ts'
import { listTexts } from '../read/folders.ts'
import { type Input, inputOf, isAddress, STANDARD_INPUT } from '../read/inputs.ts'
import type { Library, PutOutcome } from '../store/library.ts'
import type { Console } from './console.ts'
import { describeReading, eachText } from './each-text.ts'
import { IngestQueue } from './ingest-queue.ts'
import { type ReaderPool, readersFor } from './reader-pool.ts'
import type { Asked } from './reading-options.ts'

export interface IngestSummary {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly failed: number
}

export interface IngestOptions extends Asked {
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

/**
 * Texts are read side by side and stored in their order, each in one transaction: what was stored stays, whatever happens, and a
 * second call goes on where the first was ended.
 * @param paths files, folders, addresses, or `-` for standard input
 * @param library opened when the first text is there to be stored
 * @throws LibraryError when the library cannot be written; what was stored before stays
 */
export async function ingestTexts(
  paths: readonly string[],
  library: () => Library,
  pipeline: () => Pipeline,
  { reading, get, readers, originOf = fullPath }: IngestOptions,
  console: Console,
): Promise<IngestSummary> {
  const summary = { added: 0, changed: 0, unchanged: 0, failed: 0 }
  const inputs = new Map<string, Input>()
  for (const path of paths) {
    if (path === STANDARD_INPUT || isAddress(path)) {
      inputs.set(path, inputOf(path, get))
      continue
    }
    const { texts, failures, skipped } = listTexts(path)
    if (texts.length === 0 && failures.length === 0) console.say(`Note: there are no texts in ${path}.`)
    if (skipped !== undefined) console.say(`Note: ${skipped}.`)
    for (const { message } of failures) console.say(message)
    summary.failed += failures.length
    for (const text of texts) if (!inputs.has(resolve(text))) inputs.set(resolve(text), inputOf(text, get))
  }
  const pool = readersFor(pipeline, readers, inputs.size)
  const queue = new IngestQueue(pool, ({ document, label }, result) => {
    if ('fault' in result) {
      console.say(describeFault(label, result.fault))
      summary.failed++
      return
    }
    const { extraction } = result
    for (const note of describeReading(label, document, extraction)) console.say(note)
    summary[COUNTED_AS[library().put(document, extraction, pipeline().version).outcome]]++
  })
  const text = async (document: SourceDocument, label: string): Promise<void> => {
    if (library().knows(document, pipeline().version)) summary.unchanged++
    else await queue.add({ document, label })
  }
  try {
    const unread = await eachText({ inputs: [...inputs.values()], reading, originOf }, console, { text })
    await queue.finish()
    summary.failed += unread
  } finally {
    await pool.close()
  }
  return summary
}

/** Of a file. What has no place in a folder is known by its own name. */
const fullPath = (name: string): string => (isAddress(name) || name === 'standard input' ? name : resolve(name))

export const describeSummary = ({ added, changed, unchanged, failed }: IngestSummary): string =>
  [`${added} added`, `${changed} changed`, `${unchanged} unchanged`, ...(failed > 0 ? [`${failed} failed`] : [])].join(
    ', ',
  )

/** Fewer tell more of how long it takes to begin. */
const WORTH_TIMING = 50

/** How fast many texts were read and stored. @param milliseconds that it took */
export function describeSpeed({ added, changed }: IngestSummary, milliseconds: number): string {
  const read = added + changed
  if (read < WORTH_TIMING) return ''
  const seconds = milliseconds / 1000
  return ` It took ${seconds.toFixed(1)} s: ${(read / seconds).toFixed(1)} texts a second.`
}
