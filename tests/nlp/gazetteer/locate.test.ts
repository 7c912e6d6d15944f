import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EntityType } from '../../../src/model/ontology.ts'
import { parseGazetteer } from '../../../src/nlp/gazetteer/gazetteer.ts'
import { createLocator } from '../../../src/nlp/gazetteer/locate.ts'

const read = (name: string): string => readFileSync(join(import.meta.dirname, '../../../data/gazetteer', name), 'utf8')
const locate = createLocator(parseGazetteer(read), read('positions.tsv'))

describe('a name is somewhere', () => {
  test.each<[string, EntityType, string | undefined, [number, number]]>([
    ['Vienna', 'city', undefined, [48.2, 16.4]],
    ['Peking', 'city', undefined, [39.9, 116.4]],
    ['Cambridge', 'city', 'GB', [52.2, 0.1]],
    // Well known, though each is a word or a given name, too.
    ['Geneva', 'city', undefined, [46.2, 6.2]],
    ['Jerusalem', 'city', undefined, [31.8, 35.2]],
    ['Miami', 'city', undefined, [25.8, -80.2]],
    ['Kherson region', 'region', undefined, [46.7, 33.3]],
    ['Ohio', 'region', undefined, [40.4, -82.8]],
    ['the Balkans', 'region', undefined, [43, 21]],
    ['Gaza', 'region', undefined, [31.4, 34.4]],
    ['France', 'country', 'FR', [46.6, 2.5]],
    ['USSR', 'country', undefined, [57, 70]],
  ])('%s (%s, %s)', (name, type, country, [lat, lon]) => {
    const found = locate({ type, names: [name], country })
    expect(found?.lat).toBeCloseTo(lat, 0)
    expect(found?.lon).toBeCloseTo(lon, 0)
  })

  test.each<[string, EntityType, string | undefined]>([
    ['Vienna', 'city', 'AT'],
    ['Kherson region', 'region', 'UA'],
    ['France', 'country', 'FR'],
    ['the Balkans', 'region', undefined],
  ])('in a state: %s', (name, type, country) => {
    expect(locate({ type, names: [name] })?.country).toBe(country)
  })

  test('by another of its names', () => {
    expect(locate({ type: 'city', names: ['Harbour of Nowhere', 'Oslo'] })?.lat).toBeCloseTo(59.9, 1)
  })
})

describe('a name is nowhere', () => {
  test.each<[string, string, EntityType]>([
    ['that two towns of like size bear', 'Cambridge', 'city'],
    ['of a smaller town that is a word, too', 'Springs', 'city'],
    ['that nobody knows', 'Velmont', 'city'],
    ['that is a state, when a town is asked for', 'France', 'city'],
    ['of a person', 'Vienna', 'person'],
  ])('%s', (_, name, type) => {
    expect(locate({ type, names: [name] })).toBeUndefined()
  })
})

test('every position is on the globe, every line has four columns', () => {
  const lines = read('positions.tsv').trimEnd().split('\n').slice(1)
  expect(lines.length).toBeGreaterThan(3000)
  for (const line of lines) {
    const [name, iso2, lat, lon, ...more] = line.split('\t')
    expect([name !== '', /^([A-Z]{2}|[A-Z]{4})?$/.test(iso2!), more.length], line).toEqual([true, true, 0])
    expect(Math.abs(Number(lat)) <= 90 && Math.abs(Number(lon)) <= 180, line).toBe(true)
  }
})
