/** `dragoman extract`: texts in, one graph out (or one for each), nothing stored. */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { FormatName } from '../graph/formats/formats.ts'
import { FORMATS } from '../graph/formats/formats.ts'
import type { CivilDate } from '../model/date.ts'
import type { SourceDocument } from '../model/document.ts'
import { InvalidInputError, UnreadableDocumentError } from '../model/errors.ts'
import { type Pipeline, readIntoGraph } from '../pipeline.ts'
import { readDocument } from '../read/files.ts'
import type { Console } from './console.ts'
import { UnwritableFileError, writeGraph } from './write-graph.ts'

export interface ExtractOptions {
  readonly date: CivilDate | null
  readonly format: FormatName
  readonly each: boolean
  readonly out: string | undefined
}

/** @returns the exit status: 1 when a file could not be read */
export function extractCommand(
  files: readonly string[],
  options: ExtractOptions,
  pipeline: () => Pipeline,
  generator: string,
  console: Console,
): 0 | 1 {
  const targets = options.each ? eachTarget(files, options) : undefined
  const documents: SourceDocument[] = []
  let failed = false
  const progress = console.progress(files.length, 'texts')
  for (const file of files) {
    try {
      const { document, problems } = readDocument(file, { date: options.date, origin: basename(file) })
      for (const problem of problems) console.say(`Note: ${file}: ${problem}.`)
      if (targets === undefined) documents.push(document)
      else {
        const graph = readIntoGraph(pipeline(), [document], { name: document.title, generator })
        if (graph.order === 0) console.say(`Note: ${file} names nobody and no place; its graph is empty.`)
        writeGraph(graph, options.format, targets.get(file), console.print)
      }
    } catch (error) {
      if (
        !(error instanceof UnreadableDocumentError) &&
        !(targets !== undefined && error instanceof UnwritableFileError)
      )
        throw error
      console.say(error.message)
      failed = true
    }
    progress.step()
  }
  progress.stop()
  if (targets === undefined && documents.length > 0) {
    const name = documents.length === 1 ? (documents[0] as SourceDocument).title : `${documents.length} texts`
    const graph = readIntoGraph(pipeline(), documents, { name, generator })
    if (graph.order === 0)
      console.say(
        documents.length === 1
          ? 'Note: the text names nobody and no place; the graph is empty.'
          : 'Note: the texts name nobody and no place; the graph is empty.',
      )
    writeGraph(graph, options.format, options.out, console.print)
  }
  return failed ? 1 : 0
}

/** Where each input's graph goes. @throws InvalidInputError before anything is written */
function eachTarget(files: readonly string[], { out, format }: ExtractOptions): ReadonlyMap<string, string> {
  if (out === undefined) throw new InvalidInputError('out', 'With --each, name the folder for the graphs with --out.')
  const taken = new Map<string, string>()
  for (const file of files) {
    const name = `${basename(file, extname(file))}.${FORMATS[format].extension}`
    const other = taken.get(name)
    if (other !== undefined)
      throw new InvalidInputError(
        'each',
        `${other} and ${file} would both be written to ${join(out, name)}. Rename one of them, or read them apart.`,
      )
    taken.set(name, file)
  }
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new InvalidInputError('out', `${out} is a file; with --each, --out names a folder.`)
  try {
    mkdirSync(out, { recursive: true })
  } catch (cause) {
    throw new UnwritableFileError(
      `The folder ${out} cannot be made (${(cause as NodeJS.ErrnoException).code ?? 'unknown error'}). Name another one with --out.`,
      { cause },
    )
  }
  return new Map([...taken].map(([name, file]) => [file, join(out, name)]))
}
