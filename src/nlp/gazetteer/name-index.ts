import type { Entry, NameRecord } from './entries.ts'
import { firstTokens, fold, tokenBound } from './fold.ts'

/** Names of which there are few enough to hold them all, by their folded form. */
export class NameIndex {
  readonly #records = new Map<string, NameRecord[]>()
  readonly #longest = new Map<string, number>()

  add(name: string, entry: Entry): void {
    const key = fold(name)
    const record: NameRecord = { entry, exact: isAcronym(name) ? name : null, ambiguous: false }
    const known = this.#records.get(key)
    if (known === undefined) this.#records.set(key, [record])
    else if (!known.some((other) => other.entry === entry && other.exact === record.exact)) known.push(record)
    noteLength(this.#longest, key)
  }

  records(key: string): readonly NameRecord[] | undefined {
    return this.#records.get(key)
  }

  longest(first: string): number {
    return this.#longest.get(first) ?? 0
  }
}

/** Remembers, for the first token of a folded name, the most tokens that a name beginning with it may have. */
export function noteLength(longest: Map<string, number>, key: string): void {
  const bound = tokenBound(key)
  if (bound === 1) {
    if (!longest.has(key)) longest.set(key, 1)
    return
  }
  for (const first of firstTokens(key)) {
    if ((longest.get(first) ?? 0) < bound) longest.set(first, bound)
  }
}

/** Written all in capitals and short: the capitals are part of the name. */
const isAcronym = (name: string): boolean =>
  name.length <= 6 && name === name.toUpperCase() && /^[\p{Lu}\d.&/+-]+$/u.test(name)

/** How likely a name means this, other things being equal; capitals and great cities come before regions. */
export function prominence(entry: Entry): number {
  switch (entry.type) {
    case 'demonym':
      return 1e10
    case 'country':
      return entry.status === 'state' ? 1e10 : 5e7
    case 'city':
      return entry.population * (entry.capital ? 100 : 1)
    case 'region':
      return entry.sort === 'division' ? 1e5 : 1e7
    case 'people':
      return 1e7
    default:
      return 2e7
  }
}
