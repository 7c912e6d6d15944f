/** Values as JSON: in a form that keeps all types apart, and in one that is simple to use. */
import { formatTemporal } from '../temporal/format.ts'
import type { NodeValue, PathValue, RelationshipValue, Value } from './value.ts'
import { isList, isMap, isNode, isPath, isRelationship, propertiesOf } from './value.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * Floats as `{"float": "1.5"}`, temporal values as `{"temporal": "2025-12-04"}`, nodes, relationships and paths as
 * `{"node": ...}`, `{"relationship": ...}`, `{"path": [...]}`, with labels, type and properties only. Integers beyond 2^53 lose
 * their last digits.
 */
export function toTagged(value: Value): Json {
  if (typeof value === 'number') return { float: floatText(value) }
  return encode(value, toTagged, (text) => ({ temporal: text }), {
    node: ({ labels, properties }) => ({ labels, properties }),
    relationship: ({ type, properties }) => ({ type, properties }),
  })
}

/**
 * Numbers as numbers (NaN and the infinities as text), temporal values as text; nodes, relationships and paths as above, with
 * their ids, so that they can be looked up.
 */
export function toJson(value: Value): Json {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  return encode(value, toJson, (text) => text, {
    node: ({ id, labels, properties }) => ({ id, labels, properties }),
    relationship: ({ id, type, source, target, properties }) => ({ id, type, source, target, properties }),
  })
}

const floatText = (value: number): string => (Object.is(value, -0) ? '-0.0' : String(value))

interface PlainNode {
  readonly id: string
  readonly labels: readonly string[]
  readonly properties: Json
}
interface PlainRelationship {
  readonly id: string
  readonly type: string
  readonly source: string
  readonly target: string
  readonly properties: Json
}
interface Shapes {
  readonly node: (node: PlainNode) => Json
  readonly relationship: (relationship: PlainRelationship) => Json
}

function encode(
  value: Exclude<Value, number>,
  again: (value: Value) => Json,
  temporal: (text: string) => Json,
  shapes: Shapes,
): Json {
  if (typeof value === 'bigint') return Number(value)
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map(again)
  if (isMap(value)) return Object.fromEntries([...value].map(([key, item]) => [key, again(item)]))
  const node = (of: NodeValue): Json => ({
    node: shapes.node({ id: of.key, labels: of.labels, properties: again(propertiesOf(of)) }),
  })
  const relationship = (of: RelationshipValue): { readonly [key: string]: Json } => ({
    relationship: shapes.relationship({
      id: of.key,
      type: of.type,
      source: of.source.key,
      target: of.target.key,
      properties: again(propertiesOf(of)),
    }),
  })
  if (isNode(value)) return node(value)
  if (isRelationship(value)) return relationship(value)
  if (isPath(value)) return { path: path(value, node, relationship) }
  return temporal(formatTemporal(value))
}

/** Each relationship says whether the path passes it from its start to its end. */
function path(
  { nodes, relationships }: PathValue,
  node: (of: NodeValue) => Json,
  relationship: (of: RelationshipValue) => { readonly [key: string]: Json },
): Json {
  const steps = relationships.flatMap((step, i): Json[] => {
    const { relationship: plain } = relationship(step) as { readonly relationship: { readonly [key: string]: Json } }
    return [{ relationship: { ...plain, forward: step.source === nodes[i] } }, node(nodes[i + 1]!)]
  })
  return [node(nodes[0]!), ...steps]
}

/**
 * About how many bytes the value has as JSON.
 * @param most is where counting ends: lists may hold one large list many times
 */
export function sizeOf(value: Value, most: number): number {
  if (typeof value === 'string') return value.length + 2
  if (value === null || typeof value !== 'object') return 8
  let size = 2
  for (const [name, part] of partsOf(value)) {
    if (size > most) break
    size += name.length + 4 + sizeOf(part, most - size)
  }
  return size
}

function* partsOf(
  value: Exclude<Value, null | boolean | bigint | number | string>,
): Generator<readonly [string, Value]> {
  if (isList(value)) for (const item of value) yield ['', item]
  else if (isMap(value)) yield* value
  else if (isPath(value)) {
    for (const node of value.nodes) yield ['node', node]
    for (const relationship of value.relationships) yield ['relationship', relationship]
  } else if (isNode(value) || isRelationship(value)) {
    yield ['properties', propertiesOf(value)]
    yield ['id', value.key]
    yield ['labels', isNode(value) ? value.labels : [value.type, value.source.key, value.target.key]]
  } else yield ['', formatTemporal(value)]
}

export const sizeOfRow = (row: readonly Value[], most: number): number =>
  row.reduce<number>((sum, value) => sum + sizeOf(value, most), 2)
