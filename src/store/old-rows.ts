/** Facts as earlier versions kept them, a row for each: read once more, when a library is brought up to date. */
import type { CivilDate } from '../model/date.ts'
import type {
  Entity, EventFact, Evidence, Extraction, Mention, MentionForm, Modality, Relation, Speaker, Toll,
} from '../model/facts.ts' // biome-ignore format: one glance
import type { LocalId } from '../model/ids.ts'
import type { EntityKind, EntityType, EventType, ParticipantRole, RelationName } from '../model/ontology.ts'
import type { Span } from '../model/span.ts'
import type { Statements } from './statements.ts'

interface SpanRow { readonly start: number; readonly stop: number } // biome-ignore format: one glance

interface EntityRow {
  readonly id: LocalId
  readonly kind: EntityKind
  readonly type: EntityType
  readonly name: string
  readonly aliases: string
  readonly country: string | null
}

interface RoleRow extends SpanRow { readonly entity: number; readonly text: string; readonly former: number } // biome-ignore format: one glance
interface MentionRow extends SpanRow { readonly entity: number | null; readonly form: MentionForm } // biome-ignore format: one glance

interface FactRow {
  readonly n: number
  readonly modality: Modality
  readonly speaker: number | null
  readonly speaker_words: string | null
  readonly date: CivilDate | null
  readonly end_date: CivilDate | null
  readonly rule: string
  readonly confidence: number
}

interface EventRow extends FactRow {
  readonly id: LocalId
  readonly type: EventType
  readonly label: string
  readonly deed: RelationName | null
}

interface RelationRow extends FactRow {
  readonly relation: RelationName
  readonly source: number
  readonly target: number
  readonly former: number
  readonly role: string | null
  readonly event: number | null
}

interface TollRow extends SpanRow {
  readonly event: number
  readonly kind: 'killed' | 'wounded' | 'arrested'
  readonly least: number
  readonly most: number | null
  readonly text: string
}

interface ParticipantRow extends SpanRow { readonly event: number; readonly entity: number; readonly role: ParticipantRole } // biome-ignore format: one glance
interface PlaceRow extends SpanRow { readonly event: number; readonly entity: number } // biome-ignore format: one glance

interface EvidenceRow extends SpanRow {
  readonly relation: number | null
  readonly event: number | null
  readonly sentence_start: number
  readonly sentence_stop: number
  readonly source_start: number | null
  readonly source_stop: number | null
  readonly target_start: number | null
  readonly target_stop: number | null
  readonly trigger_start: number | null
  readonly trigger_stop: number | null
}

/** Gives the rows of one document in a table, in their order. */
type RowsOf = <Row>(table: Table) => Row[]

/** The rows of several documents, read by one statement for each table. @param docs their row numbers */
export function rowsOf(statements: Statements, docs: readonly number[]): (doc: number) => RowsOf {
  const list = JSON.stringify(docs)
  const tables = new Map<Table, Map<number, unknown[]>>()
  const rowsIn = (table: Table): Map<number, unknown[]> => {
    const known = tables.get(table)
    if (known !== undefined) return known
    const found = statements.get<[string], { doc: number }>(SELECTS[table]).all(list)
    share(found, SHARED[table] ?? [])
    const groups = groupBy(found, ({ doc }) => doc)
    tables.set(table, groups)
    return groups
  }
  return (doc) =>
    <Row>(table: Table) =>
      (rowsIn(table).get(doc) ?? []) as Row[]
}

/** What was read in a document. */
export function readExtraction(rows: RowsOf, notes: string): Extraction {
  const entityRows = rows<EntityRow>('entities')
  const eventRows = rows<EventRow>('events')
  const entityId = (n: number): LocalId => entityRows[n]!.id

  const mentions = rows<MentionRow>('mentions')
  const mentionsOf = groupBy(mentions, ({ entity }) => entity)
  const toMention = ({ entity, form, ...at }: MentionRow): Mention => ({
    span: span(at),
    form,
    entity: entity === null ? null : entityId(entity),
  })
  const rolesOf = groupBy(rows<RoleRow>('roles'), ({ entity }) => entity)
  const entities = entityRows.map(
    ({ id, kind, type, name, aliases, country }, n): Entity => ({
      id,
      kind,
      type,
      name,
      aliases: JSON.parse(aliases) as string[],
      roles: (rolesOf.get(n) ?? []).map(({ text, former, ...at }) => ({ text, former: former === 1, span: span(at) })),
      ...(country !== null && { country }),
      mentions: (mentionsOf.get(n) ?? []).map(toMention),
    }),
  )

  const evidence = rows<EvidenceRow>('evidence')
  const ofRelation = groupBy(evidence, ({ relation }) => relation)
  const ofEvent = groupBy(evidence, ({ event }) => event)
  const fact = (row: FactRow, found: readonly EvidenceRow[] | undefined) => ({
    modality: row.modality,
    attributedTo: toSpeaker(row, entityId),
    date: row.date,
    endDate: row.end_date,
    rule: row.rule,
    confidence: row.confidence,
    evidence: (found ?? []).map(toEvidence) as [Evidence, ...Evidence[]],
  })

  const tollsOf = groupBy(rows<TollRow>('tolls'), ({ event }) => event)
  const participantsOf = groupBy(rows<ParticipantRow>('participants'), ({ event }) => event)
  const placesOf = groupBy(rows<PlaceRow>('places'), ({ event }) => event)
  const events = eventRows.map(
    (row): EventFact => ({
      ...fact(row, ofEvent.get(row.n)),
      id: row.id,
      type: row.type,
      label: row.label,
      ...(row.deed !== null && { deed: row.deed }),
      participants: (participantsOf.get(row.n) ?? []).map((at) => ({
        entity: entityId(at.entity),
        role: at.role,
        span: span(at),
      })),
      places: (placesOf.get(row.n) ?? []).map((at) => ({ entity: entityId(at.entity), span: span(at) })),
      ...Object.fromEntries((tollsOf.get(row.n) ?? []).map((toll) => [toll.kind, toToll(toll)])),
    }),
  )
  const relations = rows<RelationRow>('relations').map(
    (row): Relation => ({
      ...fact(row, ofRelation.get(row.n)),
      relation: row.relation,
      source: entityId(row.source),
      target: entityId(row.target),
      former: row.former === 1,
      ...(row.role !== null && { role: row.role }),
      ...(row.event !== null && { event: eventRows[row.event]!.id }),
    }),
  )
  return {
    sentences: rows<SpanRow>('sentences').map(span),
    entities,
    unresolved: (mentionsOf.get(null) ?? []).map(toMention),
    relations,
    events,
    notes: JSON.parse(notes) as string[],
  }
}

const TABLES = [
  'sentences', 'entities', 'roles', 'mentions', 'events', 'tolls', 'participants', 'places', 'relations', 'evidence',
] as const // biome-ignore format: one glance
type Table = (typeof TABLES)[number]
const SELECTS = Object.fromEntries(
  TABLES.map((table) => [
    table,
    `SELECT * FROM ${table} WHERE doc IN (SELECT value FROM json_each(?)) ORDER BY doc, n`,
  ]),
) as Record<Table, string>

/** Columns with few different words. */
const SHARED: Readonly<Partial<Record<Table, readonly string[]>>> = {
  entities: ['kind', 'type', 'country'],
  mentions: ['form'],
  events: ['type', 'modality', 'rule', 'deed'],
  participants: ['role'],
  relations: ['relation', 'role', 'modality', 'rule'],
}
const words = new Map<string, string>()

/** SQLite gives each cell a string of its own: equal words are made one, which spares much memory where many documents are held. */
function share(rows: readonly object[], columns: readonly string[]): void {
  for (const row of rows as Record<string, unknown>[])
    for (const column of columns) {
      const word = row[column]
      if (typeof word !== 'string') continue
      const known = words.get(word)
      if (known !== undefined) row[column] = known
      else words.set(word, word)
    }
}

function groupBy<Row, K>(rows: readonly Row[], keyOf: (row: Row) => K): Map<K, Row[]> {
  const groups = new Map<K, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return groups
}

const span = ({ start, stop }: SpanRow): Span => ({ start, end: stop })

const optionalSpan = (start: number | null, stop: number | null): Span | undefined =>
  start === null || stop === null ? undefined : { start, end: stop }

function toEvidence(row: EvidenceRow): Evidence {
  const source = optionalSpan(row.source_start, row.source_stop)
  const target = optionalSpan(row.target_start, row.target_stop)
  const trigger = optionalSpan(row.trigger_start, row.trigger_stop)
  return {
    span: span(row),
    sentence: { start: row.sentence_start, end: row.sentence_stop },
    ...(source && { source }),
    ...(target && { target }),
    ...(trigger && { trigger }),
  }
}

const toToll = ({ least, most, text, ...at }: TollRow): Toll => ({ min: least, max: most, text, span: span(at) })

const toSpeaker = ({ speaker, speaker_words: words }: FactRow, entityId: (n: number) => LocalId): Speaker | null =>
  speaker !== null ? { entity: entityId(speaker) } : words !== null ? { words } : null
