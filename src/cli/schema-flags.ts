/** The parameters of an operation of the API as flags of a command, checked by the same schema. */
import { type Command, Option } from 'commander'
import type * as z from 'zod'
import { InvalidInputError } from '../model/errors.ts'

/** Names that differ: on the command line a modality is called what it is on the page. */
const OTHERWISE: Readonly<Record<string, string>> = { modality: 'status' }

const flagOf = (parameter: string): string =>
  OTHERWISE[parameter] ?? parameter.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const camel = (flag: string): string => flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Flags may be given more than once, or with several values parted by commas. */
export function addParameters(command: Command, schema: z.ZodObject, besides: readonly string[] = []): Command {
  const collect = (value: string, before: readonly string[] | undefined): string[] => [...(before ?? []), value]
  for (const [name, field] of Object.entries(schema.shape)) {
    if (besides.includes(name)) continue
    const { words, isSwitch } = describe(field as z.ZodType)
    if (isSwitch) command.addOption(new Option(`--${flagOf(name)}`, words))
    else command.addOption(new Option(`--${flagOf(name)} <value>`, words).argParser(collect))
  }
  return command
}

/** Values of the parameters that were given, by their names in the API. */
export function parametersFrom(
  flags: Readonly<Record<string, unknown>>,
  schema: z.ZodObject,
): Readonly<Record<string, unknown>> {
  const given: Record<string, unknown> = {}
  for (const name of Object.keys(schema.shape)) {
    const value = flags[camel(flagOf(name))]
    if (value !== undefined) given[name] = value
  }
  return given
}

/** The same error, as the command line calls the parameter. */
export function namedAsFlag(error: unknown): unknown {
  if (!(error instanceof InvalidInputError)) return error
  const { field, message } = error
  const flag = flagOf(field)
  return new InvalidInputError(flag, message.replace(`The parameter "${field}"`, `--${flag}`), { cause: error })
}

interface Definition {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly entries?: Readonly<Record<string, string>>
  readonly defaultValue?: unknown
}

const definitionOf = (schema: z.ZodType): Definition => (schema as unknown as { def: Definition }).def

/** What the schema says of itself, its values where they are few, and what is taken unless told. */
function describe(schema: z.ZodType): { readonly words: string; readonly isSwitch: boolean } {
  let [inner, usual, said]: [z.ZodType, unknown, string | undefined] = [schema, undefined, schema.description]
  for (let definition = definitionOf(inner); definition.innerType !== undefined; definition = definitionOf(inner)) {
    usual ??= definition.defaultValue
    inner = definition.innerType
    said ??= inner.description
  }
  const { type, element } = definitionOf(inner)
  const { entries } = definitionOf(element ?? inner)
  const values = entries === undefined ? [] : Object.values(entries)
  const allowed = values.length > 0 && values.length <= MOST_VALUES ? values.join(', ') : undefined
  const usually =
    usual === undefined || usual === false
      ? undefined
      : `default: ${(Array.isArray(usual) ? usual : [usual]).join(',')}`
  const words = [said === undefined ? allowed : [said, allowed].filter((part) => part !== undefined).join(' '), usually]
  return {
    words: words
      .filter((part) => part !== undefined)
      .map((part, i) => (i === 0 ? part : `(${part})`))
      .join(' '),
    isSwitch: type === 'boolean',
  }
}

const MOST_VALUES = 8
