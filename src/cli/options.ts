/** The flags that commands share, and their values, checked. A wrong one is a wrong call (exit status 2). */
import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { CATALOGUE, FORMAT_NAMES, type FormatName, formatOfName, isFormatName } from '../graph/formats/catalogue.ts'
import { type CivilDate, parseCivilDay } from '../model/date.ts'

const LIBRARY_NAME = 'dragoman.db'
export const DEFAULT_PORT = 4780
export const DEFAULT_HOST = '127.0.0.1'

/** Each reader holds the models for itself, about 130 MB. */
const MOST_THREADS = 8

/** A day, or '' for unknown (commander turns null into '' anyhow); else the name of a field that holds it. */
export type DateOption = CivilDate | '' | { readonly field: string }

export const NO_DAY = "Write a day of the calendar as YYYY-MM-DD, such as 2025-12-04, or '' for unknown."

export const libraryOption = (): Option =>
  new Option('--library <path>', `file of the library, or the folder of its ${LIBRARY_NAME}`)
    .argParser(parseLibrary)
    .default(`./${LIBRARY_NAME}`)

export const dateOption = (): Option =>
  new Option(
    '--date <day>',
    "publication day (YYYY-MM-DD) of the texts that carry none of their own; '' = unknown; with --text, also the field that holds it",
  )
    .argParser(parseDate)
    .default('', 'unknown')

export const threadsOption = (): Option =>
  new Option('--threads <number>', 'how many texts are read side by side')
    .argParser(parseThreads)
    .default(Math.min(availableParallelism(), MOST_THREADS), 'one for each core, at most 8')

export const formatOption = (usual: FormatName): Option =>
  new Option('--format <name>', `one of ${FORMAT_NAMES.join(', ')}`).argParser(parseFormat).default(usual)

export const withoutTextOption = (): Option => new Option('--without-text', 'leave out the sentences of the texts')

export const tableOption = (): Option =>
  new Option('--table <name>', 'one table alone, of a format that has several (csv: nodes, edges, evidence …)')

/** What each format is for, below the help of a command. */
export const formatsHelp = (): string =>
  `\nFormats:\n${FORMAT_NAMES.map((name) => `  ${name.padEnd(9)}${CATALOGUE[name].label}, for ${CATALOGUE[name].use}\n`).join('')}`

/** The format that the user named, else the one that the file's ending tells, else the usual one. */
export function formatFor(self: Command, format: FormatName, out: string | undefined): FormatName {
  if (self.getOptionValueSource('format') === 'cli') return format
  return (out === undefined ? undefined : formatOfName(out)) ?? format
}

export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`

export function parseLibrary(value: string): string {
  if (value === '') throw new InvalidArgumentError('Name a file.')
  const folder = /[/\\]$/.test(value) || isFolder(value)
  return folder ? join(value, LIBRARY_NAME) : value
}

export function parseDate(value: string): DateOption {
  return value === '' ? '' : (parseCivilDay(value) ?? { field: value })
}

export function parseFormat(value: string): FormatName {
  const format = isFormatName(value) ? value : formatOfName(`.${value}`)
  if (format === undefined) throw new InvalidArgumentError(`Choose one of: ${FORMAT_NAMES.join(', ')}.`)
  return format
}

export function parseThreads(value: string): number {
  const threads = Number(value)
  if (!/^\d+$/.test(value) || threads < 1 || threads > 64) throw new InvalidArgumentError('Give a number from 1 to 64.')
  return threads
}

export function parsePort(value: string): number {
  const port = Number(value)
  if (!/^\d+$/.test(value) || port > 65535)
    throw new InvalidArgumentError('Give a number from 0 (any free port) to 65535.')
  return port
}

export function parseOrdinal(value: string): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < 1) throw new InvalidArgumentError('Give a number from 1 on.')
  return number
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
