/** Files and folders → documents. Each failure is one sentence that names the file and what to do. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UnreadableDocumentError } from '../model/errors.ts'
import { type Given, type ReadDocument, toDocument } from './document.ts'

/** A text longer than this is a data set, not an article. */
export const MOST_BYTES = 20 * 1024 * 1024

/** Files of a folder that are read; a file named by itself is read whatever it is called. */
export const TEXT_EXTENSIONS: readonly string[] = ['.txt', '.text', '.md', '.markdown']

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
  if (bytes.includes(0))
    throw new UnreadableDocumentError(path, `${path} is a binary file, not a text. Give it as plain text in UTF-8.`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new UnreadableDocumentError(
      path,
      `${path} is not in UTF-8. Convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8 ${path}`,
      { cause },
    )
  }
}

function readBytes(path: string): Buffer {
  try {
    const { size } = statSync(path)
    if (size > MOST_BYTES) {
      throw new UnreadableDocumentError(
        path,
        `${path} has ${Math.round(size / 1024 / 1024)} MB; a text may have ${MOST_BYTES / 1024 / 1024} MB. Split it into articles.`,
      )
    }
    return readFileSync(path)
  } catch (cause) {
    if (cause instanceof UnreadableDocumentError) throw cause
    throw new UnreadableDocumentError(path, failure(path, (cause as NodeJS.ErrnoException).code), { cause })
  }
}

function failure(path: string, code: string | undefined): string {
  switch (code) {
    case 'ENOENT':
      return `There is no file at ${path}. Check the name.`
    case 'EISDIR':
      return `${path} is a folder. Name its files, or read the folder with: dragoman ingest ${path}`
    case 'EACCES':
    case 'EPERM':
      return `${path} may not be read by this user. Change its permissions.`
    default:
      return `${path} cannot be read (${code ?? 'unknown error'}).`
  }
}

/**
 * Files to be read below a path, in order of their names; a file stands for itself.
 * @throws UnreadableDocumentError when there is nothing at `path`
 */
export function listTexts(path: string): readonly string[] {
  let folder: boolean
  try {
    folder = statSync(path).isDirectory()
  } catch (cause) {
    throw new UnreadableDocumentError(path, failure(path, (cause as NodeJS.ErrnoException).code), { cause })
  }
  if (!folder) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        TEXT_EXTENSIONS.some((extension) => entry.name.toLowerCase().endsWith(extension)) &&
        !/^readme\.md$/i.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
