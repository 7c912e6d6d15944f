/** What SQLite reports, in words for the person who has the file. */
import Database from 'better-sqlite3'
import { LibraryError } from '../model/errors.ts'
import { holderOf } from './holder.ts'

/** By the beginning of SQLite's code; the first that fits counts. */
const WORDS: readonly (readonly [code: string, words: string])[] = [
  ['SQLITE_NOTADB', 'is not a library. Name another file with --library, or move this one away.'],
  ['SQLITE_CORRUPT', 'is damaged. Put a backup copy in its place, or read the texts into a new library.'],
  ['SQLITE_FULL', 'cannot grow: the disk is full. Free some space; nothing that was stored is lost.'],
  ['SQLITE_READONLY', 'cannot be written. Check the rights of the file and of its folder.'],
  ['SQLITE_PERM', 'cannot be opened. Check the rights of the file and of its folder.'],
  ['SQLITE_CANTOPEN', 'cannot be opened. Check that it is a file, and the rights of it and of its folder.'],
  ['SQLITE_IOERR', 'cannot be read or written: the disk reports an error.'],
]

/** Runs `work`; an error of SQLite becomes a LibraryError that names the file and the remedy. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    if (/^SQLITE_(BUSY|LOCKED)/.test(error.code))
      throw new LibraryError(
        `${path} is being written by ${holderOf(path) ?? 'another program'}. Wait until it is done, or end it.`,
        {
          cause: error,
        },
      )
    const words = WORDS.find(([code]) => error.code.startsWith(code))?.[1] ?? `cannot be used: ${error.message}.`
    throw new LibraryError(`${path} ${words}`, { cause: error })
  }
}
