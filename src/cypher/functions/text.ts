import { argumentError } from '../errors.ts'
import { textOf } from '../values/text.ts'
import type { Value } from '../values/value.ts'
import { isNumber, isTemporal } from '../values/value.ts'
import { ANY, type FunctionRow, INTEGER, integer, LIST, list, TEXT, text, wrongArgument } from './function.ts'

const plain = (name: string, apply: (x: string) => string): FunctionRow => ({
  name,
  args: [TEXT],
  returns: 'string',
  call: ([x]) => apply(text(name, x)),
})

/** A number of characters: not less than none. */
function size(name: string, value: Value | undefined): number {
  const given = integer(name, value)
  if (given < 0n) throw argumentError(`${name}() was given ${given}; it takes 0 or more`, 'NumberOutOfRange')
  return Number(given)
}

const MOST_CHARACTERS = 10_000_000
function checkLength(result: string): string {
  if (result.length > MOST_CHARACTERS) throw argumentError(`A text would have more than ${MOST_CHARACTERS} characters`)
  return result
}

/** What `toString` takes: plain and temporal values. */
export function toText(value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean' || isNumber(value) || isTemporal(value)) return textOf(value)
  throw wrongArgument('toString', 'a text, number, boolean or temporal value', value)
}

export const TEXTS: readonly FunctionRow[] = [
  plain('toLower', (x) => x.toLowerCase()),
  plain('toUpper', (x) => x.toUpperCase()),
  plain('lower', (x) => x.toLowerCase()),
  plain('upper', (x) => x.toUpperCase()),
  plain('trim', (x) => x.trim()),
  plain('ltrim', (x) => x.trimStart()),
  plain('rtrim', (x) => x.trimEnd()),
  {
    name: 'left',
    args: [TEXT, INTEGER],
    returns: 'string',
    call: ([x, n]) => text('left', x).slice(0, size('left', n)),
  },
  {
    name: 'right',
    args: [TEXT, INTEGER],
    returns: 'string',
    call: ([x, n]) => text('right', x).slice(Math.max(0, text('right', x).length - size('right', n))),
  },
  {
    name: 'substring',
    args: [TEXT, INTEGER, INTEGER],
    optional: 1,
    returns: 'string',
    call: ([x, start, length]) => {
      const from = size('substring', start)
      return text('substring', x).slice(from, length === undefined ? undefined : from + size('substring', length))
    },
  },
  {
    name: 'replace',
    args: [TEXT, TEXT, TEXT],
    returns: 'string',
    call: ([x, search, by]) => {
      const [whole, part, other] = [text('replace', x), text('replace', search), text('replace', by)]
      return part === '' ? whole : checkLength(whole.split(part).join(other))
    },
  },
  {
    name: 'split',
    args: [TEXT, [...TEXT, ...LIST]],
    returns: 'list',
    call: ([x, by = null]) => {
      const separators = typeof by === 'string' ? [by] : list('split', by).map((item) => text('split', item))
      let parts = [text('split', x)]
      for (const separator of separators) parts = parts.flatMap((part) => part.split(separator))
      return parts
    },
  },
  { name: 'char_length', args: [TEXT], returns: 'integer', call: ([x]) => BigInt(text('char_length', x).length) },
  {
    name: 'toString',
    args: [
      [
        'string',
        'integer',
        'float',
        'number',
        'boolean',
        'date',
        'time',
        'localtime',
        'datetime',
        'localdatetime',
        'duration',
      ],
    ],
    returns: 'string',
    call: ([x = null]) => toText(x),
  },
  {
    name: 'toStringOrNull',
    args: [ANY],
    returns: 'string',
    call: ([x = null]) => (typeof x === 'object' && !isTemporal(x) ? null : toText(x)),
  },
]
