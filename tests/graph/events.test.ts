/** What happened, and how many were killed in it. */
import { describe, expect, test } from 'vitest'
import { type EventQuery, eventsOf } from '../../src/graph/queries/events.ts'
import { FIRM } from '../../src/graph/queries/filter.ts'
import { linksOf } from '../../src/graph/queries/links.ts'
import { placesWithin } from '../../src/graph/queries/places.ts'
import { doubles, type Happening, sumTolls, tollOf } from '../../src/graph/queries/tolls.ts'
import type { CivilDate } from '../../src/model/date.ts'
import type { EventAttributes } from '../../src/model/graph.ts'
import { reading } from '../support/extractions.ts'
import { graphOf } from '../support/graphs.ts'
import { DAYS, smallGraph } from '../support/random-graph.ts'
import { SAMPLES } from '../support/samples.ts'

const harbour = reading({
  title: 'The harbour',
  date: '2031-05-02',
  sentences: [
    'The Talvian Guard shelled Lodesk in Nordia, killing three to five people and wounding nine.',
    'A raid on Velmont is planned, which may kill forty.',
    'Officials deny that the Guard attacked Lodesk.',
  ],
  entities: [
    { type: 'armed_force', name: 'Talvian Guard' },
    { type: 'city', name: 'Lodesk' },
    { type: 'region', name: 'Nordia' },
    { type: 'city', name: 'Velmont' },
  ],
  relations: [{ in: 0, is: ['Lodesk', 'located_in', 'Nordia'] }],
  events: [
    {
      in: 0,
      type: 'attack',
      label: 'Shelling of Lodesk',
      date: '2031-05-01',
      who: [['Talvian Guard', 'agent']],
      where: ['Lodesk'],
      killed: [3, 5, 'three to five'],
      wounded: [9, 9, 'nine'],
    },
    {
      in: 1,
      type: 'attack',
      label: 'Raid on Velmont',
      modality: 'planned',
      where: ['Velmont'],
      killed: [40, 40, 'forty'],
    },
    { in: 2, type: 'attack', label: 'Attack on Lodesk', modality: 'denied', by: 'officials', where: ['Lodesk'] },
  ],
})

const links = linksOf(graphOf([...SAMPLES, harbour]))
const ask = (query: Partial<EventQuery> = {}) => eventsOf(links, { modalities: FIRM, sort: 'date', ...query })
const labels = (query: Partial<EventQuery>): string[] => ask(query).found.map(({ attributes }) => attributes.label)

describe('events', () => {
  test('in order of time, those without a day last', () => {
    expect(labels({})).toEqual([
      'Meeting of Ilsa Marrow and Teodor Quist',
      'Strike on Karsholm',
      'Shelling of Lodesk',
      'Raid on Velmont',
    ])
    expect(labels({ sort: '-date' })[0]).toBe('Shelling of Lodesk')
  })

  const cases: readonly (readonly [string, Partial<EventQuery>, readonly string[]])[] = [
    ['a type', { types: ['meeting'] }, ['Meeting of Ilsa Marrow and Teodor Quist']],
    ['a place', { places: ['city:karsholm'] }, ['Strike on Karsholm']],
    ['a place that holds the place', { places: ['region:nordia'] }, ['Shelling of Lodesk']],
    ['who took part', { participants: ['armed_force:talvian-guard'] }, ['Strike on Karsholm', 'Shelling of Lodesk']],
    [
      'all who took part',
      { participants: ['person:ilsa-marrow', 'person:teodor-quist'] },
      ['Meeting of Ilsa Marrow and Teodor Quist'],
    ],
    ['two who never did', { participants: ['person:ilsa-marrow', 'armed_force:talvian-guard'] }, []],
    ['as what anybody took part', { roles: ['agent'] }, ['Strike on Karsholm', 'Shelling of Lodesk']],
    ['as what nobody took part', { roles: ['mediator'] }, []],
    ['as what', { participants: ['armed_force:talvian-guard'], roles: ['target'] }, []],
    ['a period', { from: '2031-04' as CivilDate }, ['Shelling of Lodesk', 'Raid on Velmont']],
    ['the day itself, which one has not', { from: '2031-04' as CivilDate, dateOf: 'fact' }, ['Shelling of Lodesk']],
    ['the least number of killed', { minKilled: 4 }, ['Strike on Karsholm', 'Raid on Velmont']],
    ['the least number of wounded', { minWounded: 1 }, ['Shelling of Lodesk']],
    ['what is denied, where it is asked for', { modalities: ['denied'] }, ['Attack on Lodesk']],
    ['whose word it is', { modalities: ['denied'], speakers: ['Officials'] }, ['Attack on Lodesk']],
    ['somebody else', { modalities: ['denied'], speakers: ['witnesses'] }, []],
  ]
  test.each(cases)('by %s', (_, query, expected) => {
    expect(labels(query)).toEqual(expected)
  })

  test('the worst first', () => {
    expect(labels({ sort: 'toll' }).slice(0, 3)).toEqual([
      'Raid on Velmont',
      'Shelling of Lodesk',
      'Strike on Karsholm',
    ])
  })

  test('nobody is killed by a plan', () => {
    expect(ask().tolls).toEqual({ killed: { min: 9, max: null, events: 2 }, wounded: { min: 9, max: 9, events: 1 } })
    expect(ask({ places: ['region:nordia'] }).tolls.killed).toEqual({ min: 3, max: 5, events: 1 })
  })

  test('are counted by type', () => {
    expect(ask().counts).toEqual({ meeting: 1, attack: 3 })
  })
})

const happening = (key: string, date: string, place: string, more: Partial<EventAttributes> = {}): Happening => ({
  key,
  places: [place],
  attributes: {
    ...{ kind: 'event', type: 'attack', label: key, aliases: [], mentions: 1, evidence: [], modality: 'asserted' },
    ...{ rule: 'test', confidence: 1, ...(date !== '' && { date: date as CivilDate }), ...more },
  },
})

describe('tolls', () => {
  test('of one happening reach from the least to the most that reports give', () => {
    const { attributes } = happening('a', '2031-01-01', 'x', {
      killed: 6,
      killedMax: 6,
      reports: [
        { document: 'one' as never, killed: 4, killedMax: 4 },
        { document: 'two' as never, killed: 6, killedMax: 6 },
      ],
    })
    expect(tollOf(attributes, 'killed')).toEqual({ min: 4, max: 6 })
    expect(tollOf(attributes, 'wounded')).toBeUndefined()
  })

  test.each([
    [
      'one day and place',
      [
        ['2031-01-01', 'x'],
        ['2031-01-01', 'x'],
      ],
      { min: 5, max: 7, events: 2 },
    ],
    [
      'another day',
      [
        ['2031-01-01', 'x'],
        ['2031-01-02', 'x'],
      ],
      { min: 7, max: 7, events: 2 },
    ],
    [
      'another place',
      [
        ['2031-01-01', 'x'],
        ['2031-01-01', 'y'],
      ],
      { min: 7, max: 7, events: 2 },
    ],
    [
      'no day',
      [
        ['2031-01-01', 'x'],
        ['', 'x'],
      ],
      { min: 7, max: 7, events: 2 },
    ],
    [
      'the month only',
      [
        ['2031-01-01', 'x'],
        ['2031-01', 'x'],
      ],
      { min: 7, max: 7, events: 2 },
    ],
  ] as const)('two that may be one: %s', (_, [one, other], expected) => {
    const both = [
      happening('a', one[0], one[1], { killed: 2, killedMax: 2 }),
      happening('b', other[0], other[1], { killed: 5, killedMax: 5 }),
    ]
    expect(sumTolls(both, 'killed')).toEqual(expected)
    expect(sumTolls(both.toReversed(), 'killed')).toEqual(expected)
  })

  test('another type is another happening', () => {
    const arrests = happening('b', '2031-01-01', 'x', { type: 'arrest', killed: 1, killedMax: 1 })
    expect(doubles([happening('a', '2031-01-01', 'x'), arrests])).toHaveLength(2)
  })

  test('the lower end is never above the upper one, nor below the greatest single number', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const found = eventsOf(linksOf(smallGraph(seed, 24)), { sort: 'date' }).found
      const sum = sumTolls(found, 'killed')
      const least = found.map(({ attributes }) => tollOf(attributes, 'killed')?.min ?? 0)
      if (sum === undefined) continue
      expect(sum.min).toBeGreaterThanOrEqual(Math.max(...least))
      expect(sum.min).toBeLessThanOrEqual(least.reduce((a, b) => a + b, 0))
      if (sum.max !== null) expect(sum.max).toBeGreaterThanOrEqual(sum.min)
    }
  })
})

test('a place holds what lies in what lies in it, and no other', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = linksOf(smallGraph(seed, 18))
    for (const place of random.keys) {
      const within = new Set([place])
      for (let before = 0; before !== within.size; ) {
        before = within.size
        random.edgeKeys.forEach((_, i) => {
          const { source, target, attributes } = random.link(i)
          if (attributes.relation === 'located_in' && attributes.modality === 'asserted' && within.has(target))
            within.add(source)
        })
      }
      expect([...placesWithin(random, [place])].map((node) => random.keys[node]).sort()).toEqual([...within].sort())
    }
  }
})

test('a state holds what bears its code, and a part of it does not', () => {
  const towns = reading({
    title: 'Two towns',
    date: '2031-05-02',
    sentences: ['Shells fell on Lodesk and on Velmont, in Nordia and beyond.'],
    entities: [
      { type: 'city', name: 'Lodesk', country: 'GB' },
      { type: 'city', name: 'Velmont', country: 'NO' },
      { type: 'region', name: 'Nordia', country: 'GB' },
      { type: 'country', name: 'United Kingdom', country: 'GB' },
      { type: 'country', name: 'Wales', country: 'GB' },
    ],
    events: [
      { in: 0, type: 'attack', label: 'Shelling of Lodesk', where: ['Lodesk'] },
      { in: 0, type: 'attack', label: 'Shelling of Velmont', where: ['Velmont'] },
    ],
  })
  const all = linksOf(graphOf([towns]))
  const at = (place: string): string[] =>
    eventsOf(all, { places: [place], sort: 'date' }).found.map(({ attributes }) => attributes.label)
  expect(at('country:united-kingdom')).toEqual(['Shelling of Lodesk'])
  expect(at('country:wales')).toEqual([])
  expect(at('region:nordia')).toEqual([])
})

test('a plain filter finds the same events', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = linksOf(smallGraph(seed, 24))
    const [from, to] = [DAYS[0]!, '2031-02-28' as CivilDate]
    const found = eventsOf(random, {
      modalities: ['asserted', 'planned'],
      from,
      to,
      dateOf: 'fact',
      minKilled: 2,
      sort: 'date',
    })
    const plain = random.keys.filter((key) => {
      const node = random.attributesAt(key)!
      if (node.kind !== 'event' || node.date === undefined || (node.killed ?? -1) < 2) return false
      const isDuring = node.date <= to && node.date.padEnd(10, '~') >= from
      return ['asserted', 'planned'].includes(node.modality) && isDuring
    })
    expect(found.found.map(({ key }) => key).sort()).toEqual(plain.sort())
  }
})
