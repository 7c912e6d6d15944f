/** Columns of GeoNames' dump that are used, by position. */
const COLUMN = { name: 1, ascii: 2, lat: 4, lon: 5, feature: 7, country: 8, division: 10, population: 14 } as const
const POPULATION = 15_000
/** Where small towns are often in the news. */
const CLOSER_LOOK: Readonly<Record<string, number>> = {
  UA: 4_000, IL: 5_000, PS: 4_000, SY: 5_000, IQ: 5_000, LB: 5_000, YE: 5_000, SD: 5_000, LY: 5_000, AM: 5_000, AZ: 5_000,
  GE: 5_000, XK: 5_000, BA: 8_000, AF: 5_000, EG: 12_000,
} // biome-ignore format: one glance
/** Parts of towns, and places that are abandoned, destroyed or historical. */
const NOT_A_TOWN = /^PPL(?:X|H|Q|W|CH)$/

/**
 * @param dump GeoNames' `cities500.txt`
 * @param names lines "name in GeoNames | country | English names"
 * @param countries `countries.tsv`, for the capitals
 * @param givenNames `given-names.tsv`
 */
export function buildCities(
  dump: string,
  names: string,
  countries: string,
  commonWords: ReadonlySet<string>,
  givenNames: string,
): string {
  const english = readNames(names)
  const capitals = readCapitals(countries)
  const people = new Set(
    givenNames
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t')[0]!.toLowerCase()),
  )
  const rows = dump
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
    .filter((c) => isKept(c[COLUMN.feature]!, c[COLUMN.country]!, Number(c[COLUMN.population])))
    .sort((a, b) => Number(b[COLUMN.population]) - Number(a[COLUMN.population]) || (a[0]! < b[0]! ? -1 : 1))
    .map((c) => {
      const [feature, country] = [c[COLUMN.feature]!, c[COLUMN.country]!]
      const geonames = asInNews(c[COLUMN.name]!)
      const given = take(english, `${country}|${geonames}`)
      const [name, ...others] = given ?? withPlainForm(geonames, asInNews(c[COLUMN.ascii]!))
      const population = Number(c[COLUMN.population])
      const isCapital = feature === 'PPLC' || (capitals.has(`${country}|${name}`) && population > 20_000)
      const flags = [
        isCapital ? 'c' : '',
        feature === 'PPLA' ? 'a' : '',
        commonWords.has(name!.toLowerCase()) && !isCapital && population < 1_500_000 ? 'w' : '',
        people.has(name!.toLowerCase()) && population < 2_000_000 ? 'n' : '',
      ].join('')
      const place = [c[COLUMN.lat]!, c[COLUMN.lon]!].map((degrees) => Number(degrees).toFixed(2))
      return { population, row: [name!, country, String(population), ...place, flags, others.join('|')] }
    })
  rows.sort((a, b) => b.population - a.population || (a.row.join() < b.row.join() ? -1 : 1))
  const header =
    '# name\tiso2\tpopulation\tlat\tlon\tc=capital a=seat of a division w=also a word n=also a given name\talso called'
  return `${[header, ...rows.map(({ row }) => row.join('\t').replace(/\t+$/, ''))].join('\n')}\n`
}

/** English names belong to the largest town of a name and country only. */
function take(names: Map<string, readonly string[]>, key: string): readonly string[] | undefined {
  const found = names.get(key)
  names.delete(key)
  return found
}

const isKept = (feature: string, country: string, population: number): boolean =>
  !NOT_A_TOWN.test(feature) &&
  (feature === 'PPLC' || feature === 'PPLA' || population >= (CLOSER_LOOK[country] ?? POPULATION))

/** Without the soft signs and glottal stops at the edges of words and the remarks in brackets that only gazetteers write. */
const asInNews = (name: string): string =>
  name
    .replace(/[‘’`ʼ]/g, "'")
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/(^|[\s-])'(?!s-)/g, '$1')
    .replace(/'(?=$|[\s-])/g, '')
    .replace(/"/g, '')
    .replace(/\.(?=\p{Lu}\p{Ll})/gu, '. ')

function readNames(text: string): Map<string, readonly string[]> {
  const rows = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    rows.map((line) => {
      const [name, country, english] = line.split('|')
      return [`${country}|${asInNews(name!)}`, english!.split(',').map((n) => n.trim())]
    }),
  )
}

const readCapitals = (countries: string): ReadonlySet<string> =>
  new Set(
    countries.split('\n').flatMap((line) => {
      const [iso2, , , capitals] = line.split('\t')
      return (capitals ?? '').split('|').map((capital) => `${iso2}|${capital}`)
    }),
  )

/** News writes foreign letters with or without their marks; only forms that differ by more than marks need a name of their own. */
const withPlainForm = (name: string, ascii: string): readonly string[] =>
  plain(name) === plain(ascii) ? [name] : [name, ascii]

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʼʻ`]/g, "'")
    .toLowerCase()
