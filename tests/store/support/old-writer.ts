/** Facts as rows, as earlier versions wrote them. Every list is numbered in the order in which it was read. */
import type { EventFact, Evidence, Extraction, Speaker, Toll } from '../../../src/model/facts.ts'
import type { LocalId } from '../../../src/model/ids.ts'
import type { Span } from '../../../src/model/span.ts'
import type { Statements } from '../../../src/store/statements.ts'

type Cell = string | number | null

/** Rows of one document: `add` numbers them as they come. */
class RowWriter {
  readonly #statements: Statements
  readonly #doc: number | bigint
  readonly #counts = new Map<string, number>()
  constructor(statements: Statements, doc: number | bigint) {
    this.#statements = statements
    this.#doc = doc
  }
  add(table: string, row: Readonly<Record<string, Cell>>): number {
    const n = this.#counts.get(table) ?? 0
    this.#counts.set(table, n + 1)
    insert(this.#statements, table, { doc: this.#doc, n, ...row })
    return n
  }
}

/** Names of tables and columns come from this file alone; all values are bound. */
function insert(statements: Statements, table: string, row: Readonly<Record<string, Cell | bigint>>): number | bigint {
  const columns = Object.keys(row)
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  return statements.get(sql).run(...Object.values(row)).lastInsertRowid
}

/** @param doc number of a document without facts */
export const writeOldFacts = (statements: Statements, doc: number, extraction: Extraction): void =>
  writeFacts(new RowWriter(statements, doc), extraction)

function writeFacts(rows: RowWriter, { sentences, entities, unresolved, events, relations }: Extraction): void {
  const entityAt = ordinals(entities.map(({ id }) => id))
  const eventAt = ordinals(events.map(({ id }) => id))

  for (const sentence of sentences) rows.add('sentences', span(sentence))
  for (const { id, kind, type, name, aliases, country = null } of entities)
    rows.add('entities', { id, kind, type, name, aliases: JSON.stringify(aliases), country })
  for (const { id, roles, mentions } of entities) {
    const entity = entityAt(id)
    for (const role of roles)
      rows.add('roles', { entity, text: role.text, former: Number(role.former), ...span(role.span) })
    for (const mention of mentions) rows.add('mentions', { entity, form: mention.form, ...span(mention.span) })
  }
  for (const mention of unresolved) rows.add('mentions', { entity: null, form: mention.form, ...span(mention.span) })

  const speaker = (by: Speaker | null): Record<string, Cell> => ({
    speaker: by !== null && 'entity' in by ? entityAt(by.entity) : null,
    speaker_words: by !== null && 'words' in by ? by.words : null,
  })
  for (const fact of events) {
    const { id, type, label, modality, attributedTo, date, endDate, rule, confidence, deed = null } = fact
    const shared = { modality, ...speaker(attributedTo), date, end_date: endDate, rule, confidence }
    const event = rows.add('events', { id, type, label, ...shared, ...(deed === null ? {} : { deed }) })
    writeTolls(rows, event, fact)
    for (const { entity, role, span: at } of fact.participants)
      rows.add('participants', { event, entity: entityAt(entity), role, ...span(at) })
    for (const { entity, span: at } of fact.places) rows.add('places', { event, entity: entityAt(entity), ...span(at) })
    for (const item of fact.evidence) rows.add('evidence', { event, relation: null, ...evidence(item) })
  }
  for (const fact of relations) {
    const { modality, attributedTo, date, endDate, rule, confidence, role = null } = fact
    const relation = rows.add('relations', {
      relation: fact.relation,
      source: entityAt(fact.source),
      target: entityAt(fact.target),
      former: Number(fact.former),
      role,
      event: fact.event === undefined ? null : eventAt(fact.event),
      modality,
      ...speaker(attributedTo),
      date,
      end_date: endDate,
      rule,
      confidence,
    })
    for (const item of fact.evidence) rows.add('evidence', { event: null, relation, ...evidence(item) })
  }
}

function writeTolls(rows: RowWriter, event: number, { killed, wounded, arrested }: EventFact): void {
  for (const [kind, toll] of Object.entries({ killed, wounded, arrested }) as [string, Toll | undefined][])
    if (toll !== undefined)
      rows.add('tolls', { event, kind, least: toll.min, most: toll.max, text: toll.text, ...span(toll.span) })
}

function ordinals(ids: readonly LocalId[]): (id: LocalId) => number {
  const positions = new Map(ids.map((id, i) => [id, i]))
  return (id) => {
    const position = positions.get(id)
    if (position === undefined) throw new RangeError(`the extraction refers to ${id}, which it does not list`)
    return position
  }
}

const span = ({ start, end }: Span): { start: number; stop: number } => ({ start, stop: end })

const evidence = ({ span: whole, sentence, source, target, trigger }: Evidence): Record<string, Cell> => ({
  ...span(whole),
  sentence_start: sentence.start,
  sentence_stop: sentence.end,
  source_start: source?.start ?? null,
  source_stop: source?.end ?? null,
  target_start: target?.start ?? null,
  target_stop: target?.end ?? null,
  trigger_start: trigger?.start ?? null,
  trigger_stop: trigger?.end ?? null,
})
