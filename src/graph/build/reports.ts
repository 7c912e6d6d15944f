/** How many reports say something: copies of one report (see `../copies.ts`) are one witness, not several. */
import type { GraphDocument, GraphEvidence } from '../../model/graph.ts'
import type { DocumentId } from '../../model/ids.ts'

export type ReportOf = (document: DocumentId) => DocumentId

/** The report that a document is a copy of, or itself. */
export const reportsOf =
  (documentOf: (id: DocumentId) => GraphDocument | undefined): ReportOf =>
  (document) =>
    documentOf(document)?.copyOf ?? document

/** Number of passages, in which a group of copies counts as much as the one of them that has most. */
export function countPassages(evidence: readonly GraphEvidence[], reportOf: ReportOf): number {
  const byDocument = new Map<DocumentId, number>()
  for (const { document } of evidence) byDocument.set(document, (byDocument.get(document) ?? 0) + 1)
  const byReport = new Map<DocumentId, number>()
  for (const [document, count] of byDocument) {
    const report = reportOf(document)
    byReport.set(report, Math.max(byReport.get(report) ?? 0, count))
  }
  return [...byReport.values()].reduce((sum, count) => sum + count, 0)
}
