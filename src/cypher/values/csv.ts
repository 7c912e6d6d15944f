/** Rows of values as a table in CSV. */
import { toJson } from './encode.ts'
import { textOf } from './text.ts'
import type { Value } from './value.ts'

interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Value[])[]
}

/** RFC 4180; null is an empty field. */
export function* writeCsv({ columns, rows }: Table): Generator<string> {
  yield csvLine(columns)
  for (const row of rows)
    yield csvLine(
      row.map((value) => (value === null ? '' : typeof value === 'object' ? structured(value) : textOf(value))),
    )
}

const structured = (value: Value): string => {
  const json = toJson(value)
  return typeof json === 'string' ? json : JSON.stringify(json)
}
const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
