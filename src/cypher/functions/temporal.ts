import { typeError } from '../errors.ts'
import type { Run } from '../run/run.ts'
import { between, type Measure } from '../temporal/between.ts'
import { parseZone } from '../temporal/clock.ts'
import { durationFromMap } from '../temporal/duration.ts'
import { fromEpoch, type InstantKind, makeInstant, now } from '../temporal/instants.ts'
import { parseDuration } from '../temporal/parse.ts'
import { truncate } from '../temporal/truncate.ts'
import type { InstantValue, Value } from '../values/value.ts'
import { isDuration, isMap, isTemporal, typeOf } from '../values/value.ts'
import { ANY, type FunctionRow, INTEGER, integer, TEXT, text, wrongArgument } from './function.ts'

const KINDS: readonly InstantKind[] = ['date', 'localtime', 'time', 'localdatetime', 'datetime']

function instant(name: string, value: Value | undefined): InstantValue {
  if (value !== undefined && isTemporal(value) && value.kind !== 'duration') return value
  throw wrongArgument(name, 'a date or time', value ?? null)
}

/** The moment at which the query began, so that every part of it sees the same. */
function current(kind: InstantKind, zone: Value | undefined, milliseconds: number): Value {
  if (zone === undefined) return now(kind, milliseconds)
  if (typeof zone === 'string') return now(kind, milliseconds, parseZone(zone))
  if (isMap(zone) && zone.size === 1 && typeof zone.get('timezone') === 'string')
    return now(kind, milliseconds, parseZone(zone.get('timezone') as string))
  throw typeError(`The moment of a time zone is asked for by its name, not by a value of type ${typeOf(zone)}`)
}

const isZoneOnly = (value: Value): boolean => isMap(value) && value.size === 1 && value.has('timezone')

const ofKind = (kind: InstantKind): FunctionRow[] => [
  {
    name: kind,
    args: [ANY],
    optional: 1,
    returns: kind,
    call: ([given], { started }) =>
      given === undefined || isZoneOnly(given) ? current(kind, given, started) : makeInstant(kind, given),
  },
  {
    name: `${kind}.truncate`,
    args: [TEXT, ANY, ANY],
    optional: 2,
    returns: kind,
    call: ([unit, value, fields = new Map()], { started }) => {
      if (!isMap(fields)) throw wrongArgument(`${kind}.truncate`, 'a map of fields', fields)
      const given = value === undefined ? now(kind, started) : instant(`${kind}.truncate`, value)
      return truncate(kind, text(`${kind}.truncate`, unit), given, fields)
    },
  },
  ...['transaction', 'statement', 'realtime'].map(
    (moment): FunctionRow => ({
      name: `${kind}.${moment}`,
      args: [ANY],
      optional: 1,
      returns: kind,
      call: ([zone], run: Run) => current(kind, zone, moment === 'realtime' ? run.clock() : run.started),
    }),
  ),
]

export const TEMPORAL: readonly FunctionRow[] = [
  ...KINDS.flatMap(ofKind),
  {
    name: 'datetime.fromEpoch',
    args: [INTEGER, INTEGER],
    returns: 'datetime',
    call: ([seconds, nanos]) => fromEpoch(integer('datetime.fromEpoch', seconds), integer('datetime.fromEpoch', nanos)),
  },
  {
    name: 'datetime.fromEpochMillis',
    args: [INTEGER],
    returns: 'datetime',
    call: ([millis]) => fromEpoch(0n, integer('datetime.fromEpochMillis', millis) * 1_000_000n),
  },
  {
    name: 'duration',
    args: [ANY],
    returns: 'duration',
    call: ([given = null]) => {
      if (typeof given === 'string') return parseDuration(given)
      if (isMap(given)) return durationFromMap(given)
      if (isDuration(given)) return given
      throw wrongArgument('duration', 'a text or a map', given)
    },
  },
  ...(['between', 'inMonths', 'inDays', 'inSeconds'] as const).map(
    (measure: Measure): FunctionRow => ({
      name: `duration.${measure}`,
      args: [ANY, ANY],
      returns: 'duration',
      call: ([from, to]) => between(measure, instant(`duration.${measure}`, from), instant(`duration.${measure}`, to)),
    }),
  ),
  { name: 'timestamp', args: [], returns: 'integer', call: (_, { started }) => BigInt(Math.floor(started)) },
]
