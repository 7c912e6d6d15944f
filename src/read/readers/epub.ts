/** Books (EPUB 2 and 3): each chapter of the reading order is a text. */
import { posix } from 'node:path'
import { UnreadableDocumentError } from '../../model/errors.ts'
import { readWrittenDate } from '../dates.ts'
import { decode } from '../encoding.ts'
import { parsePage } from '../html/page.ts'
import { plainText } from '../html/plain-text.ts'
import { inPackage, type Parts } from '../package-parts.ts'
import type { Found, Metadata } from '../reader.ts'
import { digestOf, type Source } from '../source.ts'
import { childOf, descendants, elementsIn, textOf, type XmlElement } from '../xml.ts'

export const readEpub = (source: Source): AsyncGenerator<Found> =>
  inPackage(source, async function* (parts): AsyncGenerator<Found> {
    const { origin } = source
    const [rootfile] = descendants(await parts.xml('META-INF/container.xml'), 'rootfile')
    const path = rootfile?.attributes['full-path'] ?? ''
    const book = await parts.xml(path)
    const metadata = metadataOf(book)
    const chapters = chaptersOf(book, path)
    const locked = await lockedParts(parts)
    if (chapters.some((name) => locked.has(name)))
      throw new UnreadableDocumentError(origin, `${origin} is protected against copying (DRM) and cannot be read.`)
    for (const name of chapters) {
      if (!parts.has(name)) {
        yield { kind: 'note', note: `the chapter ${name} of ${origin} is missing` }
        continue
      }
      const bytes = await parts.bytes(name)
      const page = parsePage((await decode(bytes, `${origin}/${name}`)).text)
      const text = plainText(page)
      // Covers, half titles, pictures.
      if (text.length < SHORTEST) continue
      const heading = page.querySelector('h1, h2, h3')?.textContent?.replace(/\s+/g, ' ').trim()
      yield {
        kind: 'text',
        text,
        ...metadata,
        title: [metadata.title, heading].filter(Boolean).join(' – ') || undefined,
        origin: `${origin}/${name}`,
        digest: digestOf(bytes),
      }
    }
  })

const SHORTEST = 40

function metadataOf(book: XmlElement): Metadata {
  const told = childOf(book, 'metadata')
  const get = (name: string): string | undefined => textOf(childOf(told, name)).replace(/\s+/g, ' ').trim() || undefined
  return {
    title: get('title'),
    author: get('creator'),
    source: get('publisher'),
    language: get('language'),
    date: readWrittenDate(get('date') ?? ''),
    dateFrom: 'metadata',
  }
}

/** In reading order, without the table of contents. */
function chaptersOf(book: XmlElement, path: string): string[] {
  const items = new Map(
    elementsIn(childOf(book, 'manifest') ?? book).map(({ attributes }) => [attributes['id'], attributes]),
  )
  return elementsIn(childOf(book, 'spine') ?? book).flatMap(({ attributes }) => {
    const item = items.get(attributes['idref'])
    if (item?.['href'] === undefined || attributes['linear'] === 'no' || /\bnav\b/.test(item['properties'] ?? ''))
      return []
    return posix.normalize(posix.join(posix.dirname(path), unescaped(item['href'])))
  })
}

const unescaped = (href: string): string => {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

/** Fonts are often scrambled, chapters only by copy protection. */
async function lockedParts(parts: Parts): Promise<ReadonlySet<string>> {
  if (!parts.has('META-INF/encryption.xml')) return new Set()
  const references = descendants(await parts.xml('META-INF/encryption.xml'), 'CipherReference')
  return new Set([...references].map(({ attributes }) => unescaped(attributes['URI'] ?? '')))
}
