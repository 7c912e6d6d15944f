/** Files → the texts in them, stored one by one; what happens to one of them does not keep the others from being read. */
import { relative, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { SourcesLine } from '../api/sources.ts'
import type { CivilDate } from '../model/date.ts'
import { DragomanError, UnreadableDocumentError } from '../model/errors.ts'
import type { Pipeline } from '../pipeline.ts'
import { listTexts } from '../read/folders.ts'
import { readDocuments } from '../read/read.ts'
import { fileSource } from '../read/source.ts'
import type { Library } from '../store/library.ts'
import { isBlank, storeText } from './read-file.ts'

export interface FilesToRead {
  /** Full paths, read with all that lies below them. */
  readonly folders: readonly string[]
  /** Names of files are told from here on. */
  readonly under: string
  readonly given: { readonly date: CivilDate | null; readonly source: string | null }
  /** Whether a file or folder may be read, links followed; all may unless told. */
  readonly isAllowed?: (path: string) => boolean
  /** Under which name a file is known in the library; its full path unless told. */
  readonly originOf?: (path: string) => string
}

export type ReadLine = Exclude<SourcesLine, { readonly kind: 'problem' }>

/** One line at the beginning, one for each file when all of it is stored, one at the end. */
export async function* readFiles(
  { folders, under, given, isAllowed = () => true, originOf = (path) => path }: FilesToRead,
  library: Library,
  pipeline: Pipeline,
): AsyncGenerator<ReadLine> {
  const nameOf = (path: string): string => relative(under, path).split(sep).join('/')
  const inWords = (message: string): string => message.replaceAll(`${under}${sep}`, '').replaceAll(under, 'the folder')
  const lists = folders.map((folder) => listTexts(folder, isAllowed))
  const files = lists.flatMap(({ texts }) => texts)
  yield {
    kind: 'begin',
    files: files.length,
    failures: lists.flatMap(({ failures }) => failures.map(({ message }) => inWords(message))),
    notes: lists.flatMap(({ skipped }) => (skipped === undefined ? [] : [`${inWords(skipped)}.`])),
  }
  for (const path of files) {
    const line = { kind: 'file' as const, name: nameOf(path), texts: 0, unchanged: 0, relations: 0 }
    const [failures, notes]: [string[], string[]] = [[], []]
    try {
      // Links may have been turned since the folder was looked through.
      if (!isAllowed(path))
        throw new UnreadableDocumentError(path, `${path} is a link that leads out, and is not followed.`)
      const origin = originOf(path)
      const rename = (name: string): string => (name.startsWith(path) ? origin + name.slice(path.length) : name)
      for await (const outcome of readDocuments(await fileSource(path), { given, originOf: rename })) {
        if (outcome.kind === 'failure') failures.push(inWords(outcome.error.message))
        else if (outcome.kind === 'note') notes.push(`${inWords(outcome.note)}.`)
        else if (isBlank(outcome.document)) failures.push(`${inWords(outcome.foundAt)} is empty.`)
        else {
          const { extraction, outcome: stored } = storeText(outcome.document, library, pipeline)
          line.texts++
          if (stored === 'unchanged') line.unchanged++
          line.relations += extraction.relations.length
          notes.push(...outcome.problems.map((problem) => `${problem}.`), ...extraction.notes)
        }
        // Others are answered between two texts.
        await setImmediate()
      }
    } catch (error) {
      if (error instanceof DragomanError && !(error instanceof UnreadableDocumentError)) throw error
      failures.push(inWords(error instanceof Error ? error.message : String(error)))
    }
    yield { ...line, failures, notes: [...new Set(notes)] }
  }
  yield { kind: 'end' }
}
