/** Goes through texts one by one: what happens to one of them does not keep the others from being read. */
import type { CivilDate } from '../model/date.ts'
import type { SourceDocument } from '../model/document.ts'
import { DragomanError, UnreadableDocumentError } from '../model/errors.ts'
import { readDocument } from '../read/files.ts'
import { type Console, eachWithProgress } from './console.ts'
import { UnwritableFileError } from './write-graph.ts'

export interface Reading {
  /** For texts that carry no date of their own. */
  readonly date: CivilDate | null
  /** Under which name a file is known. */
  readonly originOf: (file: string) => string
}

/**
 * Reads each file and hands it to `use`; says what goes wrong with a file, and goes on.
 * @returns how many failed
 * @throws whatever would go wrong with every text: a library or a resource that cannot be used
 */
export async function eachText(
  files: readonly string[],
  { date, originOf }: Reading,
  console: Console,
  use: (document: SourceDocument, file: string) => void | Promise<void>,
): Promise<number> {
  let failed = 0
  await eachWithProgress(files, console, 'texts', async (file) => {
    try {
      const { document, problems } = readDocument(file, { date, origin: originOf(file) })
      for (const problem of problems) console.say(`Note: ${file}: ${problem}.`)
      await use(document, file)
    } catch (error) {
      console.say(complaint(error, file))
      failed++
    }
  })
  if (failed > 0 && files.length > 1) console.say(`${failed} of ${files.length} texts failed; see above.`)
  return failed
}

function complaint(error: unknown, file: string): string {
  if (error instanceof UnreadableDocumentError || error instanceof UnwritableFileError) return error.message
  if (error instanceof DragomanError || !(error instanceof Error)) throw error
  return describeFault(file, error)
}

export function describeFault(file: string, { message, stack = '' }: Pick<Error, 'message' | 'stack'>): string {
  const where = /\n\s+(at .*)/.exec(stack)?.[1] ?? 'somewhere'
  return `${file} was not read because of a fault in this program (${message}, ${where}). Please report it with the text.`
}

/** What to say of a text in which nothing was found. */
export function describeEmpty(file: string, { text, body }: SourceDocument): string {
  const why = /\S/.test(text.slice(body.start, body.end)) ? 'names nobody and no place' : 'is empty'
  return `Note: ${file} ${why}; its graph is empty.`
}
