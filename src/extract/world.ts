/** What the rules know of the world beyond the text: names of states and who lives in them, capitals, seats, first names. */
import type { CountryEntry } from '../nlp/gazetteer/entries.ts'
import { capitalOf, demonym, find, type Gazetteer, givenName, lookup } from '../nlp/gazetteer/gazetteer.ts'
import type { Gender } from './lexicon.ts'

export interface StateName {
  /** The name by which people look for it: "United States". */
  readonly name: string
  /** ISO 3166 two-letter code; null for a state of the past. */
  readonly iso: string | null
}

export interface World {
  /** The state that a name means: "Russia", "the U.S.", "Britain". */
  readonly state: (name: string) => StateName | undefined
  /** The state that an adjective or a people's name means: "Russian", "Russians". */
  readonly demonym: (word: string) => (StateName & { readonly people: boolean }) | undefined
  /** The state whose capital a city is. */
  readonly capital: (city: string) => StateName | undefined
  /** The state whose government a residence stands for: "the Kremlin". */
  readonly seat: (name: string) => StateName | undefined
  /** The full name and type of a body known by several names: "EU" → "European Union". */
  readonly body: (
    name: string,
  ) => { readonly name: string; readonly type: 'organization' | 'party' | 'armed_force' | 'media' } | undefined
  /** The present name of a city: "Kiev" → "Kyiv". */
  readonly city: (name: string) => string | undefined
  /** Name of the state that a city lies in, where the name means one city far above others. */
  readonly countryOf: (city: string) => string | undefined
  readonly gender: (firstName: string) => Gender | undefined
}

/** The world as the gazetteer knows it. */
export function worldOf(gazetteer: Gazetteer): World {
  const stateOf = (entry: CountryEntry): StateName => ({ name: entry.name, iso: entry.country ?? null })
  return {
    state: (name) => {
      const entry = lookup(gazetteer, name)[0]?.entry
      return entry?.type === 'country' ? stateOf(entry) : undefined
    },
    demonym: (word) => {
      const entry = demonym(gazetteer, word)
      if (entry === undefined || entry.of.type !== 'country') return undefined
      return { ...stateOf(entry.of), people: entry.noun !== null && !entry.adjective }
    },
    capital: (city) => {
      const entry = find(gazetteer, city, 'city')
      const state = entry === undefined ? undefined : capitalOf(gazetteer, entry)
      return state === undefined ? undefined : stateOf(state)
    },
    seat: (name) => {
      const code = lookup(gazetteer, name).find(({ entry }) => entry.type === 'seat')?.entry.country
      const state = code === undefined ? undefined : gazetteer.countries.get(code)
      return state === undefined ? undefined : stateOf(state)
    },
    body: (name) => {
      const entry = lookup(gazetteer, name)[0]?.entry
      if (entry === undefined) return undefined
      const { type } = entry
      return type === 'organization' || type === 'party' || type === 'armed_force' || type === 'media'
        ? { name: entry.name, type }
        : undefined
    },
    city: (name) => find(gazetteer, name, 'city')?.name,
    countryOf: (city) => {
      const code = find(gazetteer, city, 'city')?.country
      return code === undefined ? undefined : gazetteer.countries.get(code)?.name
    },
    gender: (firstName) => {
      const gender = givenName(gazetteer, firstName)?.gender
      return gender === 'male' ? 'm' : gender === 'female' ? 'f' : undefined
    },
  }
}
