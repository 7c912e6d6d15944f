/** Care of a library file: whether it is whole, copies, and room. */
import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { Entry } from '../model/corrections.ts'
import { LibraryError } from '../model/errors.ts'
import { documentId } from '../model/ids.ts'
import { faultsIn, unpackFacts } from './facts.ts'
import { graphProblems } from './graph-row.ts'
import { Statements } from './statements.ts'

/** What is wrong with a library, in sentences; nothing where it is whole. */
export function findProblems(database: Database): string[] {
  const lines = database.pragma('integrity_check') as { integrity_check: string }[]
  const damage = lines.map((line) => line.integrity_check).filter((line) => line !== 'ok')
  if (damage.length > 0) return damage.map((line) => `The file is damaged: ${line}.`)
  return [
    ...dangling(database),
    ...wordsMissing(database),
    ...wrongTexts(database),
    ...brokenEntries(database),
    ...graphProblems(new Statements(database)),
  ]
}

const dangling = (database: Database): string[] =>
  (database.pragma('foreign_key_check') as { table: string; parent: string }[]).map(
    ({ table, parent }) => `A row of ${table} refers to a row of ${parent} that is not there.`,
  )

function wordsMissing(database: Database): string[] {
  if (database.readonly) return []
  try {
    database.prepare("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)").run()
    return []
  } catch {
    return ['The index of words does not fit the texts. "dragoman vacuum" makes it anew.']
  }
}

/** A document whose text is not the one that its id was made from, or that has facts outside of its text. */
function wrongTexts(database: Database): string[] {
  const problems: string[] = []
  const documents = database
    .prepare('SELECT id, title, text, length, packed FROM documents LEFT JOIN facts USING (doc) ORDER BY id')
    .iterate()
  for (const { id, title, text, length, packed } of documents as Iterable<{
    id: string
    title: string
    text: string
    length: number
    packed: Buffer | null
  }>) {
    const digest = createHash('sha256').update(text).digest('hex')
    if (documentId(digest) !== id || text.length !== length)
      problems.push(`The text of document ${id} ("${title}") is not the one that was stored.`)
    for (const fault of factProblems(packed, length)) problems.push(`Document ${id} has ${fault}. Read it again.`)
  }
  return problems
}

function factProblems(packed: Buffer | null, length: number): string[] {
  if (packed === null) return ['no facts']
  try {
    return faultsIn(unpackFacts(packed), length)
  } catch {
    return ['facts that cannot be read']
  }
}

function brokenEntries(database: Database): string[] {
  const rows = database.prepare('SELECT n, id, entry FROM corrections ORDER BY n').all() as {
    n: number
    id: string
    entry: string
  }[]
  return rows.flatMap(({ n, id, entry }) => {
    try {
      return (JSON.parse(entry) as Entry).id === id
        ? []
        : [`Entry ${n} of the log of corrections has another id than ${id}.`]
    } catch {
      return [`Entry ${n} of the log of corrections cannot be read.`]
    }
  })
}

/**
 * A consistent copy, also while others read and write. It is complete, or not there.
 * @throws LibraryError where there is a file already, or the copy cannot be written
 */
export function copyTo(database: Database, path: string): void {
  if (existsSync(path))
    throw new LibraryError(`There is a file at ${path} already. Name another one, or move it away first.`)
  const partial = `${path}.${process.pid}.partial`
  try {
    database.prepare('VACUUM INTO ?').run(partial)
    const file = openSync(partial, 'r+')
    try {
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(partial, path)
  } catch (cause) {
    rmSync(partial, { force: true })
    throw new LibraryError(
      `${path} cannot be written. Check that its folder is there, its rights, and the room on the disk.`,
      {
        cause,
      },
    )
  }
}

/** Makes the index of words anew, gives back room that is no longer used, and overwrites what was in it. */
export function tidy(database: Database): void {
  database.prepare("INSERT INTO words (words) VALUES ('rebuild')").run()
  database.exec('VACUUM')
  emptyLog(database)
}

/** Brings all that stands in the write-ahead log into the file, and empties the log. False where somebody is still reading it. */
export function emptyLog(database: Database): boolean {
  const [result] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  return result === undefined || result.busy === 0
}
