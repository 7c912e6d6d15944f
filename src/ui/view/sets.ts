/** Choices of a facet, which are sets of what is switched off. */

/** The set with the value switched. */
export function toggled<T>(values: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(values)
  if (!next.delete(value)) next.add(value)
  return next
}

/** All but the one; or none, when it was alone already. */
export function allBut<T>(all: readonly T[], one: T, without: ReadonlySet<T>): ReadonlySet<T> {
  const rest = all.filter((value) => value !== one)
  return rest.every((value) => without.has(value)) && !without.has(one) ? new Set() : new Set(rest)
}
