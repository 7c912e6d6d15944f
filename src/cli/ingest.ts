/** `dragoman ingest`: texts and folders of texts into a library, one transaction for each. */
import { resolve } from 'node:path'
import type { CivilDate } from '../model/date.ts'
import { UnreadableDocumentError } from '../model/errors.ts'
import type { Pipeline } from '../pipeline.ts'
import { listTexts, readDocument } from '../read/files.ts'
import type { Library } from '../store/library.ts'
import type { Console } from './console.ts'

export interface IngestSummary {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly failed: number
}

export interface IngestOptions {
  readonly date: CivilDate | null
  /** Whether single texts and their failures are told of. */
  readonly quiet?: boolean
}

export function ingest(
  paths: readonly string[],
  library: Library,
  pipeline: Pipeline,
  options: IngestOptions,
  console: Console,
): IngestSummary {
  const summary = { added: 0, changed: 0, unchanged: 0, failed: 0 }
  const files: string[] = []
  for (const path of paths) {
    try {
      const found = listFiles(path)
      if (found.length === 0) console.say(`Note: there are no texts in ${path}.`)
      files.push(...found)
    } catch (error) {
      if (!(error instanceof UnreadableDocumentError)) throw error
      console.say(error.message)
      summary.failed++
    }
  }
  const progress = console.progress(files.length, 'texts')
  for (const file of [...new Set(files)]) {
    try {
      const { document, problems } = readDocument(file, { date: options.date, origin: resolve(file) })
      for (const problem of problems) console.say(`Note: ${file}: ${problem}.`)
      if (library.knows(document, pipeline.version)) summary.unchanged++
      else {
        const { outcome } = library.put(document, pipeline.read(document), pipeline.version)
        if (outcome === 'added') summary.added++
        else if (outcome === 'unchanged') summary.unchanged++
        else summary.changed++
      }
    } catch (error) {
      if (!(error instanceof UnreadableDocumentError)) throw error
      console.say(error.message)
      summary.failed++
    }
    progress.step()
  }
  progress.stop()
  return summary
}

function listFiles(path: string): readonly string[] {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) {
    throw new UnreadableDocumentError(
      path,
      `${path} is an address on the network, which is not read. Save the page as a text file and name that.`,
    )
  }
  return listTexts(path)
}

export const describeSummary = ({ added, changed, unchanged, failed }: IngestSummary): string =>
  [`${added} added`, `${changed} changed`, `${unchanged} unchanged`, ...(failed > 0 ? [`${failed} failed`] : [])].join(
    ', ',
  )
