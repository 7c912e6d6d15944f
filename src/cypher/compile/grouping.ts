/** RETURN and WITH in which functions make one value of many rows. */
import { syntaxError } from '../errors.ts'
import type { Expression, ExpressionOf } from '../parser/ast.ts'
import { type Evaluate, PAUSE, type Row, type Run, type Stream } from '../run/run.ts'
import { keyOf } from '../values/compare.ts'
import type { Value } from '../values/value.ts'
import { type Aggregator, aggregate, isAggregate } from './aggregates.ts'
import { type Compiled, type Env, type Operator, placed, plainly } from './env.ts'
import { childrenOf, hasAggregate, shapeOf } from './walk.ts'

interface Call {
  readonly at: number
  readonly slot: number
  readonly start: (run: Run) => Aggregator
  /** Of `count(*)` there is none. */
  readonly of: Evaluate | undefined
  readonly more: readonly Evaluate[]
  readonly distinct: boolean
}

export interface Grouped {
  /** One row for each group: the first of it, in which also the values of the functions lie. */
  readonly operator: Operator
  readonly values: readonly Compiled[]
}

/** @param expressions those without such a function make the groups */
export function compileGrouping(expressions: readonly Expression[], env: Env): Grouped {
  const keys = expressions.filter((expression) => !hasAggregate(expression))
  const simple = new Set(keys.filter(isSimple).map(shapeOf))
  const calls: Call[] = []
  const inner: Env = { ...plainly(env), aggregates: (call) => collect(call, env, calls) }
  const values = expressions.map((expression) => {
    if (hasAggregate(expression)) checkUnambiguous(expression, simple, new Set())
    return env.tools.expression(expression, inner)
  })
  const grouping = keys.map((key) => values[expressions.indexOf(key)]!.evaluate)
  return { values, operator: (input, run) => group(input, run, grouping, calls) }
}

function collect(tree: ExpressionOf<'call'> | ExpressionOf<'countAll'>, env: Env, calls: Call[]): Compiled {
  const slot = env.scope.slots.take()
  const read: Evaluate = (row) => row[slot] ?? null
  if (tree.kind === 'countAll') {
    calls.push({ at: tree.at, slot, start: aggregate('count').start, of: undefined, more: [], distinct: false })
    return { evaluate: read, type: 'integer' }
  }
  const { name, args, start, returns } = aggregate(tree.name)
  if (tree.args.length !== args)
    throw syntaxError(
      'InvalidNumberOfArguments',
      `${name}() takes ${args} argument${args === 1 ? '' : 's'}, but has ${tree.args.length}`,
      tree.at,
    )
  for (const arg of tree.args) {
    const nested = findNested(arg)
    if (nested !== undefined)
      throw syntaxError('NestedAggregation', `${name}() cannot take the result of another such function`, nested.at)
    if (arg.kind === 'call' && arg.name.toLowerCase() === 'rand')
      throw syntaxError('NonConstantExpression', `${name}() of random numbers says nothing`, arg.at)
  }
  const [of, ...more] = tree.args.map((arg) => env.tools.expression(arg, plainly(env)).evaluate)
  calls.push({ at: tree.at, slot, start, of, more, distinct: tree.distinct })
  return { evaluate: read, type: returns }
}

const findNested = (tree: Expression): Expression | undefined =>
  tree.kind === 'countAll' || (tree.kind === 'call' && isAggregate(tree.name))
    ? tree
    : childrenOf(tree)
        .map(findNested)
        .find((found) => found !== undefined)

/** A name, or a property of one. */
const isSimple = (tree: Expression): boolean =>
  tree.kind === 'variable' || (tree.kind === 'property' && isSimple(tree.of))

/**
 * What stands beside such a function must be the same for all rows of a group, and that it is must be seen from what else is
 * returned: a name or property that is returned by itself.
 */
function checkUnambiguous(tree: Expression, keys: ReadonlySet<string>, local: ReadonlySet<string>): void {
  if (tree.kind === 'countAll' || (tree.kind === 'call' && isAggregate(tree.name))) return
  if (isSimple(tree) && keys.has(shapeOf(tree))) return
  const name = tree.kind === 'variable' || tree.kind === 'mapProjection' ? tree.name : undefined
  if (name !== undefined && !local.has(name) && !keys.has(shapeOf({ kind: 'variable', name, at: 0 })))
    throw syntaxError(
      'AmbiguousAggregationExpression',
      `"${name}" may differ within a group. Return it, or what is taken from it, as a column of its own, and use that`,
      tree.at,
    )
  const own = 'variable' in tree && typeof tree.variable === 'string' ? new Set([...local, tree.variable]) : local
  const inside = tree.kind === 'reduce' ? new Set([...own, tree.accumulator]) : own
  for (const child of childrenOf(tree)) checkUnambiguous(child, keys, inside)
}

interface Group {
  readonly row: Row
  readonly members: readonly { readonly aggregator: Aggregator; readonly seen: Set<string> | undefined }[]
}

function* group(input: Stream, run: Run, keys: readonly Evaluate[], calls: readonly Call[]): Stream {
  const groups = new Map<string, Group>()
  const begin = (row: Row): Group => ({
    row: [...row],
    members: calls.map(({ start, distinct }) => ({ aggregator: start(run), seen: distinct ? new Set() : undefined })),
  })
  for (const row of input) {
    if (row === PAUSE) {
      yield PAUSE
      continue
    }
    const key = keys.map((evaluate) => keyOf(evaluate(row, run))).join()
    let found = groups.get(key)
    if (found === undefined) {
      found = begin(row)
      groups.set(key, found)
      run.keep(groups.size, 'groups')
    }
    addTo(found, calls, row, run)
    run.work()
    if (run.due()) yield PAUSE
  }
  if (groups.size === 0 && keys.length === 0) groups.set('', begin([]))
  for (const { row, members } of groups.values()) {
    members.forEach(({ aggregator }, i) => {
      row[calls[i]!.slot] = placed(calls[i]!.at, aggregator.result)
    })
    yield row
  }
}

function addTo({ members }: Group, calls: readonly Call[], row: Row, run: Run): void {
  for (let i = 0; i < calls.length; i++) {
    const { of, more, at } = calls[i]!
    const { aggregator, seen } = members[i]!
    const value: Value = of === undefined ? true : of(row, run)
    if (value === null) continue
    if (seen !== undefined) {
      const key = keyOf(value)
      if (seen.has(key)) continue
      seen.add(key)
      run.keep(seen.size, 'values')
    }
    const others = more.map((evaluate) => evaluate(row, run))
    placed(at, () => aggregator.add(value, others))
  }
}
