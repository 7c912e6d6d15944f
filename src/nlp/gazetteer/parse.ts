import { ResourceError } from '../../model/errors.ts'
import type {
  BodyEntry,
  CityEntry,
  CountryEntry,
  DemonymEntry,
  Entry,
  Gazetteer,
  GivenName,
  NameRecord,
  PeopleEntry,
  RegionEntry,
} from './entries.ts'
import { firstToken, fold, tokenBound } from './fold.ts'

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
 * @throws ResourceError naming the file, where a list is empty or a line has too few columns
 */
export function parseGazetteer(file: ReadonlyMap<string, string> | ((name: GazetteerFile) => string)): Gazetteer {
  const textOf = (name: GazetteerFile): string => (typeof file === 'function' ? file(name) : file.get(name)) ?? ''
  const index = new NameIndex()
  const countries = addCountries(rows('countries.tsv', textOf, 3), index)
  const regions = addRegions(rows('regions.tsv', textOf, 2), index)
  addBodies(rows('organizations.tsv', textOf, 2), index)
  addCities(rows('cities.tsv', textOf, 5), index)
  addDivisions(rows('divisions.tsv', textOf, 2), index)
  addPeoples(rows('peoples.tsv', textOf, 3), index, regions)
  const givenNames = new Map<string, GivenName>()
  for (const [name, mark] of rows('given-names.tsv', textOf, 2)) {
    givenNames.set(fold(name!), GIVEN[mark!] ?? { gender: 'either', alsoWord: false })
  }
  return { names: index.names, longest: index.longest, givenNames, countries }
}

const GIVEN: Readonly<Record<string, GivenName>> = {
  m: { gender: 'male', alsoWord: false },
  mw: { gender: 'male', alsoWord: true },
  f: { gender: 'female', alsoWord: false },
  fw: { gender: 'female', alsoWord: true },
  u: { gender: 'either', alsoWord: false },
  uw: { gender: 'either', alsoWord: true },
}

function rows(name: GazetteerFile, textOf: (name: GazetteerFile) => string, columns: number): string[][] {
  const found = textOf(name)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
  const short = found.find((row) => row.length < columns || row[0] === '')
  if (found.length === 0 || short !== undefined) {
    const what = short === undefined ? 'is empty or missing' : `has a broken line: "${short.join('\t').slice(0, 60)}"`
    throw new ResourceError(`The word list gazetteer/${name} ${what}. Install the product again.`)
  }
  return found
}

const list = (cell: string | undefined): readonly string[] => (cell === undefined || cell === '' ? [] : cell.split('|'))
const inCountry = (iso2: string | undefined): { readonly country?: string } =>
  iso2 === undefined || iso2 === '' ? {} : { country: iso2 }

/** Written all in capitals and short: the capitals are part of the name. */
const isAcronym = (name: string): boolean => name.length <= 6 && /^[\p{Lu}\d.&/+-]+$/u.test(name)

class NameIndex {
  readonly names = new Map<string, NameRecord[]>()
  readonly longest = new Map<string, number>()

  add(name: string, entry: Entry, ambiguous = false): void {
    const key = fold(name)
    const record = { entry, exact: isAcronym(name) ? name : null, ambiguous }
    const known = this.names.get(key)
    if (known === undefined) this.names.set(key, [record])
    else if (!known.some((other) => other.entry === entry && other.exact === record.exact)) known.push(record)
    const first = firstToken(key)
    const bound = key.length === first.length ? 1 : tokenBound(key)
    if ((this.longest.get(first) ?? 0) < bound) this.longest.set(first, bound)
  }
}

function addCountries(lines: readonly string[][], index: NameIndex): Map<string, CountryEntry> {
  const byCode = new Map<string, CountryEntry>()
  for (const [name, iso2, status, capitals, adjectives, people, others] of lines) {
    const entry: CountryEntry = {
      type: 'country',
      name: name!,
      status: status as CountryEntry['status'],
      capitals: list(capitals),
      ...inCountry(iso2),
    }
    if (iso2 !== undefined && iso2 !== '' && !byCode.has(iso2)) byCode.set(iso2!, entry)
    for (const form of [name!, ...list(others)]) index.add(form, entry)
    addDemonyms(index, entry, list(adjectives), list(people))
  }
  return byCode
}

function addRegions(lines: readonly string[][], index: NameIndex): Map<string, RegionEntry> {
  const byName = new Map<string, RegionEntry>()
  for (const [name, sort, iso2, others] of lines) {
    const entry: RegionEntry = { type: 'region', name: name!, sort: sort!, ...inCountry(iso2) }
    byName.set(name!, entry)
    for (const form of [name!, ...list(others)]) index.add(form, entry)
  }
  return byName
}

/** Divisions stand behind everything else of their name. */
function addDivisions(lines: readonly string[][], index: NameIndex): void {
  for (const [name, iso2, others] of lines) {
    const known = index.names.get(fold(name!))
    if (known?.some(({ entry }) => entry.type === 'region' && entry.country === iso2) === true) continue
    const entry: RegionEntry = { type: 'region', name: name!, sort: 'division', ...inCountry(iso2) }
    for (const form of [name!, ...list(others)]) index.add(form, entry, known === undefined && !/[ -]/.test(form))
  }
}

function addPeoples(lines: readonly string[][], index: NameIndex, regions: ReadonlyMap<string, RegionEntry>): void {
  for (const [name, sort, adjectives, people, iso2] of lines) {
    const region = sort === 'region' ? regions.get(name!) : undefined
    const entry: RegionEntry | PeopleEntry = region ?? { type: 'people', name: name!, ...inCountry(iso2) }
    addDemonyms(index, entry, list(adjectives), list(people))
  }
}

function addBodies(lines: readonly string[][], index: NameIndex): void {
  for (const [name, type, iso2, others] of lines) {
    const entry: BodyEntry = { type: type as BodyEntry['type'], name: name!, ...inCountry(iso2) }
    for (const form of [name!, ...list(others)]) index.add(form, entry)
  }
}

function addCities(lines: readonly string[][], index: NameIndex): void {
  for (const [name, iso2, population, lat, lon, flags, others] of lines) {
    const entry: CityEntry = {
      type: 'city',
      name: name!,
      country: iso2!,
      population: Number(population),
      lat: Number(lat),
      lon: Number(lon),
      capital: flags?.includes('c') ?? false,
      seat: flags?.includes('a') ?? false,
    }
    const ambiguous = flags !== undefined && /[wn]/.test(flags)
    index.add(name!, entry, ambiguous)
    for (const form of list(others)) index.add(form, entry)
  }
}

/** Adjectives, singulars and the plurals that follow from them ("Dane", "Danes"; "Frenchman", "Frenchmen"; "the Swiss"). */
function addDemonyms(
  index: NameIndex,
  of: DemonymEntry['of'],
  adjectives: readonly string[],
  people: readonly string[],
): void {
  const forms = new Map<string, { adjective: boolean; singular: boolean; plural: boolean }>()
  const at = (form: string): { adjective: boolean; singular: boolean; plural: boolean } => {
    const known = forms.get(form) ?? { adjective: false, singular: false, plural: false }
    forms.set(form, known)
    return known
  }
  for (const form of adjectives) {
    at(form).adjective = true
    if (isCollective(form)) at(form).plural = true
  }
  for (const form of people) {
    at(form).singular = true
    at(plural(form)).plural = true
  }
  const country = of.country === undefined ? {} : { country: of.country }
  for (const [form, { adjective, singular, plural: many }] of forms) {
    const noun = singular && many ? 'both' : many ? 'plural' : singular ? 'singular' : null
    index.add(form, { type: 'demonym', name: form, of, adjective, noun, ...country })
  }
}

/** "the Irish", "the Chinese": adjectives that by themselves name a whole people. */
const isCollective = (form: string): boolean => /(?:ese|ish|ch|ss|tch)$/.test(form)

const plural = (form: string): string =>
  /man$/.test(form) && !/(?:German|Roman|Ottoman|Norman|Oman|human)$/.test(form)
    ? form.replace(/man$/, 'men')
    : isCollective(form) || /s$/.test(form)
      ? form
      : `${form}s`
