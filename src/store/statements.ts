import type { Database, Statement } from 'better-sqlite3'

/** Statements of one connection, each prepared once. */
export class Statements {
  readonly #database: Database
  readonly #prepared = new Map<string, Statement>()
  constructor(database: Database) {
    this.#database = database
  }

  /** @param sql a constant of the program; values from outside are bound, never part of it */
  get<Values extends unknown[], Row = unknown>(sql: string): Statement<Values, Row> {
    const present = this.#prepared.get(sql)
    const statement = present ?? this.#database.prepare(sql)
    if (present === undefined) this.#prepared.set(sql, statement)
    return statement as unknown as Statement<Values, Row>
  }
}
