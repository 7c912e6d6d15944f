import { LEAST_INTEGER, MOST_INTEGER } from '../values/arithmetic.ts'
import type { Value } from '../values/value.ts'
import { isNumber } from '../values/value.ts'
import { ANY, type FunctionRow, LIST, list, wrongArgument } from './function.ts'
import { toText } from './text.ts'

const NUMERAL = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i

function toInteger(value: Value): Value {
  if (typeof value === 'bigint') return value
  if (typeof value === 'number') return wholePart(value)
  if (typeof value !== 'string') throw wrongArgument('toInteger', 'a number or text', value)
  if (/^\s*[+-]?\d+\s*$/.test(value)) return within(BigInt(value.trim().replace(/^\+/, '')))
  return NUMERAL.test(value) ? wholePart(Number(value)) : null
}

const wholePart = (value: number): bigint | null => (Number.isFinite(value) ? within(BigInt(Math.trunc(value))) : null)
const within = (value: bigint): bigint | null => (value > MOST_INTEGER || value < LEAST_INTEGER ? null : value)

function toFloat(value: Value): Value {
  if (isNumber(value)) return Number(value)
  if (typeof value !== 'string') throw wrongArgument('toFloat', 'a number or text', value)
  return NUMERAL.test(value) ? Number(value) : /^\s*(NaN|[+-]?Infinity)\s*$/.test(value) ? Number(value.trim()) : null
}

function toBoolean(value: Value): Value {
  if (typeof value === 'boolean') return value
  if (typeof value === 'bigint') return value !== 0n
  if (typeof value !== 'string') throw wrongArgument('toBoolean', 'a text, boolean or integer', value)
  const word = value.trim().toLowerCase()
  return word === 'true' ? true : word === 'false' ? false : null
}

/** null in place of an error. */
const lenient =
  (convert: (value: Value) => Value) =>
  (value: Value): Value =>
    typeof value === 'object' ? null : attempt(convert, value)

function attempt(convert: (value: Value) => Value, value: Value): Value {
  try {
    return convert(value)
  } catch {
    return null
  }
}

const family = (
  name: string,
  convert: (value: Value) => Value,
  returns: 'integer' | 'float' | 'boolean',
): FunctionRow[] => [
  { name, args: [ANY], returns, call: ([x = null]) => convert(x) },
  { name: `${name}OrNull`, args: [ANY], returns, call: ([x = null]) => lenient(convert)(x) },
  { name: `${name}List`, args: [LIST], returns: 'list', call: ([x]) => list(`${name}List`, x).map(lenient(convert)) },
]

export const CONVERSIONS: readonly FunctionRow[] = [
  ...family('toInteger', toInteger, 'integer'),
  ...family('toFloat', toFloat, 'float'),
  ...family('toBoolean', toBoolean, 'boolean'),
  {
    name: 'toStringList',
    args: [LIST],
    returns: 'list',
    call: ([x]) => list('toStringList', x).map((item) => attempt(toText, item)),
  },
]
