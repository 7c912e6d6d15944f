/** Documents as rows. */
import { originOf } from '../graph/knowledge-graph.ts'
import type { CivilDate } from '../model/date.ts'
import type { SourceDocument } from '../model/document.ts'
import type { GraphDocument } from '../model/graph.ts'
import type { DocumentId } from '../model/ids.ts'
import { PROVENANCE, type ProvenanceColumns, sameProvenance, toProvenance, WITH_PROVENANCE } from './provenance.ts'

export interface DocumentRow extends ProvenanceColumns {
  readonly doc: number
  readonly id: DocumentId
  readonly title: string
  readonly date: CivilDate | null
  readonly source: string | null
  readonly url: string | null
  readonly origin: string
  readonly text: string
  readonly body_start: number
  readonly body_stop: number
  readonly extractor: string
}

export const toDocument = (row: DocumentRow): SourceDocument => {
  const provenance = toProvenance(row)
  return {
    id: row.id,
    title: row.title,
    date: row.date,
    source: row.source,
    url: row.url,
    origin: row.origin,
    text: row.text,
    body: { start: row.body_start, end: row.body_stop },
    ...(provenance && { provenance }),
  }
}

export const sameMetadata = (row: DocumentRow, document: SourceDocument): boolean =>
  row.title === document.title &&
  row.date === document.date &&
  row.source === document.source &&
  row.url === document.url &&
  row.body_start === document.body.start &&
  row.body_stop === document.body.end &&
  sameProvenance(row, document)

export interface SummaryRow extends ProvenanceColumns {
  readonly doc: number
  readonly id: DocumentId
  readonly title: string
  readonly date: GraphDocument['date']
  readonly source: string | null
  readonly length: number
}

/** A document as it is listed, and with its facts. */
export const SUMMARY = `SELECT documents.doc, id, title, date, source, length, ${PROVENANCE} FROM ${WITH_PROVENANCE}`
export const FACTS = `SELECT documents.doc, id, title, date, source, length, ${PROVENANCE}, packed
  FROM ${WITH_PROVENANCE} JOIN facts ON facts.doc = documents.doc`

export const toSummary = ({ id, title, date, source, length, ...row }: SummaryRow): GraphDocument => ({
  id,
  title,
  date,
  source,
  characters: length,
  ...originOf(toProvenance(row) ?? {}),
})
