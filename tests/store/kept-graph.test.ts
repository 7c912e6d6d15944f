/** The graph that a library keeps is the graph that is worked out from nothing, or it is not used. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { toAct } from '../../src/graph/corrections/anchor.ts'
import { serialize } from '../../src/graph/formats/json.ts'
import { snapshotOf } from '../../src/graph/queries/subgraph.ts'
import type { Wish } from '../../src/model/corrections.ts'
import { LibraryError } from '../../src/model/errors.ts'
import { asNodeKey } from '../../src/model/ids.ts'
import type { Locate } from '../../src/model/place.ts'
import { FEW_BEHIND, KeptGraph } from '../../src/store/kept-graph.ts'
import type { Library } from '../../src/store/library.ts'
import { openLibrary } from '../../src/store/open.ts'
import { reading } from '../support/extractions.ts'

const MANY = FEW_BEHIND + 2

/** Each tells of two people of its own, and some of one that others tell of. */
const numbered = (n: number) =>
  reading({
    title: `Document ${n}`,
    origin: `${n}.txt`,
    sentences: [`Ana${n} Marrow${n} met Bo${n} Quist${n} in Velmont.`, `Tess Oduya spoke with Ana${n} Marrow${n}.`],
    entities: [
      { type: 'person', name: `Ana${n} Marrow${n}` },
      { type: 'person', name: `Bo${n} Quist${n}` },
      { type: 'city', name: 'Velmont' },
      { type: 'person', name: 'Tess Oduya' },
    ],
    relations: [
      { in: 0, is: [`Ana${n} Marrow${n}`, 'met_with', `Bo${n} Quist${n}`] },
      { in: 1, is: ['Tess Oduya', 'spoke_with', `Ana${n} Marrow${n}`] },
    ],
  })

let folder: string
let path: string
let library: Library
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-kept-'))
  path = join(folder, 'test.db')
  library = openLibrary(path)
  for (let n = 0; n < MANY; n++) put(n)
})
afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true, force: true })
})

const put = (n: number): void => {
  const { document, extraction } = numbered(n)
  library.put(document, extraction, 'one')
}
const graphOf = (build = 'this'): KeptGraph => new KeptGraph(library, { generator: 'test', build })
const contentOf = (kept: KeptGraph) => serialize(snapshotOf(kept.current().graph))
/** Nobody ever keeps a graph of this build. */
const anew = () => contentOf(graphOf('none'))
const correct = (wish: Wish): void => {
  library.append({ by: 'tester', why: null, what: toAct(wish, graphOf().current()) })
}
/** The bytes that are kept, as one text. */
const keptText = (): string => Buffer.from(library.graph('this') ?? []).toString('latin1')

test('is the graph that is worked out from nothing', () => {
  correct({ act: 'rename', node: asNodeKey('city:velmont'), name: 'Velmont on the Marn' })
  expect(graphOf().keep()).toBe(true)
  expect(contentOf(graphOf())).toEqual(anew())
  expect(graphOf().keep()).toBe(false)
  put(MANY)
  expect(graphOf().keep()).toBe(false)
  expect(graphOf().keep(0)).toBe(true)
  expect(contentOf(graphOf())).toEqual(anew())
}, 60_000)

test('goes on from there, with documents and corrections that came, changed and went', () => {
  const [ana, marrow] = [asNodeKey('person:ana0-marrow0'), asNodeKey('person:ana1-marrow1')]
  correct({ act: 'merge', node: ana, others: [marrow] })
  const [first] = graphOf().current().graph.getNodeAttribute('city:velmont', 'evidence')
  correct({ act: 'split', node: asNodeKey('city:velmont'), parts: [{ name: 'Old Velmont', mentions: [first!] }] })
  graphOf().keep()
  put(MANY)
  library.drop(numbered(3).document.id)
  // A text that corrections are about is replaced by another.
  library.put(
    { ...numbered(0).document, ...numbered(MANY + 1).document, origin: '0.txt' },
    numbered(MANY + 1).extraction,
    'one',
  )
  correct({ act: 'hide', node: asNodeKey('person:ana5-marrow5') })
  expect(contentOf(graphOf())).toEqual(anew())
}, 60_000)

test('is not taken over by another version of the program', () => {
  graphOf().keep()
  expect(library.graph('other')).toBeUndefined()
}, 60_000)

test('knows where places are, as it did when it was kept', () => {
  const locate: Locate = ({ names }) => (names.includes('Velmont') ? { lat: 12.5, lon: -3.25 } : undefined)
  const placed = (build = 'this') => new KeptGraph(library, { generator: 'test', build, locate })
  placed().keep()
  put(MANY)
  const content = contentOf(placed())
  expect(content).toEqual(contentOf(placed('none')))
  expect(placed().current().graph.getNodeAttributes('city:velmont')).toMatchObject({ lat: 12.5, lon: -3.25 })
  expect(Object.keys(content.attributes ?? {})).not.toContain('locate')
}, 60_000)

test('an update that fails leaves nothing half-done behind', () => {
  const kept = graphOf()
  kept.current()
  put(MANY)
  const reading = library.reading.bind(library)
  library.reading = () => {
    throw new LibraryError('The file is busy.')
  }
  expect(() => kept.current()).toThrow('busy')
  library.reading = reading
  expect(contentOf(kept)).toEqual(anew())
}, 60_000)

test('is worked out from nothing where one cannot go on from it', () => {
  graphOf().keep()
  put(MANY)
  const reading = library.reading.bind(library)
  let calls = 0
  library.reading = (id) => {
    if (calls++ === 0) throw new RangeError('not there')
    return reading(id)
  }
  const content = contentOf(graphOf())
  library.reading = reading
  expect(calls).toBeGreaterThan(MANY)
  expect(content).toEqual(anew())
}, 60_000)

test('is not used where it is damaged, and check says so', () => {
  graphOf().keep()
  const database = new Database(path)
  const packed = database.prepare('SELECT packed FROM graph').pluck().get() as Buffer
  packed[packed.length >> 1]! ^= 0xff
  database.prepare('UPDATE graph SET packed = ?').run(packed)
  database.close()
  expect(library.problems()).toEqual([expect.stringContaining('kept graph is damaged')])
  expect(library.graph('this')).toBeUndefined()
  expect(contentOf(graphOf())).toEqual(anew())
}, 60_000)

test('is not written where the library has changed meanwhile', () => {
  const kept = graphOf()
  const { version } = kept.current()
  put(MANY)
  expect(library.keepGraph(new Uint8Array(1), 'this', version)).toBe(false)
  expect(library.graph('this')).toBeUndefined()
}, 60_000)

test('a text that is forgotten is gone from it, and from what stood there before', () => {
  const secret = reading({
    title: 'Memorandum',
    origin: 'secret.txt',
    sentences: ['Agent Brindlewax met Ana0 Marrow0 in Velmont.'],
    entities: [
      { type: 'person', name: 'Brindlewax', roles: [['Agent']] },
      { type: 'person', name: 'Ana0 Marrow0' },
      { type: 'city', name: 'Velmont' },
    ],
    relations: [{ in: 0, is: ['Brindlewax', 'met_with', 'Ana0 Marrow0'] }],
  })
  library.put(secret.document, secret.extraction, 'one')
  const kept = graphOf()
  kept.keep()
  expect(keptText()).toContain('brindlewax')
  const database = new Database(path, { readonly: true })
  const packed = database.prepare('SELECT packed FROM graph').pluck().get() as Buffer
  const facts = database.prepare('SELECT packed FROM facts ORDER BY doc DESC LIMIT 1').pluck().get() as Buffer
  database.close()
  expect(inflateRawSync(facts).toString()).toContain('Brindlewax')

  library.forget(secret.document.id)
  expect(library.graph('this')).toBeUndefined()
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  for (const bytes of [packed, facts])
    for (let at = 0; at + 32 <= bytes.length; at += 32)
      expect(files.some((file) => file.includes(bytes.subarray(at, at + 32)))).toBe(false)
  expect(kept.keep()).toBe(true)
  expect(keptText()).not.toMatch(/brindlewax|memorandum/i)
  expect(contentOf(graphOf())).toEqual(anew())
}, 60_000)
