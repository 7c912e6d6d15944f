import type { CivilDate } from './date.ts'
import type { DocumentId } from './ids.ts'
import type { Span } from './span.ts'

/**
 * One text as it was given. All offsets everywhere are UTF-16 code units into `text`, in which a byte-order mark, carriage
 * returns and a front matter count.
 */
export interface SourceDocument {
  readonly id: DocumentId
  readonly title: string
  /** Publication day, or null where it is unknown; it is never guessed to be today. */
  readonly date: CivilDate | null
  /** Who published it, as the document itself or the user says. */
  readonly source: string | null
  readonly url: string | null
  /** Where it was read from: a path, a URL or a name given by the user. */
  readonly origin: string
  readonly text: string
  /** The part of `text` to be read; what lies outside (front matter) is kept, but not analysed. */
  readonly body: Span
  /** How it came in; absent where a text was handed over as it is, or is kept by an older library. */
  readonly provenance?: Provenance
}

/** Where a date of publication was found; the earlier in this list, the more it counts. */
export const DATE_SOURCES = ['given', 'metadata', 'feed', 'dateline', 'file name'] as const
export type DateSource = (typeof DATE_SOURCES)[number]

export interface Provenance {
  /** The format that it was read from, such as `html`. */
  readonly format: string
  /** SHA-256 of the bytes that it was read from, in hexadecimal. */
  readonly digest: string
  readonly author: string | null
  /** ISO 639 code, such as `de`; null where a text is too short to tell. */
  readonly language: string | null
  readonly dateFrom: DateSource | null
}
