/** Text and what is known of it → a document. */
import { createHash } from 'node:crypto'
import { basename, extname } from 'node:path'
import type { CivilDate } from '../model/date.ts'
import type { DateSource, Provenance, SourceDocument } from '../model/document.ts'
import { documentId } from '../model/ids.ts'
import { readDateline, readNamedDate } from './dates.ts'
import { type FrontMatter, NO_FRONT_MATTER, readFrontMatter } from './front-matter.ts'
import { detectLanguage, languageCode } from './language.ts'
import type { FoundText } from './reader.ts'

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
  return { document: assemble(text, front, given), problems: front.problems }
}

/**
 * The same for a text out of a file: with its language, and with the day of publication from wherever it can be had. What
 * the text itself carries (front matter, a column, metadata, a feed) counts before what the user says of all texts, and
 * that before what a dateline or the file's name suggest.
 */
export async function toReadDocument(found: FoundText, format: string, given: Given): Promise<ReadDocument> {
  const { text, frontMatter = false, problems = [] } = found
  const front = frontMatter
    ? readFrontMatter(text)
    : { ...NO_FRONT_MATTER, bodyStart: text.startsWith('\uFEFF') ? 1 : 0 }
  const url = found.url ?? given.url ?? null
  const plain = assemble(text, front, {
    origin: given.origin,
    title: found.title ?? given.title ?? null,
    source: found.source ?? given.source ?? null,
    url,
  })
  const body = text.slice(plain.body.start)
  const [date, dateFrom] = dateOf(front.date, found, given.date ?? null, body, url ?? given.origin)
  const told = front.language ?? found.language
  const provenance: Provenance = {
    format,
    digest: found.digest,
    author: front.author ?? found.author ?? null,
    language: await languageOf(told ?? undefined, body),
    dateFrom,
  }
  return { document: { ...plain, date, provenance }, problems: [...front.problems, ...problems] }
}

type Dated = readonly [date: CivilDate | null, from: DateSource | null]

function dateOf(front: CivilDate | null, found: FoundText, given: CivilDate | null, body: string, name: string): Dated {
  if (front !== null) return [front, 'given']
  if (found.date !== undefined) return [found.date, found.dateFrom ?? 'metadata']
  if (given !== null) return [given, 'given']
  const dateline = readDateline(body)
  if (dateline !== undefined) return [dateline, 'dateline']
  const named = readNamedDate(name)
  return named === undefined ? [null, null] : [named, 'file name']
}

/**
 * A declared language is often that of the page's menus, or what an editor is set to: what the letters say counts, where they
 * say enough.
 */
const languageOf = async (declared: string | undefined, body: string): Promise<string | null> =>
  (await detectLanguage(body)) ?? (declared === undefined ? null : (languageCode(declared) ?? null))

function assemble(text: string, front: FrontMatter, given: Given): SourceDocument {
  return {
    id: documentId(createHash('sha256').update(text).digest('hex')),
    title: front.title ?? given.title ?? titleOf(text.slice(front.bodyStart)) ?? baseName(given.origin),
    date: front.date ?? given.date ?? null,
    source: front.source ?? given.source ?? null,
    url: front.url ?? given.url ?? null,
    origin: given.origin,
    text,
    body: { start: front.bodyStart, end: text.length },
  }
}

const baseName = (origin: string): string => basename(origin, extname(origin))

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
