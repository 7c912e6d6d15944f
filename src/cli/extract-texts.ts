/** Texts in, one graph out (or one for each), nothing stored. */
import { mkdirSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { FORMATS, type FormatName } from '../graph/formats/formats.ts'
import type { StoredDocument } from '../graph/knowledge-graph.ts'
import type { CivilDate } from '../model/date.ts'
import { InvalidInputError } from '../model/errors.ts'
import type { DocumentId } from '../model/ids.ts'
import { graphOf, type Pipeline, toReading } from '../pipeline.ts'
import type { Console } from './console.ts'
import { describeEmpty, eachText } from './each-text.ts'
import { checkWritable, reason, spareInputs, UnwritableFileError, writeGraph } from './write-graph.ts'

export interface ExtractOptions {
  readonly date: CivilDate | null
  readonly format: FormatName
  readonly each: boolean
  readonly out: string | undefined
}

interface Tools {
  /** Loaded when the first text is there to be read. */
  readonly pipeline: () => Pipeline
  readonly generator: string
  readonly console: Console
}

/**
 * @returns the exit status: 1 when a text could not be read or its graph not be written
 * @throws InvalidInputError, UnwritableFileError before anything is read or written
 */
export async function extractTexts(files: readonly string[], options: ExtractOptions, tools: Tools): Promise<0 | 1> {
  return options.each ? extractEach(files, options, tools) : extractTogether(files, options, tools)
}

async function extractTogether(
  files: readonly string[],
  { date, format, out }: ExtractOptions,
  { pipeline, generator, console }: Tools,
): Promise<0 | 1> {
  if (out !== undefined) {
    spareInputs(out, files)
    checkWritable(out)
  }
  // A text that is given under two names is one document.
  const readings = new Map<DocumentId, StoredDocument>()
  const failed = await eachText(files, { date, originOf: basename }, console, (document, file) => {
    if (readings.has(document.id)) return
    const reading = toReading(pipeline(), document)
    if (reading.extraction.entities.length === 0) console.say(describeEmpty(file, document))
    readings.set(document.id, reading)
  })
  const [first] = readings.values()
  if (first !== undefined) {
    const name = readings.size === 1 ? first.document.title : `${readings.size} texts`
    writeGraph(graphOf([...readings.values()], { name, generator }), format, out, console.print)
  }
  return failed > 0 ? 1 : 0
}

async function extractEach(
  files: readonly string[],
  { date, format, out }: ExtractOptions,
  { pipeline, generator, console }: Tools,
): Promise<0 | 1> {
  if (out === undefined) throw new InvalidInputError('out', 'With --each, name the folder for the graphs with --out.')
  const targets = targetsIn(out, files, FORMATS[format].extension)
  for (const target of targets.values()) spareInputs(target, files)
  makeFolder(out)
  const failed = await eachText(files, { date, originOf: basename }, console, (document, file) => {
    const reading = toReading(pipeline(), document)
    if (reading.extraction.entities.length === 0) console.say(describeEmpty(file, document))
    writeGraph(graphOf([reading], { name: document.title, generator }), format, targets.get(file), console.print)
  })
  return failed > 0 ? 1 : 0
}

/** Where each input's graph goes. @throws InvalidInputError where two would go to one place */
function targetsIn(folder: string, files: readonly string[], extension: string): ReadonlyMap<string, string> {
  const inputs = new Map<string, string>()
  for (const file of files) {
    const target = join(folder, `${basename(file, extname(file))}.${extension}`)
    const other = inputs.get(target)
    if (other !== undefined)
      throw new InvalidInputError(
        'each',
        `${other} and ${file} would both be written to ${target}. Rename one of them, or read them apart.`,
      )
    inputs.set(target, file)
  }
  return new Map([...inputs].map(([target, file]) => [file, target]))
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST')
      throw new InvalidInputError('out', `${path} is a file; with --each, --out names a folder.`, { cause })
    throw new UnwritableFileError(`The folder ${path} cannot be made: ${reason(cause)}.`, { cause })
  }
}
