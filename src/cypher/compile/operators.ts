/** AND, OR, comparisons, + and the like, CASE. */
import { typeError } from '../errors.ts'
import { fullMatcher } from '../functions/regex.ts'
import type { BinaryOperator, ComparisonSign, ExpressionOf } from '../parser/ast.ts'
import type { Evaluate } from '../run/run.ts'
import { type Arithmetic, calculate } from '../values/arithmetic.ts'
import { compare, equals, type Truth } from '../values/compare.ts'
import { spend } from '../values/meter.ts'
import type { Value } from '../values/value.ts'
import { isList, typeOf } from '../values/value.ts'
import { asCondition, type Compiled, demand, type Env, located } from './env.ts'
import type { StaticType } from './scope.ts'

/** @throws CypherError where the value is neither true nor false nor null */
export function truth(value: Value): Truth {
  if (value === null || typeof value === 'boolean') return value
  throw typeError(`A condition must be true, false or null, but is a value of type ${typeOf(value)}`)
}

export function not({ of, at }: ExpressionOf<'not'>, env: Env): Compiled {
  const { evaluate, type } = env.tools.expression(of, env)
  demand(type, ['boolean'], 'What stands behind NOT', at)
  const negated: Evaluate = (row, run) => {
    const value = truth(evaluate(row, run))
    return value === null ? null : !value
  }
  return { evaluate: located(at, negated), type: 'boolean' }
}

export function binary(tree: ExpressionOf<'binary'>, env: Env): Compiled {
  const { op, at } = tree
  if (op === 'and' || op === 'or' || op === 'xor') return logical(tree, op, env)
  const inner = { ...env, predicate: false }
  const [left, right] = [env.tools.expression(tree.left, inner), env.tools.expression(tree.right, inner)]
  if (op === 'in') demand(right.type, ['list'], 'What stands behind IN', at)
  const apply = OPERATORS[op]
  const evaluate: Evaluate = (row, run) => apply(left.evaluate(row, run), right.evaluate(row, run))
  return { evaluate: located(at, evaluate), type: typeOfResult(op, left.type, right.type) }
}

function logical(tree: ExpressionOf<'binary'>, op: 'and' | 'or' | 'xor', env: Env): Compiled {
  const [left, right] = [env.tools.expression(tree.left, env), env.tools.expression(tree.right, env)]
  for (const { type } of [left, right]) demand(type, ['boolean'], `What ${op.toUpperCase()} joins`, tree.at)
  const evaluate: Evaluate = (row, run) => {
    const a = truth(left.evaluate(row, run))
    if (op === 'and' && a === false) return false
    if (op === 'or' && a === true) return true
    const b = truth(right.evaluate(row, run))
    if (op === 'xor') return a === null || b === null ? null : a !== b
    const decisive = op === 'or'
    if (b === decisive) return decisive
    return a === null || b === null ? null : !decisive
  }
  return { evaluate: located(tree.at, evaluate), type: 'boolean' }
}

const arithmetic =
  (op: Arithmetic) =>
  (a: Value, b: Value): Value =>
    calculate(op, a, b)

const onTexts =
  (test: (a: string, b: string) => boolean) =>
  (a: Value, b: Value): Value =>
    typeof a === 'string' && typeof b === 'string' ? test(a, b) : null

const OPERATORS: Readonly<Record<Exclude<BinaryOperator, 'and' | 'or' | 'xor'>, (a: Value, b: Value) => Value>> = {
  '+': arithmetic('+'),
  '-': arithmetic('-'),
  '*': arithmetic('*'),
  '/': arithmetic('/'),
  '%': arithmetic('%'),
  '^': arithmetic('^'),
  in: isIn,
  'starts with': onTexts((a, b) => a.startsWith(b)),
  'ends with': onTexts((a, b) => a.endsWith(b)),
  contains: onTexts((a, b) => a.includes(b)),
  '=~': onTexts((a, b) => fullMatcher(b)(a)),
}

function isIn(item: Value, list: Value): Value {
  if (list === null) return null
  if (!isList(list)) throw typeError(`IN looks into a list, but was given a value of type ${typeOf(list)}`)
  let unknown = false
  spend(list.length >> 2)
  for (const other of list) {
    const same = equals(item, other)
    if (same === true) return true
    if (same === null) unknown = true
  }
  return unknown ? null : false
}

const NUMBERS: readonly StaticType[] = ['integer', 'float', 'number']

function typeOfResult(op: BinaryOperator, a: StaticType, b: StaticType): StaticType {
  switch (op) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      if (a === 'integer' && b === 'integer') return 'integer'
      if (NUMBERS.includes(a) && NUMBERS.includes(b)) return a === 'float' || b === 'float' ? 'float' : 'number'
      return op === '+' && (a === 'list' || b === 'list') ? 'list' : 'any'
    case '^':
      return 'any'
    default:
      return 'boolean'
  }
}

const SIGNS: Readonly<Record<Exclude<ComparisonSign, '=' | '<>'>, (by: number) => boolean>> = {
  '<': (by) => by < 0,
  '<=': (by) => by <= 0,
  '>': (by) => by > 0,
  '>=': (by) => by >= 0,
}

function compareBy(op: ComparisonSign, a: Value, b: Value): Truth {
  if (op === '=') return equals(a, b)
  if (op === '<>') {
    const same = equals(a, b)
    return same === null ? null : !same
  }
  const by = compare(a, b)
  return by === null ? null : SIGNS[op](by)
}

export function comparison({ first, rest }: ExpressionOf<'comparison'>, env: Env): Compiled {
  const inner = { ...env, predicate: false }
  const start = env.tools.expression(first, inner)
  const steps = rest.map(({ op, right }) => ({ op, right: env.tools.expression(right, inner) }))
  const [only] = steps
  if (steps.length === 1 && only !== undefined) {
    const { op, right } = only
    return {
      evaluate: (row, run) => compareBy(op, start.evaluate(row, run), right.evaluate(row, run)),
      type: 'boolean',
    }
  }
  const evaluate: Evaluate = (row, run) => {
    let left = start.evaluate(row, run)
    let all: Truth = true
    for (const { op, right } of steps) {
      const next = right.evaluate(row, run)
      const holds = compareBy(op, left, next)
      if (holds === false) return false
      if (holds === null) all = null
      left = next
    }
    return all
  }
  return { evaluate, type: 'boolean' }
}

export function cases({ subject, whens, otherwise, at }: ExpressionOf<'case'>, env: Env): Compiled {
  const of = subject && env.tools.expression(subject, env)
  const branches = whens.map(({ when, result }) => {
    const condition = env.tools.expression(when, of === undefined ? { ...asCondition(env), ...collector(env) } : env)
    if (of === undefined) demand(condition.type, ['boolean'], 'The condition of WHEN', when.at)
    return { when: condition.evaluate, result: env.tools.expression(result, env) }
  })
  const last = otherwise && env.tools.expression(otherwise, env)
  const evaluate: Evaluate = (row, run) => {
    const value = of?.evaluate(row, run)
    for (const { when, result } of branches) {
      const found = when(row, run)
      if (value === undefined ? truth(found) === true : equals(value, found) === true) return result.evaluate(row, run)
    }
    return last?.evaluate(row, run) ?? null
  }
  const types = new Set([...branches.map(({ result }) => result.type), ...(last === undefined ? [] : [last.type])])
  types.delete('null')
  const [type = 'null'] = types
  return { evaluate: located(at, evaluate), type: types.size > 1 ? 'any' : type }
}

const collector = ({ aggregates }: Env): Pick<Env, 'aggregates'> => (aggregates === undefined ? {} : { aggregates })
