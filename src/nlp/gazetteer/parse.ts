import { ResourceError } from '../../model/errors.ts'
import { demonymsOf } from './demonyms.ts'
import type {
  BodyEntry,
  CityEntry,
  CountryEntry,
  Gazetteer,
  GivenName,
  NameRecord,
  PeopleEntry,
  RegionEntry,
} from './entries.ts'
import { fold } from './fold.ts'
import { NameIndex, prominence } from './name-index.ts'
import { PlaceLines } from './place-lines.ts'
import { findInSorted } from './sorted-lines.ts'

/** The files of `data/gazetteer`: tab-separated lines, lists inside a column with "|", comments with "#". */
export const GAZETTEER_FILES = [
  'countries.tsv',
  'regions.tsv',
  'divisions.tsv',
  'peoples.tsv',
  'organizations.tsv',
  'cities.tsv',
  'given-names.tsv',
] as const
export type GazetteerFile = (typeof GAZETTEER_FILES)[number]

/**
 * Reads the word lists.
 * @param file text of a file by its name
 * @throws ResourceError naming the file, where one is missing or empty, or a line of the short lists has too few columns
 */
export function parseGazetteer(file: ReadonlyMap<string, string> | ((name: GazetteerFile) => string)): Gazetteer {
  const textOf = (name: GazetteerFile): string => {
    const text = (typeof file === 'function' ? file(name) : file.get(name)) ?? ''
    if (!/^#.*\n[^#\n]/.test(text)) throw damaged(name, 'is empty or missing')
    return text
  }
  const index = new NameIndex()
  const countries = addCountries(rows('countries.tsv', textOf, 3), index)
  const regions = addRegions(rows('regions.tsv', textOf, 2), index)
  addBodies(rows('organizations.tsv', textOf, 2), index)
  addPeoples(rows('peoples.tsv', textOf, 3), index, regions)
  const lengths = new Map<string, number>()
  const cities = new PlaceLines(textOf('cities.tsv'), 7, lengths, readCity)
  const divisions = new PlaceLines(textOf('divisions.tsv'), 3, lengths, readDivision)
  const given = withoutHeader(textOf('given-names.tsv'))
  return {
    countries,
    records: remembered((key) => merge(index.records(key), cities.records(key), divisions.records(key))),
    longest: (first) => Math.max(index.longest(first), lengths.get(first) ?? 0) || undefined,
    givenName: remembered((key) => GIVEN[findInSorted(given, key) ?? '']),
  }
}

const damaged = (name: GazetteerFile, what: string): ResourceError =>
  new ResourceError(`The word list gazetteer/${name} ${what}. Install the product again.`)

function rows(name: GazetteerFile, textOf: (name: GazetteerFile) => string, columns: number): string[][] {
  const found = textOf(name)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
  const short = found.find((row) => row.length < columns)
  if (short !== undefined) throw damaged(name, `has a broken line: "${short.join('\t').slice(0, 60)}"`)
  return found
}

const withoutHeader = (text: string): string => text.slice(text.indexOf('\n') + 1).trimEnd()

/** How many answers are kept; a text's names are few, and what is not kept is only found again. */
const REMEMBERED = 20_000

function remembered<T>(find: (key: string) => T): (key: string) => T {
  const answers = new Map<string, T>()
  return (key) => {
    const known = answers.get(key)
    if (known !== undefined || answers.has(key)) return known as T
    const answer = find(key)
    if (answers.size >= REMEMBERED) answers.clear()
    answers.set(key, answer)
    return answer
  }
}

function merge(
  known: readonly NameRecord[] | undefined,
  cities: readonly NameRecord[],
  divisions: readonly NameRecord[],
): readonly NameRecord[] | undefined {
  const fresh = divisions.filter(
    ({ entry }) =>
      known?.some((other) => other.entry.type === 'region' && other.entry.country === entry.country) !== true,
  )
  const all = [...(known ?? []), ...cities, ...fresh]
  return all.length === 0 ? undefined : all.sort((a, b) => prominence(b.entry) - prominence(a.entry))
}

const list = (cell: string | undefined): readonly string[] => (cell === undefined || cell === '' ? [] : cell.split('|'))
const inCountry = (iso2: string | undefined): { readonly country?: string } =>
  iso2 === undefined || iso2 === '' ? {} : { country: iso2 }

const GIVEN: Readonly<Record<string, GivenName>> = {
  m: { gender: 'male', alsoWord: false },
  mw: { gender: 'male', alsoWord: true },
  f: { gender: 'female', alsoWord: false },
  fw: { gender: 'female', alsoWord: true },
  u: { gender: 'either', alsoWord: false },
  uw: { gender: 'either', alsoWord: true },
}

function addCountries(lines: readonly string[][], index: NameIndex): ReadonlyMap<string, CountryEntry> {
  const byCode = new Map<string, CountryEntry>()
  for (const [iso2, name, status, capitals, adjectives, people, others] of lines) {
    const entry: CountryEntry = {
      type: 'country',
      name: name!,
      status: status as CountryEntry['status'],
      capitals: list(capitals),
      ...inCountry(iso2),
    }
    if (entry.country !== undefined && !byCode.has(entry.country)) byCode.set(entry.country, entry)
    for (const form of [name!, ...list(others)]) index.add(form, entry)
    for (const word of demonymsOf(entry, list(adjectives), list(people))) index.add(word.name, word)
  }
  return byCode
}

function addRegions(lines: readonly string[][], index: NameIndex): ReadonlyMap<string, RegionEntry> {
  const byName = new Map<string, RegionEntry>()
  for (const [name, sort, iso2, others] of lines) {
    const entry: RegionEntry = { type: 'region', name: name!, sort: sort!, ...inCountry(iso2) }
    byName.set(name!, entry)
    for (const form of [name!, ...list(others)]) index.add(form, entry)
  }
  return byName
}

function addPeoples(lines: readonly string[][], index: NameIndex, regions: ReadonlyMap<string, RegionEntry>): void {
  for (const [name, sort, adjectives, people, iso2] of lines) {
    const region = sort === 'region' ? regions.get(name!) : undefined
    const entry: RegionEntry | PeopleEntry = region ?? { type: 'people', name: name!, ...inCountry(iso2) }
    for (const word of demonymsOf(entry, list(adjectives), list(people))) index.add(word.name, word)
  }
}

function addBodies(lines: readonly string[][], index: NameIndex): void {
  for (const [name, type, iso2, others] of lines) {
    const entry: BodyEntry = { type: type as BodyEntry['type'], name: name!, ...inCountry(iso2) }
    for (const form of [name!, ...list(others)]) index.add(form, entry)
  }
}

function readCity([name, iso2, population, lat, lon, flags = '']: readonly string[], key: string): NameRecord {
  const entry: CityEntry = {
    type: 'city',
    name: name!,
    country: iso2!,
    population: Number(population),
    lat: Number(lat),
    lon: Number(lon),
    capital: flags.includes('c'),
    seat: flags.includes('a'),
  }
  return { entry, exact: null, ambiguous: /[wn]/.test(flags) && key === fold(name!) }
}

function readDivision([name, iso2]: readonly string[]): NameRecord {
  return { entry: { type: 'region', name: name!, sort: 'division', ...inCountry(iso2) }, exact: null, ambiguous: false }
}
