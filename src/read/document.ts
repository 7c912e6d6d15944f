/** Text and what is known of it → a document. */
import { createHash } from 'node:crypto'
import { basename, extname } from 'node:path'
import type { CivilDate } from '../model/date.ts'
import type { SourceDocument } from '../model/document.ts'
import { documentId } from '../model/ids.ts'
import { readFrontMatter } from './front-matter.ts'

export interface Given {
  /** Where it was read from: a path, a URL or a name given by the user. */
  readonly origin: string
  readonly title?: string | null
  /** For a text that carries no date of its own. */
  readonly date?: CivilDate | null
  readonly source?: string | null
  readonly url?: string | null
}

export interface ReadDocument {
  readonly document: SourceDocument
  /** What could not be understood, in words for the user. */
  readonly problems: readonly string[]
}

const LONGEST_TITLE = 140

/**
 * A text with its metadata: what its front matter says, else what the user says.
 * @param text as it was read, a byte-order mark and carriage returns included; offsets count in it
 */
export function toDocument(text: string, given: Given): ReadDocument {
  const front = readFrontMatter(text)
  const body = text.slice(front.bodyStart)
  const document: SourceDocument = {
    id: documentId(createHash('sha256').update(text).digest('hex')),
    title: front.title ?? given.title ?? titleOf(body) ?? basename(given.origin, extname(given.origin)),
    date: front.date ?? given.date ?? null,
    source: front.source ?? given.source ?? null,
    url: front.url ?? given.url ?? null,
    origin: given.origin,
    text,
    body: { start: front.bodyStart, end: text.length },
  }
  return { document, problems: front.problems }
}

/** The first line, or the first sentence of a long one. */
function titleOf(body: string): string | undefined {
  const line = body
    .split(/\r\n?|\n/)
    .find((l) => /[\p{L}\p{N}]/u.test(l))
    ?.replace(/^#+\s*/, '')
    .trim()
  if (line === undefined) return undefined
  if (line.length <= LONGEST_TITLE) return line.replace(/(?<=[^.])\.$/, '')
  const sentence = /^.{15,}?[.!?](?=["”’]?\s)/.exec(line)?.[0]
  if (sentence !== undefined && sentence.length <= LONGEST_TITLE) return sentence.replace(/\.$/, '')
  return `${[...line.slice(0, 101)]
    .slice(0, -1)
    .join('')
    .replace(/\s+\S*$/, '')} …`
}
