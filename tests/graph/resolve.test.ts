import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assemble } from '../../src/graph/build/assemble.ts'
import { shortens } from '../../src/graph/resolve/names.ts'
import type { EntityType } from '../../src/model/ontology.ts'
import { readingsArbitrary, SEEDED } from '../support/arbitraries.ts'
import { type Reading, reading, stored } from '../support/extractions.ts'
import { graphOf, IMPRINT } from '../support/graphs.ts'

type Named = readonly [type: EntityType, name: string, ...aliases: string[]]

/** One document for each list of names. */
const documents = (...lists: readonly (readonly Named[])[]): Reading[] =>
  lists.map((list, i) =>
    reading({
      sentences: [`Text ${i} names ${list.flatMap(([, ...names]) => names).join(', ')}.`],
      entities: list.map(([type, name, ...aliases]) => ({ type, name, aliases })),
    }),
  )

const keys = (readings: readonly Reading[]): string[] =>
  graphOf(readings).filterNodes((_, { kind }) => kind !== 'event')

describe('names of different documents', () => {
  const cases: readonly (readonly [why: string, lists: readonly (readonly Named[])[], keys: readonly string[]])[] = [
    [
      'the same full name is one person',
      [[['person', 'Ana Marrow']], [['person', 'Ana Marrow']]],
      ['person:ana-marrow'],
    ],
    [
      'a surname joins the one person who has it',
      [[['person', 'Ana Marrow']], [['person', 'Marrow']]],
      ['person:ana-marrow'],
    ],
    [
      'a surname that two have stays alone',
      [[['person', 'Ana Marrow']], [['person', 'Ivo Marrow']], [['person', 'Marrow']]],
      ['person:ana-marrow', 'person:ivo-marrow', 'person:marrow'],
    ],
    [
      'a middle name makes no other person',
      [[['person', 'Ana Berit Marrow']], [['person', 'Ana Marrow']], [['person', 'Marrow']]],
      ['person:ana-berit-marrow'],
    ],
    [
      'a given name alone is not enough',
      [[['person', 'Ana Marrow']], [['person', 'Ana']]],
      ['person:ana', 'person:ana-marrow'],
    ],
    [
      'a document that has both keeps them apart',
      [
        [
          ['person', 'Ana Marrow'],
          ['person', 'Marrow'],
        ],
      ],
      ['person:ana-marrow', 'person:marrow'],
    ],
    [
      'an alias joins',
      [[['country', 'Republic of Talvia', 'Talvia']], [['country', 'Talvia']]],
      ['country:republic-of-talvia'],
    ],
    [
      'an alias that two have joins neither',
      [[['organization', 'River Council', 'RC']], [['organization', 'Red Circle', 'RC']], [['organization', 'RC']]],
      ['organization:rc', 'organization:red-circle', 'organization:river-council'],
    ],
    [
      'aliases join along a chain',
      [[['country', 'Aland', 'Beland']], [['country', 'Beland', 'Celand']], [['country', 'Celand']]],
      ['country:beland'],
    ],
    [
      'case, diacritics and an article do not matter',
      [[['person', 'Sæl Örn']], [['person', 'SÆL ORN']]],
      ['person:sæl-orn'],
    ],
    [
      'an article does not matter',
      [[['organization', 'The Guard']], [['organization', 'Guard']]],
      ['organization:guard'],
    ],
    [
      'texts may waver between kinds of bodies',
      [[['armed_force', 'Talvian Guard']], [['armed_force', 'Talvian Guard']], [['organization', 'Talvian Guard']]],
      ['armed_force:talvian-guard'],
    ],
    [
      'a city is not the region of its name',
      [[['city', 'Karsholm']], [['region', 'Karsholm']]],
      ['city:karsholm', 'region:karsholm'],
    ],
    [
      'a person is not the country of her name',
      [[['person', 'Talvia']], [['country', 'Talvia']]],
      ['country:talvia', 'person:talvia'],
    ],
  ]
  test.each(cases)('%s', (_, lists, expected) => {
    expect(keys(documents(...lists))).toEqual(expected)
  })

  test('the node is called by the full name that most documents use', () => {
    const readings = documents(
      [['person', 'Ana B. Marrow']],
      [['person', 'Ana Marrow']],
      [
        ['person', 'Ana Marrow'],
        ['city', 'Velmont'],
      ],
      [['person', 'Marrow']],
    )
    expect(graphOf(readings).mapNodes((_, { label }) => label)).toEqual(['Velmont', 'Ana Marrow'])
  })
})

test.each([
  ['Marrow', 'Ana Marrow', true],
  ['al-Quist', 'Teodor al-Quist', true],
  ['Ana Marrow', 'Ana Berit Marrow', true],
  ['Ana', 'Ana Marrow', false],
  ['Ivo Marrow', 'Ana Marrow', false],
  ['Ana Marrow', 'Ana Marrow', false],
  ['Ivo Marrow', 'Ana Ivo Marrow', true],
  ['Ana Cela Marrow', 'Ana Berit Marrow Cela', false],
])('%s shortens %s: %s', (short, full, expected) => {
  const words = (name: string): string[] => name.toLowerCase().split(/[ -]/)
  expect(shortens(words(short), words(full))).toBe(expected)
})

test('every entity of every document becomes exactly one node, and keys are distinct', () => {
  fc.assert(
    fc.property(readingsArbitrary(6), (readings) => {
      const { graph, keyOf } = assemble(readings.map(stored), [], IMPRINT)
      for (const { document, extraction } of readings)
        for (const { id, type } of [...extraction.entities, ...extraction.events])
          expect(graph.hasNode(keyOf(document.id, id)), `${type} ${id}`).toBe(true)
      const used = new Set(
        readings.flatMap(({ document, extraction }) =>
          [...extraction.entities, ...extraction.events].map(({ id }) => keyOf(document.id, id)),
        ),
      )
      expect(graph.order).toBe(used.size)
    }),
    { ...SEEDED, numRuns: 100 },
  )
})

test('an id that a document does not list is a mistake that is named', () => {
  const [only] = documents([['city', 'Velmont']])
  const { keyOf } = assemble([stored(only!)], [], IMPRINT)
  expect(() => keyOf(only!.document.id, 'entity-7' as never)).toThrow(/entity-7/)
})
