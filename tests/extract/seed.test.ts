/**
 * A report on a war and its diplomacy, read whole: the article that the product began with, where it is at hand, and always
 * its twin on people and states that no word list knows.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EntityType } from '../../src/model/ontology.ts'
import { expectSound } from './sound.ts'
import { deeds, entities, events, nameOf, readText, ties } from './support.ts'

interface Expected {
  readonly title: string
  readonly file: string
  readonly date: string
  readonly named: Partial<Readonly<Record<EntityType, readonly string[]>>>
  readonly ties: readonly string[]
  readonly deeds: readonly string[]
  readonly events: readonly string[]
  /** Names that the text uses for one thing, the fullest first. */
  readonly oneThing: readonly (readonly [name: string, ...aliases: readonly string[]])[]
}

const TWIN: Expected = {
  title: 'the invented twin',
  file: join(import.meta.dirname, 'fixtures/envoys-and-strikes.txt'),
  date: '2031-12-04',
  named: {
    person: [
      'Oskar Drell',
      'Ilse Carrow',
      'Mirela Hantov',
      'Jonas Whitlow',
      'Rista Molnik',
      'Henrik Vasal',
      'Li Wenshan',
      'Lucan Bereti',
      'Pavo Linsk',
      'Anton Perrin',
      'Ivo Tarran',
    ],
    country: ['Varnia', 'Keldavia', 'Ostrova', 'Galiotan', 'Toreanian'],
    media: ['Radio Lodesk'],
    city: ['Lodesk', 'Galmouth', 'Marenburg', 'Tarask', 'Teskova', 'Dellin'],
    region: ['Marn region', 'Orlovo region'],
  },
  ties: [
    'Oskar Drell leader_of Varnia',
    'Ilse Carrow leader_of Ostrova',
    'Henrik Vasal leader_of Galiotan',
    'Li Wenshan leader_of Toreanian',
    'Lucan Bereti leader_of Keldavia',
    'Pavo Linsk leader_of Dellin',
    'Anton Perrin leader_of Orlovo region',
    'Ivo Tarran leader_of Marn region',
    'Mirela Hantov envoy_of Ilse Carrow',
    'Rista Molnik envoy_of Keldavia',
    'Jonas Whitlow family_of in-law Ilse Carrow',
    'Lucan Bereti from Dellin',
    'Varnia controls Marn region',
  ],
  deeds: [
    'Ilse Carrow sent Mirela Hantov',
    'Mirela Hantov negotiated_with Oskar Drell',
    'Jonas Whitlow negotiated_with Oskar Drell',
    'Mirela Hantov met_with Rista Molnik [planned] (“A senior official”)',
    'Henrik Vasal met_with Li Wenshan',
    'Oskar Drell spoke_with Radio Lodesk',
    'Oskar Drell visited Galmouth',
    'Varnia struck Teskova',
  ],
  events: [
    'visit 2031-12-04 in Galmouth',
    'meeting 2031-12-05 in Marenburg [planned] (“A senior official”)',
    'meeting 2031-12-01 in Tarask',
    'attack 2031-12-04 in Teskova',
  ],
  oneThing: [
    ['Oskar Drell', 'Drell'],
    ['Ilse Carrow', 'Carrow'],
    ['Mirela Hantov', 'Hantov'],
    ['Keldavia', 'Keldavian'],
  ],
}

const SEED: Expected = {
  title: 'the seed article',
  file: join(import.meta.dirname, '../../../shared/seeds/ukraine-talks.txt'),
  date: '2025-12-04',
  named: {
    person: [
      'Vladimir Putin',
      'Donald Trump',
      'Steve Witkoff',
      'Jared Kushner',
      'Rustem Umerov',
      'Emmanuel Macron',
      'Xi Jinping',
      'Volodymyr Zelenskyy',
      'Oleksandr Vilkul',
      'Oleksandr Prokudin',
      'Vladimir Saldo',
    ],
    country: ['Russia', 'Ukraine', 'United States', 'France', 'China'],
    media: ['Tass', 'RIA Novosti', 'India Today TV'],
    city: ['Moscow', 'New Delhi', 'Miami', 'Beijing', 'Kryvyi Rih', 'Kherson', 'Odesa'],
  },
  ties: [
    'Vladimir Putin leader_of Russia',
    'Steve Witkoff envoy_of Donald Trump',
    'Donald Trump leader_of United States',
    'Rustem Umerov envoy_of Ukraine',
    'Emmanuel Macron leader_of France',
    'Xi Jinping leader_of China',
    'Volodymyr Zelenskyy leader_of Ukraine',
    'Volodymyr Zelenskyy from Kryvyi Rih',
    'Oleksandr Vilkul leader_of Kryvyi Rih',
    'Russia controls Kherson region',
  ],
  deeds: [
    'Donald Trump sent Steve Witkoff',
    'Donald Trump sent Jared Kushner',
    'Emmanuel Macron met_with Xi Jinping',
    'Russia struck Ukraine',
    'Vladimir Putin visited New Delhi',
  ],
  events: ['negotiation 2025-12-02', 'visit in New Delhi', 'meeting in Beijing', 'attack in Odesa wounded 6'],
  oneThing: [
    ['Vladimir Putin', 'Putin'],
    ['Donald Trump', 'Trump'],
    ['Russia', 'Russian'],
  ],
}

/** What ought to be told and is not. */
const missing = (wanted: readonly string[], told: readonly string[]): readonly string[] =>
  wanted.filter((line) => !told.includes(line))

const cases = [TWIN, SEED].filter(({ file }) => file === TWIN.file || existsSync(file))

describe.each(cases)('$title', (expected) => {
  const text = readFileSync(expected.file, 'utf8')
  const extraction = readText(text, { date: expected.date })

  it('names who and what takes part, each with its type', () => {
    const lines = Object.entries(expected.named).flatMap(([type, names]) => names.map((name) => `${name}: ${type}`))
    expect(missing(lines, entities(extraction))).toEqual([])
  })

  it.each(expected.oneThing)('%s is one thing under all names', (name, ...aliases) => {
    const holders = extraction.entities.filter((entity) => [name, ...aliases].includes(entity.name))
    expect(holders.map((entity) => entity.name)).toEqual([name])
    expect(missing(aliases, holders[0]?.aliases ?? [])).toEqual([])
  })

  it('tells who holds which office, who is kin, who comes from where', () => {
    expect(missing(expected.ties, ties(extraction))).toEqual([])
  })

  it('tells who did what to whom', () => {
    expect(missing(expected.deeds, deeds(extraction))).toEqual([])
  })

  it('tells what happened, when, where and at what cost', () => {
    expect(missing(expected.events, events(extraction))).toEqual([])
  })

  it('quotes the words of both ends for each relation', () => {
    expectSound(text, extraction)
    for (const { source, target, evidence } of extraction.relations) {
      for (const { source: from, target: to } of evidence) {
        for (const [id, span] of [
          [source, from],
          [target, to],
        ] as const) {
          const words = span === undefined ? '' : text.slice(span.start, span.end)
          const mentions = extraction.entities
            .filter((entity) => entity.id === id)
            .flatMap((entity) => entity.mentions.map((mention) => mention.span))
          const told =
            words === nameOf(extraction, id) ||
            mentions.some((m) => span !== undefined && m.start < span.end && span.start < m.end)
          expect([nameOf(extraction, id), words, told]).toEqual([nameOf(extraction, id), words, true])
        }
      }
    }
  })
})
