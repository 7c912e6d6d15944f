/** How the answer to a query is written. */
import type { Answer } from '../cypher/cypher.ts'
import { writeCsv } from '../cypher/values/csv.ts'
import { toJson } from '../cypher/values/encode.ts'
import { literal } from '../cypher/values/text.ts'
import type { Value } from '../cypher/values/value.ts'

export const TABLE_FORMATS = { table: writeTable, json: writeJson, csv: writeCsv } as const
export type TableFormat = keyof typeof TABLE_FORMATS
export const isTableFormat = (name: string): name is TableFormat => Object.hasOwn(TABLE_FORMATS, name)

/** Longer cells are cut: they would push the others off the screen. */
const WIDEST = 72

function* writeTable({ columns, rows }: Answer): Generator<string> {
  const cells = rows.map((row) => row.map((value) => cut(oneLine(shown(value)))))
  const widths = columns.map((name, i) => Math.max(width(name), ...cells.map((row) => width(row[i] ?? ''))))
  const line = (row: readonly string[]): string =>
    `${row
      .map((cell, i) => cell + ' '.repeat(widths[i]! - width(cell)))
      .join('  ')
      .trimEnd()}\n`
  yield line(columns)
  yield line(widths.map((size) => '─'.repeat(size)))
  for (const row of cells) yield line(row)
  yield `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}\n`
}

const shown = (value: Value): string => (typeof value === 'string' ? value : value === null ? '' : literal(value))
const oneLine = (text: string): string => text.replace(/\s+/g, ' ')
const width = (text: string): number => [...text].length
const cut = (text: string): string => (width(text) <= WIDEST ? text : `${[...text].slice(0, WIDEST - 1).join('')}…`)

/** An object a row. */
function* writeJson({ columns, rows }: Answer): Generator<string> {
  yield '['
  let separator = '\n'
  for (const row of rows) {
    yield `${separator}${JSON.stringify(Object.fromEntries(columns.map((name, i) => [name, toJson(row[i] ?? null)])))}`
    separator = ',\n'
  }
  yield '\n]\n'
}
