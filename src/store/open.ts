/** Opens a library file, or makes a new one. */
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { LibraryError } from '../model/errors.ts'
import { guarded } from './failures.ts'
import { isReadable, openInMemory } from './immutable.ts'
import type { Library } from './library.ts'
import { APPLICATION_ID, MIGRATIONS, migrate } from './migrations.ts'
import { SqliteLibrary } from './sqlite-library.ts'

export interface OpenOptions {
  /** Never write; the file must be there. */
  readonly readonly?: boolean
  /** How long to wait for another program that is writing, in milliseconds; 5,000 unless told. */
  readonly patience?: number
  /** The time as an ISO 8601 instant; that of this machine unless told. */
  readonly now?: () => string
}

/** A library that is gone when it is closed. */
export const MEMORY = ':memory:'

/**
 * @param path of the file; it is made where there is none, its folder is not
 * @throws LibraryError when it is no library, damaged, of a newer version, or not to be opened; it is left as it was
 */
export function openLibrary(
  path: string,
  { readonly = false, patience = 5000, now = clock }: OpenOptions = {},
): Library {
  const folder = dirname(resolve(path))
  if (path !== MEMORY && !existsSync(folder))
    throw new LibraryError(`The folder ${folder} is not there. Make it first, or name another file with --library.`)
  if (path !== MEMORY && readonly && !existsSync(path))
    throw new LibraryError(
      `There is no library at ${path}. Read texts into it first: dragoman ingest --library ${path} TEXTS`,
    )
  if (path !== MEMORY && existsSync(path)) checkSignature(path)
  return guarded(path, () => {
    const database = readonly ? openForReading(path, patience) : new Database(path, { timeout: patience })
    try {
      const version = checkedVersion(database, path)
      if (readonly) requireCurrent(version, path)
      else prepare(database, version)
      return new SqliteLibrary(database, path, now)
    } catch (error) {
      database.close()
      throw error
    }
  })
}

const clock = (): string => new Date().toISOString()

const SIGNATURE = 'SQLite format 3\0'

/** SQLite takes a file of a few bytes for an empty one, and would write over it. A file of no bytes may become a library. */
function checkSignature(path: string): void {
  const bytes = Buffer.alloc(SIGNATURE.length)
  let length: number
  try {
    const file = openSync(path, 'r')
    try {
      length = readSync(file, bytes)
    } finally {
      closeSync(file)
    }
  } catch (cause) {
    throw new LibraryError(
      `${path} cannot be opened. Check that it is a file, and the rights of it and of its folder.`,
      { cause },
    )
  }
  if (length > 0 && bytes.toString('latin1') !== SIGNATURE)
    throw new LibraryError(`${path} is not a library. Name another file with --library, or move this one away.`)
}

const numberOf = (database: Database.Database, pragma: string): number =>
  database.pragma(pragma, { simple: true }) as number

/** Number of migrations done. Reads only, so that a file that is something else stays as it is. */
function checkedVersion(database: Database.Database, path: string): number {
  const tables = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number
  const [application, version] = [numberOf(database, 'application_id'), numberOf(database, 'user_version')]
  if (application !== APPLICATION_ID && (tables > 0 || application !== 0 || version !== 0))
    throw new LibraryError(`${path} is a database of another program. Name another file with --library.`)
  if (version > MIGRATIONS.length)
    throw new LibraryError(
      `${path} was written by a newer version (its format is ${version}, this program knows up to ${MIGRATIONS.length}). ` +
        'Update the program, or name another file with --library.',
    )
  return version
}

function requireCurrent(version: number, path: string): void {
  if (version < MIGRATIONS.length)
    throw new LibraryError(
      `${path} was written by an older version. Open it once for writing, which brings it up to date.`,
    )
}

/** In a folder in which nothing can be written SQLite cannot share the file with a writer: then there is none, and a copy will do. */
function openForReading(path: string, patience: number): Database.Database {
  const database = new Database(path, { readonly: true, timeout: patience })
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return database
  } catch (error) {
    database.close()
    if (!(error instanceof Database.SqliteError) || !CANNOT_SHARE.test(error.code) || !isReadable(path)) throw error
    return openInMemory(path)
  }
}

const CANNOT_SHARE = /^SQLITE_(CANTOPEN|READONLY)/

function prepare(database: Database.Database, version: number): void {
  database.pragma('journal_mode = WAL')
  // In WAL mode the default may lose the last transactions in a power cut.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // What is deleted is overwritten.
  database.pragma('secure_delete = ON')
  if (version === MIGRATIONS.length) return
  database
    .transaction(() => {
      // Read again under the lock: another process may have been faster.
      const done = numberOf(database, 'user_version')
      for (const step of MIGRATIONS.slice(done)) migrate(database, step)
      if (done === 0) database.prepare('INSERT INTO library (id, changes) VALUES (lower(hex(randomblob(4))), 0)').run()
      database.pragma(`application_id = ${APPLICATION_ID}`)
      database.pragma(`user_version = ${MIGRATIONS.length}`)
    })
    .immediate()
  // Earlier versions did not overwrite what they deleted.
  if (version > 0) database.exec('VACUUM')
}
