/** Calls of functions. */
import { syntaxError } from '../errors.ts'
import type { FunctionRow } from '../functions/function.ts'
import { FUNCTIONS, findFunction } from '../functions/table.ts'
import type { ExpressionOf } from '../parser/ast.ts'
import type { Evaluate } from '../run/run.ts'
import { spend } from '../values/meter.ts'
import { isList, type Value } from '../values/value.ts'
import { isAggregate } from './aggregates.ts'
import { asCondition, type Compiled, demand, type Env, located } from './env.ts'

export function countAll(tree: ExpressionOf<'countAll'>, env: Env): Compiled {
  return aggregated(tree, env)
}

export function call(tree: ExpressionOf<'call'>, env: Env): Compiled {
  const { name, args, distinct, at } = tree
  if (isAggregate(name)) return aggregated(tree, env)
  if (name.toLowerCase() === 'exists') return exists(tree, env)
  const row = findFunction(name)
  if (row === undefined) throw syntaxError('UnknownFunction', `There is no function ${name}()${hint(name)}`, at)
  if (distinct)
    throw syntaxError('UnexpectedSyntax', `DISTINCT has no meaning in ${row.name}(), which takes single values`, at)
  checkCount(row, args.length, at)
  const given = args.map((arg, i) => {
    const compiled = env.tools.expression(arg, env)
    const allowed = row.args[Math.min(i, row.args.length - 1)] ?? ['any']
    demand(compiled.type, allowed, `The ${ORDINALS[i] ?? 'next'} argument of ${row.name}()`, arg.at)
    return compiled.evaluate
  })
  return { evaluate: located(at, invoke(row, given)), type: row.returns }
}

function invoke({ call: carryOut, nullable }: FunctionRow, given: readonly Evaluate[]): Evaluate {
  const [only] = given
  if (given.length === 1 && only !== undefined && !nullable)
    return (row, run) => {
      const value = only(row, run)
      if (value === null) return null
      spendOn(value)
      return carryOut([value], run)
    }
  return (row, run) => {
    const values = given.map((evaluate) => evaluate(row, run))
    if (!nullable && values.includes(null)) return null
    for (const value of values) spendOn(value)
    return carryOut(values, run)
  }
}

/** Functions of long lists and texts go through them. */
function spendOn(value: Value): void {
  if (typeof value === 'string') spend(value.length >> 8)
  else if (value !== null && isList(value)) spend(value.length >> 3)
}

function aggregated(tree: ExpressionOf<'call'> | ExpressionOf<'countAll'>, env: Env): Compiled {
  if (env.aggregates !== undefined) return env.aggregates(tree)
  const name = tree.kind === 'call' ? tree.name : 'count'
  throw syntaxError(
    'InvalidAggregation',
    `${name}() makes one value of many rows, and stands in RETURN and WITH only, not within another such function, a condition or a list`,
    tree.at,
  )
}

/** The old form, for a property. */
function exists({ args: [of, ...more], at }: ExpressionOf<'call'>, env: Env): Compiled {
  if (of === undefined || more.length > 0 || (of.kind !== 'property' && of.kind !== 'index' && of.kind !== 'pattern'))
    throw syntaxError('InvalidArgumentType', 'exists() takes one property, as in exists(n.name), or one pattern', at)
  const { evaluate, type } = env.tools.expression(of, asCondition(env))
  return { evaluate: type === 'boolean' ? evaluate : (row, run) => evaluate(row, run) !== null, type: 'boolean' }
}

const ORDINALS = ['first', 'second', 'third']

function checkCount({ name, args, optional = 0, variadic }: FunctionRow, given: number, at: number): void {
  const least = args.length - optional
  if (given >= least && (variadic || given <= args.length)) return
  const wanted = variadic ? `${least} or more` : optional > 0 ? `${least} to ${args.length}` : String(least)
  throw syntaxError('InvalidNumberOfArguments', `${name}() takes ${wanted} arguments, but has ${given}`, at)
}

function hint(name: string): string {
  const start = name.toLowerCase().slice(0, 3)
  const near = FUNCTIONS.filter((row) => row.name.toLowerCase().startsWith(start)).map((row) => `${row.name}()`)
  return near.length > 0 && near.length < 8 ? `; there is ${near.join(', ')}` : ''
}
