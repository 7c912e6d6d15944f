/** Files that are ZIP archives inside (Word, OpenDocument, EPUB) → their parts. */
import { UnreadableDocumentError } from '../model/errors.ts'
import { type ArchiveEntry, inArchive } from './archive.ts'
import { inMegabytes } from './limits.ts'
import type { Source } from './source.ts'
import { parseXml, type XmlElement } from './xml.ts'

/** Of one part, unpacked: the text of a book of a thousand pages has two. */
const MOST_PART = 64 * 1024 * 1024

export interface Parts {
  readonly has: (name: string) => boolean
  /** @throws UnreadableDocumentError where it is missing or damaged */
  readonly bytes: (name: string) => Promise<Buffer>
  readonly xml: (name: string) => Promise<XmlElement>
}

/** The archive is open while `use` runs. */
export const inPackage = <T>(source: Source, use: (parts: Parts) => AsyncIterable<T>): AsyncGenerator<T> =>
  inArchive(source, (entries) => use(partsOf(source.origin, entries)))

function partsOf(origin: string, entries: readonly ArchiveEntry[]): Parts {
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const bytes = async (name: string): Promise<Buffer> => {
    const entry = byName.get(name)
    if (entry === undefined)
      throw new UnreadableDocumentError(
        origin,
        `${origin} is damaged: it has no part ${name}. Save it anew from its program.`,
      )
    if (entry.refusal !== undefined)
      throw new UnreadableDocumentError(origin, `${origin}: its part ${name} ${entry.refusal}`)
    if (entry.size > MOST_PART)
      throw new UnreadableDocumentError(
        origin,
        `${origin}: its part ${name} has ${inMegabytes(entry.size)}, and ${inMegabytes(MOST_PART)} is the most. Split the document.`,
      )
    const parts: Uint8Array[] = []
    for await (const part of entry.stream()) parts.push(part)
    return Buffer.concat(parts)
  }
  return {
    has: (name) => byName.has(name),
    bytes,
    xml: async (name) => parseXml((await bytes(name)).toString('utf8'), `${origin}, part ${name}`),
  }
}
