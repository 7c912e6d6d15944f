/** Which files are read, by their names: the one list behind folders, archives, attachments, the documentation. */

/** What a format is called, and how its files are. */
export interface Kind {
  /** In words for the user. */
  readonly label: string
  /** Endings of names, without the dot. */
  readonly extensions: readonly string[]
  readonly mediaTypes: readonly string[]
}

export const KINDS = {
  text: { label: 'plain text', extensions: ['txt', 'text'], mediaTypes: ['text/plain'] },
  markdown: { label: 'Markdown', extensions: ['md', 'markdown'], mediaTypes: ['text/markdown'] },
  html: {
    label: 'HTML',
    extensions: ['html', 'htm', 'xhtml', 'shtml'],
    mediaTypes: ['text/html', 'application/xhtml+xml'],
  },
  pdf: { label: 'PDF', extensions: ['pdf'], mediaTypes: ['application/pdf'] },
  docx: {
    label: 'Word',
    extensions: ['docx'],
    mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  },
  odt: { label: 'OpenDocument text', extensions: ['odt'], mediaTypes: ['application/vnd.oasis.opendocument.text'] },
  epub: { label: 'EPUB', extensions: ['epub'], mediaTypes: ['application/epub+zip'] },
  email: { label: 'e-mail', extensions: ['eml', 'mht', 'mhtml'], mediaTypes: ['message/rfc822', 'multipart/related'] },
  feed: {
    label: 'RSS and Atom',
    extensions: ['rss', 'atom', 'rdf', 'xml'],
    mediaTypes: ['application/rss+xml', 'application/atom+xml', 'application/rdf+xml', 'application/xml', 'text/xml'],
  },
  json: { label: 'JSON', extensions: ['json'], mediaTypes: ['application/json', 'application/feed+json'] },
  jsonl: {
    label: 'JSON Lines',
    extensions: ['jsonl', 'ndjson'],
    mediaTypes: ['application/jsonl', 'application/x-ndjson', 'application/x-jsonlines'],
  },
  csv: { label: 'CSV', extensions: ['csv', 'tsv'], mediaTypes: ['text/csv', 'text/tab-separated-values'] },
  warc: { label: 'WARC', extensions: ['warc'], mediaTypes: ['application/warc'] },
  zip: { label: 'ZIP', extensions: ['zip'], mediaTypes: ['application/zip', 'application/x-zip-compressed'] },
  gzip: { label: 'gzip', extensions: ['gz'], mediaTypes: ['application/gzip', 'application/x-gzip'] },
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof KINDS
export const KIND_NAMES = Object.keys(KINDS) as readonly KindName[]
export const isKindName = (name: string): name is KindName => Object.hasOwn(KINDS, name)

const BY_EXTENSION = new Map<string, KindName>(
  KIND_NAMES.flatMap((name) => KINDS[name].extensions.map((extension): [string, KindName] => [extension, name])),
)
const BY_MEDIA_TYPE = new Map<string, KindName>(
  KIND_NAMES.flatMap((name) => KINDS[name].mediaTypes.map((type): [string, KindName] => [type, name])),
)

export const kindByName = (name: string): KindName | undefined => BY_EXTENSION.get(endingOf(name))

/** @param mediaType also with parameters */
export const kindByMediaType = (mediaType = ''): KindName | undefined =>
  BY_MEDIA_TYPE.get(mediaType.split(';')[0]!.trim().toLowerCase())

/** Of a path or an address; '' where it has none. */
export function endingOf(name: string): string {
  const last =
    name
      .replace(/[?#].*$/, '')
      .split(/[/\\]/)
      .at(-1) ?? ''
  return /.\.([^.]+)$/.exec(last)?.[1]?.toLowerCase() ?? ''
}

const isReadMe = (name: string): boolean => /(^|[/\\])readme\.md$/i.test(name)

/** Whether a file of a folder, of an archive, of an e-mail is read. One that is named by itself is read whatever it is called. */
export function isReadable(name: string, mediaType?: string): boolean {
  if (isReadMe(name)) return false
  const inner = endingOf(name) === 'gz' ? name.replace(/\.gz$/i, '') : name
  return kindByName(inner) !== undefined || (endingOf(inner) === '' && kindByMediaType(mediaType) !== undefined)
}

/** How a file that is not read is counted: by its ending. */
export function kindOfName(name: string): string {
  if (isReadMe(name)) return 'read-me files'
  const ending = endingOf(name)
  return ending === '' ? 'without an ending' : `.${ending}`
}

/** Files that were passed over, counted by kind: nothing is left out without a word. */
export class SkippedFiles {
  readonly #counts = new Map<string, number>()

  add(kind: string, count = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count)
  }

  /** A sentence without its full stop, or undefined where none was passed over. */
  inWords(where: string): string | undefined {
    const kinds = [...this.#counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    const total = kinds.reduce((sum, [, count]) => sum + count, 0)
    if (total === 0) return undefined
    const list = kinds.map(([kind, count]) => `${count} ${kind}`).join(', ')
    return `${total === 1 ? '1 file' : `${total} files`} in ${where} ${total === 1 ? 'is' : 'are'} of a kind that is not read: ${list}`
  }
}

/** For help texts. */
export const formatsInWords = (): string => [...new Set(Object.values(KINDS).map(({ label }) => label))].join(', ')
