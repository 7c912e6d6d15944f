/** Texts in, one graph out (or one for each), nothing stored. */
import { basename, extname, join } from 'node:path'
import { CATALOGUE, type FormatName } from '../graph/formats/catalogue.ts'
import { sentencesFrom, type WriteOptions } from '../graph/formats/options.ts'
import type { StoredDocument } from '../graph/knowledge-graph.ts'
import type { CivilDate } from '../model/date.ts'
import { InvalidInputError } from '../model/errors.ts'
import type { DocumentId } from '../model/ids.ts'
import { graphOf, type Pipeline, toReading } from '../pipeline.ts'
import type { Console } from './console.ts'
import { describeEmpty, eachText } from './each-text.ts'
import { checkTarget, makeFolder, spareInputs, writeGraph } from './write-graph.ts'

export interface ExtractOptions {
  readonly date: CivilDate | null
  readonly format: FormatName
  readonly each: boolean
  readonly out: string | undefined
  readonly table?: string | undefined
  /** Whether the sentences go along. */
  readonly text: boolean
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
export function extractTexts(files: readonly string[], options: ExtractOptions, tools: Tools): 0 | 1 {
  return options.each ? extractEach(files, options, tools) : extractTogether(files, options, tools)
}

function extractTogether(
  files: readonly string[],
  { date, format, out, table, text }: ExtractOptions,
  { pipeline, generator, console }: Tools,
): 0 | 1 {
  checkTarget({ format, table, out }, files)
  // A text that is given under two names is one document.
  const readings = new Map<DocumentId, StoredDocument>()
  const texts = new Map<DocumentId, string>()
  const failed = eachText(files, { date, originOf: basename }, console, (document, file) => {
    if (readings.has(document.id)) return
    const reading = toReading(pipeline(), document)
    if (reading.extraction.entities.length === 0) console.say(describeEmpty(file, document))
    readings.set(document.id, reading)
    texts.set(document.id, document.text)
  })
  const [first] = readings.values()
  if (first !== undefined) {
    const name = readings.size === 1 ? first.document.title : `${readings.size} texts`
    const graph = graphOf([...readings.values()], { name, generator })
    writeGraph(graph, { format, table, out }, withTexts(text, texts), console)
  }
  return failed > 0 ? 1 : 0
}

function extractEach(
  files: readonly string[],
  { date, format, out, text }: ExtractOptions,
  { pipeline, generator, console }: Tools,
): 0 | 1 {
  if (out === undefined) throw new InvalidInputError('out', 'With --each, name the folder for the graphs with --out.')
  const targets = targetsIn(out, files, CATALOGUE[format].tables.length > 0 ? 'zip' : CATALOGUE[format].extension)
  for (const target of targets.values()) spareInputs(target, files)
  makeFolder(out)
  const failed = eachText(files, { date, originOf: basename }, console, (document, file) => {
    const reading = toReading(pipeline(), document)
    if (reading.extraction.entities.length === 0) console.say(describeEmpty(file, document))
    const graph = graphOf([reading], { name: document.title, generator })
    const texts = withTexts(text, new Map([[document.id, document.text]]))
    writeGraph(graph, { format, out: targets.get(file) }, texts, console)
  })
  return failed > 0 ? 1 : 0
}

const withTexts = (wanted: boolean, texts: ReadonlyMap<DocumentId, string>): WriteOptions =>
  wanted ? { sentencesOf: sentencesFrom((id) => texts.get(id)) } : {}

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
