/** Sources → documents, whatever format they have and however many texts lie in them. */
import { DragomanError, UnreadableDocumentError } from '../model/errors.ts'
import { type Given, type ReadDocument, toReadDocument } from './document.ts'
import { describeFault } from './failures.ts'
import { formatOf, READERS } from './formats.ts'
import type { KindName } from './kinds.ts'
import { MOST_DEPTH } from './limits.ts'
import type { FoundText, Metadata, ReadSettings } from './reader.ts'
import type { Source } from './source.ts'

export interface Reading extends ReadSettings {
  /** What the user says of all texts that do not say it themselves. */
  readonly given?: Omit<Given, 'origin'>
  /** Under which name a document is known, from that under which it was found; the same unless told. */
  readonly originOf?: (origin: string) => string
  /** The format, where the user knows better. */
  readonly as?: KindName | undefined
}

export type Outcome =
  /** `foundAt`: its name for messages, such as `archive.zip/entry.txt`. */
  | ({ readonly kind: 'document'; readonly foundAt: string } & ReadDocument)
  | { readonly kind: 'failure'; readonly error: UnreadableDocumentError }
  | { readonly kind: 'note'; readonly note: string }

/**
 * The documents of a source, one after the other, so that a source of any size needs the memory of one of its texts. What
 * cannot be read is told as a failure where it stands, and the rest is read.
 */
export const readDocuments = (source: Source, reading: Reading = {}): AsyncGenerator<Outcome> =>
  read(source, reading, {}, 0)

async function* read(
  source: Source,
  reading: Reading,
  around: Metadata,
  depth: number,
  packed = false,
): AsyncGenerator<Outcome> {
  try {
    // What the user says holds for the file that he names, and for what is packed in it by gzip, not for the files of an archive.
    const told = depth === 0 || packed ? reading.as : undefined
    const format = told !== undefined && !(await isPacked(source)) ? told : await formatOf(source)
    if (depth > MOST_DEPTH)
      throw new UnreadableDocumentError(
        source.origin,
        `${source.origin} lies ${depth} archives deep, and ${MOST_DEPTH} is the most. Unpack it, and give the folder.`,
      )
    const reader = await READERS[format]()
    for await (const found of reader(source, reading)) {
      if (found.kind === 'text')
        yield await toOutcome({ ...stripped(around), ...stripped(found) }, format, source, reading)
      else if (found.kind === 'source')
        yield* read(
          found.source,
          reading,
          { ...stripped(around), ...stripped(found.metadata ?? {}) },
          depth + 1,
          format === 'gzip',
        )
      else yield found
    }
  } catch (error) {
    yield { kind: 'failure', error: asFailure(error, source.origin) }
  }
}

/** One text that a reader stumbles over keeps no other from being read. */
function asFailure(error: unknown, origin: string): UnreadableDocumentError {
  if (error instanceof UnreadableDocumentError) return error
  if (error instanceof DragomanError || !(error instanceof Error)) throw error
  return new UnreadableDocumentError(origin, describeFault(origin, error), { cause: error })
}

const isPacked = async (source: Source): Promise<boolean> => ['zip', 'gzip'].includes(await formatOf(source))

/** Without fields that say nothing, which would hide what is known from around. */
const stripped = <T extends Metadata>(fields: T): T =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => value !== undefined && (name !== 'dateFrom' || fields.date !== undefined),
    ),
  ) as T

async function toOutcome(
  found: FoundText,
  format: KindName,
  source: Source,
  { given = {}, originOf = (origin) => origin }: Reading,
): Promise<Outcome> {
  const origin = found.origin ?? source.origin
  return {
    kind: 'document',
    foundAt: origin,
    ...(await toReadDocument(found, format, { ...given, origin: originOf(origin) })),
  }
}
