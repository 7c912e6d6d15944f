/** A text that is removed leaves no trace in the files. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { assemble } from '../../src/graph/build/assemble.ts'
import { toAct } from '../../src/graph/corrections/anchor.ts'
import type { Wish } from '../../src/model/corrections.ts'
import { asNodeKey } from '../../src/model/ids.ts'
import type { Library } from '../../src/store/library.ts'
import { openLibrary } from '../../src/store/open.ts'
import { reading } from '../support/extractions.ts'
import { IMPRINT } from '../support/graphs.ts'
import { SAMPLES, strike, summit } from '../support/samples.ts'
import { makeOlder } from './support/older.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-forget-'))
  path = join(folder, 'test.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const secret = reading({
  title: 'Zyxquarn memorandum',
  source: 'Wobblethorpe Office',
  origin: '/home/agent/vexlummox.txt',
  sentences: [
    'Agent Brindlewax of the Plimsnorg Directorate met Ilsa Marrow in Karsholm.',
    'The flummingdale gadget was handed to Brindlewax under the old bridge.',
  ],
  entities: [
    { type: 'person', name: 'Brindlewax', roles: [['Agent']] },
    { type: 'organization', name: 'Plimsnorg Directorate' },
    { type: 'person', name: 'Ilsa Marrow' },
    { type: 'city', name: 'Karsholm' },
  ],
  relations: [{ in: 0, is: ['Brindlewax', 'met_with', 'Ilsa Marrow'] }],
  notes: ['Quibblefrost was not understood.'],
})
const TRACES = [
  'zyxquarn', 'wobblethorpe', 'vexlummox', 'brindlewax', 'plimsnorg', 'flummingdale', 'quibblefrost', 'under the old bridge',
  secret.document.id,
] // biome-ignore format: one glance

/** Words of the secret text that stand in any file of the library, in UTF-8 or UTF-16, in any case. */
function traces(): string[] {
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  const texts = bytes.flatMap((file) =>
    [file.toString('latin1'), file.toString('utf16le')].map((text) => text.toLowerCase()),
  )
  return TRACES.filter((word) => texts.some((text) => text.includes(word.toLowerCase())))
}

function filled(): Library {
  const library = openLibrary(path)
  for (const { document, extraction } of [...SAMPLES, secret]) library.put(document, extraction, 'one')
  return library
}

const correct = (library: Library, wish: Wish, why: string | null = null) =>
  library.append({ by: 'tester', why, what: toAct(wish, assemble([...library.readings()], [], IMPRINT)) })

test('the words to be looked for are there before', () => {
  filled().close()
  expect(traces().length).toBeGreaterThan(6)
})

test('not in the file, not in the index of words, not in the write-ahead log', () => {
  const library = filled()
  expect(library.forget(secret.document.id)).toBe(true)
  expect(library.forget(secret.document.id)).toBe(false)
  expect(traces()).toEqual([])
  expect(library.search('flummingdale', 5)).toEqual([])
  expect(library.search('Karsholm', 5)).toHaveLength(2)
  library.close()
  expect(traces()).toEqual([])
  expect(existsSync(`${path}-wal`)).toBe(false)
})

test('not in a file that was made by an earlier version', () => {
  filled().close()
  const database = new Database(path)
  // As it was before words were deleted for good.
  database.exec(
    "INSERT INTO words (words, rank) VALUES ('secure-delete', 0); INSERT INTO words (words) VALUES ('rebuild')",
  )
  makeOlder(database)
  database.pragma('user_version = 3')
  database.close()
  const library = openLibrary(path)
  library.forget(secret.document.id)
  library.close()
  expect(traces()).toEqual([])
})

describe('not in the log of corrections:', () => {
  const BRINDLEWAX = asNodeKey('person:brindlewax')
  const MARROW = asNodeKey('person:ilsa-marrow')
  const cases: readonly (readonly [what: string, wish: Wish, why: string | null, left: string])[] = [
    ['a node that only it names', { act: 'rename', node: BRINDLEWAX, name: 'Brindlewax the Elder' }, null, 'forgotten'],
    ['a merge with it', { act: 'merge', node: MARROW, others: [BRINDLEWAX] }, null, 'forgotten'],
    [
      'a name that it alone gives',
      { act: 'rename', node: MARROW, name: 'Marrow of the Plimsnorg Directorate' },
      null,
      'forgotten',
    ],
    ['a reason that quotes it', { act: 'confirm', node: MARROW }, 'it was handed over under the old bridge', 'confirm'],
    ['a node that others name too', { act: 'confirm', node: MARROW }, 'I know her', 'confirm'],
  ]
  test.each(cases)('%s', (_, wish, why, left) => {
    const library = filled()
    correct(library, wish, why)
    library.forget(secret.document.id)
    expect(library.corrections().map(({ what }) => what.act)).toEqual([left])
    expect(library.corrections()[0]!.why).toBe(why === 'I know her' ? why : null)
    library.close()
    expect(traces()).toEqual([])
  })

  test('what is about other texts stays as it is', () => {
    const library = filled()
    const entry = correct(library, { act: 'hide', node: asNodeKey('person:runa-tessaly') }, 'she is of no interest')
    library.forget(secret.document.id)
    expect(library.corrections()).toEqual([entry])
    library.close()
  })

  test('an earlier version of the text goes with it', () => {
    const library = filled()
    correct(library, { act: 'confirm', node: BRINDLEWAX })
    const next = reading({
      origin: secret.document.origin,
      sentences: ['Corrected. Agent Brindlewax of the Plimsnorg Directorate met Ilsa Marrow in Karsholm.'],
      entities: [{ type: 'person', name: 'Brindlewax' }],
    })
    library.put(next.document, next.extraction, 'one')
    expect(library.corrections().map(({ what }) => what.act)).toEqual(['confirm', 'moved'])
    library.forget(next.document.id)
    expect(library.corrections().map(({ what }) => what.act)).toEqual(['forgotten', 'forgotten'])
    library.close()
    expect(traces()).toEqual([])
  })
})

test('who is reading keeps the log, and is told of', () => {
  filled().close()
  const library = openLibrary(path, { patience: 20 })
  const reader = new Database(path, { readonly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM documents').get()
  expect(() => library.forget(secret.document.id)).toThrow(/removed, but another program is reading.*vacuum/)
  expect(library.document(secret.document.id)).toBeUndefined()
  reader.exec('COMMIT')
  reader.close()
  library.vacuum()
  expect(traces()).toEqual([])
  library.close()
})

test('a document is found by its id, its file or its address', () => {
  const library = filled()
  expect(library.find(secret.document.id)).toBe(secret.document.id)
  expect(library.find('/home/agent/vexlummox.txt')).toBe(secret.document.id)
  expect(library.find('nothing')).toBeUndefined()
  expect([summit, strike].map(({ document }) => library.find(document.origin))).toEqual([
    summit.document.id,
    strike.document.id,
  ])
  library.close()
})
