/** What a reader of a format is: bytes in; texts, and things with texts in them, out. */
import type { CivilDate } from '../model/date.ts'
import type { DateSource } from '../model/document.ts'
import type { UnreadableDocumentError } from '../model/errors.ts'
import type { Source } from './source.ts'

/** What a format itself, or what a text lies in, says of the text. */
export interface Metadata {
  readonly title?: string | undefined
  readonly date?: CivilDate | undefined
  readonly dateFrom?: DateSource | undefined
  /** Who published it. */
  readonly source?: string | undefined
  readonly url?: string | undefined
  readonly author?: string | undefined
  /** As it is written there: `en-GB`, `German`. */
  readonly language?: string | undefined
}

/** Part of a source that is a text. */
export interface FoundText extends Metadata {
  readonly kind: 'text'
  readonly text: string
  /** SHA-256 of the bytes that it was read from. */
  readonly digest: string
  /** Where it is not the source as a whole: under which name it is known. */
  readonly origin?: string
  /** What could not be understood, in words for the user. */
  readonly problems?: readonly string[]
  /** Whether a front matter at its head is one. */
  readonly frontMatter?: boolean
}

export type Found =
  | FoundText
  /** An entry of an archive, an attachment, a page that a feed points to: to be read by the reader of its own format. */
  | { readonly kind: 'source'; readonly source: Source; readonly metadata?: Metadata }
  /** What cannot be read, while the rest can. */
  | { readonly kind: 'failure'; readonly error: UnreadableDocumentError }
  /** What the user should know though nothing failed, as a sentence without its full stop. */
  | { readonly kind: 'note'; readonly note: string }

/** Names of the fields or columns that hold the parts of an article; dots lead into nested ones. */
export interface Mapping {
  readonly text?: string | undefined
  readonly title?: string | undefined
  readonly date?: string | undefined
  readonly source?: string | undefined
  readonly url?: string | undefined
  readonly author?: string | undefined
}

export interface ReadSettings {
  readonly mapping?: Mapping
  /** Gets what a feed's entries point to; without it, their own texts are read. */
  readonly follow?: (url: string) => Promise<Source>
}

/** @throws UnreadableDocumentError where the source as a whole cannot be read */
export type Reader = (source: Source, settings: ReadSettings) => AsyncIterable<Found>

export const failure = (error: UnreadableDocumentError): Found => ({ kind: 'failure', error })
