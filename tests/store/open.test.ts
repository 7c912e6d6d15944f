/** Files that are no library, are broken, newer, or not to be written: one clear sentence, and the file as it was. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LibraryError } from '../../src/model/errors.ts'
import { APPLICATION_ID, MIGRATIONS } from '../../src/store/migrations.ts'
import { openLibrary } from '../../src/store/open.ts'
import { PROVENANCE_TABLE } from '../../src/store/provenance.ts'
import { makeSource } from '../support/extractions.ts'
import { SAMPLES, summit } from '../support/samples.ts'
import { makeOlder } from './support/older.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-open-'))
  path = join(folder, 'test.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const make = (): void => {
  const library = openLibrary(path)
  for (const { document, extraction } of SAMPLES) library.put(document, extraction, 'one')
  library.close()
}

/** The message with which opening fails. */
const refusal = (file = path, readonly = false): string => {
  try {
    openLibrary(file, { readonly, patience: 50 }).close()
  } catch (error) {
    expect(error).toBeInstanceOf(LibraryError)
    return (error as Error).message
  }
  throw new Error('it was opened')
}

test('what was stored is there when it is opened again', () => {
  make()
  const library = openLibrary(path)
  expect(library.document(summit.document.id)).toEqual(summit.document)
  expect(library.extraction(summit.document.id)).toEqual(summit.extraction)
  library.close()
})

test('closed, it is one file', () => {
  make()
  expect([existsSync(path), existsSync(`${path}-wal`), existsSync(`${path}-shm`)]).toEqual([true, false, false])
})

test('it is safe: write-ahead log, full synchronisation, foreign keys, and whole', () => {
  make()
  const database = new Database(path, { readonly: true })
  expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(database.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
  expect(database.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.pragma('foreign_key_check')).toEqual([])
  database.close()
})

test('a library of before documents said how they came in is brought up to date, and keeps what it had', () => {
  make()
  const old = new Database(path)
  makeOlder(old)
  old.pragma(`user_version = ${MIGRATIONS.indexOf(PROVENANCE_TABLE)}`)
  old.close()
  const library = openLibrary(path)
  expect(library.document(summit.document.id)).toEqual(summit.document)
  const provenance = { format: 'html', digest: 'a'.repeat(64), author: null, language: 'en', dateFrom: null }
  const now = { ...summit.document, provenance }
  expect(library.put(now, summit.extraction, 'one')).toEqual({ outcome: 'reread' })
  expect(library.document(summit.document.id)).toEqual(now)
  library.close()
})

test('an empty file becomes a library', () => {
  writeFileSync(path, '')
  const library = openLibrary(path)
  expect(library.documents()).toEqual([])
  library.close()
})

describe('refused, and left as it was:', () => {
  const cases: readonly (readonly [what: string, words: RegExp, prepare: () => void])[] = [
    [
      'a text',
      /is not a library.*--library/,
      () => writeFileSync(path, 'Once upon a time, in a file that is no database at all.'),
    ],
    ['a short text', /is not a library.*--library/, () => writeFileSync(path, 'x')],
    [
      'a database of another program',
      /database of another program/,
      () => {
        const database = new Database(path)
        database.exec('CREATE TABLE recipes (name TEXT)')
        database.close()
      },
    ],
    [
      'a newer library',
      /newer version.*Update/,
      () => {
        make()
        const database = new Database(path)
        database.pragma(`user_version = ${MIGRATIONS.length + 1}`)
        database.close()
      },
    ],
    [
      'a library whose first page is damaged',
      /is damaged|is not a library/,
      () => {
        make()
        const bytes = readFileSync(path)
        bytes.fill(0xff, 100, 4000)
        writeFileSync(path, bytes)
      },
    ],
  ]
  test.each(cases)('%s', (_, words, prepare) => {
    prepare()
    const before = readFileSync(path)
    const message = refusal()
    expect(message).toMatch(words)
    expect(message).toContain(path)
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('a library that was cut off says so when it is read', () => {
    make()
    truncateSync(path, 20_000)
    expect(() => {
      const library = openLibrary(path)
      try {
        for (const { document } of library.readings()) library.document(document.id)
        library.stats()
        library.search('Velmont', 5)
      } finally {
        library.close()
      }
    }).toThrow(LibraryError)
  })

  test('a folder', () => {
    mkdirSync(path)
    expect(refusal()).toContain(path)
  })

  test('a file in a folder that is not there', () => {
    expect(refusal(join(folder, 'none', 'test.db'))).toMatch(/folder .*none is not there/)
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })

  test('for reading, a file that is not there', () => {
    expect(refusal(path, true)).toMatch(/There is no library at .*dragoman ingest/)
    expect(existsSync(path)).toBe(false)
  })

  test('a place that cannot be written', () => {
    // The rights of a folder do not bind root, to whom the kernel's own file system is closed all the same.
    const isRoot = process.getuid?.() === 0
    if (!isRoot) chmodSync(folder, 0o555)
    expect(refusal(isRoot ? '/proc/test.db' : path)).toMatch(/rights/)
    if (!isRoot) chmodSync(folder, 0o755)
  })
})

describe('one file, two connections', () => {
  test('a reader sees what a writer adds, and its version changes', () => {
    make()
    const [writer, reader] = [openLibrary(path), openLibrary(path, { readonly: true })]
    const version = reader.version()
    writer.drop(summit.document.id)
    expect(reader.version()).not.toBe(version)
    expect(reader.document(summit.document.id)).toBeUndefined()
    reader.close()
    writer.close()
  })

  test('a reading that goes on while another removes documents leaves out what is gone', () => {
    const [writer, reader] = [openLibrary(path), openLibrary(path, { readonly: true })]
    const blank = { ...summit.extraction, entities: [], relations: [], events: [] }
    for (let n = 0; n < 150; n++) writer.put(makeSource(`Text ${n}.`), blank, 'one')
    const readings = reader.readings()
    const seen = [readings.next().value.document.id]
    for (const { id } of writer.documents()) if (id !== seen[0]) writer.drop(id)
    for (const { document } of readings) seen.push(document.id)
    // Those that were read together with the first, and none of the others.
    expect(seen).toHaveLength(100)
    reader.close()
    writer.close()
  })

  test('one opened for reading does not write', () => {
    make()
    const reader = openLibrary(path, { readonly: true })
    expect(reader.readonly).toBe(true)
    expect(() => reader.drop(summit.document.id)).toThrow(/for reading only/)
    reader.close()
  })

  test('a second writer is told who holds it, and may try again', () => {
    make()
    const other = new Database(path)
    const library = openLibrary(path, { patience: 20 })
    other.exec('BEGIN IMMEDIATE')
    expect(() => library.drop(summit.document.id)).toThrow(/is being written by/)
    other.exec('COMMIT')
    expect(library.drop(summit.document.id)).toBe(true)
    library.close()
    other.close()
  })
})
