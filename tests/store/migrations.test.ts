/** A library of every earlier version is brought forward with all that it holds. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { asNodeKey } from '../../src/model/ids.ts'
import { APPLICATION_ID, MIGRATIONS } from '../../src/store/migrations.ts'
import { openLibrary } from '../../src/store/open.ts'
import { SAMPLES, summit } from '../support/samples.ts'

/** Tables that the first version had; the rows of a current library are put into them. */
const FIRST = [
  'documents', 'origins', 'sentences', 'entities', 'roles', 'mentions', 'events', 'tolls', 'participants', 'places', 'relations', 'evidence',
] // biome-ignore format: one glance

test.each(MIGRATIONS.map((_, i) => i + 1))('version %i', (version) => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-migrate-'))
  try {
    const [now, then] = [join(folder, 'now.db'), join(folder, 'then.db')]
    const current = openLibrary(now)
    for (const { document, extraction } of SAMPLES) current.put(document, extraction, 'one')
    current.close()

    const database = new Database(then)
    for (const step of MIGRATIONS.slice(0, version)) database.exec(step)
    database.exec("INSERT INTO library (id, changes) VALUES ('old', 3)")
    database.prepare('ATTACH ? AS now').run(now)
    for (const table of FIRST) {
      const columns = database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).join(', ')
      database.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM now.${table}`)
    }
    database.pragma(`application_id = ${APPLICATION_ID}`)
    database.pragma(`user_version = ${version}`)
    database.close()

    const library = openLibrary(then)
    for (const { document, extraction } of SAMPLES) {
      expect(library.document(document.id)).toEqual(document)
      expect(library.extraction(document.id)).toEqual(extraction)
    }
    expect(library.problems()).toEqual([])
    expect(library.search('Velmont', 5)).toHaveLength(2)
    const entry = library.append({
      by: 'tester',
      why: null,
      what: { act: 'hide', node: { key: asNodeKey('city:velmont'), at: [] } },
    })
    expect(library.corrections()).toEqual([entry])
    expect(library.put(summit.document, summit.extraction, 'two')).toEqual({ outcome: 'reread' })
    expect(library.forget(summit.document.id)).toBe(true)
    library.close()
    openLibrary(then, { readonly: true }).close()
  } finally {
    rmSync(folder, { recursive: true })
  }
})
