/** Texts in, one graph out (or one for each), nothing stored. */
import { basename, extname, join } from 'node:path'
import { findCopies, type Sketched, sketchOf, withCopies } from '../graph/copies.ts'
import { CATALOGUE, type FormatName } from '../graph/formats/catalogue.ts'
import { sentencesFrom, type WriteOptions } from '../graph/formats/options.ts'
import type { KnowledgeGraph, StoredDocument } from '../graph/knowledge-graph.ts'
import type { SourceDocument } from '../model/document.ts'
import { InvalidInputError } from '../model/errors.ts'
import type { DocumentId } from '../model/ids.ts'
import { graphOf, type Pipeline, toReading } from '../pipeline.ts'
import { type Input, inputOf, isAddress, STANDARD_INPUT } from '../read/inputs.ts'
import { locate } from '../resources.ts'
import type { Console } from './console.ts'
import { describeEmpty, eachText } from './each-text.ts'
import type { Asked } from './reading-options.ts'
import { checkTarget, makeFolder, spareInputs, writeGraph } from './write-graph.ts'

export interface ExtractOptions extends Asked {
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
export function extractTexts(files: readonly string[], options: ExtractOptions, tools: Tools): Promise<0 | 1> {
  return options.each ? extractEach(files, options, tools) : extractTogether(files, options, tools)
}

/** By its name alone, so that the same file gives the same graph in whatever folder it lies. */
const originOf = (name: string): string => (isAddress(name) ? name : basename(name))

async function extractTogether(
  files: readonly string[],
  { reading, get, format, out, table, text }: ExtractOptions,
  { pipeline, generator, console }: Tools,
): Promise<0 | 1> {
  checkTarget({ format, table, out }, files)
  const { taken, failed } = await readingsOf(files, { reading, get }, { pipeline, generator, console })
  if (taken !== undefined) writeGraph(taken.graph, { format, table, out }, withTexts(text, taken.texts), console)
  return failed > 0 ? 1 : 0
}

/** The texts as one graph, which is nowhere written; undefined where none could be read. */
export async function readingsOf(
  files: readonly string[],
  { reading, get }: Asked,
  { pipeline, generator, console }: Tools,
): Promise<{ readonly taken: Taken | undefined; readonly failed: number }> {
  const readings = new Readings(pipeline, console)
  const inputs = files.map((file) => inputOf(file, get))
  const failed = await eachText({ inputs, reading, originOf }, console, { text: readings.add })
  return { taken: readings.take(generator), failed }
}

async function extractEach(
  files: readonly string[],
  { reading, get, format, out, text }: ExtractOptions,
  { pipeline, generator, console }: Tools,
): Promise<0 | 1> {
  if (out === undefined) throw new InvalidInputError('out', 'With --each, name the folder for the graphs with --out.')
  const targets = targetsIn(out, files, CATALOGUE[format].tables.length > 0 ? 'zip' : CATALOGUE[format].extension)
  for (const target of targets.values()) spareInputs(target, files)
  makeFolder(out)
  const readings = new Readings(pipeline, console)
  const inputs = new Map(files.map((file) => [inputOf(file, get), targets.get(file)]))
  const end = (input: Input): void => {
    const taken = readings.take(generator)
    if (taken !== undefined)
      writeGraph(taken.graph, { format, out: inputs.get(input) }, withTexts(text, taken.texts), console)
  }
  const failed = await eachText({ inputs: [...inputs.keys()], reading, originOf }, console, { text: readings.add, end })
  return failed > 0 ? 1 : 0
}

const withTexts = (wanted: boolean, texts: ReadonlyMap<DocumentId, string>): WriteOptions =>
  wanted ? { sentencesOf: sentencesFrom((id) => texts.get(id)) } : {}

interface Taken {
  readonly graph: KnowledgeGraph
  readonly texts: ReadonlyMap<DocumentId, string>
}

/** What was read so far; a text that comes under two names is one document. */
class Readings {
  readonly #pipeline: () => Pipeline
  readonly #console: Console
  #read = new Map<DocumentId, StoredDocument>()
  #texts = new Map<DocumentId, string>()
  #sketches: Sketched[] = []
  constructor(pipeline: () => Pipeline, console: Console) {
    this.#pipeline = pipeline
    this.#console = console
  }

  readonly add = (document: SourceDocument, label: string): void => {
    if (this.#read.has(document.id)) return
    const reading = toReading(this.#pipeline(), document)
    if (reading.extraction.entities.length === 0) this.#console.say(describeEmpty(label, document))
    this.#read.set(document.id, reading)
    this.#texts.set(document.id, document.text)
    const sketch = sketchOf(document)
    if (sketch !== undefined) this.#sketches.push({ id: document.id, date: document.date, sketch })
  }

  /** The graph of it, or undefined where there is none; from here on, all begins anew. */
  take(generator: string): Taken | undefined {
    const readings = withCopies([...this.#read.values()], findCopies(this.#sketches))
    const texts = this.#texts
    this.#read = new Map()
    this.#texts = new Map()
    this.#sketches = []
    const [first] = readings
    if (first === undefined) return undefined
    const name = readings.length === 1 ? first.document.title : `${readings.length} texts`
    return { graph: graphOf(readings, { name, generator, locate }), texts }
  }
}

/** Where each input's graph goes. @throws InvalidInputError where two would go to one place */
function targetsIn(folder: string, files: readonly string[], extension: string): ReadonlyMap<string, string> {
  const inputs = new Map<string, string>()
  for (const file of files) {
    const target = join(folder, `${baseName(file)}.${extension}`)
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

/** Without its last ending; of an address, the last part of its path. */
function baseName(file: string): string {
  if (file === STANDARD_INPUT) return 'standard-input'
  const path =
    isAddress(file) && URL.canParse(file) ? new URL(file).pathname.replace(/\/+$/, '') || new URL(file).hostname : file
  return basename(path, extname(path))
}
