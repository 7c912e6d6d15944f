/** The tables of a library, as steps that are never changed once published: `PRAGMA user_version` counts those done. */
import type { Database } from 'better-sqlite3'
import { readExtraction, rowsOf } from './old-rows.ts'
import { PROVENANCE_TABLE } from './provenance.ts'
import { Statements } from './statements.ts'
import { writeFacts } from './write-rows.ts'

/** "Drag": tells a library from other SQLite files. */
export const APPLICATION_ID = 0x44726167

const first = `
CREATE TABLE library (id TEXT NOT NULL, changes INTEGER NOT NULL) STRICT;

CREATE TABLE documents (
  doc INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  date TEXT,
  source TEXT,
  url TEXT,
  origin TEXT NOT NULL,
  text TEXT NOT NULL,
  length INTEGER NOT NULL,
  body_start INTEGER NOT NULL,
  body_stop INTEGER NOT NULL,
  names TEXT NOT NULL,
  notes TEXT NOT NULL,
  extractor TEXT NOT NULL
) STRICT;

CREATE TABLE origins (
  origin TEXT PRIMARY KEY,
  doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX origins_of_document ON origins (doc);

CREATE TABLE sentences (
  doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  n INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  PRIMARY KEY (doc, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
  doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  n INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  country TEXT,
  PRIMARY KEY (doc, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE roles (
  doc INTEGER NOT NULL,
  n INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  text TEXT NOT NULL,
  former INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  PRIMARY KEY (doc, n),
  FOREIGN KEY (doc, entity) REFERENCES entities ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
  doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  n INTEGER NOT NULL,
  entity INTEGER,
  form TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  PRIMARY KEY (doc, n),
  FOREIGN KEY (doc, entity) REFERENCES entities ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  n INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  label TEXT NOT NULL,
  modality TEXT NOT NULL,
  speaker INTEGER,
  speaker_words TEXT,
  date TEXT,
  end_date TEXT,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (doc, n),
  FOREIGN KEY (doc, speaker) REFERENCES entities ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE tolls (
  doc INTEGER NOT NULL,
  n INTEGER NOT NULL,
  event INTEGER NOT NULL,
  kind TEXT NOT NULL,
  least INTEGER NOT NULL,
  most INTEGER,
  text TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  PRIMARY KEY (doc, n),
  FOREIGN KEY (doc, event) REFERENCES events ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE participants (
  doc INTEGER NOT NULL,
  n INTEGER NOT NULL,
  event INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  role TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  PRIMARY KEY (doc, n),
  FOREIGN KEY (doc, event) REFERENCES events ON DELETE CASCADE,
  FOREIGN KEY (doc, entity) REFERENCES entities ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE places (
  doc INTEGER NOT NULL,
  n INTEGER NOT NULL,
  event INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  PRIMARY KEY (doc, n),
  FOREIGN KEY (doc, event) REFERENCES events ON DELETE CASCADE,
  FOREIGN KEY (doc, entity) REFERENCES entities ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE relations (
  doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  n INTEGER NOT NULL,
  relation TEXT NOT NULL,
  source INTEGER NOT NULL,
  target INTEGER NOT NULL,
  former INTEGER NOT NULL,
  role TEXT,
  event INTEGER,
  modality TEXT NOT NULL,
  speaker INTEGER,
  speaker_words TEXT,
  date TEXT,
  end_date TEXT,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (doc, n),
  FOREIGN KEY (doc, source) REFERENCES entities ON DELETE CASCADE,
  FOREIGN KEY (doc, target) REFERENCES entities ON DELETE CASCADE,
  FOREIGN KEY (doc, speaker) REFERENCES entities ON DELETE CASCADE,
  FOREIGN KEY (doc, event) REFERENCES events ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Of a relation or of an event: one of the two columns is set.
CREATE TABLE evidence (
  doc INTEGER NOT NULL,
  n INTEGER NOT NULL,
  relation INTEGER,
  event INTEGER,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_stop INTEGER NOT NULL,
  source_start INTEGER,
  source_stop INTEGER,
  target_start INTEGER,
  target_stop INTEGER,
  trigger_start INTEGER,
  trigger_stop INTEGER,
  PRIMARY KEY (doc, n),
  CHECK ((relation IS NULL) <> (event IS NULL)),
  FOREIGN KEY (doc, relation) REFERENCES relations ON DELETE CASCADE,
  FOREIGN KEY (doc, event) REFERENCES events ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The texts themselves stay in "documents" only. "names" holds the full names and aliases of whom a text means by "he".
CREATE VIRTUAL TABLE words USING fts5(
  title, text, names,
  content = 'documents', content_rowid = 'doc',
  tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER words_of_new AFTER INSERT ON documents BEGIN
  INSERT INTO words (rowid, title, text, names) VALUES (new.doc, new.title, new.text, new.names);
END;
CREATE TRIGGER words_of_old AFTER DELETE ON documents BEGIN
  INSERT INTO words (words, rowid, title, text, names) VALUES ('delete', old.doc, old.title, old.text, old.names);
END;
`

/** The log of corrections: entries as JSON, in the order in which they were appended. */
const corrections = `
CREATE TABLE corrections (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  entry TEXT NOT NULL
) STRICT;
`

/** What `library.changes` was when a document was written: tells which documents have changed since. */
const revisions = `
ALTER TABLE documents ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
`

/** A text that is removed leaves no word in the index; neither do those that were removed before. */
const forgetting = `
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
INSERT INTO words (words) VALUES ('rebuild');
`

/** What somebody did to somebody in an event, which tells its class where its type does not. */
const deeds = `
ALTER TABLE events ADD COLUMN deed TEXT;
`

/** The tables of facts that `packedFacts` makes one of. */
const FACT_TABLES = 'evidence relations places participants tolls events mentions roles entities sentences'.split(' ')

/** One row of facts for each document, and the graph as it was last worked out. */
const packedFacts = (database: Database): void => {
  database.exec(`
CREATE TABLE facts (
  doc INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  sentences INTEGER NOT NULL,
  packed BLOB NOT NULL
) STRICT;
CREATE INDEX documents_by_revision ON documents (revision, id);
CREATE TABLE graph (
  n INTEGER PRIMARY KEY CHECK (n = 1),
  stamp TEXT NOT NULL,
  digest TEXT NOT NULL,
  packed BLOB NOT NULL
) STRICT;`)
  const statements = new Statements(database)
  for (const { doc, notes } of statements
    .get<[], { doc: number; notes: string }>('SELECT doc, notes FROM documents')
    .all())
    writeFacts(statements, doc, readExtraction(rowsOf(statements, [doc])(doc), notes))
  for (const table of FACT_TABLES) database.exec(`DROP TABLE ${table}`)
}

export type Migration = string | ((database: Database) => void)

/** In order; to change the tables, add a step. */
export const MIGRATIONS: readonly Migration[] = [
  first,
  corrections,
  revisions,
  forgetting,
  PROVENANCE_TABLE,
  deeds,
  packedFacts,
]

export function migrate(database: Database, step: Migration): void {
  if (typeof step === 'string') database.exec(step)
  else step(database)
}
