/**
 * The three comparisons of openCypher: equality and less-than, which null makes unknown; the order of ORDER BY, which has a
 * place for everything; and the equivalence of DISTINCT and grouping, for which null is like null.
 */
import { DAY_SECONDS, SECOND } from '../temporal/clock.ts'
import { meanSeconds } from '../temporal/duration.ts'
import { formatTemporal } from '../temporal/format.ts'
import { spend } from './meter.ts'
import type { InstantValue, ListValue, MapValue, Value } from './value.ts'
import { isList, isMap, isNode, isNumber, isPath, isRelationship, isTemporal, typeOf } from './value.ts'

/** null: not to be known. */
export type Truth = boolean | null

export function equals(a: Value, b: Value): Truth {
  if (a === null || b === null) return null
  // JavaScript orders bigint and number exactly; its === would tell 1 from 1.0.
  if (isNumber(a) && isNumber(b)) return a <= b && a >= b
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  if (isList(a)) return isList(b) && equalLists(a, b)
  if (isMap(a)) return isMap(b) && equalMaps(a, b)
  if (isPath(a)) return isPath(b) && pathKey(a) === pathKey(b)
  if (isTemporal(a) && isTemporal(b)) return a.kind === b.kind && formatTemporal(a) === formatTemporal(b)
  return a === b
}

function equalLists(a: ListValue, b: ListValue): Truth {
  if (a.length !== b.length) return false
  spend(a.length)
  let all: Truth = true
  for (let i = 0; i < a.length; i++) {
    const same = equals(a[i]!, b[i]!)
    if (same === false) return false
    if (same === null) all = null
  }
  return all
}

function equalMaps(a: MapValue, b: MapValue): Truth {
  if (a.size !== b.size) return false
  spend(a.size)
  for (const key of a.keys()) if (!b.has(key)) return false
  let all: Truth = true
  for (const [key, value] of a) {
    const same = equals(value, b.get(key)!)
    if (same === false) return false
    if (same === null) all = null
  }
  return all
}

/** Negative where `a` is less; null where the two cannot be compared. NaN is neither less nor more than anything. */
export function compare(a: Value, b: Value): number | null {
  if (a === null || b === null) return null
  if (isNumber(a) && isNumber(b)) return a < b ? -1 : a > b ? 1 : a >= b ? 0 : Number.NaN
  if (typeof a === 'string' && typeof b === 'string') return byCodePoint(a, b)
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (isList(a) && isList(b)) return compareLists(a, b)
  if (isTemporal(a) && isTemporal(b) && a.kind === b.kind && a.kind !== 'duration')
    return compareInstants(a, b as InstantValue)
  return null
}

function compareLists(a: ListValue, b: ListValue): number | null {
  const length = Math.min(a.length, b.length)
  spend(length)
  for (let i = 0; i < length; i++) {
    const by = compare(a[i]!, b[i]!)
    if (by !== 0) return by
  }
  return a.length - b.length
}

/** As Unicode orders characters, not their surrogates. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

/** By the moment; at the same moment by what the clock shows. */
function compareInstants(a: InstantValue, b: InstantValue): number {
  const [x, y] = [secondsOf(a), secondsOf(b)]
  if (x !== y) return x - y
  const [m, n] = ['nanos' in a ? a.nanos % SECOND : 0, 'nanos' in b ? b.nanos % SECOND : 0]
  if (m !== n) return m - n
  return 'offset' in a && 'offset' in b ? a.offset - b.offset || byCodePoint(formatTemporal(a), formatTemporal(b)) : 0
}

const secondsOf = (value: InstantValue): number =>
  ('day' in value ? value.day * DAY_SECONDS : 0) +
  ('nanos' in value ? Math.floor(value.nanos / SECOND) : 0) -
  ('offset' in value ? value.offset : 0)

/** The order of types in ORDER BY. */
const RANKS = {
  map: 0, node: 1, relationship: 2, list: 3, path: 4, datetime: 5, localdatetime: 6, date: 7, time: 8, localtime: 9, duration: 10,
  string: 11, boolean: 12, integer: 13, float: 13, null: 14,
} as const // biome-ignore format: one glance

/** A total order: types in a fixed order, NaN after all numbers, null last. */
export function order(a: Value, b: Value): number {
  const [s, t] = [typeOf(a), typeOf(b)]
  if (RANKS[s] !== RANKS[t]) return RANKS[s] - RANKS[t]
  if (isNumber(a) && isNumber(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b)) || compare(a, b) || 0
  if (isList(a) && isList(b)) return orderLists(a, b)
  if (isMap(a) && isMap(b)) return orderMaps(a, b)
  if (isNode(a) && isNode(b)) return a.index - b.index
  if (isRelationship(a) && isRelationship(b)) return a.index - b.index
  if (isPath(a) && isPath(b)) return orderPaths(pathKey(a), pathKey(b))
  if (isTemporal(a) && isTemporal(b) && a.kind === 'duration' && b.kind === 'duration')
    return meanSeconds(a) - meanSeconds(b)
  return compare(a, b) ?? 0
}

function orderLists(a: ListValue, b: ListValue): number {
  const length = Math.min(a.length, b.length)
  spend(length)
  for (let i = 0; i < length; i++) {
    const by = order(a[i]!, b[i]!)
    if (by !== 0) return by
  }
  return a.length - b.length
}

function orderMaps(a: MapValue, b: MapValue): number {
  if (a.size !== b.size) return a.size - b.size
  const [keys, others] = [[...a.keys()].sort(byCodePoint), [...b.keys()].sort(byCodePoint)]
  for (let i = 0; i < keys.length; i++) {
    const by = byCodePoint(keys[i]!, others[i]!)
    if (by !== 0) return by
  }
  for (const key of keys) {
    const by = order(a.get(key)!, b.get(key)!)
    if (by !== 0) return by
  }
  return 0
}

const pathKey = (path: Extract<Value, { kind: 'path' }>): string =>
  `${path.nodes[0]!.index}/${path.relationships.map(({ index }) => index).join('/')}`
const orderPaths = (a: string, b: string): number => a.split('/').length - b.split('/').length || byCodePoint(a, b)

/** Values are equivalent where their keys are the same. */
export function keyOf(value: Value): string {
  if (value === null) return '~'
  switch (typeof value) {
    case 'string':
      return `"${value.length}:${value}`
    case 'boolean':
      return value ? 'T' : 'F'
    case 'bigint':
      return `#${value}`
    case 'number':
      return Number.isInteger(value) ? `#${BigInt(value)}` : `#${value}`
    default:
      return keyOfObject(value)
  }
}

function keyOfObject(value: Exclude<Value, null | string | boolean | bigint | number>): string {
  if (isList(value) || isMap(value)) spend(isList(value) ? value.length : value.size)
  if (isList(value)) return `[${value.map(keyOf).join(',')}]`
  if (isMap(value)) {
    const entries = [...value].sort(([a], [b]) => byCodePoint(a, b))
    return `{${entries.map(([key, item]) => `${keyOf(key)}:${keyOf(item)}`).join(',')}}`
  }
  if (isNode(value)) return `(${value.index}`
  if (isRelationship(value)) return `-${value.index}`
  if (isPath(value)) return `<${pathKey(value)}`
  return `${value.kind}${formatTemporal(value)}`
}
