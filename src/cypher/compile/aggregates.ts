/** Functions that make one value of many. All of them pass over null. */
import { argumentError, typeError } from '../errors.ts'
import type { Run } from '../run/run.ts'
import { durationOf, plus, times } from '../temporal/duration.ts'
import { calculate } from '../values/arithmetic.ts'
import { order } from '../values/compare.ts'
import type { Value } from '../values/value.ts'
import { isDuration, isNumber, typeOf } from '../values/value.ts'
import type { StaticType } from './scope.ts'

/** Is given the values of one group. */
export interface Aggregator {
  /** @param more second and later arguments */
  readonly add: (value: Value, more: readonly Value[]) => void
  readonly result: () => Value
}

export interface AggregateRow {
  readonly name: string
  readonly args: number
  readonly returns: StaticType
  readonly start: (run: Run) => Aggregator
}

const rows: readonly AggregateRow[] = [
  { name: 'count', args: 1, returns: 'integer', start: count },
  { name: 'collect', args: 1, returns: 'list', start: collect },
  { name: 'sum', args: 1, returns: 'any', start: sum },
  { name: 'avg', args: 1, returns: 'any', start: average },
  { name: 'min', args: 1, returns: 'any', start: () => extreme(-1) },
  { name: 'max', args: 1, returns: 'any', start: () => extreme(1) },
  { name: 'stDev', args: 1, returns: 'float', start: () => deviation(1) },
  { name: 'stDevP', args: 1, returns: 'float', start: () => deviation(0) },
  { name: 'percentileCont', args: 2, returns: 'float', start: (run) => percentile(run, between) },
  { name: 'percentileDisc', args: 2, returns: 'any', start: (run) => percentile(run, among) },
]
const AGGREGATES: ReadonlyMap<string, AggregateRow> = new Map(rows.map((row) => [row.name.toLowerCase(), row]))

export const isAggregate = (name: string): boolean => AGGREGATES.has(name.toLowerCase())
export const aggregate = (name: string): AggregateRow => AGGREGATES.get(name.toLowerCase())!

function count(): Aggregator {
  let total = 0n
  return {
    add: () => {
      total++
    },
    result: () => total,
  }
}

function collect(run: Run): Aggregator {
  const items: Value[] = []
  return {
    add: (value) => {
      items.push(value)
      run.keep(items.length, 'items in a list')
    },
    result: () => items,
  }
}

function sum(): Aggregator {
  let total: Value | undefined
  return {
    add: (value) => {
      total = total === undefined ? summand('sum', value) : calculate('+', total, summand('sum', value))
    },
    result: () => total ?? 0n,
  }
}

function average(): Aggregator {
  let [total, n]: [Value | undefined, number] = [undefined, 0]
  return {
    add: (value) => {
      const next = summand('avg', typeof value === 'bigint' ? Number(value) : value)
      total = total === undefined ? next : calculate('+', total, next)
      n++
    },
    result: () => (total === undefined ? null : isDuration(total) ? times(total, 1 / n) : Number(total) / n),
  }
}

function summand(name: string, value: Value): Value {
  if (isNumber(value)) return value
  // A new one, so that no fraction of a value that was stored is lost.
  if (isDuration(value)) return plus(durationOf({}), value)
  throw typeError(`${name}() adds numbers and durations, but was given a value of type ${typeOf(value)}`)
}

function extreme(sign: 1 | -1): Aggregator {
  let best: Value = null
  return {
    add: (value) => {
      if (best === null || order(value, best) * sign > 0) best = value
    },
    result: () => best,
  }
}

/** Welford's algorithm: one pass, and no differences of large squares. */
function deviation(less: 0 | 1): Aggregator {
  let [n, mean, squares] = [0, 0, 0]
  return {
    add: (value) => {
      const x = asNumber('stDev', value)
      n++
      const by = x - mean
      mean += by / n
      squares += by * (x - mean)
    },
    result: () => (n - less <= 0 ? 0 : Math.sqrt(squares / (n - less))),
  }
}

function asNumber(name: string, value: Value): number {
  if (isNumber(value)) return Number(value)
  throw typeError(`${name}() takes numbers, but was given a value of type ${typeOf(value)}`)
}

function percentile(run: Run, choose: (sorted: readonly Value[], share: number) => Value): Aggregator {
  const values: Value[] = []
  let share: number | undefined
  return {
    add: (value, [wanted = null]) => {
      asNumber('percentile', value)
      values.push(value)
      run.keep(values.length, 'numbers')
      share ??= shareOf(wanted)
    },
    result: () => (share === undefined ? null : choose(values.sort(order), share)),
  }
}

function shareOf(value: Value): number {
  const share = asNumber('percentile', value)
  if (!(share >= 0 && share <= 1))
    throw argumentError(`A percentile is from 0.0 to 1.0, but ${share} was asked for`, 'NumberOutOfRange')
  return share
}

const among = (sorted: readonly Value[], share: number): Value =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null

function between(sorted: readonly Value[], share: number): Value {
  const at = share * (sorted.length - 1)
  const [low, high] = [Number(sorted[Math.floor(at)]), Number(sorted[Math.ceil(at)])]
  return low + (high - low) * (at - Math.floor(at))
}
