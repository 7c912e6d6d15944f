/** From a document with its facts to rows. */
import type { SourceDocument } from '../model/document.ts'
import type { Extraction } from '../model/facts.ts'
import { danglingIn, packFacts } from './facts.ts'
import { writeProvenance } from './provenance.ts'
import type { Statements } from './statements.ts'

/** Adds a document that is not there, with its facts. To be called within a transaction. */
export function writeDocument(
  statements: Statements,
  document: SourceDocument,
  extraction: Extraction,
  extractor: string,
  origins: Iterable<string>,
): void {
  const { id, title, date, source, url, origin, text, body } = document
  const names = extraction.entities.flatMap(({ name, aliases }) => [name, ...aliases]).join('\n')
  const doc = statements
    .get(
      `INSERT INTO documents
         (id, title, date, source, url, origin, text, length, body_start, body_stop, names, notes, extractor, revision)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, (SELECT changes + 1 FROM library))`,
    )
    .run(
      id,
      title,
      date,
      source,
      url,
      origin,
      text,
      text.length,
      body.start,
      body.end,
      names,
      extractor,
    ).lastInsertRowid
  writeProvenance(statements, doc, document)
  for (const item of origins) statements.get('INSERT INTO origins (origin, doc) VALUES (?, ?)').run(item, doc)
  writeFacts(statements, doc, extraction)
}

/** @throws RangeError where facts refer to what is not listed: the caller is wrong, and nothing is stored */
export function writeFacts(statements: Statements, doc: number | bigint, extraction: Extraction): void {
  const [dangling] = danglingIn(extraction)
  if (dangling !== undefined) throw new RangeError(`the extraction refers to ${dangling}, which it does not list`)
  statements
    .get('INSERT INTO facts (doc, sentences, packed) VALUES (?, ?, ?)')
    .run(doc, extraction.sentences.length, packFacts(extraction))
}
