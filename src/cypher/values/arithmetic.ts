/** The operators + - * / % ^ on numbers, texts, lists and temporal values. */
import { argumentError, CypherError, typeError } from '../errors.ts'
import { negate as negateDuration, plus, times } from '../temporal/duration.ts'
import { shift } from '../temporal/shift.ts'
import { spend } from './meter.ts'
import { textOf } from './text.ts'
import type { ListValue, Value } from './value.ts'
import { isDuration, isList, isNumber, isTemporal, typeOf } from './value.ts'

export const MOST_INTEGER = 2n ** 63n - 1n
export const LEAST_INTEGER = -(2n ** 63n)

export type Arithmetic = '+' | '-' | '*' | '/' | '%' | '^'

/** @throws CypherError where the sum does not fit into 64 bits */
export function checkInteger(value: bigint): bigint {
  if (value > MOST_INTEGER || value < LEAST_INTEGER)
    throw new CypherError('ArithmeticError', 'NumberOutOfRange', `The integer ${value} does not fit into 64 bits`)
  return value
}

export function calculate(op: Arithmetic, a: Value, b: Value): Value {
  if (a === null || b === null) return null
  if (typeof a === 'bigint' && typeof b === 'bigint' && op !== '^') return integers(op, a, b)
  if (isNumber(a) && isNumber(b)) return floats(op, Number(a), Number(b))
  return others(op, a, b) ?? refuse(op, a, b)
}

function integers(op: Exclude<Arithmetic, '^'>, a: bigint, b: bigint): bigint {
  switch (op) {
    case '+':
      return checkInteger(a + b)
    case '-':
      return checkInteger(a - b)
    case '*':
      return checkInteger(a * b)
    default:
      if (b === 0n) throw new CypherError('ArithmeticError', 'DivisionByZero', 'An integer cannot be divided by zero')
      return checkInteger(op === '/' ? a / b : a % b)
  }
}

function floats(op: Arithmetic, a: number, b: number): number {
  switch (op) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return a / b
    case '%':
      return a % b
    case '^':
      return a ** b
  }
}

function others(op: Arithmetic, a: Value, b: Value): Value | undefined {
  if (op === '+') return sum(a, b)
  if (op === '-' && isDuration(b)) {
    if (isDuration(a)) return plus(a, negateDuration(b))
    if (isTemporal(a)) return shift(a, negateDuration(b))
  }
  if (op === '*' && isDuration(a) && isNumber(b)) return times(a, Number(b))
  if (op === '*' && isNumber(a) && isDuration(b)) return times(b, Number(a))
  if (op === '/' && isDuration(a) && isNumber(b)) return times(a, 1 / Number(b))
  return undefined
}

/** No person asks for more; without a bound a list or text that is joined to itself would soon fill all memory. */
const LONGEST_LIST = 20_000_000
const LONGEST_TEXT = 10_000_000

function sum(a: Value, b: Value): Value | undefined {
  if (isList(a)) return isList(b) ? joined(a, b) : joined(a, [b])
  if (isList(b)) return joined([a], b)
  if (typeof a === 'string') return joinable(b) ? joinedText(a, textOf(b)) : undefined
  if (typeof b === 'string') return joinable(a) ? joinedText(textOf(a), b) : undefined
  if (isDuration(b)) {
    if (isDuration(a)) return plus(a, b)
    if (isTemporal(a)) return shift(a, b)
  }
  if (isDuration(a) && isTemporal(b) && b.kind !== 'duration') return shift(b, a)
  return undefined
}

function joined(a: ListValue, b: ListValue): ListValue {
  if (a.length + b.length > LONGEST_LIST) throw argumentError(`A list would have more than ${LONGEST_LIST} items`)
  spend((a.length + b.length) >> 3)
  return [...a, ...b]
}

function joinedText(a: string, b: string): string {
  if (a.length + b.length > LONGEST_TEXT) throw argumentError(`A text would have more than ${LONGEST_TEXT} characters`)
  return a + b
}

const joinable = (value: Value): boolean =>
  typeof value === 'string' || isNumber(value) || isTemporal(value) || typeof value === 'boolean'

function refuse(op: Arithmetic, a: Value, b: Value): never {
  throw typeError(`"${op}" cannot join a value of type ${typeOf(a)} and one of type ${typeOf(b)}`)
}

export function negate(value: Value): Value {
  if (value === null) return null
  if (typeof value === 'bigint') return checkInteger(-value)
  if (typeof value === 'number') return -value
  if (isDuration(value)) return negateDuration(value)
  throw typeError(`"-" cannot stand before a value of type ${typeOf(value)}`)
}
