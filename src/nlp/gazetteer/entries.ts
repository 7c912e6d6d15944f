/** What the word lists know about a name. */
export type EntryType =
  | 'country' | 'city' | 'region' | 'facility' | 'organization' | 'party' | 'armed_force' | 'media'
  | 'seat' | 'people' | 'demonym' // biome-ignore format: one glance

interface EntryBase {
  /** The name that English texts use today. */
  readonly name: string
  /** ISO 3166 two-letter code of the state that it is, is in, or acts for; absent where there is none or more than one. */
  readonly country?: string
}

/** A state, dependent territory or break-away state; `historical` ones are no more. */
export interface CountryEntry extends EntryBase {
  readonly type: 'country'
  readonly status: 'state' | 'territory' | 'historical' | 'breakaway' | 'nation'
  readonly capitals: readonly string[]
}

export interface CityEntry extends EntryBase {
  readonly type: 'city'
  readonly population: number
  /** Degrees, to two places. */
  readonly lat: number
  readonly lon: number
  readonly capital: boolean
  /** Seat of a first-level division. */
  readonly seat: boolean
}

export interface RegionEntry extends EntryBase {
  readonly type: 'region'
  /** "continent", "sea", "river", "mountains", "island", "state", "division" or "region". */
  readonly sort: string
}

export interface BodyEntry extends EntryBase {
  readonly type: 'facility' | 'organization' | 'party' | 'armed_force' | 'media' | 'seat'
}

/** A people or community of faith. */
export interface PeopleEntry extends EntryBase {
  readonly type: 'people'
}

/** "Norwegian", "the Danes": a word for what belongs to, or comes from, a country, region or people. */
export interface DemonymEntry extends EntryBase {
  readonly type: 'demonym'
  readonly of: CountryEntry | RegionEntry | PeopleEntry
  readonly adjective: boolean
  /** Says whether it names people, and how many. */
  readonly noun: 'singular' | 'plural' | 'both' | null
}

export type Entry = CountryEntry | CityEntry | RegionEntry | BodyEntry | PeopleEntry | DemonymEntry

/** One way of writing a name. */
export interface NameRecord {
  readonly entry: Entry
  /** Must be written just so: acronyms, which in other letters are words ("WHO", "US"). */
  readonly exact: string | null
  /** It is also an ordinary word or a given name ("Nice", "Sofia"): ask for more evidence. */
  readonly ambiguous: boolean
}

export type Gender = 'male' | 'female' | 'either'
export interface GivenName {
  readonly gender: Gender
  /** Also a common word ("Mark", "Will"). */
  readonly alsoWord: boolean
}

export interface Gazetteer {
  /** What a way of writing a name, folded, may mean, the likeliest first. */
  readonly records: (folded: string) => readonly NameRecord[] | undefined
  /** The most tokens that a name has whose first token, folded, is this; undefined where no name begins with it. */
  readonly longest: (folded: string) => number | undefined
  readonly givenName: (folded: string) => GivenName | undefined
  /** The state or territory of an ISO 3166 two-letter code. */
  readonly countries: ReadonlyMap<string, CountryEntry>
}
