/** Values as people and programs read them. */
import { formatTemporal } from '../temporal/format.ts'
import type { NodeValue, RelationshipValue, Value } from './value.ts'
import { fromPlain, isList, isMap, isNode, isPath, isRelationship, isTemporal } from './value.ts'

/** What `toString` gives for a plain value. */
export function textOf(value: Value): string {
  if (value === null) return 'null'
  if (typeof value === 'number') return numberText(value)
  if (typeof value !== 'object') return String(value)
  return isTemporal(value) ? formatTemporal(value) : literal(value)
}

/** A float always shows that it is one. */
export function numberText(value: number): string {
  if (Object.is(value, -0)) return '-0.0'
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : String(value)
}

/** As it would stand in a query; nodes as `(:Person {label: 'A'})`, relationships as `[:MET_WITH]`. */
export function literal(value: Value): string {
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`
  if (value === null || typeof value !== 'object') return textOf(value)
  if (isList(value)) return `[${value.map(literal).join(', ')}]`
  if (isMap(value)) return `{${[...value].map(([key, item]) => `${name(key)}: ${literal(item)}`).join(', ')}}`
  if (isNode(value)) return nodeText(value)
  if (isRelationship(value)) return `[${relationshipText(value)}]`
  if (isPath(value)) {
    const steps = value.relationships.map((step, i) => {
      const [from, to] = [value.nodes[i]!, value.nodes[i + 1]!]
      const arrow = step.undirected ? ['-', '-'] : step.source === from ? ['-', '->'] : ['<-', '-']
      return `${arrow[0]}[${relationshipText(step)}]${arrow[1]}${nodeText(to)}`
    })
    return nodeText(value.nodes[0]!) + steps.join('')
  }
  return formatTemporal(value)
}

const name = (key: string): string => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) ? key : `\`${key.replaceAll('`', '``')}\``)

/** Known by its name where it has one: a table has no room for all that is known about it. */
const nodeText = (node: NodeValue): string => {
  const label = node.properties['label'] ?? node.properties['name']
  const named = typeof label === 'string' ? ` ${literal(fromPlain(label))}` : ''
  return `(${node.labels.map((item) => `:${name(item)}`).join('')}${named})`
}
const relationshipText = ({ type }: RelationshipValue): string => `:${name(type)}`
