/** The one table of readers. Each is loaded when the first file of its format comes: starting must not wait for any. */
import { UnreadableDocumentError } from '../model/errors.ts'
import { endingOf, type KindName, kindByMediaType, kindByName } from './kinds.ts'
import type { Reader } from './reader.ts'
import type { Source } from './source.ts'

export const READERS: Readonly<Record<KindName, () => Promise<Reader>>> = {
  text: async () => (await import('./readers/text.ts')).readText,
  markdown: async () => (await import('./readers/text.ts')).readText,
  html: async () => (await import('./readers/html.ts')).readHtml,
  pdf: async () => (await import('./readers/pdf.ts')).readPdf,
  docx: async () => (await import('./readers/docx.ts')).readDocx,
  odt: async () => (await import('./readers/odt.ts')).readOdt,
  epub: async () => (await import('./readers/epub.ts')).readEpub,
  email: async () => (await import('./readers/email.ts')).readEmail,
  feed: async () => (await import('./readers/feed.ts')).readFeed,
  json: async () => (await import('./readers/json.ts')).readJson,
  jsonl: async () => (await import('./readers/jsonl.ts')).readJsonLines,
  csv: async () => (await import('./readers/csv.ts')).readCsv,
  warc: async () => (await import('./readers/warc.ts')).readWarc,
  zip: async () => (await import('./readers/zip.ts')).readZip,
  gzip: async () => (await import('./readers/gzip.ts')).readGzip,
}

/**
 * The format of a source: by its first bytes where these leave no doubt, whatever it is called; else as it is declared; else
 * by its name; else by a look at its first words.
 * @throws UnreadableDocumentError for what is known to be something else, with what to do about it
 */
export async function formatOf(source: Source): Promise<KindName> {
  const head = await source.head()
  const { name, mediaType, origin } = source
  const refusal = REFUSED.find(([, test]) => test(head, endingOf(name)))
  if (refusal !== undefined) throw new UnreadableDocumentError(origin, `${origin} is ${refusal[0]}`)
  const named = kindByName(name)
  const sure = MAGIC.find(([, test]) => test(head))?.[0]
  if (sure === 'zip') return zipKind(head, named)
  if (sure !== undefined) return sure
  const declared = kindByMediaType(mediaType)
  const words = head.toString('latin1').replace(/^(?:\xef\xbb\xbf)?\s+/, '')
  // Servers send feeds as HTML or plain text, and pages of all kinds as XML.
  if (declared !== undefined && !(declared === 'text' && named !== undefined))
    return declared === 'feed' || declared === 'html' ? pageOrFeed(words, declared) : declared
  if (named !== undefined && named !== 'zip' && named !== 'gzip')
    return named === 'feed' ? pageOrFeed(words, 'feed') : named
  return byWords(words) ?? 'text'
}

const starts = (bytes: Buffer, ...first: readonly number[]): boolean => first.every((byte, i) => bytes[i] === byte)

/** What leaves no doubt. */
const MAGIC: readonly (readonly [KindName, (head: Buffer) => boolean])[] = [
  ['pdf', (head) => head.subarray(0, 1024).includes('%PDF-')],
  ['zip', (head) => starts(head, 0x50, 0x4b, 3, 4) || starts(head, 0x50, 0x4b, 5, 6)],
  ['gzip', (head) => starts(head, 0x1f, 0x8b, 8)],
  ['warc', (head) => /^WARC\/\d\.\d\r?\n/.test(head.subarray(0, 12).toString('latin1'))],
]

type Refusal = readonly [what: string, test: (head: Buffer, ending: string) => boolean]

const REFUSED: readonly Refusal[] = [
  [
    'protected by a password. Open it in its program, save it without one, and give that.',
    (head, ending) => isOle(head) && /^(docx|xlsx|pptx)$/.test(ending),
  ],
  ['an Office file of an older format. Save it as .docx, .odt or PDF, and give that.', (head) => isOle(head)],
  ['in Rich Text Format. Save it as .docx, .odt or plain text, and give that.', (head) => starts(head, ...Buffer.from('{\\rtf'))],
  ['a graph, not a text. Take it in with: dragoman import', (_, ending) => /^(gexf|graphml)$/.test(ending)],
  ['a picture, not a text. Read its words with a program for that first, such as tesseract.', (head) => isPicture(head)],
  ['a spreadsheet. Save it as CSV, with one article a row, and give that.', (_, ending) => /^(xlsx?|ods|numbers)$/.test(ending)],
  [
    'an archive of a kind that is not unpacked. Unpack it, and give the folder.',
    (head) =>
      starts(head, 0x37, 0x7a, 0xbc, 0xaf) || starts(head, ...Buffer.from('Rar!')) || starts(head, 0xfd, ...Buffer.from('7zXZ')) ||
      starts(head, ...Buffer.from('BZh')) || starts(head, 0x28, 0xb5, 0x2f, 0xfd) || head.subarray(257, 262).equals(Buffer.from('ustar')),
  ],
] // biome-ignore format: one glance

const isOle = (head: Buffer): boolean => starts(head, 0xd0, 0xcf, 0x11, 0xe0)

const isPicture = (head: Buffer): boolean =>
  starts(head, 0x89, 0x50, 0x4e, 0x47) ||
  starts(head, 0xff, 0xd8, 0xff) ||
  /^(GIF8|RIFF....WEBP|II\*\0|MM\0\*)/s.test(head.subarray(0, 12).toString('latin1'))

/** Packages say what they are in their first entry, or by their name. */
function zipKind(head: Buffer, named: KindName | undefined): KindName {
  const first = head.subarray(30, 120).toString('latin1')
  if (first.startsWith('mimetypeapplication/epub+zip')) return 'epub'
  if (first.startsWith('mimetypeapplication/vnd.oasis.opendocument')) return 'odt'
  if (named === 'docx' || named === 'odt' || named === 'epub') return named
  return /^(\[Content_Types\]\.xml|_rels\/|word\/|docProps\/)/.test(first) ? 'docx' : 'zip'
}

const FEED =
  /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*|<\?[\s\S]*?\?>\s*|<!DOCTYPE\s+(?:rss|rdf)[^>]*>\s*)*<(?:\w+:)?(?:rss|feed|RDF)[\s>]/i
const PAGE = /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i

const pageOrFeed = (words: string, otherwise: KindName): KindName =>
  FEED.test(words) ? 'feed' : PAGE.test(words) ? 'html' : otherwise

/** Of what comes through a pipe, or has a name without a known ending. */
function byWords(words: string): KindName | undefined {
  if (FEED.test(words)) return 'feed'
  if (PAGE.test(words)) return 'html'
  if (/^(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|DKIM-Signature):\s/i.test(words)) return 'email'
  if (/^\{.*\}\s*\n\s*\{/.test(words)) return 'jsonl'
  return /^(?:\{\s*"|\[\s*\{)/.test(words) ? 'json' : undefined
}
