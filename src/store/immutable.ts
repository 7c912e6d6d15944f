/** Reads a library that lies where nothing can be written: SQLite would have to make files beside it. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { LibraryError } from '../model/errors.ts'

/** What one buffer may hold. */
const MOST_BYTES = 2 ** 31 - 1
/** Offsets in the header of a file: whether it is written through a write-ahead log (2) or not (1). */
const FORMATS = [18, 19]

/** A connection to a copy in memory, which does not change when the file does. */
export function openInMemory(path: string): Database.Database {
  if (statSync(path).size > MOST_BYTES)
    throw new LibraryError(
      `${path} lies in a folder that cannot be written, and is too large to be read from there. Copy it to another folder.`,
    )
  const bytes = hasLog(path) ? withLog(path) : readFileSync(path)
  for (const offset of FORMATS) bytes[offset] = 1
  return new Database(bytes, { readonly: true })
}

const hasLog = (path: string): boolean => existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0

/** Both files as one. The copies are only for this user, and gone at once. */
function withLog(path: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-'))
  try {
    const copy = join(folder, 'library.db')
    copyFileSync(path, copy)
    copyFileSync(`${path}-wal`, `${copy}-wal`)
    const database = new Database(copy)
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.close()
    return readFileSync(copy)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether the file can be opened at all, though not with its log. */
export function isReadable(path: string): boolean {
  try {
    const file = openSync(path, 'r')
    try {
      return readSync(file, Buffer.alloc(1)) === 1
    } finally {
      closeSync(file)
    }
  } catch {
    return false
  }
}
