/** A file that was sent → the texts in it, stored; what cannot be read is told, and the rest is read. */
import type { FileQuery } from '../api/parameters.ts'
import type { SourceDocument } from '../model/document.ts'
import { UnreadableDocumentError } from '../model/errors.ts'
import type { Extraction } from '../model/facts.ts'
import type { Pipeline } from '../pipeline.ts'
import { readDocuments } from '../read/read.ts'
import { bytesSource } from '../read/source.ts'
import type { Library, PutOutcome } from '../store/library.ts'

export interface ReadFile {
  readonly texts: readonly StoredText[]
  readonly failures: readonly string[]
  readonly notes: readonly string[]
}

export interface StoredText {
  readonly document: SourceDocument
  readonly extraction: Extraction
  readonly outcome: 'added' | 'changed' | 'unchanged'
  readonly problems: readonly string[]
}

const OUTCOMES = {
  added: 'added',
  replaced: 'changed',
  reread: 'changed',
  unchanged: 'unchanged',
} as const satisfies Record<PutOutcome['outcome'], StoredText['outcome']>

/** @throws UnreadableDocumentError where there is no text in it that can be read */
export async function readFile(
  bytes: Buffer,
  query: FileQuery,
  library: Library,
  pipeline: Pipeline,
): Promise<ReadFile> {
  const name = query.name ?? 'the file'
  const texts: StoredText[] = []
  const [failures, notes]: [string[], string[]] = [[], []]
  const reading = {
    given: { date: query.date ?? null, source: query.source ?? null },
    mapping: {
      text: query.textField,
      title: query.titleField,
      date: query.dateField,
      source: query.sourceField,
      url: query.urlField,
      author: query.authorField,
    },
  }
  for await (const outcome of readDocuments(bytesSource(bytes, { origin: name, name }), reading)) {
    if (outcome.kind === 'failure') failures.push(outcome.error.message)
    else if (outcome.kind === 'note') notes.push(`${outcome.note}.`)
    else if (isBlank(outcome.document)) failures.push(`${outcome.foundAt} is empty.`)
    else {
      const stored = storeText(withoutPlace(outcome.document), library, pipeline)
      texts.push({ ...stored, problems: outcome.problems })
    }
  }
  if (texts.length === 0)
    throw new UnreadableDocumentError(name, [...failures, ...notes][0] ?? `There is no text in ${name}.`)
  return { texts, failures, notes }
}

/** Reads a text and keeps it, unless it is there as this version reads it. */
export function storeText(
  document: SourceDocument,
  library: Library,
  pipeline: Pipeline,
): Omit<StoredText, 'problems'> {
  const { version, read } = pipeline
  const known = library.knows(document, version) ? library.extraction(document.id) : undefined
  if (known !== undefined) return { document, extraction: known, outcome: 'unchanged' }
  const extraction = read(document)
  return { document, extraction, outcome: OUTCOMES[library.put(document, extraction, version).outcome] }
}

export const isBlank = ({ text, body }: SourceDocument): boolean => !/\S/.test(text.slice(body.start, body.end))

/**
 * What was handed over lies nowhere that the server knows. A text with an address is known by it; one without is its own
 * origin: another one given later does not replace it.
 */
export const withoutPlace = (document: SourceDocument): SourceDocument => ({
  ...document,
  origin: document.url ?? `given:${document.id}`,
})
