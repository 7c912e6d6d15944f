/** Where a place or a state of a name is, by the word lists: towns as GeoNames has them, states and regions by one point each. */
import type { Locate, Location, Named, Position } from '../../model/place.ts'
import type { CityEntry, Entry, Gazetteer, NameRecord } from './entries.ts'
import { fold } from './fold.ts'
import { lookup } from './gazetteer.ts'

/** A town is meant when it has so many times the people of the next one of its name: a dot on the wrong continent is a wrong fact. */
const PROMINENCE = 3
/** Of a name that is also a word or a given name, a town is meant when it is a seat of government or has so many people. */
const WELL_KNOWN = 300_000
/** Fewer, and even a seat is not known by its name alone. */
const KNOWN = 100_000
/** What a division is called besides its name. */
const GENERIC = /\s+(?:oblast|region|province|governorate|state|county|krai|republic|district|prefecture|canton)$/i

/** @param positions text of `positions.tsv` */
export function createLocator(gazetteer: Gazetteer, positions: string): Locate {
  const index = readPositions(positions)
  const pointOf = (name: string, country: string | undefined): Position | undefined => {
    const bare = fold(name.replace(GENERIC, ''))
    for (const key of [fold(name), bare])
      for (const code of [country ?? '', '']) {
        const found = index.get(`${key}\t${code}`)
        if (found !== undefined) return found
      }
    return undefined
  }
  return (what) => {
    for (const name of what.names) {
      const records = lookup(gazetteer, name).filter(({ entry }) => fits(entry, what))
      const isSure = ({ entry, ambiguous }: NameRecord): boolean =>
        !ambiguous || what.country !== undefined || (entry.type === 'city' && isWellKnown(entry))
      const found =
        what.type === 'city'
          ? townAmong(records, isSure)
          : firstOf(records.filter(isSure).map(({ entry }) => within(entry, pointOf(entry.name, entry.country))))
      if (found !== undefined) return found
    }
    return undefined
  }
}

const firstOf = <T>(values: readonly (T | undefined)[]): T | undefined => values.find((value) => value !== undefined)

function fits(entry: Entry, { type, country }: Named): boolean {
  return entry.type === type && (country === undefined || entry.country === undefined || entry.country === country)
}

/** The likeliest comes first; of several that may be meant, none. */
function townAmong(records: readonly NameRecord[], isSure: (record: NameRecord) => boolean): Location | undefined {
  const [first, second] = records.map(({ entry }) => entry as CityEntry)
  if (first === undefined || !isSure(records[0]!)) return undefined
  const isClear = second === undefined || first.capital || first.population >= PROMINENCE * second.population
  return isClear ? within(first, first) : undefined
}

const within = ({ country }: Entry, position: Position | undefined): Location | undefined =>
  position && { lat: position.lat, lon: position.lon, ...(country !== undefined && { country }) }

const isWellKnown = ({ capital, seat, population }: CityEntry): boolean =>
  population >= WELL_KNOWN || ((capital || seat) && population >= KNOWN)

function readPositions(text: string): ReadonlyMap<string, Position> {
  const index = new Map<string, Position>()
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [name, iso2, lat, lon] = line.split('\t')
    const key = `${fold(name!)}\t${iso2}`
    if (!index.has(key)) index.set(key, { lat: Number(lat), lon: Number(lon) })
  }
  return index
}
