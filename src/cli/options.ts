/** The flags that commands share, and their values, checked. A wrong one is a wrong call (exit status 2). */
import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { FORMATS, type FormatName, isFormatName } from '../graph/formats/formats.ts'
import { type CivilDate, parseCivilDay } from '../model/date.ts'

const LIBRARY_NAME = 'dragoman.db'
export const DEFAULT_PORT = 4780
export const DEFAULT_HOST = '127.0.0.1'

/** Each reader holds the models for itself, about 130 MB. */
const MOST_THREADS = 8

/** A day, or '' for unknown (commander turns null into '' anyhow). */
export type DateOption = CivilDate | ''

export const libraryOption = (): Option =>
  new Option('--library <path>', `file of the library, or the folder of its ${LIBRARY_NAME}`)
    .argParser(parseLibrary)
    .default(`./${LIBRARY_NAME}`)

export const dateOption = (): Option =>
  new Option('--date <day>', "publication day (YYYY-MM-DD) of the texts that carry none of their own; '' = unknown")
    .argParser(parseDate)
    .default('', 'unknown')

export const threadsOption = (): Option =>
  new Option('--threads <number>', 'how many texts are read side by side')
    .argParser(parseThreads)
    .default(Math.min(availableParallelism(), MOST_THREADS), 'one for each core, at most 8')

export const formatOption = (usual: FormatName): Option =>
  new Option('--format <name>', Object.keys(FORMATS).join(' or ')).argParser(parseFormat).default(usual)

/** The format that the user named, else the one that the file's ending tells, else the usual one. */
export function formatFor(self: Command, format: FormatName, out: string | undefined): FormatName {
  if (self.getOptionValueSource('format') === 'cli') return format
  const told = Object.entries(FORMATS).find(([, { extension }]) => out?.toLowerCase().endsWith(`.${extension}`))?.[0]
  return told !== undefined && isFormatName(told) ? told : format
}

export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`

export function parseLibrary(value: string): string {
  if (value === '') throw new InvalidArgumentError('Name a file.')
  const folder = /[/\\]$/.test(value) || isFolder(value)
  return folder ? join(value, LIBRARY_NAME) : value
}

export function parseDate(value: string): DateOption {
  const day = value === '' ? '' : parseCivilDay(value)
  if (day === undefined)
    throw new InvalidArgumentError("Write a day of the calendar as YYYY-MM-DD, such as 2025-12-04, or '' for unknown.")
  return day
}

export function parseFormat(value: string): FormatName {
  if (!isFormatName(value)) throw new InvalidArgumentError(`Choose one of: ${Object.keys(FORMATS).join(', ')}.`)
  return value
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

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
