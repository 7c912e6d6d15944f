/** Values of flags, checked. A wrong one is a wrong call (exit status 2). */
import { InvalidArgumentError } from 'commander'
import { FORMATS, type FormatName, isFormatName } from '../graph/formats/formats.ts'
import { type CivilDate, parseCivilDay } from '../model/date.ts'

export const DEFAULT_LIBRARY = './dragoman.db'
export const DEFAULT_PORT = 4780
export const DEFAULT_HOST = '127.0.0.1'

/** A day, or '' for unknown (commander turns null into '' anyhow). */
export type DateOption = CivilDate | ''

export function parseDate(value: string): DateOption {
  if (value === '') return ''
  const day = parseCivilDay(value)
  if (day === undefined)
    throw new InvalidArgumentError(
      `"${value}" is no day. Write it as YYYY-MM-DD, such as 2025-12-04, or '' for unknown.`,
    )
  return day
}

export function parseFormat(value: string): FormatName {
  if (!isFormatName(value))
    throw new InvalidArgumentError(
      `"${value}" is no format that can be written. Choose one of: ${Object.keys(FORMATS).join(', ')}.`,
    )
  return value
}

export function parsePort(value: string): number {
  const port = Number(value)
  if (!/^\d+$/.test(value) || port > 65535)
    throw new InvalidArgumentError(`"${value}" is no port. Give a number from 0 (any free one) to 65535.`)
  return port
}
