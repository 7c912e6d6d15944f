/** A whole query: its clauses in order, and its unions. */
import { syntaxError, typeError } from '../errors.ts'
import type { Clause, MatchClause, Query, SingleQuery, UnwindClause } from '../parser/ast.ts'
import { matcher } from '../run/matcher.ts'
import { PAUSE, type Row, type Run, type Stream } from '../run/run.ts'
import { keyOf } from '../values/compare.ts'
import { isList, typeOf } from '../values/value.ts'
import { demand, type Env, located, type Operator, plainly, type Tools } from './env.ts'
import { expression } from './expressions.ts'
import { compileMatch } from './match.ts'
import { compileProjection } from './projection.ts'
import { Scope } from './scope.ts'

export interface CompiledQuery {
  readonly columns: readonly string[]
  /** Rows hold one value for each column. */
  readonly rows: (row: Row, run: Run) => Stream
}

const TOOLS: Tools = {
  expression,
  match: (clause, env) => {
    const { spec, scope } = compileMatch(clause, env)
    return { scope, matches: matcher(spec) }
  },
  query: (query, env) => compileUnion(query, env, true),
}

/** @throws CypherError */
export const compileQuery = (query: Query): CompiledQuery =>
  compileUnion(query, { scope: new Scope(), predicate: false, tools: TOOLS }, false)

/** @param inner whether it stands in braces, where nothing need be returned */
function compileUnion({ parts, unions }: Query, env: Env, inner: boolean): CompiledQuery {
  const compiled = parts.map((part) => compileSingle(part, env, inner))
  const [first, ...others] = compiled
  if (others.length === 0) return first!
  const [mixed] = unions.filter(({ all }) => all !== unions[0]!.all)
  if (mixed !== undefined)
    throw syntaxError('InvalidClauseComposition', 'UNION and UNION ALL cannot be mixed in one query', mixed.at)
  const { columns } = first!
  const orders = compiled.map((part, i) => {
    const order = columns.map((name) => part.columns.indexOf(name))
    if (order.includes(-1) || part.columns.length !== columns.length)
      throw syntaxError(
        'DifferentColumnsInUnion',
        `All parts of a UNION must return the same columns: ${columns.join(', ')}`,
        unions[i - 1]!.at,
      )
    return order
  })
  const union = (row: Row, run: Run): Stream => concatenated(compiled, orders, row, run)
  return { columns, rows: unions[0]!.all ? union : (row, run) => different(union(row, run), run) }
}

function* concatenated(
  parts: readonly CompiledQuery[],
  orders: readonly (readonly number[])[],
  row: Row,
  run: Run,
): Stream {
  for (const [i, part] of parts.entries())
    for (const found of part.rows([...row], run)) yield found === PAUSE ? PAUSE : orders[i]!.map((at) => found[at]!)
}

function* different(rows: Stream, run: Run): Stream {
  const seen = new Set<string>()
  for (const row of rows) {
    if (row === PAUSE) {
      yield PAUSE
      continue
    }
    const key = row.map(keyOf).join()
    if (seen.has(key)) continue
    seen.add(key)
    run.keep(seen.size, 'different rows')
    yield row
  }
}

function compileSingle({ clauses }: SingleQuery, outer: Env, inner: boolean): CompiledQuery {
  checkOrder(clauses, inner)
  const operators: Operator[] = []
  let env = outer
  let columns: readonly string[] = []
  for (const clause of clauses) {
    const { operator, scope, columns: named } = compileClause(clause, env)
    operators.push(operator)
    env = plainly(env, scope)
    columns = named ?? columns
  }
  return { columns, rows: (row, run) => operators.reduce((stream, operator) => operator(stream, run), single(row)) }
}

function* single(row: Row): Stream {
  yield row
}

function compileClause(clause: Clause, env: Env): { operator: Operator; scope: Scope; columns?: readonly string[] } {
  switch (clause.kind) {
    case 'match':
      return compileMatchClause(clause, env)
    case 'unwind':
      return compileUnwind(clause, env)
    case 'with':
    case 'return':
      return compileProjection(clause, env)
  }
}

function compileMatchClause(clause: MatchClause, env: Env): { operator: Operator; scope: Scope } {
  const { spec, scope } = compileMatch(clause, env)
  const matches = matcher(spec)
  const operator: Operator = function* (input, run) {
    for (const row of input) {
      if (row === PAUSE) {
        yield PAUSE
        continue
      }
      let found = false
      for (const match of matches(row, run)) {
        if (match !== PAUSE) found = true
        yield match
      }
      if (found || !clause.optional) continue
      for (const slot of spec.fills) row[slot] = null
      yield row
    }
  }
  return { operator, scope }
}

function compileUnwind({ list, variable, at }: UnwindClause, env: Env): { operator: Operator; scope: Scope } {
  if (env.scope.find(variable) !== undefined)
    throw syntaxError('VariableAlreadyBound', `"${variable}" has a meaning already; UNWIND needs a new name`, at)
  const { evaluate, type } = env.tools.expression(list, plainly(env))
  demand(type, ['list'], 'What UNWIND goes through', list.at)
  const scope = env.scope.with(variable, type === 'relationships' ? 'relationship' : 'any')
  const { slot } = scope.find(variable)!
  const items = located(list.at, (row, run) => {
    const value = evaluate(row, run)
    if (value === null || isList(value)) return value
    throw typeError(`UNWIND goes through a list, not a value of type ${typeOf(value)}`)
  })
  const operator: Operator = function* (input, run) {
    for (const row of input) {
      if (row === PAUSE) {
        yield PAUSE
        continue
      }
      const values = items(row, run)
      if (values === null || !isList(values)) continue
      for (const value of values) {
        run.work()
        if (run.due()) yield PAUSE
        row[slot] = value
        yield row
      }
    }
  }
  return { operator, scope }
}

const WORDS = { match: 'MATCH', unwind: 'UNWIND', with: 'WITH', return: 'RETURN' } as const

function checkOrder(clauses: readonly Clause[], inner: boolean): void {
  clauses.forEach((clause, i) => {
    if (clause.kind === 'return' && i < clauses.length - 1)
      throw syntaxError(
        'InvalidClauseComposition',
        'Nothing can follow RETURN but UNION. Write WITH in its place to go on',
        clauses[i + 1]!.at,
      )
  })
  const last = clauses.at(-1)!
  if (last.kind !== 'return' && !(inner && last.kind === 'match'))
    throw syntaxError('InvalidClauseComposition', `A query ends with RETURN, not with ${WORDS[last.kind]}`, last.at)
}
