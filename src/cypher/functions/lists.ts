import { argumentError } from '../errors.ts'
import type { Value } from '../values/value.ts'
import { isList, isMap, isNode, isPath, isRelationship, propertiesOf, propertyNames } from '../values/value.ts'
import { ANY, type FunctionRow, INTEGER, integer, LIST, list, wrongArgument } from './function.ts'

function* numbers(from: bigint, to: bigint, step: bigint): Generator<bigint> {
  for (let at = from; step > 0n ? at <= to : at >= to; at += step) yield at
}

export const LISTS: readonly FunctionRow[] = [
  {
    name: 'range',
    args: [INTEGER, INTEGER, INTEGER],
    optional: 1,
    returns: 'list',
    call: ([from, to, by = 1n], run) => {
      const [first, last, step] = [integer('range', from), integer('range', to), integer('range', by)]
      if (step === 0n) throw argumentError('range() cannot go in steps of 0', 'NumberOutOfRange')
      const count = Number((last - first) / step) + 1
      run.keep(count, 'items in a list')
      // Counting is far quicker than what is then done with each number.
      run.work(Math.max(0, count >> 3))
      return [...numbers(first, last, step)]
    },
  },
  {
    name: 'size',
    args: [['string', 'list', 'relationships', 'map']],
    returns: 'integer',
    call: ([x = null]) => {
      if (typeof x === 'string' || isList(x)) return BigInt(x.length)
      if (isMap(x)) return BigInt(x.size)
      throw wrongArgument('size', 'a list, text or map', x)
    },
  },
  {
    name: 'length',
    args: [['path']],
    returns: 'integer',
    call: ([x = null]) => {
      if (isPath(x)) return BigInt(x.relationships.length)
      throw wrongArgument('length', 'a path', x)
    },
  },
  { name: 'head', args: [LIST], returns: 'any', call: ([x]) => list('head', x)[0] ?? null },
  { name: 'last', args: [LIST], returns: 'any', call: ([x]) => list('last', x).at(-1) ?? null },
  { name: 'tail', args: [LIST], returns: 'list', call: ([x]) => list('tail', x).slice(1) },
  {
    name: 'reverse',
    args: [[...LIST, 'string']],
    returns: 'any',
    call: ([x = null]) => (typeof x === 'string' ? [...x].reverse().join('') : [...list('reverse', x)].reverse()),
  },
  {
    name: 'isEmpty',
    args: [['string', 'map', ...LIST]],
    returns: 'boolean',
    call: ([x = null]) => {
      if (typeof x === 'string' || isList(x)) return x.length === 0
      if (isMap(x)) return x.size === 0
      throw wrongArgument('isEmpty', 'a list, text or map', x)
    },
  },
  {
    name: 'coalesce',
    args: [ANY],
    variadic: true,
    returns: 'any',
    nullable: true,
    call: (args) => args.find((x) => x !== null) ?? null,
  },
  { name: 'keys', args: [['node', 'relationship', 'map']], returns: 'list', call: ([x = null]) => keys(x) },
  {
    name: 'properties',
    args: [['node', 'relationship', 'map']],
    returns: 'map',
    call: ([x = null]) => {
      if (isNode(x) || isRelationship(x)) return propertiesOf(x)
      if (isMap(x)) return x
      throw wrongArgument('properties', 'a node, relationship or map', x)
    },
  },
]

function keys(of: Value): Value {
  if (isNode(of) || isRelationship(of)) return propertyNames(of)
  if (isMap(of)) return [...of.keys()]
  throw wrongArgument('keys', 'a node, relationship or map', of)
}
