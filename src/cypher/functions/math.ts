import { argumentError, typeError } from '../errors.ts'
import { checkInteger } from '../values/arithmetic.ts'
import type { Value } from '../values/value.ts'
import { typeOf } from '../values/value.ts'
import { type FunctionRow, NUMBER, number, TEXT } from './function.ts'

const real = (name: string, apply: (x: number) => number): FunctionRow => ({
  name,
  args: [NUMBER],
  returns: 'float',
  call: ([x]) => apply(number(name, x)),
})

const constant = (name: string, value: number): FunctionRow => ({ name, args: [], returns: 'float', call: () => value })

/** Integers stay integers. */
const exact = (name: string, whole: (x: bigint) => bigint, apply: (x: number) => number): FunctionRow => ({
  name,
  args: [NUMBER],
  returns: 'number',
  call: ([x = null]) => (typeof x === 'bigint' ? whole(x) : apply(number(name, x))),
})

const MODES: Readonly<Record<string, (x: number) => number>> = {
  UP: (x) => Math.sign(x) * Math.ceil(Math.abs(x)),
  DOWN: Math.trunc,
  CEILING: Math.ceil,
  FLOOR: Math.floor,
  HALF_UP: (x) => Math.sign(x) * Math.round(Math.abs(x)),
  HALF_DOWN: (x) => Math.sign(x) * Math.ceil(Math.abs(x) - 0.5),
  HALF_EVEN: (x) => {
    const low = Math.floor(x)
    if (x - low !== 0.5) return Math.round(x)
    return low % 2 === 0 ? low : low + 1
  },
}

function round(value: Value, digits: Value, mode: Value): number {
  const [x, places] = [number('round', value), number('round', digits)]
  if (typeof mode !== 'string') throw typeError(`round() takes the name of a mode, but was given a ${typeOf(mode)}`)
  const apply = MODES[mode.toUpperCase()]
  if (apply === undefined)
    throw argumentError(`round() knows no mode "${mode}"; known are: ${Object.keys(MODES).join(', ')}`)
  if (!Number.isFinite(x)) return x
  const shifted = Number(`${x}e${places}`)
  return Number.isFinite(shifted) ? Number(`${apply(shifted)}e${-places}`) : x
}

export const MATH: readonly FunctionRow[] = [
  exact('abs', (x) => checkInteger(x < 0n ? -x : x), Math.abs),
  {
    ...exact(
      'sign',
      (x) => (x > 0n ? 1n : x < 0n ? -1n : 0n),
      () => 0,
    ),
    returns: 'integer',
    call: ([x]) => BigInt(Math.sign(number('sign', x)) || 0),
  },
  real('ceil', Math.ceil),
  real('floor', Math.floor),
  {
    name: 'round',
    args: [NUMBER, NUMBER, TEXT],
    optional: 2,
    returns: 'float',
    // Without digits ties go up, also below zero.
    call: ([x = null, digits, mode]) =>
      digits === undefined ? Math.floor(number('round', x) + 0.5) : round(x, digits, mode ?? 'HALF_UP'),
  },
  real('sqrt', Math.sqrt),
  real('exp', Math.exp),
  real('log', Math.log),
  real('log10', Math.log10),
  real('sin', Math.sin),
  real('cos', Math.cos),
  real('tan', Math.tan),
  real('cot', (x) => 1 / Math.tan(x)),
  real('asin', Math.asin),
  real('acos', Math.acos),
  real('atan', Math.atan),
  real('sinh', Math.sinh),
  real('cosh', Math.cosh),
  real('tanh', Math.tanh),
  real('degrees', (x) => (x * 180) / Math.PI),
  real('radians', (x) => (x * Math.PI) / 180),
  real('haversin', (x) => (1 - Math.cos(x)) / 2),
  {
    name: 'atan2',
    args: [NUMBER, NUMBER],
    returns: 'float',
    call: ([y, x]) => Math.atan2(number('atan2', y), number('atan2', x)),
  },
  { name: 'isNaN', args: [NUMBER], returns: 'boolean', call: ([x]) => Number.isNaN(number('isNaN', x)) },
  constant('pi', Math.PI),
  constant('e', Math.E),
  { name: 'rand', args: [], returns: 'float', call: (_, run) => run.random() },
]
