/** What has to be looked at again when some things have changed: all that is or was linked with them, and no more. */
import type { Link } from './joiner.ts'

/** Things as they are now. */
export interface Shelf<T> {
  readonly get: (id: string) => T | undefined
  /** Ids of things that share a key with this one. */
  readonly near: (item: T) => Iterable<string>
  /** Ids that a chain of links connected with this one when they were last looked at; only its own where there were none. */
  readonly linkedWith: (id: string) => readonly string[]
}

export interface Closure<T> {
  /** All that is there. */
  readonly items: ReadonlyMap<string, T>
  /** All ids, also of what is gone. */
  readonly ids: ReadonlySet<string>
}

/** @param changed ids of things that are new, have changed or are gone */
export function closureOf<T extends { readonly id: string }>(
  changed: Iterable<string>,
  { get, near, linkedWith }: Shelf<T>,
  link: (a: T, b: T) => Omit<Link, 'a' | 'b'> | undefined,
): Closure<T> {
  const items = new Map<string, T>()
  const ids = new Set<string>()
  const take = (id: string): T | undefined => {
    const known = items.get(id)
    if (known !== undefined) return known
    const item = get(id)
    if (item !== undefined) items.set(id, item)
    return item
  }
  const include = (id: string): void => {
    for (const linked of linkedWith(id)) ids.add(linked)
  }
  for (const id of changed) {
    ids.add(id)
    include(id)
    const item = take(id)
    if (item === undefined) continue
    for (const other of new Set(near(item))) {
      if (other === id || ids.has(other)) continue
      const candidate = take(other)
      if (candidate === undefined) continue
      const linked = id < other ? link(item, candidate) : link(candidate, item)
      if (linked !== undefined) include(other)
    }
  }
  // Of what was looked at, only what belongs to it; of what belongs to it, all.
  for (const id of items.keys()) if (!ids.has(id)) items.delete(id)
  for (const id of ids) take(id)
  return { items, ids }
}
