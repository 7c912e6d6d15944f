/** What the rules know of the world beyond the text: names of states and who lives in them, capitals, seats, first names. */
import type { CountryEntry } from '../nlp/gazetteer/entries.ts'
import {
  capitalOf,
  demonym,
  find,
  foldAll,
  type Gazetteer,
  givenName,
  lookup,
  matchAt,
} from '../nlp/gazetteer/gazetteer.ts'
import type { Gender } from './lexicon.ts'

export interface StateName {
  /** The name by which people look for it: "United States". */
  readonly name: string
  /** ISO 3166 two-letter code; null for a state of the past. */
  readonly iso: string | null
}

/** A name that the lists know: tokens `from` up to, without, `to`. */
export interface KnownName {
  readonly from: number
  readonly to: number
  readonly type: 'organization' | 'party' | 'armed_force' | 'media' | 'facility' | 'region' | 'city' | 'country'
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
  /** Names of several words, and acronyms, that the lists know for sure, in order, none inside another. */
  readonly namesIn: (forms: readonly string[]) => readonly KnownName[]
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
    namesIn: (forms) => namesIn(gazetteer, forms),
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

/** Bodies whose single names mean nothing else: "Taliban", "Hezbollah". */
const BODIES = new Set(['organization', 'party', 'armed_force', 'media'])
const SURE_TYPES = new Set(['organization', 'party', 'armed_force', 'media', 'facility', 'region', 'city', 'country'])

function namesIn(gazetteer: Gazetteer, forms: readonly string[]): readonly KnownName[] {
  const folded = foldAll(forms)
  const found: KnownName[] = []
  for (let at = 0; at < forms.length; at++) {
    if (!/^\p{Lu}/u.test(forms[at] ?? '')) continue
    const match = matchAt(gazetteer, forms, folded, at)
    const record = match?.records[0]
    if (match === undefined || record === undefined || !SURE_TYPES.has(record.entry.type)) continue
    const words = forms.slice(at, match.to)
    const sure =
      words.length > 1
        ? !record.ambiguous && words.every((word) => word.length < 4 || /^[\p{Lu}\p{N}-]/u.test(word))
        : (record.exact !== null && /^\p{Lu}[\p{Lu}.]+$/u.test(words[0] ?? '')) ||
          (!record.ambiguous && BODIES.has(record.entry.type) && /^\p{Lu}\p{L}{3,}/u.test(words[0] ?? ''))
    if (!sure) continue
    found.push({ from: at, to: match.to, type: record.entry.type as KnownName['type'] })
    at = match.to - 1
  }
  return found
}
