/** E-mail (RFC 5322, `.eml`), with what is attached, and pages that a browser saved as one file (MHTML). */
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { UnreadableDocumentError } from '../../model/errors.ts'
import { readWrittenDate } from '../dates.ts'
import { parsePage } from '../html/page.ts'
import { plainText } from '../html/plain-text.ts'
import { isReadable, kindOfName, SkippedFiles } from '../kinds.ts'
import type { Found, Metadata } from '../reader.ts'
import { bytesSource, digestOf, type Source, wholeOf } from '../source.ts'

export async function* readEmail(source: Source): AsyncGenerator<Found> {
  const { origin } = source
  const bytes = await wholeOf(source, undefined, 'an e-mail', 'Save what is attached, and give it.')
  const email = await parse(bytes, origin)
  const header = (name: string): string | undefined => email.headers.find(({ key }) => key === name)?.value
  const metadata: Metadata = {
    title: email.subject,
    date: readWrittenDate(header('date') ?? ''),
    dateFrom: 'metadata',
    author: nameOf(email.from),
  }
  const saved = header('snapshot-content-location') ?? header('content-location')
  if (saved !== undefined && email.html !== undefined) {
    yield {
      kind: 'source',
      source: bytesSource(Buffer.from(email.html), {
        origin,
        name: 'page.html',
        mediaType: 'text/html; charset=utf-8',
      }),
      // The date is the day on which it was saved, which says nothing of its publication.
      metadata: { title: email.subject, url: /^https?:/.test(saved) ? saved : undefined },
    }
    return
  }
  const text = email.text?.trim() ? email.text : plainText(parsePage(email.html ?? ''))
  if (text.trim() !== '' || email.attachments.length === 0)
    yield { kind: 'text', text, ...metadata, digest: digestOf(bytes) }
  yield* attached(email.attachments, origin)
}

async function parse(bytes: Buffer, origin: string): Promise<Email> {
  try {
    // A letter within a letter has a day and an author of its own.
    const email = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer', forceRfc822Attachments: true })
    if (email.headers.length > 0) return email
  } catch (cause) {
    throw unreadable(origin, cause instanceof Error ? cause.message : String(cause), { cause })
  }
  throw unreadable(origin, 'it begins with no header')
}

const unreadable = (origin: string, why: string, options?: ErrorOptions): UnreadableDocumentError =>
  new UnreadableDocumentError(
    origin,
    `${origin} is no e-mail that can be read (${why}). Save it as plain text.`,
    options,
  )

/** What is attached may be of any age: the day of the letter is not its day. */
async function* attached(attachments: readonly Attachment[], origin: string): AsyncGenerator<Found> {
  const skipped = new SkippedFiles()
  for (const [i, { filename, mimeType, content, related, disposition }] of attachments.entries()) {
    // Pictures within the text of a letter are no attachments that anybody waits for.
    if (related === true || (disposition === 'inline' && mimeType.startsWith('image/'))) continue
    const name = filename ?? `attachment-${i + 1}`
    if (!isReadable(name, mimeType)) skipped.add(kindOfName(name))
    else {
      const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
      yield {
        kind: 'source',
        source: bytesSource(bytes, { origin: `${origin}/${name}`, name, mediaType: mimeType }),
      }
    }
  }
  const note = skipped.inWords(origin)
  if (note !== undefined) yield { kind: 'note', note }
}

const nameOf = (from: Address | undefined): string | undefined =>
  from === undefined ? undefined : from.name.trim() || from.address || undefined
