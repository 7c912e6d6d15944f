/** Nodes and relationships of the graph that are somewhere in a value. */
import type { Value } from './value.ts'
import { isList, isMap, isNode, isPath, isRelationship } from './value.ts'

/** Keys in the graph. */
export interface Things {
  readonly nodes: Set<string>
  readonly relationships: Set<string>
}

/** Adds those of `value`, with the ends of relationships. */
export function gather(value: Value, things: Things): void {
  if (isList(value)) for (const item of value) gather(item, things)
  else if (isMap(value)) for (const item of value.values()) gather(item, things)
  else if (isNode(value)) things.nodes.add(value.key)
  else if (isRelationship(value)) {
    things.relationships.add(value.key)
    things.nodes.add(value.source.key).add(value.target.key)
  } else if (isPath(value)) {
    for (const node of value.nodes) gather(node, things)
    for (const relationship of value.relationships) gather(relationship, things)
  }
}
