/** The log of corrections as rows. To be called within a transaction where it writes. */
import type { Entry } from '../model/corrections.ts'
import type { Statements } from './statements.ts'

export const readEntries = (statements: Statements): Entry[] =>
  statements
    .get<[], { entry: string }>('SELECT entry FROM corrections ORDER BY n')
    .all()
    .map(({ entry }) => JSON.parse(entry) as Entry)

/** False where an entry of this id is there already. */
export const writeEntry = (statements: Statements, entry: Entry): boolean =>
  statements
    .get<[string, string]>('INSERT OR IGNORE INTO corrections (id, entry) VALUES (?, ?)')
    .run(entry.id, JSON.stringify(entry)).changes > 0

/** The one exception to a log that only grows: a text that it quotes is to be forgotten. */
export const rewriteEntry = (statements: Statements, entry: Entry): void => {
  statements.get<[string, string]>('UPDATE corrections SET entry = ? WHERE id = ?').run(JSON.stringify(entry), entry.id)
}
