/** Makes a library of today one of before facts were one row for each document. */
import type { Database } from 'better-sqlite3'
import { unpackFacts } from '../../../src/store/facts.ts'
import { MIGRATIONS } from '../../../src/store/migrations.ts'
import { Statements } from '../../../src/store/statements.ts'
import { writeOldFacts } from './old-writer.ts'

const TABLE =
  /CREATE TABLE (?:sentences|entities|roles|mentions|events|tolls|participants|places|relations|evidence) [^;]*;/g

export function makeOlder(database: Database): void {
  for (const table of String(MIGRATIONS[0]).match(TABLE) ?? []) database.exec(table)
  const statements = new Statements(database)
  const rows = database.prepare('SELECT doc, packed FROM facts').all() as { doc: number; packed: Buffer }[]
  for (const { doc, packed } of rows) writeOldFacts(statements, doc, unpackFacts(packed))
  database.exec('DROP TABLE facts; DROP TABLE graph; DROP INDEX documents_by_revision; DROP TABLE provenance')
}
