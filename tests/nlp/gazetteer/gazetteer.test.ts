import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ResourceError } from '../../../src/model/errors.ts'
import type { Entry } from '../../../src/nlp/gazetteer/entries.ts'
import {
  capitalOf,
  demonym,
  find,
  foldAll,
  givenName,
  lookup,
  matchAt,
  parseGazetteer,
} from '../../../src/nlp/gazetteer/gazetteer.ts'
import { GAZETTEER_FILES, type GazetteerFile } from '../../../src/nlp/gazetteer/parse.ts'
import { tokenize } from '../../../src/nlp/text/tokens.ts'

const FOLDER = join(import.meta.dirname, '../../../data/gazetteer')
const files = new Map<GazetteerFile, string>(
  GAZETTEER_FILES.map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]),
)
const gazetteer = parseGazetteer(files)

const first = (name: string): string => {
  const record = lookup(gazetteer, name)[0]
  return record === undefined ? 'nothing' : `${record.entry.type} ${record.entry.name} ${record.entry.country ?? '-'}`
}

const NAMES: readonly (readonly [name: string, expected: string])[] = [
  ['Russia', 'country Russia RU'],
  ['U.S.', 'country United States US'],
  ['US', 'country United States US'],
  ['us', 'nothing'],
  ['USA', 'country United States US'],
  ['America', 'country United States US'],
  ['Britain', 'country United Kingdom GB'],
  ['UK', 'country United Kingdom GB'],
  ['Holland', 'country Netherlands NL'],
  ['Burma', 'country Myanmar MM'],
  ['Czechia', 'country Czech Republic CZ'],
  ['Türkiye', 'country Turkey TR'],
  ['Turkiye', 'country Turkey TR'],
  ["Côte d'Ivoire", 'country Ivory Coast CI'],
  ['Cote d’Ivoire', 'country Ivory Coast CI'],
  ['DR Congo', 'country Democratic Republic of the Congo CD'],
  ['Soviet Union', 'country Soviet Union SU'],
  ['Austria-Hungary', 'country Austria-Hungary -'],
  ['Georgia', 'country Georgia GE'],
  ['Jordan', 'country Jordan JO'],
  ['RUSSIA', 'country Russia RU'],
  ['Kyiv', 'city Kyiv UA'],
  ['Kiev', 'city Kyiv UA'],
  ['Odessa', 'city Odesa UA'],
  ['Kharkov', 'city Kharkiv UA'],
  ['Moscow', 'city Moscow RU'],
  ['Paris', 'city Paris FR'],
  ['Tripoli', 'city Tripoli LY'],
  ['Geneva', 'city Geneva CH'],
  ['Zürich', 'city Zurich CH'],
  ['The Hague', 'city The Hague NL'],
  ['Washington', 'city Washington US'],
  ['Saigon', 'city Ho Chi Minh City VN'],
  ['Bombay', 'city Mumbai IN'],
  ['Leningrad', 'city Saint Petersburg RU'],
  ['St. Petersburg', 'city Saint Petersburg RU'],
  ['Crimea', 'region Crimea UA'],
  ['Gaza', 'region Gaza Strip PS'],
  ['Bavaria', 'region Bavaria DE'],
  ['Texas', 'region Texas US'],
  ['Black Sea', 'region Black Sea -'],
  ['Alps', 'region Alps -'],
  ['Europe', 'region Europe -'],
  ['Chechnya', 'region Chechnya RU'],
  ['Kremlin', 'seat Kremlin RU'],
  ['White House', 'seat White House US'],
  ['Downing Street', 'seat Downing Street GB'],
  ['Elysee', 'seat Élysée FR'],
  ['EU', 'organization European Union -'],
  ['WHO', 'organization World Health Organization -'],
  ['who', 'nothing'],
  ['Who', 'nothing'],
  ['NATO', 'organization NATO -'],
  ['Nato', 'organization NATO -'],
  ['UN', 'organization United Nations -'],
  ['al-Qaida', 'armed_force al-Qaeda -'],
  ['Hezbollah', 'armed_force Hezbollah LB'],
  ['Reuters', 'media Reuters GB'],
  ['Xinhua', 'media Xinhua CN'],
  ['Labour Party', 'party Labour Party GB'],
  ['Camp David', 'facility Camp David US'],
  ['Vexolandia', 'nothing'],
]

const DEMONYMS: readonly (readonly [form: string, of: string, adjective: boolean, noun: string | null])[] = [
  ['Russian', 'Russia', true, 'singular'],
  ['Russians', 'Russia', false, 'plural'],
  ['Dutch', 'Netherlands', true, 'both'],
  ['Frenchmen', 'France', false, 'plural'],
  ['Danish', 'Denmark', true, 'plural'],
  ['Dane', 'Denmark', false, 'singular'],
  ['Germans', 'Germany', false, 'plural'],
  ['Chinese', 'China', true, 'both'],
  ['Swiss', 'Switzerland', true, 'both'],
  ['American', 'United States', true, 'singular'],
  ['U.S.', 'United States', true, null],
  ['British', 'United Kingdom', true, 'plural'],
  ['Britons', 'United Kingdom', false, 'plural'],
  ['Saudi', 'Saudi Arabia', true, 'singular'],
  ['Turkmen', 'Turkmenistan', true, 'singular'],
  ['Soviet', 'Soviet Union', true, 'singular'],
  ['European', 'Europe', true, 'singular'],
  ['Chechens', 'Chechnya', false, 'plural'],
  ['Kurdish', 'Kurds', true, 'plural'],
]

describe('look-ups', () => {
  test.each(NAMES)('%s: %s', (name, expected) => {
    expect(first(name)).toBe(expected)
  })

  test.each(DEMONYMS)('%s is of %s', (form, of, adjective, noun) => {
    const found = demonym(gazetteer, form)!
    expect([found.of.name, found.adjective, found.noun]).toEqual([of, adjective, noun])
  })

  test('say which cities ask for more evidence', () => {
    const ambiguous = (name: string): boolean | undefined => lookup(gazetteer, name)[0]?.ambiguous
    for (const name of ['Nice', 'Reading', 'Mobile', 'Of', 'Sofia', 'Florence'])
      expect(`${name} ${ambiguous(name)}`).toBe(`${name} true`)
    for (const name of ['Moscow', 'Kharkiv', 'London', 'Tokyo', 'Kiev'])
      expect(`${name} ${ambiguous(name)}`).toBe(`${name} false`)
  })

  test('rank what shares a name', () => {
    const types = lookup(gazetteer, 'Georgia').map(({ entry }) => entry.type)
    expect(types.slice(0, 2)).toEqual(['country', 'region'])
    const populations = lookup(gazetteer, 'Santiago').flatMap(({ entry }) =>
      entry.type === 'city' ? [entry.population] : [],
    )
    expect(populations.length).toBeGreaterThan(1)
    expect(populations[0]).toBe(Math.max(...populations))
  })

  test('know capitals and where cities lie', () => {
    const city = find(gazetteer, 'Vienna', 'city')!
    expect(capitalOf(gazetteer, city)?.name).toBe('Austria')
    expect([city.lat, city.lon]).toEqual([48.21, 16.37])
    expect(capitalOf(gazetteer, find(gazetteer, 'Munich', 'city')!)).toBeUndefined()
  })

  test('know every state with its people and capital', () => {
    const states = [...gazetteer.countries.values()].filter(({ status }) => status === 'state')
    expect(states.length).toBeGreaterThanOrEqual(195)
    for (const { name, country, capitals } of states) {
      expect(`${name}: ${country} ${capitals.length > 0}`).toMatch(/: [A-Z]{2} true$/)
      expect(first(name)).toBe(`country ${name} ${country}`)
    }
  })

  test('know given names', () => {
    expect(givenName(gazetteer, 'Olena')).toEqual({ gender: 'female', alsoWord: false })
    expect(givenName(gazetteer, 'Jean-Claude')?.gender).toBe('male')
    expect(givenName(gazetteer, 'JOSÉ')?.gender).toBe('male')
    expect(givenName(gazetteer, 'Mark')).toEqual({ gender: 'male', alsoWord: true })
    expect(givenName(gazetteer, 'Aadam')?.gender).toBe('male')
    for (const none of ['', 'The', 'Zzyzx', '# name', 'zzz\t']) expect(givenName(gazetteer, none)).toBeUndefined()
  })
})

describe('names in a sentence', () => {
  const names = (text: string): string[] => {
    const forms = tokenize(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))
    const folded = foldAll(forms)
    const found: string[] = []
    for (let i = 0; i < forms.length; ) {
      const match = matchAt(gazetteer, forms, folded, i)
      if (match !== undefined) found.push(`${forms.slice(i, match.to).join(' ')}: ${match.records[0]!.entry.name}`)
      i = match?.to ?? i + 1
    }
    return found
  }

  test.each([
    ['The U.S.-led force left Ho Chi Minh City.', ['U.S.: United States', 'Ho Chi Minh City: Ho Chi Minh City']],
    [
      "Guinea-Bissau's envoy told People's Daily.",
      ['Guinea - Bissau: Guinea-Bissau', "People 's Daily: People's Daily"],
    ],
    [
      'The Republic of the Congo and Guinea agreed.',
      ['Republic of the Congo: Republic of the Congo', 'Guinea: Guinea'],
    ],
    ['New York and New Delhi', ['New York: New York', 'New Delhi: New Delhi']],
    ["al-Shabaab struck N'Djamena", ['al - Shabaab: al-Shabab', "N'Djamena: N'Djamena"]],
    ['they told us who it is', []],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  test('are found however many a file holds: every name as the tokenizer cuts it', () => {
    const kinds: readonly [GazetteerFile, number, Entry['type'] | undefined][] = [
      ['countries.tsv', 1, 'country'],
      ['regions.tsv', 0, 'region'],
      ['organizations.tsv', 0, undefined],
      ['cities.tsv', 0, 'city'],
    ]
    const lost: string[] = []
    for (const [file, column, type] of kinds) {
      const lines = files
        .get(file)!
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
      for (const line of lines.filter((_, i) => i % 7 === 0)) {
        const name = line.split('\t')[column]!
        const forms = tokenize(name, { start: 0, end: name.length }).map(({ start, end }) => name.slice(start, end))
        const match = matchAt(gazetteer, forms, foldAll(forms), 0)
        const known =
          match?.to === forms.length && (type === undefined || match.records.some(({ entry }) => entry.type === type))
        if (!known) lost.push(name)
      }
    }
    expect(lost).toEqual([])
  })

  test('take any tokens', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom('New', 'York', '-', 'Guinea', "'s", 'of', 'the'), fc.string())),
        (forms) => {
          const folded = foldAll(forms)
          forms.forEach((_, i) => {
            const match = matchAt(gazetteer, forms, folded, i)
            if (match === undefined) return
            expect(match.to).toBeGreaterThan(i)
            expect(match.to).toBeLessThanOrEqual(forms.length)
            expect(match.records.length).toBeGreaterThan(0)
          })
        },
      ),
      { seed: 3, numRuns: 300 },
    )
  })
})

describe('damaged word lists', () => {
  test.each([...GAZETTEER_FILES])('%s missing', (name) => {
    const without = new Map(files)
    without.delete(name)
    expect(() => parseGazetteer(without)).toThrow(ResourceError)
    expect(() => parseGazetteer(without)).toThrow(name)
  })

  test('a broken line is shown', () => {
    const broken = new Map(files).set('countries.tsv', '# iso2\tname\tstatus\nXX Vexolandia\n')
    expect(() => parseGazetteer(broken)).toThrow('gazetteer/countries.tsv has a broken line: "XX Vexolandia"')
  })
})
