/** Bytes → text, in whatever encoding they are. */
import { UnreadableDocumentError } from '../model/errors.ts'

/** What most newsrooms' machines wrote before UTF-8; others are taken where the file or its server declares them. */
const GUESSED: ReadonlySet<string> = new Set([
  'windows-1250', 'windows-1251', 'windows-1252', 'windows-1253', 'windows-1254', 'windows-1255', 'windows-1256',
  'iso-8859-1', 'iso-8859-2', 'iso-8859-5', 'iso-8859-6', 'iso-8859-7', 'iso-8859-8', 'iso-8859-9', 'koi8-r',
  'shift_jis', 'euc-jp', 'euc-kr', 'gb18030', 'big5', 'iso-2022-jp',
]) // biome-ignore format: one glance

export interface Decoded {
  /** For UTF-8 with its byte-order mark, as `readFileSync(file, 'utf8')` gives it; for others without. */
  readonly text: string
  /** By its name of the WHATWG's standard: `utf-8`, `windows-1251` … */
  readonly encoding: string
}

/**
 * A byte-order mark counts first, then UTF-8 where the bytes are valid as such, then what is declared, then what the
 * frequencies of letters suggest.
 * @param declared by a server, or by the document itself
 * @throws UnreadableDocumentError for what is no text in any of these
 */
export async function decode(bytes: Uint8Array, origin: string, declared?: string): Promise<Decoded> {
  const marked = byMark(bytes) ?? unmarkedUtf16(bytes)
  if (marked !== undefined) return { text: decoded(bytes, marked, origin), encoding: marked }
  if (bytes.includes(0))
    throw new UnreadableDocumentError(
      origin,
      `${origin} is a binary file, not a text, and in no format that is read. Give it as plain text, HTML or PDF.`,
    )
  const utf8 = tryUtf8(bytes)
  // Seven-bit codes of East Asia are valid UTF-8 and full of escapes.
  const label = declared === undefined ? undefined : labelOf(declared)
  if (utf8 !== undefined && label !== 'iso-2022-jp') return { text: utf8, encoding: 'utf-8' }
  const encoding = label !== undefined && label !== 'utf-8' && !label.startsWith('utf-16') ? label : await guess(bytes)
  return { text: decoded(bytes, encoding, origin), encoding }
}

function byMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : undefined
}

/** Without a mark, text in Latin letters shows by its zeros: nearly every second byte, and none in the other places. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096)
  if (sample.length < 4 || bytes.length % 2 === 1) return undefined
  const zeros = [0, 0]
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2]!++
  const [even, odd] = zeros as [number, number]
  const many = sample.length * 0.35
  return odd > many && even === 0 ? 'utf-16le' : even > many && odd === 0 ? 'utf-16be' : undefined
}

const tryUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** What Windows-1252 has where ISO 8859-1 has control characters. Node 20 takes the one for the other. */
const WINDOWS =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'

/** Decodes a stream piece by piece; without a piece, what was left at the end. */
export function decoderOf(encoding: string, options: TextDecoderOptions = {}): (piece?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, options)
  const plain = (piece?: Uint8Array): string => decoder.decode(piece, { stream: piece !== undefined })
  if (encoding !== 'windows-1252') return plain
  return (piece) => plain(piece).replace(/[\u0080-\u009F]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80]!)
}

function decoded(bytes: Uint8Array, encoding: string, origin: string): string {
  try {
    const decode = decoderOf(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' })
    return decode(bytes) + decode()
  } catch (cause) {
    throw new UnreadableDocumentError(
      origin,
      `${origin} is damaged: it cannot be read as ${encoding}. Save it anew as UTF-8.`,
      { cause },
    )
  }
}

/** The standard's name of an encoding, or undefined where it has none by that name. */
function labelOf(name: string): string | undefined {
  try {
    return new TextDecoder(name.trim()).encoding
  } catch {
    return undefined
  }
}

/** Of a text that is not UTF-8. Western European where nothing tells. */
async function guess(bytes: Uint8Array): Promise<string> {
  const { analyse } = await import('chardet')
  // The letters beyond ASCII tell; a text in English may have its first one far down.
  const first = bytes.findIndex((byte) => byte > 0x7f)
  const sample = bytes.subarray(Math.max(0, first - 2000), first + 60_000)
  const best = analyse(sample).find(({ name }) => GUESSED.has(name.toLowerCase()))
  const name = labelOf(best?.name ?? '') ?? 'windows-1252'
  // Both name the same bytes; in the standard, and in fact, ISO 8859-1 is Windows-1252.
  return name === 'iso-8859-1' ? 'windows-1252' : name
}
