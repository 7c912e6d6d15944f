/** Web pages: the article's text, and what the page says of it. */
import { decode } from '../encoding.ts'
import { articleText } from '../html/article.ts'
import { pageMetadata } from '../html/metadata.ts'
import { parsePage } from '../html/page.ts'
import type { Found, Metadata } from '../reader.ts'
import { digestOf, type Source, wholeOf } from '../source.ts'

export async function* readHtml(source: Source): AsyncGenerator<Found> {
  const bytes = await wholeOf(source)
  const declared = charsetIn(source.mediaType ?? '') ?? declaredIn(bytes)
  const { text } = await decode(bytes, source.origin, declared)
  yield { kind: 'text', ...readPage(text), digest: digestOf(bytes) }
}

/** Text of the article, metadata of the page. */
export function readPage(html: string): Metadata & { readonly text: string } {
  const document = parsePage(html)
  const metadata = pageMetadata(document)
  const around = [metadata.title, ...timesIn(document)].map(lettersOf)
  const text = articleText(document)
  return { ...metadata, text: withoutHeader(text, metadata, new Set(around)) }
}

const HEADER_LINES = 5

/** The headline, the byline, the time stamp are metadata; before the first sentence they would be read as part of it. */
function withoutHeader(text: string, { author }: Metadata, around: ReadonlySet<string>): string {
  const paragraphs = text.split('\n\n')
  const isHeader = (line: string): boolean =>
    around.has(lettersOf(line)) ||
    (author !== undefined && lettersOf(line.replace(/^by\s+/i, '')) === lettersOf(author))
  const kept = paragraphs.filter((line, i) => i >= HEADER_LINES || !isHeader(line))
  return (kept.length === 0 ? paragraphs : kept).join('\n\n')
}

const timesIn = (document: Document): string[] =>
  [...document.querySelectorAll('time')].map((time) => time.textContent ?? '').filter((words) => words.trim() !== '')

const lettersOf = (text = ''): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const charsetIn = (text: string): string | undefined => /charset\s*=\s*["']?\s*([\w-]+)/i.exec(text)?.[1]

/** In the first bytes, as the standard wants it. */
const declaredIn = (bytes: Buffer): string | undefined => charsetIn(bytes.subarray(0, 4096).toString('latin1'))
