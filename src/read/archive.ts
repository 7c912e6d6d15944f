/**
 * ZIP archives, opened without unpacking them (yauzl). What is in them is checked before it is believed: names that lead
 * out of the archive, sizes, how much it grows, passwords.
 */
import type { Entry, ZipFile } from 'yauzl'
import yauzl from 'yauzl'
import { UnreadableDocumentError } from '../model/errors.ts'
import { inMegabytes, MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED, MOST_WHOLE, RATIO_COUNTS_FROM } from './limits.ts'
import { type Bytes, type Source, wholeOf } from './source.ts'

export interface ArchiveEntry {
  /** With slashes, as it stands in the archive. */
  readonly name: string
  readonly size: number
  /** Why it is not to be read, as the end of a sentence that begins with its name. */
  readonly refusal?: string
  readonly stream: () => Bytes
}

const ENCRYPTED = 1

/**
 * Hands the entries, in order of their names, to `use`; closes the archive whatever happens.
 * @throws UnreadableDocumentError for an archive that is damaged or made to burst
 */
export async function* inArchive<T>(
  source: Source,
  use: (entries: readonly ArchiveEntry[]) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const { origin } = source
  const zip = await opened(source)
  try {
    const entries: ArchiveEntry[] = []
    let unpacked = 0
    try {
      for await (const entry of zip.eachEntry()) {
        unpacked += entry.uncompressedSize
        if (entries.length >= MOST_ENTRIES)
          throw refused(origin, `holds more than ${MOST_ENTRIES.toLocaleString('en')} files`)
        entries.push(toEntry(zip, entry, origin))
      }
    } catch (cause) {
      throw cause instanceof UnreadableDocumentError ? cause : damaged(origin, cause)
    }
    if (unpacked > MOST_UNPACKED)
      throw refused(origin, `would unpack to ${inMegabytes(unpacked)}, and ${inMegabytes(MOST_UNPACKED)} is the most`)
    entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    yield* use(entries)
  } finally {
    zip.close()
  }
}

async function opened(source: Source): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false }
  const bytes =
    source.path === undefined
      ? await wholeOf(source, MOST_WHOLE, 'an archive that is not a file of its own', 'Unpack it first.')
      : undefined
  try {
    return bytes === undefined
      ? await yauzl.openPromise(source.path!, options)
      : await yauzl.fromBufferPromise(bytes, options)
  } catch (cause) {
    throw damaged(source.origin, cause)
  }
}

function toEntry(zip: ZipFile, entry: Entry, origin: string): ArchiveEntry {
  const raw = yauzl.getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    // Undecoded, whatever the type says, because the library would end the whole archive at the first bad name.
    entry.fileNameRaw ?? (entry.fileName as unknown as Buffer),
    entry.extraFields,
    false,
  )
  const name = raw.replaceAll('\\', '/')
  const refusal = refusalOf(entry, name)
  return {
    name,
    size: entry.uncompressedSize,
    ...(refusal !== undefined && { refusal }),
    stream: async function* () {
      try {
        yield* (await zip.openReadStreamPromise(entry)) as Bytes
      } catch (cause) {
        throw damaged(`${origin}/${name}`, cause)
      }
    },
  }
}

function refusalOf(entry: Entry, name: string): string | undefined {
  if (yauzl.validateFileName(name) !== null || /(^|\/)\.\.(\/|$)|^[a-z]:|^\/|\0/i.test(name))
    return 'has a name that leads out of the archive and was not read. Be wary of where the archive comes from.'
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0)
    return 'is protected by a password. Unpack the archive with the password, and give the files.'
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
  if (entry.uncompressedSize > RATIO_COUNTS_FROM && ratio > MOST_RATIO)
    return `would grow to ${inMegabytes(entry.uncompressedSize)}, ${Math.round(ratio)} times its size, as no text does (${MOST_RATIO} times is the most), and was not unpacked.`
  if (!entry.canDecodeFileData()) return 'is packed in a way that is not known. Pack the archive anew as plain ZIP.'
  return undefined
}

const refused = (origin: string, why: string): UnreadableDocumentError =>
  new UnreadableDocumentError(origin, `${origin} ${why}. Split it, or unpack it and give the folder.`)

const damaged = (origin: string, cause: unknown): UnreadableDocumentError =>
  cause instanceof UnreadableDocumentError
    ? cause
    : new UnreadableDocumentError(
        origin,
        `${origin} is damaged or cut off: it cannot be unpacked (${cause instanceof Error ? cause.message : String(cause)}). Get it anew.`,
        { cause },
      )
