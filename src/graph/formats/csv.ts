/** CSV as RFC 4180 has it, in UTF-8, safe to be opened in a spreadsheet. */

import { writable } from './plain-text.ts'

export type Cell = string | number | boolean | null | undefined

/**
 * A spreadsheet takes a cell that begins so for a formula, and runs it (OWASP, "CSV injection"). An apostrophe before it
 * makes it text; one that stands before such a text already gets another, so that a reader can take away exactly one.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

/** A row with its line end, CR and LF. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  // Empty, but there: readers that care can tell it from a cell that holds nothing.
  if (cell === '') return '""'
  return typeof cell === 'string' ? quoteCell(guarded(writable(cell))) : String(cell)
}

const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** For programs, not for spreadsheets: nothing is put before a text. */
export const quoteCell = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The text of a cell that `csvRow` wrote. */
export const csvText = (cell: string): string => (FORMULA.test(cell) && cell.startsWith("'") ? cell.slice(1) : cell)
