/** What can be wrong with a query, in openCypher's own classes. */
import { DragomanError } from '../model/errors.ts'

/** The classes of openCypher's compatibility kit: what kind of wrong it is, for programs. */
export type CypherErrorKind =
  | 'SyntaxError'
  | 'TypeError'
  | 'ArgumentError'
  | 'ArithmeticError'
  | 'ParameterMissing'
  | 'LimitExceeded'

export interface Place {
  /** Both from 1; a column is a UTF-16 code unit. */
  readonly line: number
  readonly column: number
}

/**
 * A query cannot be understood, or not be carried out. The message ends with the line of the query and a mark under the
 * place, where one is known.
 */
export class CypherError extends DragomanError {
  readonly kind: CypherErrorKind
  /** openCypher's detail, such as `UndefinedVariable`. */
  readonly detail: string
  /** What is wrong, in one sentence. */
  readonly reason: string
  /** Offset into the query. */
  readonly at: number | undefined
  readonly place: Place | undefined

  constructor(kind: CypherErrorKind, detail: string, reason: string, at?: number, query?: string) {
    const place = at !== undefined && query !== undefined ? placeOf(query, at) : undefined
    super(
      place === undefined
        ? `${reason}.`
        : `${reason} (line ${place.line}, column ${place.column}).\n${pointer(query!, place)}`,
    )
    this.kind = kind
    this.detail = detail
    this.reason = reason
    this.at = at
    this.place = place
  }

  /** The same error, told with the place in `query`. */
  within(query: string): CypherError {
    return this.place === undefined ? new CypherError(this.kind, this.detail, this.reason, this.at, query) : this
  }
}

export const syntaxError = (detail: string, reason: string, at: number): CypherError =>
  new CypherError('SyntaxError', detail, reason, at)

export const typeError = (reason: string, detail = 'InvalidArgumentType'): CypherError =>
  new CypherError('TypeError', detail, reason)

export const argumentError = (reason: string, detail = 'InvalidArgumentValue'): CypherError =>
  new CypherError('ArgumentError', detail, reason)

export function placeOf(query: string, at: number): Place {
  const before = query.slice(0, at)
  return { line: before.split('\n').length, column: at - (before.lastIndexOf('\n') + 1) + 1 }
}

const MOST_COLUMNS = 100

/** The line of the query, cut where it is long, and below it a mark under the column. */
function pointer(query: string, { line, column }: Place): string {
  const whole = (query.split('\n')[line - 1] ?? '').replace(/\r$/, '').replaceAll('\t', ' ')
  const start = Math.max(0, column - 1 - MOST_COLUMNS / 2)
  const shown = whole.slice(start, start + MOST_COLUMNS)
  return `  ${shown}\n  ${' '.repeat(column - 1 - start)}^`
}
