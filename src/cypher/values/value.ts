/**
 * The values that queries work with. Integers are bigint (64 bits, as openCypher asks) and floats number, so that the two can
 * be told apart; maps are Map, and everything that is neither a plain value nor a list or map bears a `kind`.
 */

export interface NodeValue {
  readonly kind: 'node'
  /** Place in the graph's table of nodes. */
  readonly index: number
  /** Key in the graph. */
  readonly key: string
  readonly labels: readonly string[]
  readonly properties: Readonly<Record<string, unknown>>
}

export interface RelationshipValue {
  readonly kind: 'relationship'
  readonly index: number
  readonly key: string
  readonly type: string
  readonly source: NodeValue
  readonly target: NodeValue
  /** Without direction: it is found from either end, whatever way the arrow of a pattern points. */
  readonly undirected: boolean
  readonly properties: Readonly<Record<string, unknown>>
}

/** `relationships[i]` joins `nodes[i]` and `nodes[i + 1]`. */
export interface PathValue {
  readonly kind: 'path'
  readonly nodes: readonly NodeValue[]
  readonly relationships: readonly RelationshipValue[]
}

/** Days since 1970-01-01. */
export interface DateValue {
  readonly kind: 'date'
  readonly day: number
}
/** Nanoseconds since midnight. */
export interface LocalTimeValue {
  readonly kind: 'localtime'
  readonly nanos: number
}
/** `offset` from UTC in seconds; `nanos` are those of the clock there. */
export interface TimeValue {
  readonly kind: 'time'
  readonly nanos: number
  readonly offset: number
}
export interface LocalDateTimeValue {
  readonly kind: 'localdatetime'
  readonly day: number
  readonly nanos: number
}
/** `day` and `nanos` are those of the calendar and clock there. */
export interface DateTimeValue {
  readonly kind: 'datetime'
  readonly day: number
  readonly nanos: number
  readonly offset: number
  /** Name of the zone, such as Europe/Stockholm; null where only the offset is known. */
  readonly zone: string | null
}
/** The four parts are kept apart, because months and days differ in length. 0 <= nanos < 1e9. */
export interface DurationValue {
  readonly kind: 'duration'
  readonly months: number
  readonly days: number
  readonly seconds: bigint
  readonly nanos: number
}

export type InstantValue = DateValue | LocalTimeValue | TimeValue | LocalDateTimeValue | DateTimeValue
export type TemporalValue = InstantValue | DurationValue
export type MapValue = ReadonlyMap<string, Value>
export type ListValue = readonly Value[]

export type Value =
  | null
  | boolean
  | bigint
  | number
  | string
  | ListValue
  | MapValue
  | NodeValue
  | RelationshipValue
  | PathValue
  | TemporalValue

export type ValueType =
  | 'null' | 'boolean' | 'integer' | 'float' | 'string' | 'list' | 'map' | 'node' | 'relationship' | 'path' | 'date' | 'localtime'
  | 'time' | 'localdatetime' | 'datetime' | 'duration' // biome-ignore format: one glance

export const isList = (value: Value): value is ListValue => Array.isArray(value)
export const isMap = (value: Value): value is MapValue => value instanceof Map
export const isNumber = (value: Value): value is bigint | number =>
  typeof value === 'bigint' || typeof value === 'number'

export function typeOf(value: Value): ValueType {
  if (value === null) return 'null'
  switch (typeof value) {
    case 'boolean':
    case 'string':
      return typeof value as 'boolean' | 'string'
    case 'bigint':
      return 'integer'
    case 'number':
      return 'float'
    default:
      if (isList(value)) return 'list'
      return isMap(value) ? 'map' : (value as { kind: ValueType }).kind
  }
}

export const TEMPORAL_TYPES: ReadonlySet<string> = new Set([
  'date',
  'localtime',
  'time',
  'localdatetime',
  'datetime',
  'duration',
])
export const isTemporal = (value: Value): value is TemporalValue => TEMPORAL_TYPES.has(typeOf(value))
export const isDuration = (value: Value): value is DurationValue => typeOf(value) === 'duration'
export const isNode = (value: Value): value is NodeValue => typeOf(value) === 'node'
export const isRelationship = (value: Value): value is RelationshipValue => typeOf(value) === 'relationship'
export const isPath = (value: Value): value is PathValue => typeOf(value) === 'path'

const MOST = 2 ** 63

/** An attribute of a graph, or a parameter: whole numbers are integers, and what JSON does not know is null. */
export function fromPlain(plain: unknown): Value {
  switch (typeof plain) {
    case 'string':
    case 'boolean':
      return plain
    case 'number':
      return Number.isInteger(plain) && Math.abs(plain) < MOST ? BigInt(plain) : plain
    case 'bigint':
      return plain
    case 'object':
      if (plain === null) return null
      if (Array.isArray(plain)) return plain.map(fromPlain)
      return new Map(Object.entries(plain).map(([key, value]) => [key, fromPlain(value)]))
    default:
      return null
  }
}

/** Names of the properties that are set. */
export const propertyNames = ({ properties }: NodeValue | RelationshipValue): string[] =>
  Object.keys(properties).filter((name) => properties[name] !== undefined && properties[name] !== null)

export const propertiesOf = (element: NodeValue | RelationshipValue): MapValue =>
  new Map(propertyNames(element).map((name) => [name, fromPlain(element.properties[name])]))

/** null where it is not set. */
export const propertyOf = ({ properties }: NodeValue | RelationshipValue, name: string): Value =>
  Object.hasOwn(properties, name) ? fromPlain(properties[name]) : null

/** The node at the other end. */
export const otherEnd = ({ source, target }: RelationshipValue, node: NodeValue): NodeValue =>
  source === node ? target : source
