/** Tree → function of a row. Names, types and counts of arguments are checked here, before anything runs. */
import { CypherError, syntaxError, typeError } from '../errors.ts'
import type { Expression, ExpressionKind, ExpressionOf, LabelExpression } from '../parser/ast.ts'
import { component } from '../temporal/components.ts'
import { LEAST_INTEGER, MOST_INTEGER, negate } from '../values/arithmetic.ts'
import type { Value } from '../values/value.ts'
import { isMap, isNode, isRelationship, isTemporal, propertyOf, typeOf } from '../values/value.ts'
import { call, countAll } from './calls.ts'
import { comprehension, indexed, list, map, mapProjection, quantifier, reduce, slice } from './collections.ts'
import { type Compiled, demand, type Env, located } from './env.ts'
import { labelTest } from './labels.ts'
import { binary, cases, comparison, not } from './operators.ts'
import { pattern, patternComprehension, shortest, subquery } from './pattern-expressions.ts'

type Compilers = { readonly [K in ExpressionKind]: (expression: ExpressionOf<K>, env: Env) => Compiled }

const COMPILERS: Compilers = {
  literal: ({ value }) => ({ evaluate: () => value, type: typeOf(value) }),
  number: numeral,
  parameter: ({ name, at }) => ({
    evaluate: located(at, (_, { parameters }) => {
      const value = parameters.get(name)
      if (value === undefined)
        throw new CypherError('ParameterMissing', 'MissingParameter', `The parameter $${name} was not given`)
      return value
    }),
    type: 'any',
  }),
  variable: ({ name, at }, { scope }) => {
    const { slot, type } = scope.need(name, at)
    return { evaluate: (row) => row[slot] ?? null, type }
  },
  property: ({ of, key, at }, env) => {
    const { evaluate, type } = env.tools.expression(of, env)
    demand(type, HAVE_PROPERTIES, `What has a property "${key}"`, at)
    return { evaluate: located(at, (row, run) => property(evaluate(row, run), key)), type: 'any' }
  },
  sign: ({ sign, of, at }, env) => {
    const { evaluate, type } = env.tools.expression(of, env)
    demand(type, ['number', 'duration'], `What stands behind "${sign}"`, at)
    return { evaluate: located(at, (row, run) => signed(sign, evaluate(row, run))), type }
  },
  isNull: ({ of, negated }, env) => {
    const { evaluate } = env.tools.expression(of, env)
    return { evaluate: (row, run) => (evaluate(row, run) === null) !== negated, type: 'boolean' }
  },
  hasLabels: ({ of, labels, at }, env) => {
    const { evaluate, type } = env.tools.expression(of, env)
    demand(type, ['node', 'relationship'], 'What has a label', at)
    return { evaluate: located(at, (row, run) => labelled(evaluate(row, run), labels)), type: 'boolean' }
  },
  index: indexed,
  slice,
  list,
  map,
  mapProjection,
  not,
  binary,
  comparison,
  case: cases,
  call,
  countAll,
  comprehension,
  quantifier,
  reduce,
  pattern,
  patternComprehension,
  shortest,
  subquery,
}

/** @throws CypherError */
export function expression(tree: Expression, env: Env): Compiled {
  const compile = COMPILERS[tree.kind] as (tree: Expression, env: Env) => Compiled
  return compile(tree, env)
}

const HAVE_PROPERTIES = [
  'node',
  'relationship',
  'map',
  'date',
  'localtime',
  'time',
  'localdatetime',
  'datetime',
  'duration',
] as const

function property(of: Value, key: string): Value {
  if (of === null) return null
  if (isNode(of) || isRelationship(of)) return propertyOf(of, key)
  if (isMap(of)) return of.get(key) ?? null
  if (isTemporal(of)) return component(of, key)
  throw typeError(`A value of type ${typeOf(of)} has no property "${key}"`)
}

function signed(sign: '-' | '+', value: Value): Value {
  const negative = negate(value)
  return sign === '-' ? negative : value
}

function numeral({ digits, float = false, at }: ExpressionOf<'number'>): Compiled {
  if (float) {
    const value = Number(digits)
    if (!Number.isFinite(value))
      throw syntaxError('FloatingPointOverflow', `The number ${digits} is too large for a float`, at)
    return { evaluate: () => value, type: 'float' }
  }
  const value = digits.startsWith('-') ? -BigInt(digits.slice(1)) : BigInt(digits)
  if (value > MOST_INTEGER || value < LEAST_INTEGER)
    throw syntaxError('IntegerOverflow', `The integer ${digits} does not fit into 64 bits`, at)
  return { evaluate: () => value, type: 'integer' }
}

function labelled(of: Value, labels: LabelExpression): Value {
  if (of === null) return null
  if (isNode(of)) return labelTest(labels)(of.labels)
  if (isRelationship(of)) return labelTest(labels)([of.type])
  throw typeError(`A value of type ${typeOf(of)} has no labels`)
}
