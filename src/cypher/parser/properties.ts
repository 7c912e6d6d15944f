/** Of which properties a query speaks. */
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
