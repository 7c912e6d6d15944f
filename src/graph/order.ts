/** Orders that do not depend on a locale or on the order of documents. */

/** By UTF-16 code units: the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The most frequent first, ties by text. */
export const byCount = (a: readonly [string, number], b: readonly [string, number]): number =>
  b[1] - a[1] || byText(a[0], b[0])

/** How often each of `texts` occurs, the most frequent first. */
export function tally(texts: Iterable<string>): (readonly [text: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(byCount)
}

/** The list under a key of `lists`, made when it is not there yet. */
export function listAt<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const present = lists.get(key)
  if (present !== undefined) return present
  const fresh: V[] = []
  lists.set(key, fresh)
  return fresh
}
