/** Who met whom. */
import { describe, expect, test } from 'vitest'
import {
  CONTACTS, type ContactQuery, commonContacts, contactMatrix, contactsOf, mostConnected,
} from '../../src/graph/queries/contacts.ts' // biome-ignore format: one glance
import { linksOf } from '../../src/graph/queries/links.ts'
import type { CivilDate } from '../../src/model/date.ts'
import { reading } from '../support/extractions.ts'
import { graphOf } from '../support/graphs.ts'
import { smallGraph } from '../support/random-graph.ts'
import { SAMPLES } from '../support/samples.ts'

const round = reading({
  title: 'A round of talks',
  date: '2031-06-10',
  sentences: [
    'Ilsa Marrow, Runa Tessaly and Teodor Quist held talks in Lodesk.',
    'Runa Tessaly will meet Bram Oduya in July.',
    'Bram Oduya met Teodor Quist.',
  ],
  entities: [
    { type: 'person', name: 'Ilsa Marrow' },
    { type: 'person', name: 'Runa Tessaly' },
    { type: 'person', name: 'Teodor Quist' },
    { type: 'person', name: 'Bram Oduya' },
    { type: 'city', name: 'Lodesk' },
  ],
  relations: [
    { in: 0, is: ['Ilsa Marrow', 'negotiated_with', 'Teodor Quist'], date: '2031-06-09', event: 0 },
    { in: 1, is: ['Runa Tessaly', 'met_with', 'Bram Oduya'], modality: 'planned', date: '2031-07-01' },
    { in: 2, is: ['Bram Oduya', 'met_with', 'Teodor Quist'], date: '2031-06-10' },
  ],
  events: [
    {
      in: 0,
      type: 'negotiation',
      label: 'Talks in Lodesk',
      date: '2031-06-09',
      who: [
        ['Ilsa Marrow', 'participant'],
        ['Runa Tessaly', 'participant'],
        ['Teodor Quist', 'participant'],
      ],
      where: ['Lodesk'],
    },
  ],
})

const links = linksOf(graphOf([...SAMPLES, round]))
const ask = (query: Partial<ContactQuery> = {}) =>
  contactsOf(links, { open: false, relations: CONTACTS, modalities: ['asserted'], ...query })
const pairs = (query: Partial<ContactQuery> = {}): string[] =>
  ask(query).map(({ pair, count }) => `${pair.map((key) => key.split('-').at(-1)).join(' ')} ${count}`)
const [MARROW, QUIST, TESSALY, ODUYA] = [
  'person:ilsa-marrow',
  'person:teodor-quist',
  'person:runa-tessaly',
  'person:bram-oduya',
]

describe('contacts', () => {
  test('those that met most often first; a plan is none', () => {
    expect(pairs()).toEqual(['marrow quist 3', 'oduya quist 1', 'marrow tessaly 1', 'tessaly quist 1'].sort(byCount))
  })

  test('first and last', () => {
    const [most] = ask()
    expect(most).toMatchObject({ pair: [MARROW, QUIST], first: '2031-03-04', last: '2031-06-09' })
    expect(most!.events).toHaveLength(2)
  })

  const cases: readonly (readonly [string, Partial<ContactQuery>, readonly string[]])[] = [
    ['a set of actors', { actors: [MARROW!, TESSALY!] }, ['marrow tessaly 1']],
    ['one with anybody', { actors: [TESSALY!], open: true }, ['marrow tessaly 1', 'tessaly quist 1']],
    ['a period', { from: '2031-06-10' as CivilDate }, ['oduya quist 1']],
    ['a place', { places: ['city:velmont'] }, ['marrow quist 1']],
    ['plans', { modalities: ['planned'] }, ['oduya tessaly 1']],
    ['a relation', { relations: ['met_with'], actors: [ODUYA!], open: true }, ['oduya quist 1']],
  ]
  test.each(cases)('by %s', (_, query, expected) => {
    expect(pairs(query)).toEqual(expected.toSorted(byCount))
  })

  test('as a matrix', () => {
    const actors = [MARROW!, QUIST!, ODUYA!]
    expect(contactMatrix(actors, ask({ actors }))).toEqual([
      [0, 3, 0],
      [3, 0, 1],
      [0, 1, 0],
    ])
    expect(mostConnected(ask(), 2)).toEqual([QUIST, MARROW])
  })

  test('in common', () => {
    const found = (one: string, other: string): string[] =>
      commonContacts(ask({ actors: [one, other], open: true }), [one, other]).map(({ key }) => key)
    expect(found(MARROW!, ODUYA!)).toEqual([QUIST])
    expect(found(MARROW!, QUIST!)).toEqual([TESSALY])
  })
})

/** As the question sorts: by number, then by keys; the letters of these names are those of their keys. */
function byCount(a: string, b: string): number {
  const keys = ask().map(({ pair }) => pair.map((key) => key.split('-').at(-1)).join(' '))
  const at = (text: string): number => keys.indexOf(text.replace(/ \d+$/, ''))
  return at(a) - at(b)
}

test('a plain walk over all pairs finds the same contacts', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = linksOf(smallGraph(seed, 18))
    const found = contactsOf(random, { open: false, relations: ['met_with'], modalities: ['asserted', 'planned'] })
    const plain = new Set<string>()
    const isActor = (key: string): boolean => random.attributesAt(key)!.kind === 'actor'
    const firm = (modality: string): boolean => modality === 'asserted' || modality === 'planned'
    const all = random.edgeKeys.map((_, i) => random.link(i))
    for (const { source, target, attributes } of all)
      if (attributes.relation === 'met_with' && firm(attributes.modality) && isActor(source) && isActor(target))
        plain.add([source, target].sort().join(' '))
    for (const event of random.keys) {
      const node = random.attributesAt(event)!
      if (node.kind !== 'event' || !['meeting', 'summit'].includes(node.type) || !firm(node.modality)) continue
      const present = all.filter(
        ({ target, attributes: { relation, modality } }) =>
          target === event && relation === 'participant_in' && firm(modality),
      )
      for (const one of present)
        for (const other of present)
          if (one.source < other.source && isActor(one.source) && isActor(other.source))
            plain.add(`${one.source} ${other.source}`)
    }
    expect(found.map(({ pair }) => pair.join(' ')).sort()).toEqual([...plain].sort())
    for (const { count, first, last } of found) {
      expect(count).toBeGreaterThan(0)
      if (first !== undefined && last !== undefined) expect(first <= last).toBe(true)
    }
  }
})
