/** What the parts of the compiler share. */
import { CypherError, syntaxError } from '../errors.ts'
import type { Expression, ExpressionOf, MatchClause, Query } from '../parser/ast.ts'
import type { Evaluate, Row, Run, Stream } from '../run/run.ts'
import type { Scope, StaticType } from './scope.ts'

export interface Compiled {
  readonly evaluate: Evaluate
  readonly type: StaticType
}

/** Takes rows, gives rows. */
export type Operator = (input: Stream, run: Run) => Stream

/** Collects the aggregate functions of a projection. */
export type Collector = (call: ExpressionOf<'call'> | ExpressionOf<'countAll'>) => Compiled

export interface Env {
  readonly scope: Scope
  /** Whether a bare pattern may stand here, as the condition that it is found. */
  readonly predicate: boolean
  /** Where aggregate functions may stand. */
  readonly aggregates?: Collector
  readonly tools: Tools
}

/** The parts of the compiler that need each other; handed in, so that files need not import in circles. */
export interface Tools {
  readonly expression: (expression: Expression, env: Env) => Compiled
  /** Matches below the variables of `env`. */
  readonly match: (
    clause: MatchClause,
    env: Env,
  ) => { readonly scope: Scope; readonly matches: (row: Row, run: Run) => Stream }
  /** A query that sees the variables of `env`. */
  readonly query: (
    query: Query,
    env: Env,
  ) => { readonly columns: readonly string[]; readonly rows: (row: Row, run: Run) => Stream }
}

/** Inside, nothing is aggregated and no bare pattern stands. */
export const plainly = ({ scope, tools }: Env, inner: Scope = scope): Env => ({ scope: inner, predicate: false, tools })
export const asCondition = ({ scope, tools }: Env, inner: Scope = scope): Env => ({
  scope: inner,
  predicate: true,
  tools,
})

/** Tells the place of an error that only shows when the query runs. */
export const located =
  (at: number, evaluate: Evaluate): Evaluate =>
  (row, run) => {
    try {
      return evaluate(row, run)
    } catch (error) {
      throw withPlace(error, at)
    }
  }

export function placed<T>(at: number, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw withPlace(error, at)
  }
}

const withPlace = (error: unknown, at: number): unknown =>
  error instanceof CypherError && error.at === undefined
    ? new CypherError(error.kind, error.detail, error.reason, at)
    : error

const UNKNOWN: ReadonlySet<StaticType> = new Set(['any', 'null'])

/** Whether a value of this type may be one of `allowed`. */
export function mayBe(type: StaticType, allowed: readonly StaticType[]): boolean {
  if (UNKNOWN.has(type) || allowed.includes('any') || allowed.includes(type)) return true
  if (type === 'number') return allowed.includes('integer') || allowed.includes('float')
  if (type === 'relationships') return allowed.includes('list')
  return (type === 'integer' || type === 'float') && allowed.includes('number')
}

/** @throws CypherError where the type is known to be none of `allowed` */
export function demand(type: StaticType, allowed: readonly StaticType[], what: string, at: number): void {
  if (!mayBe(type, allowed))
    throw syntaxError(
      'InvalidArgumentType',
      `${what} must be ${allowed.map(named).join(' or ')}, but is ${named(type)}`,
      at,
    )
}

export const named = (type: StaticType): string =>
  type === 'relationships' ? 'a list of relationships' : /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`
