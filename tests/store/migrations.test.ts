/** A library of every earlier version is brought forward with all that it holds. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { asNodeKey } from '../../src/model/ids.ts'
import { APPLICATION_ID, MIGRATIONS, migrate } from '../../src/store/migrations.ts'
import { openLibrary } from '../../src/store/open.ts'
import { Statements } from '../../src/store/statements.ts'
import { writeFacts } from '../../src/store/write-rows.ts'
import { SAMPLES, summit } from '../support/samples.ts'
import { writeOldFacts } from './support/old-writer.ts'

/** Tables that all versions have; the rows of a current library are put into them. */
const KEPT = ['documents', 'origins']
/** Since then, facts are one row for each document. */
const PACKED = 7

test.each(MIGRATIONS.map((_, i) => i + 1))(
  'version %i',
  (version) => {
    const folder = mkdtempSync(join(tmpdir(), 'dragoman-migrate-'))
    try {
      const [now, then] = [join(folder, 'now.db'), join(folder, 'then.db')]
      const current = openLibrary(now)
      for (const { document, extraction } of SAMPLES) current.put(document, extraction, 'one')
      current.close()

      const database = new Database(then)
      for (const step of MIGRATIONS.slice(0, version)) migrate(database, step)
      database.exec("INSERT INTO library (id, changes) VALUES ('old', 3)")
      database.prepare('ATTACH ? AS now').run(now)
      for (const table of KEPT) {
        const columns = database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
        const shared = columns.filter((column) => column !== 'revision' || version >= 3).join(', ')
        database.exec(`INSERT INTO main.${table} (${shared}) SELECT ${shared} FROM now.${table}`)
      }
      const statements = new Statements(database)
      for (const { document, extraction } of SAMPLES) {
        const doc = database.prepare('SELECT doc FROM documents WHERE id = ?').pluck().get(document.id) as number
        if (version >= PACKED) writeFacts(statements, doc, extraction)
        else writeOldFacts(statements, doc, extraction)
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
  },
  60_000,
)
