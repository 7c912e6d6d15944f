/** What each text reports of a happening, row by row, so that differences stand side by side. */
import type { CivilDate } from '../../model/date.ts'
import type { DISPUTABLE, EventAttributes, EventReport, GraphDocument } from '../../model/graph.ts'

type Disputable = (typeof DISPUTABLE)[number]

export interface ReportRow {
  readonly what: Disputable
  /** Whether the reports differ in it. */
  readonly disputed: boolean
  /** One for each report, in their order; null where a report says nothing of it. */
  readonly values: readonly (string | null)[]
}

export interface ReportTable {
  readonly documents: readonly { readonly id: string; readonly title: string; readonly date: CivilDate | null }[]
  readonly rows: readonly ReportRow[]
}

const ROWS: readonly Disputable[] = ['date', 'endDate', 'killed', 'wounded', 'arrested']

/**
 * @param documents those of the graph, for their titles
 * @param writeDate how a date is written
 * @returns null where one text only tells of it
 */
export function reportTable(
  { reports = [], disputed = [] }: Pick<EventAttributes, 'reports' | 'disputed'>,
  documents: readonly GraphDocument[],
  writeDate: (value: CivilDate) => string,
): ReportTable | null {
  if (reports.length < 2) return null
  const titles = new Map<string, GraphDocument>(documents.map((document) => [document.id, document]))
  const rows = ROWS.map((what) => ({
    what,
    disputed: disputed.includes(what),
    values: reports.map((report) => valueIn(report, what, writeDate)),
  }))
  return {
    documents: reports.map(({ document: id }) => {
      const known = titles.get(id)
      return { id, title: known?.title ?? id, date: known?.date ?? null }
    }),
    rows: rows.filter(({ values }) => values.some((value) => value !== null)),
  }
}

function valueIn(report: EventReport, what: Disputable, writeDate: (value: CivilDate) => string): string | null {
  if (what === 'date' || what === 'endDate') {
    const value = report[what]
    return value === undefined ? null : writeDate(value)
  }
  const count = report[what]
  return report[`${what}Text`] ?? (count === undefined ? null : String(count))
}
