/** Goes through texts one by one: what happens to one of them does not keep the others from being read. */
import type { SourceDocument } from '../model/document.ts'
import { DragomanError, UnreadableDocumentError } from '../model/errors.ts'
import type { Extraction } from '../model/facts.ts'
import { isAnalysed, languageName } from '../model/language.ts'
import { describeFault } from '../read/failures.ts'
import type { Input } from '../read/inputs.ts'
import { type Outcome, type Reading, readDocuments } from '../read/read.ts'
import { type Console, eachWithProgress } from './console.ts'
import { UnwritableFileError } from './write-graph.ts'

export interface EachText {
  readonly inputs: readonly Input[]
  readonly reading: Reading
  /** Under which name the texts of an input are known, of which `name` is the name. */
  readonly originOf: (name: string) => string
}

/** What is done with the texts. `label` names a text for the user: `archive.zip/entry.txt`. */
export interface Use {
  readonly text: (document: SourceDocument, label: string) => void | Promise<void>
  /** When all texts of an input were read. */
  readonly end?: (input: Input) => void
}

/**
 * Reads each input and hands its texts to `use`; says what goes wrong with a text, and goes on.
 * @returns how many failed
 * @throws whatever would go wrong with every text: a library or a resource that cannot be used
 */
export async function eachText({ inputs, reading, originOf }: EachText, console: Console, use: Use): Promise<number> {
  let [failed, all] = [0, 0]
  const attempt = async (label: string, work: () => void | Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      console.say(complaint(error, label))
      failed++
    }
  }
  const handle = async (outcome: Outcome): Promise<void> => {
    if (outcome.kind === 'note') {
      console.say(`Note: ${outcome.note}.`)
      return
    }
    all++
    if (outcome.kind === 'failure') {
      console.say(outcome.error.message)
      failed++
      return
    }
    const { document, problems, foundAt } = outcome
    for (const problem of problems) console.say(`Note: ${foundAt}: ${problem}.`)
    await attempt(foundAt, () => use.text(document, foundAt))
  }
  await eachWithProgress(inputs, console, 'texts', async (input) => {
    for await (const outcome of outcomesOf(input, reading, originOf)) await handle(outcome)
    const { end } = use
    if (end !== undefined) await attempt(input.name, () => end(input))
  })
  if (failed > 0 && all > 1) console.say(`${failed} of ${all} texts failed; see above.`)
  return failed
}

async function* outcomesOf(
  input: Input,
  reading: Reading,
  originOf: (name: string) => string,
): AsyncGenerator<Outcome> {
  try {
    const source = await input.open()
    const known = originOf(source.origin)
    const rename = (origin: string): string =>
      origin.startsWith(source.origin) ? known + origin.slice(source.origin.length) : origin
    yield* readDocuments(source, { ...reading, originOf: rename })
  } catch (error) {
    if (!(error instanceof UnreadableDocumentError)) throw error
    yield { kind: 'failure', error }
  }
}

function complaint(error: unknown, label: string): string {
  if (error instanceof UnreadableDocumentError || error instanceof UnwritableFileError) return error.message
  if (error instanceof DragomanError || !(error instanceof Error)) throw error
  return describeFault(label, error)
}

/** What to say of a text that was read: that nothing was found in it, or what was left out. */
export function describeReading(label: string, document: SourceDocument, { entities, notes }: Extraction): string[] {
  return entities.length === 0 ? [describeEmpty(label, document)] : notes.map((note) => `Note: ${label}: ${note}`)
}

function describeEmpty(label: string, { text, body, provenance }: SourceDocument): string {
  if (!/\S/.test(text.slice(body.start, body.end))) return `Note: ${label} is empty; its graph is empty.`
  const language = provenance?.language ?? null
  if (language !== null && !isAnalysed(language))
    return `Note: ${label} is in ${languageName(language)}, which is not analysed; its graph is empty.`
  return `Note: ${label} names nobody and no place; its graph is empty.`
}
