/** Files → documents. Each failure is one sentence that names the file and what to do. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { UnreadableDocumentError } from '../model/errors.ts'
import { type Given, type ReadDocument, toDocument } from './document.ts'

/** A text longer than this is a data set, not an article. */
export const MOST_BYTES = 20 * 1024 * 1024
const CHUNK = 64 * 1024

/** @throws UnreadableDocumentError */
export function readDocument(
  path: string,
  given: Omit<Given, 'origin'> & { readonly origin?: string } = {},
): ReadDocument {
  return toDocument(readText(path), { ...given, origin: given.origin ?? path })
}

/**
 * The text of a UTF-8 file, a byte-order mark included.
 * @throws UnreadableDocumentError when it is missing, a folder, too large, binary or in another encoding
 */
export function readText(path: string): string {
  const bytes = readBytes(path)
  const utf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
  if (utf16) throw inEncoding(path, 'UTF-16')
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d))
    throw new UnreadableDocumentError(
      path,
      `${path} is a PDF, not a text. Make a text of it first, for example: pdftotext ${quoted(path)}`,
    )
  if (bytes.includes(0))
    throw new UnreadableDocumentError(path, `${path} is a binary file, not a text. Give it as plain text in UTF-8.`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw inEncoding(path, 'WINDOWS-1252', { cause })
  }
}

/** At most `MOST_BYTES`, also of a pipe or of a file that grows meanwhile. */
function readBytes(path: string): Buffer {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const { size } = fstatSync(file)
    if (size > MOST_BYTES) throw tooLarge(path, `has ${Math.round(size / 1024 / 1024)} MB`)
    const parts: Buffer[] = []
    for (let length = 0; ; ) {
      const part = Buffer.allocUnsafe(Math.max(CHUNK, size - length + 1))
      const read = readSync(file, part)
      if (read === 0) return Buffer.concat(parts)
      parts.push(part.subarray(0, read))
      length += read
      if (length > MOST_BYTES) throw tooLarge(path, 'goes on and on')
    }
  } catch (cause) {
    if (cause instanceof UnreadableDocumentError) throw cause
    throw new UnreadableDocumentError(path, describeFailure(path, cause), { cause })
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

const startsWith = (bytes: Buffer, ...first: readonly number[]): boolean => first.every((byte, i) => bytes[i] === byte)

const tooLarge = (path: string, what: string): UnreadableDocumentError =>
  new UnreadableDocumentError(
    path,
    `${path} ${what}; a text may have ${MOST_BYTES / 1024 / 1024} MB. Split it into articles.`,
  )

const inEncoding = (
  path: string,
  encoding: 'UTF-16' | 'WINDOWS-1252',
  options?: ErrorOptions,
): UnreadableDocumentError =>
  new UnreadableDocumentError(
    path,
    `${path} is ${encoding === 'UTF-16' ? 'in UTF-16' : 'not in UTF-8'}. Convert it first, for example: ` +
      `iconv -f ${encoding} -t UTF-8 ${quoted(path)} > ${quoted(path.replace(/(\.[^./\\]*)?$/, '.utf8$1'))}`,
    options,
  )

/** As a word of a shell. */
const quoted = (path: string): string => (/^[\w./@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`)

/** What the file system says, in words for the person who gave the path. */
export function describeFailure(path: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `There is no file at ${path}. Check the name.`
    case 'EISDIR':
      return `${path} is a folder. Name its files, or read the folder with: dragoman ingest ${quoted(path)}`
    case 'EACCES':
    case 'EPERM':
      return `${path} may not be read by this user. Change its permissions.`
    case 'ELOOP':
      return `${path} is a link that leads back to itself. Name the file itself.`
    default:
      return `${path} cannot be read (${code ?? String(error)}). Check the file and the disk.`
  }
}
