/** Of which properties, labels and types a query speaks. */
import type { Query } from './ast.ts'

/** Names behind a dot, in maps, and as text in brackets. */
export function propertiesIn(query: Query): ReadonlySet<string> {
  const names = new Set<string>()
  collect(query, names)
  return names
}

function collect(tree: unknown, names: Set<string>): void {
  if (typeof tree !== 'object' || tree === null) return
  if ('key' in tree && typeof tree.key === 'string') names.add(tree.key)
  if ('kind' in tree && tree.kind === 'literal' && 'value' in tree && typeof tree.value === 'string')
    names.add(tree.value)
  for (const part of Object.values(tree)) collect(part, names)
}

export interface NamesIn {
  readonly labels: ReadonlySet<string>
  readonly types: ReadonlySet<string>
}

/** Labels of nodes and types of relationships. */
export function namesOfKinds(query: Query): NamesIn {
  const names = { labels: new Set<string>(), types: new Set<string>() }
  collectKinds(query, names)
  return names
}

function collectKinds(tree: unknown, names: { readonly labels: Set<string>; readonly types: Set<string> }): void {
  if (typeof tree !== 'object' || tree === null) return
  if ('op' in tree && tree.op === 'label' && 'name' in tree) names.labels.add(String(tree.name))
  if ('types' in tree && Array.isArray(tree.types)) for (const type of tree.types) names.types.add(String(type))
  for (const part of Object.values(tree)) collectKinds(part, names)
}
