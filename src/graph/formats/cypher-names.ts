/** Names and values as property graphs (Neo4j, Memgraph) have them. */
import type { NodeAttributes } from '../../model/graph.ts'

/** `armed_force` → `ArmedForce`. */
const pascal = (name: string): string =>
  name
    .split('_')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')

/** Labels of a node, the kind first: `Actor`, `ArmedForce`. */
export const labelsOf = ({ kind, type }: Pick<NodeAttributes, 'kind' | 'type'>): readonly [string, string] => [
  pascal(kind),
  pascal(type),
]

/** `met_with` → `MET_WITH`. */
export const relationshipType = (relation: string): string => relation.toUpperCase()

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** A string literal on one line; what cannot be encoded becomes the replacement character. */
export const cypherString = (text: string): string =>
  `'${text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/[\\'\u0000-\u001f\u007f\u2028\u2029]/g, escaped)}'`

const escaped = (character: string): string =>
  ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
