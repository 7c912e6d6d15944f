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
}
