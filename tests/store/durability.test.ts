/** What was acknowledged is there, whole, whatever happens: a kill, a power cut, a full disk, another program. */
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openLibrary } from '../../src/store/open.ts'
import { SEEDED } from '../support/arbitraries.ts'
import { SAMPLES, summit } from '../support/samples.ts'
import { numbered } from './support/documents.ts'

const WRITER = join(import.meta.dirname, 'support/writer.ts')

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-durable-'))
  path = join(folder, 'test.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const filled = (count = 3, at = path) => {
  const library = openLibrary(at)
  for (let n = 0; n < count; n++) {
    const { document, extraction } = numbered(n)
    library.put(document, extraction, 'writer')
  }
  return library
}

/** Every document of the library equals what was written; their numbers. */
function wholeDocuments(at: string): number[] {
  const database = new Database(at)
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.pragma('foreign_key_check')).toEqual([])
  database.close()
  const library = openLibrary(at)
  try {
    expect(library.problems()).toEqual([])
    return library.documents().map(({ id, title }) => {
      const n = Number(title.split(' ')[1])
      const { document, extraction } = numbered(n)
      expect([library.document(id), library.extraction(id)]).toEqual([document, extraction])
      return n
    })
  } finally {
    library.close()
  }
}

test('twenty kills at random moments lose nothing that was acknowledged, and leave no half document', async () => {
  /** Ends the writer without warning so many acknowledgements, and then so many milliseconds, after its start; the last number it said. */
  const killAfter = (first: number, acknowledged: number, pause: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['--import', 'tsx', WRITER, path, String(first)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let output = ''
      let armed = false
      child.stdout.on('data', (chunk) => {
        output += chunk
        if (armed || output.split('\n').length <= acknowledged) return
        armed = true
        setTimeout(() => child.kill('SIGKILL'), pause)
      })
      child.once('error', reject)
      child.once('close', (_, signal) => {
        if (signal === 'SIGKILL') resolve(Number(output.trimEnd().split('\n').at(-1)))
        else reject(new Error(`the writer ended by itself: ${output}`))
      })
    })
  const moments = fc.sample(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(40)), { ...SEEDED, numRuns: 20 })
  let next = 0
  for (const [acknowledged, pause] of moments) {
    const last = await killAfter(next, acknowledged, pause)
    // One more may have been stored without a word.
    const numbers = wholeDocuments(path)
    const stored = new Set(numbers)
    for (let n = 0; n <= last; n++) expect(stored.has(n), `document ${n}`).toBe(true)
    expect(Math.max(...numbers)).toBeLessThanOrEqual(last + 1)
    next = Math.max(...numbers) + 1
  }
  expect(next).toBeGreaterThan(20)
}, 300_000)

test('two programs write into one library, each in its turn, and readers always read', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', WRITER, path, '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await new Promise((resolve) => child.stdout.once('data', resolve))
    const [library, reader] = [openLibrary(path), openLibrary(path, { readonly: true })]
    for (let n = 100_000; n < 100_005; n++) {
      const { document, extraction } = numbered(n)
      expect(library.put(document, extraction, 'writer')).toEqual({ outcome: 'added' })
      expect(reader.document(document.id)).toEqual(document)
    }
    library.close()
    reader.close()
  } finally {
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('close', resolve))
  }
  expect(wholeDocuments(path).filter((n) => n >= 100_000)).toHaveLength(5)
}, 60_000)

describe('a power cut between write-ahead log and file', () => {
  test('loses nothing: the log is read when the library is opened', () => {
    const library = filled()
    const after = join(folder, 'after.db')
    copyFileSync(path, after)
    copyFileSync(`${path}-wal`, `${after}-wal`)
    library.close()
    expect(wholeDocuments(after).sort()).toEqual([0, 1, 2])
  })

  test.each([0.2, 0.5, 0.9, 0.999])('with a log that is only %d written, what is whole in it is there', (part) => {
    const library = filled()
    const after = join(folder, 'after.db')
    copyFileSync(path, after)
    copyFileSync(`${path}-wal`, `${after}-wal`)
    library.close()
    truncateSync(`${after}-wal`, Math.floor(statSync(`${after}-wal`).size * part))
    const numbers = wholeDocuments(after).sort()
    expect(numbers).toEqual([0, 1, 2].slice(0, numbers.length))
  })
})

/** A folder on a disk of its own, gone when the test is over; undefined where this user may not mount one. */
function disk(size: string): { at: string; remount: (how: string) => void; free: () => void } | undefined {
  const at = join(folder, 'disk')
  mkdirSync(at)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', at], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  return {
    at,
    remount: (how) => void execFileSync('mount', ['-o', `remount,${how}`, at]),
    free: () => void execFileSync('umount', [at]),
  }
}

test('a full disk: one sentence, nothing is lost, and it goes on when there is room', ({ skip }) => {
  const small = disk('1m')
  if (small === undefined) return skip('only who may mount a small disk can fill it')
  try {
    const library = filled(1, join(small.at, 'test.db'))
    let stored = 1
    expect(() => {
      for (; stored < 500; stored++) {
        const { document, extraction } = numbered(stored)
        library.put(document, extraction, 'writer')
      }
    }).toThrow(/the disk is full.*nothing that was stored is lost/)
    expect(library.documents()).toHaveLength(stored)
    small.remount('size=8m')
    const { document, extraction } = numbered(stored)
    expect(library.put(document, extraction, 'writer')).toEqual({ outcome: 'added' })
    library.close()
    expect(wholeDocuments(join(small.at, 'test.db'))).toHaveLength(stored + 1)
  } finally {
    small.free()
  }
})

describe('a folder in which nothing can be written', () => {
  /** Runs `work` while `folder/disk` is read-only. */
  function readOnly(skip: (reason: string) => void, work: (at: string) => void, leave: (at: string) => void): void {
    const own = disk('8m')
    const at = join(folder, 'disk')
    const isRoot = process.getuid?.() === 0
    if (own === undefined && isRoot) {
      skip('rights do not bind root, who may not mount a disk here')
      return
    }
    leave(at)
    if (own === undefined) chmodSync(at, 0o555)
    else own.remount('ro')
    try {
      work(at)
    } finally {
      if (own === undefined) chmodSync(at, 0o755)
      else own.free()
    }
  }

  test('its library can be read', ({ skip }) => {
    readOnly(
      skip,
      (at) => {
        const library = openLibrary(join(at, 'test.db'), { readonly: true })
        expect(library.documents()).toHaveLength(2)
        expect([...library.readings()]).toHaveLength(2)
        expect(library.search('Velmont', 5)).toHaveLength(2)
        library.close()
        expect(() => openLibrary(join(at, 'test.db'))).toThrow(/rights/)
      },
      (at) => filled(2, join(at, 'test.db')).close(),
    )
  })

  test('also one that was not closed', ({ skip }) => {
    readOnly(
      skip,
      (at) => {
        const library = openLibrary(join(at, 'copy.db'), { readonly: true })
        expect(library.documents()).toHaveLength(2)
        library.close()
      },
      (at) => {
        const library = filled(2, join(at, 'test.db'))
        copyFileSync(join(at, 'test.db'), join(at, 'copy.db'))
        copyFileSync(join(at, 'test.db-wal'), join(at, 'copy.db-wal'))
        library.close()
      },
    )
  })
})

describe('copies and care', () => {
  test('a backup is the library as it is, while others write', () => {
    const library = filled()
    const other = openLibrary(path)
    const copy = join(folder, 'copy.db')
    library.backup(copy)
    other.drop(numbered(0).document.id)
    expect(() => library.backup(copy)).toThrow(/file at .*copy.db already/)
    expect(() => library.backup(join(folder, 'none', 'copy.db'))).toThrow(/cannot be written/)
    for (const opened of [library, other]) opened.close()
    expect(wholeDocuments(copy).sort()).toEqual([0, 1, 2])
    expect(wholeDocuments(path).sort()).toEqual([1, 2])
  })

  test('room that is no longer used is given back', () => {
    const library = filled(20)
    for (let n = 1; n < 20; n++) library.drop(numbered(n).document.id)
    library.vacuum()
    library.close()
    const slim = filled(1, join(folder, 'slim.db'))
    slim.vacuum()
    slim.close()
    expect(statSync(path).size).toBeLessThanOrEqual(statSync(join(folder, 'slim.db')).size + 8192)
    expect(wholeDocuments(path)).toEqual([0])
  })

  const faults: readonly (readonly [what: string, sql: string, words: RegExp])[] = [
    ['a text that was changed', "UPDATE documents SET text = 'x' || substr(text, 2) WHERE doc = 1", /is not the one/],
    [
      'facts outside of the text',
      "UPDATE documents SET length = 10, text = 'too short.' WHERE doc = 1",
      /mentions outside/,
    ],
    ['facts that are damaged', "UPDATE facts SET packed = x'00ff' WHERE doc = 1", /facts that cannot be read/],
    ['a document without facts', 'DELETE FROM facts WHERE doc = 1', /no facts/],
    ['a broken entry', "INSERT INTO corrections (id, entry) VALUES ('a', '{')", /cannot be read/],
    ['an index that misses words', "INSERT INTO words (words) VALUES ('delete-all')", /index of words/],
    [
      'rows without their document',
      'PRAGMA foreign_keys = OFF; DELETE FROM documents WHERE doc = 1',
      /refers to a row of documents/,
    ],
  ]
  test.each(faults)('%s is found', (_, sql, words) => {
    filled().close()
    const database = new Database(path)
    database.exec(sql)
    database.close()
    const library = openLibrary(path)
    expect(library.problems().join('\n')).toMatch(words)
    library.close()
  })
})

test('the write lock is held by somebody with a name', () => {
  filled().close()
  const other = new Database(path)
  const library = openLibrary(path, { patience: 20 })
  other.exec('BEGIN IMMEDIATE')
  const told =
    process.platform === 'linux' ? new RegExp(`written by .* \\(process ${process.pid}\\)`) : /another program/
  expect(() => library.drop(summit.document.id)).toThrow(told)
  // Readers go on.
  expect(library.documents()).toHaveLength(3)
  other.exec('COMMIT')
  for (const { document, extraction } of SAMPLES) library.put(document, extraction, 'writer')
  expect(library.documents()).toHaveLength(6)
  library.close()
  other.close()
})
