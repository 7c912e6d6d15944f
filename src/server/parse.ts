/** From the strings of a request to the values of a schema; what is wrong is named. */
import * as z from 'zod'
import { InvalidInputError } from '../model/errors.ts'

/**
 * Checks a query string. Lists may repeat or be comma-separated; everything else may stand once.
 * @throws InvalidInputError that names the parameter
 */
export function parseQuery<S extends z.ZodObject>(schema: S, search: URLSearchParams): z.output<S> {
  const raw: Record<string, unknown> = {}
  for (const name of new Set(search.keys())) {
    if (!Object.hasOwn(schema.shape, name)) throw unknown('parameter', name, schema)
    raw[name] = rawValue(name, kindOf(schema.shape[name] as z.ZodType), search.getAll(name))
  }
  return check(schema, raw, 'parameter')
}

export const parsePath = <S extends z.ZodObject>(schema: S, values: unknown): z.output<S> =>
  check(schema, values, 'parameter')

export const parseBody = <S extends z.ZodObject>(schema: S, body: unknown): z.output<S> => check(schema, body, 'field')

function rawValue(name: string, kind: string, given: readonly string[]): unknown {
  if (kind === 'array') return given.flatMap((value) => value.split(',')).filter((value) => value !== '')
  const [value, ...others] = given
  if (others.length > 0) throw new InvalidInputError(name, `The parameter "${name}" is given ${given.length} times.`)
  if (kind === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return kind === 'number' && /^-?\d+(\.\d+)?$/.test(value ?? '') ? Number(value) : value
}

const kindOf = (schema: z.ZodType): string => innermost(schema).def.type

/** The schema inside of optional and default. */
function innermost(schema: z.ZodType): z.ZodType {
  const { def } = schema as unknown as { def: { innerType?: z.ZodType } }
  return def.innerType === undefined ? schema : innermost(def.innerType)
}

function check<S extends z.ZodObject>(schema: S, raw: unknown, what: 'parameter' | 'field'): z.output<S> {
  const result = schema.safeParse(raw)
  if (result.success) return result.data as z.output<S>
  const [issue] = result.error.issues
  if (issue === undefined) throw result.error
  if (issue.code === 'unrecognized_keys') throw unknown(what, issue.keys[0] ?? '', schema)
  // Of a field within a field both are named.
  const name = issue.path.filter((step) => typeof step === 'string').join('.')
  if (name === '') throw new InvalidInputError('body', 'The body must be a JSON object.')
  const value = valueAt(raw, issue.path)
  const own = issue.path.length === 1 ? (schema.shape[name] as z.ZodType | undefined) : undefined
  throw new InvalidInputError(name, `The ${what} "${name}" ${wordsFor(issue, value, own && innermost(own))}.`)
}

function unknown(what: string, name: string, { shape }: z.ZodObject): InvalidInputError {
  const known = Object.keys(shape).join(', ')
  return new InvalidInputError(
    name,
    `There is no ${what} "${name}"; ${known === '' ? 'there is none' : `known are: ${known}`}.`,
  )
}

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], raw)

/** "a whole number from 1 to 500", "true or false". */
function allowedBy(expected: string, schema: z.ZodType | undefined): string {
  if (expected === 'boolean') return 'true or false'
  if (!(schema instanceof z.ZodNumber)) return expected === 'int' ? 'a whole number' : `of type ${expected}`
  const { minValue, maxValue, format } = schema
  const isWhole = format === 'safeint'
  const least = minValue === null || minValue <= Number.MIN_SAFE_INTEGER ? undefined : minValue
  const most = maxValue === null || maxValue >= Number.MAX_SAFE_INTEGER ? undefined : maxValue
  const range = least === undefined ? '' : most === undefined ? `, ${least} or more` : ` from ${least} to ${most}`
  return `a ${isWhole ? 'whole ' : ''}number${range}`
}

/** What is wrong and what is allowed, as the end of a sentence. */
function wordsFor(issue: z.core.$ZodIssue, value: unknown, schema: z.ZodType | undefined): string {
  if (value === undefined) return 'is missing'
  const given = JSON.stringify(value)
  switch (issue.code) {
    case 'invalid_value':
      return `is ${given}; allowed are: ${issue.values.join(', ')}`
    case 'invalid_type':
      return `is ${given}; it must be ${allowedBy(issue.expected, schema)}`
    case 'too_small':
      if (Array.isArray(value) && value.length > 0)
        return `is ${given}; it must name at least ${issue.minimum}, parted by commas`
      return issue.origin === 'array' || issue.origin === 'string'
        ? 'is empty'
        : `is ${given}; it must be at least ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'string'
        ? `is longer than ${issue.maximum} characters`
        : issue.origin === 'array'
          ? `names ${(value as readonly unknown[]).length}; it must name at most ${issue.maximum}`
          : `is ${given}; it must be at most ${issue.maximum}`
    case 'custom':
      return `is ${given}, which ${issue.message}`
    default:
      return `is ${given}, which is not acceptable: ${issue.message}`
  }
}
