/** What a row of the tables of functions says. To add a function, add a row to the table of its family. */

import type { StaticType } from '../compile/scope.ts'
import { typeError } from '../errors.ts'
import type { Run } from '../run/run.ts'
import type { ListValue, Value } from '../values/value.ts'
import { isList, isNumber, typeOf } from '../values/value.ts'

export interface FunctionRow {
  /** As it is written; case does not count. */
  readonly name: string
  /** What each argument may be, as far as it is known before the query runs. `any` allows everything. */
  readonly args: readonly (readonly StaticType[])[]
  /** How many of them may be left out, from the end. */
  readonly optional?: number
  /** Whether there may be any number of arguments, each as the last. */
  readonly variadic?: true
  readonly returns: StaticType
  /** Whether it is called with null too; others give null where an argument is. */
  readonly nullable?: true
  readonly call: (args: readonly Value[], run: Run) => Value
}

export const ANY: readonly StaticType[] = ['any']
export const TEXT: readonly StaticType[] = ['string']
export const NUMBER: readonly StaticType[] = ['integer', 'float', 'number']
export const INTEGER: readonly StaticType[] = ['integer']
export const LIST: readonly StaticType[] = ['list', 'relationships']

const wrong = (name: string, wanted: string, value: Value) =>
  typeError(`${name}() takes ${wanted}, but was given a value of type ${typeOf(value)}`)

export function text(name: string, value: Value | undefined): string {
  if (typeof value === 'string') return value
  throw wrong(name, 'a text', value ?? null)
}
export function number(name: string, value: Value | undefined): number {
  if (value !== undefined && isNumber(value)) return Number(value)
  throw wrong(name, 'a number', value ?? null)
}
export function integer(name: string, value: Value | undefined): bigint {
  if (typeof value === 'bigint') return value
  throw wrong(name, 'an integer', value ?? null)
}
export function list(name: string, value: Value | undefined): ListValue {
  if (value !== undefined && isList(value)) return value
  throw wrong(name, 'a list', value ?? null)
}
export { wrong as wrongArgument }
