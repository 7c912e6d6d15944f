/** Feeds: RSS 0.9 to 2.0 and 1.0 (RDF), Atom. Each entry is a text of its own. */
import type { CivilDate } from '../../model/date.ts'
import { UnreadableDocumentError } from '../../model/errors.ts'
import { readWrittenDate } from '../dates.ts'
import { decode } from '../encoding.ts'
import { parsePage } from '../html/page.ts'
import { plainText } from '../html/plain-text.ts'
import { type Found, failure, type Metadata, type ReadSettings } from '../reader.ts'
import { digestOf, type Source, wholeOf } from '../source.ts'
import { childOf, descendants, elementsIn, parseXml, textOf, type XmlElement } from '../xml.ts'

export async function* readFeed(source: Source, { follow }: ReadSettings): AsyncGenerator<Found> {
  const { origin } = source
  const bytes = await wholeOf(source, undefined, 'a feed')
  const { text } = await decode(bytes, origin, declaredIn(bytes))
  const feed = parseXml(text, origin)
  const entries = entriesOf(feed)
  if (entries === undefined)
    throw new UnreadableDocumentError(
      origin,
      `${origin} is XML, but no feed (RSS or Atom): it begins with <${feed.name}>. Save its text as HTML or plain text.`,
    )
  const publisher = lineOf(textOf(childOf(childOf(feed, 'channel') ?? feed, 'title')))
  const language = childOf(childOf(feed, 'channel'), 'language')
  for (const [i, entry] of entries.entries()) {
    const metadata = { ...metadataOf(entry, publisher), language: language && textOf(language).trim() }
    if (follow !== undefined && metadata.url !== undefined) yield* followed(follow, metadata.url, metadata)
    else {
      const { words, id } = contentOf(entry)
      if (words === '') yield { kind: 'note', note: `entry ${i + 1} ("${metadata.title ?? 'untitled'}") has no text` }
      else
        yield {
          kind: 'text',
          text: words,
          ...metadata,
          origin: metadata.url ?? `${origin}#${id ?? digestOf(words).slice(0, 12)}`,
          digest: digestOf(words),
        }
    }
  }
}

async function* followed(
  follow: NonNullable<ReadSettings['follow']>,
  url: string,
  metadata: Metadata,
): AsyncGenerator<Found> {
  try {
    yield { kind: 'source', source: await follow(url), metadata }
  } catch (error) {
    if (!(error instanceof UnreadableDocumentError)) throw error
    yield failure(error)
  }
}

const declaredIn = (bytes: Buffer): string | undefined =>
  /^[^>]*encoding\s*=\s*["']([\w-]+)/.exec(bytes.subarray(0, 400).toString('latin1'))?.[1]

function entriesOf(feed: XmlElement): readonly XmlElement[] | undefined {
  if (feed.name === 'feed') return elementsIn(feed).filter(({ name }) => name === 'entry')
  if (feed.name === 'rss' || feed.name === 'RDF') return [...descendants(feed, 'item')]
  return undefined
}

function metadataOf(entry: XmlElement, publisher: string | undefined): Metadata {
  const own = childOf(entry, 'source')
  return {
    title: lineOf(htmlText(textOf(childOf(entry, 'title')))),
    date: dateOf(entry),
    dateFrom: 'feed',
    source: lineOf(textOf(childOf(own, 'title'))) ?? (own?.attributes['url'] && lineOf(textOf(own))) ?? publisher,
    url: linkOf(entry),
    author: authorOf(entry),
  }
}

/** Of publication; the day of a change only where a feed gives no other. */
function dateOf(entry: XmlElement): CivilDate | undefined {
  for (const name of ['pubDate', 'published', 'issued', 'date', 'created', 'updated', 'modified']) {
    const date = readWrittenDate(textOf(childOf(entry, name)))
    if (date !== undefined) return date
  }
  return undefined
}

function linkOf(entry: XmlElement): string | undefined {
  const links = elementsIn(entry).filter(({ name }) => name === 'link')
  const best = links.find(({ attributes: { rel = 'alternate' } }) => rel === 'alternate') ?? links[0]
  const guid = childOf(entry, 'guid')
  const permanent = guid?.attributes['isPermaLink'] === 'false' ? '' : textOf(guid)
  return [best?.attributes['href'], textOf(best), permanent]
    .map((url) => url?.trim())
    .find((url) => /^https?:\/\//.test(url ?? ''))
}

function authorOf(entry: XmlElement): string | undefined {
  const author = childOf(entry, 'author') ?? childOf(entry, 'creator')
  const name = lineOf(textOf(childOf(author, 'name') ?? author))
  // RSS wants "desk@example.org (Jane Doe)".
  return /\(([^)]+)\)\s*$/.exec(name ?? '')?.[1] ?? name
}

/** The fullest of what the entry offers. */
function contentOf(entry: XmlElement): { readonly words: string; readonly id: string | undefined } {
  const words = ['encoded', 'content', 'description', 'summary'].map((name) => {
    const element = childOf(entry, name)
    if (element === undefined) return ''
    return element.attributes['type'] === 'xhtml' ? xhtmlText(element) : htmlText(textOf(element))
  })
  const longest = words.reduce((best, next) => (next.length > best.length ? next : best), '')
  return { words: longest, id: lineOf(textOf(childOf(entry, 'guid') ?? childOf(entry, 'id'))) }
}

const htmlText = (html: string): string => (/[<&]/.test(html) ? plainText(parsePage(html)) : html.trim())

const xhtmlText = (element: XmlElement): string => plainText(parsePage(serialized(element)))

const serialized = (element: XmlElement): string =>
  element.children
    .map((node) =>
      typeof node === 'string'
        ? node.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
        : `<${node.name}>${serialized(node)}</${node.name}>`,
    )
    .join('')

const lineOf = (text: string): string | undefined => text.replace(/\s+/g, ' ').trim() || undefined
