/** RETURN and WITH: columns, DISTINCT, ORDER BY, SKIP, LIMIT, and the WHERE behind WITH. */
import { argumentError, syntaxError } from '../errors.ts'
import type { Expression, ReturnClause, WithClause } from '../parser/ast.ts'
import { type Evaluate, PAUSE, type Run, type Stream } from '../run/run.ts'
import { sorted } from '../run/sort.ts'
import { keyOf } from '../values/compare.ts'
import { typeOf } from '../values/value.ts'
import { type Column, columnsOf, inColumns } from './columns.ts'
import { asCondition, demand, type Env, located, type Operator, plainly } from './env.ts'
import { compileGrouping } from './grouping.ts'
import { truth } from './operators.ts'
import { Scope, Slots } from './scope.ts'
import { hasAggregate, namesIn } from './walk.ts'

export interface Projected {
  readonly operator: Operator
  /** The names behind the clause, in the order of the columns; their slots are 0, 1 ... */
  readonly scope: Scope
  readonly columns: readonly string[]
}

export function compileProjection(clause: WithClause | ReturnClause, env: Env): Projected {
  const columns = columnsOf(clause, env.scope)
  const where = clause.kind === 'with' ? clause.where : undefined
  const aggregated = columns.some((column) => column.aggregated)
  // Sorting and conditions see what was there before, too, unless rows were put together.
  const keepsOld = !aggregated && !clause.distinct && (clause.order.length > 0 || where !== undefined)
  const base = keepsOld ? env.scope : new Scope(new Slots())
  const grouping = aggregated
    ? compileGrouping(
        columns.map(({ expression }) => expression),
        env,
      )
    : undefined
  const values = grouping?.values ?? columns.map(({ expression }) => env.tools.expression(expression, plainly(env)))
  const slots = columns.map(() => base.slots.take())
  const names = columns.map(({ name }, i) => [name, { slot: slots[i]!, type: values[i]!.type }] as const)
  const inner: Env = { ...plainly(env), scope: base.withAll(names) }
  const keys = clause.order.map(({ expression }) => {
    const tree = orderExpression(expression, columns, aggregated)
    return env.tools.expression(tree, inner).evaluate
  })
  const condition =
    where &&
    compileCondition(
      inColumns(where, columns, ({ aggregated: many }) => many),
      { ...inner, predicate: true },
    )
  const stages: Operator[] = [
    ...(grouping === undefined ? [] : [grouping.operator]),
    fill(
      values.map(({ evaluate }) => evaluate),
      slots,
      keepsOld,
    ),
    ...(clause.distinct ? [distinct(slots)] : []),
    page(clause, keys, env),
    ...(condition === undefined ? [] : [filter(condition)]),
    ...(keepsOld ? [compact(slots)] : []),
  ]
  const result = new Scope(new Slots())
  return {
    operator: (input, run) => stages.reduce((stream, stage) => stage(stream, run), input),
    scope: result.withAll(
      columns.map(({ name }, i) => [name, { slot: result.slots.take(), type: values[i]!.type }] as const),
    ),
    columns: columns.map(({ name }) => name),
  }
}

/** Only a whole column, or what a group is sure to have one of, may stand beside an aggregating function. */
function orderExpression(tree: Expression, columns: readonly Column[], aggregated: boolean): Expression {
  const whole = inColumns(tree, columns)
  if (whole.kind === 'variable' || !aggregated || !hasAggregate(tree)) return whole
  return inColumns(
    tree,
    columns,
    ({ aggregated: many, expression }) => many || expression.kind === 'variable' || expression.kind === 'property',
  )
}

function compileCondition(tree: Expression, env: Env): Evaluate {
  const { evaluate, type } = env.tools.expression(tree, asCondition(env))
  demand(type, ['boolean'], 'The condition behind WHERE', tree.at)
  return located(tree.at, (row, run) => truth(evaluate(row, run)))
}

const fill = (values: readonly Evaluate[], slots: readonly number[], keepsOld: boolean): Operator =>
  function* (input, run) {
    for (const row of input) {
      if (row === PAUSE) {
        yield PAUSE
        continue
      }
      run.work()
      const found = values.map((evaluate) => evaluate(row, run))
      if (!keepsOld) {
        yield found
      } else {
        const next = [...row]
        for (let i = 0; i < slots.length; i++) next[slots[i]!] = found[i]!
        yield next
      }
      if (run.due()) yield PAUSE
    }
  }

const distinct = (slots: readonly number[]): Operator =>
  function* (input, run) {
    const seen = new Set<string>()
    for (const row of input) {
      if (row === PAUSE) {
        yield PAUSE
        continue
      }
      const key = slots.map((slot) => keyOf(row[slot] ?? null)).join()
      if (seen.has(key)) continue
      seen.add(key)
      run.keep(seen.size, 'different rows')
      yield row
    }
  }

/** ORDER BY, SKIP and LIMIT. */
function page({ order, skip, limit }: WithClause | ReturnClause, keys: readonly Evaluate[], env: Env): Operator {
  const [from, count] = [skip && bound('SKIP', skip, env), limit && bound('LIMIT', limit, env)]
  const descending = order.map((item) => item.descending)
  return function* (input, run) {
    const first = from?.(run) ?? 0
    const most = count?.(run) ?? Infinity
    const rows =
      keys.length === 0
        ? input
        : sorted(input, run, (row) => keys.map((key) => key(row, run)), descending, first + most)
    yield* part(rows, first, most)
  }
}

function* part(rows: Stream, first: number, most: number): Stream {
  if (most === 0) return
  let seen = 0
  for (const row of rows) {
    if (row === PAUSE) yield PAUSE
    else if (seen++ >= first) yield row
    if (seen >= first + most) return
  }
}

/** A number of rows, the same for all of them. */
function bound(word: 'SKIP' | 'LIMIT', tree: Expression, env: Env): (run: Run) => number {
  if (namesIn(tree).size > 0)
    throw syntaxError('NonConstantExpression', `${word} takes a number that does not depend on the rows`, tree.at)
  const { evaluate, type } = env.tools.expression(tree, plainly(env, new Scope(new Slots())))
  demand(type, ['integer'], `The number behind ${word}`, tree.at)
  const checked = located(tree.at, (row, run) => {
    const value = evaluate(row, run)
    if (typeof value !== 'bigint')
      throw argumentError(`${word} takes an integer, not a value of type ${typeOf(value)}`, 'InvalidArgumentType')
    if (value < 0n) throw argumentError(`${word} takes 0 or more, not ${value}`, 'NegativeIntegerArgument')
    return value
  })
  return (run) => Number(checked([], run))
}

const filter = (condition: Evaluate): Operator =>
  function* (input, run) {
    for (const row of input) if (row === PAUSE || condition(row, run) === true) yield row
  }

const compact = (slots: readonly number[]): Operator =>
  function* (input) {
    for (const row of input) yield row === PAUSE ? PAUSE : slots.map((slot) => row[slot] ?? null)
  }
