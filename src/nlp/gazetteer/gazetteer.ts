/**
 * Look-ups in the word lists of states, peoples, cities, regions, bodies and given names. The lists only say what a name
 * may mean; what it means in a text is for the caller to decide.
 */
import type { CityEntry, CountryEntry, DemonymEntry, Entry, Gazetteer, GivenName, NameRecord } from './entries.ts'
import { fold, joinFolded } from './fold.ts'

export type { Entry, Gazetteer, NameRecord } from './entries.ts'
export { parseGazetteer } from './parse.ts'

/** Names longer than this are not looked for. */
const MOST_TOKENS = 9

export interface Match {
  /** Index of the token behind the name. */
  readonly to: number
  /** What it may mean, the likeliest first; never empty. */
  readonly records: readonly NameRecord[]
}

/** All that `name` may mean, the likeliest first. Acronyms count only as written, other names in any case. */
export function lookup(gazetteer: Gazetteer, name: string): readonly NameRecord[] {
  return fitting(gazetteer.records(fold(name)), name)
}

/** Folds the forms of a sentence once, for `matchAt`. */
export const foldAll = (forms: readonly string[]): readonly string[] => forms.map(fold)

/**
 * The longest name that begins at token `at`.
 * @param forms tokens as written
 * @param folded the same, folded by `foldAll`
 */
export function matchAt(
  gazetteer: Gazetteer,
  forms: readonly string[],
  folded: readonly string[],
  at: number,
): Match | undefined {
  const bound = gazetteer.longest(folded[at] ?? '')
  if (bound === undefined) return undefined
  for (let to = Math.min(at + Math.min(bound, MOST_TOKENS), forms.length); to > at; to--) {
    const known = gazetteer.records(to === at + 1 ? folded[at]! : joinFolded(folded, at, to))
    if (known === undefined) continue
    const records = fitting(known, to === at + 1 ? forms[at]! : undefined)
    if (records.length > 0) return { to, records }
  }
  return undefined
}

const NONE: readonly NameRecord[] = []

/** The records that allow this way of writing; `written` is undefined for names of several tokens, which no acronym has. */
function fitting(records: readonly NameRecord[] | undefined, written: string | undefined): readonly NameRecord[] {
  if (records === undefined) return NONE
  const fits = (record: NameRecord): boolean =>
    record.exact === null || (written !== undefined && record.exact === written)
  return records.every(fits) ? records : records.filter(fits)
}

/** The entry of one type that `name` most likely means. */
export function find<T extends Entry['type']>(
  gazetteer: Gazetteer,
  name: string,
  type: T,
): Extract<Entry, { type: T }> | undefined {
  for (const { entry } of lookup(gazetteer, name)) {
    if (entry.type === type) return entry as Extract<Entry, { type: T }>
  }
  return undefined
}

/** What "Norwegian", "Danes" or "European" refers to, and whether the form is an adjective, a noun or both. */
export const demonym = (gazetteer: Gazetteer, form: string): DemonymEntry | undefined =>
  find(gazetteer, form, 'demonym')

/** The state whose capital the city is, where it is one. */
export function capitalOf(gazetteer: Gazetteer, city: CityEntry): CountryEntry | undefined {
  return city.capital && city.country !== undefined ? gazetteer.countries.get(city.country) : undefined
}

export const givenName = (gazetteer: Gazetteer, form: string): GivenName | undefined => gazetteer.givenName(fold(form))
