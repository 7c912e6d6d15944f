/** Which names of different documents are one thing, which are two, and which a person is asked about. On invented names. */
import { describe, expect, test } from 'vitest'
import { assemble } from '../../src/graph/build/assemble.ts'
import type { Assembly } from '../../src/graph/build/assembly.ts'
import type { StoredDocument } from '../../src/graph/knowledge-graph.ts'
import { areNicknames } from '../../src/graph/resolve/nicknames.ts'
import { looseSpellingKey, spellingKey } from '../../src/graph/resolve/spelling.ts'
import { asNodeKey } from '../../src/model/ids.ts'
import type { EntityType } from '../../src/model/ontology.ts'
import { Desk } from '../support/corrections.ts'
import { type Draft, type EntityDraft, type Reading, reading, stored } from '../support/extractions.ts'
import { IMPRINT } from '../support/graphs.ts'

interface Person {
  readonly name: string
  readonly role?: string
  readonly state?: string
  /** Others whom the text names. */
  readonly with?: readonly string[]
}

let texts = 0

/** A text that names one person. */
function about({ name, role, state, with: company = [] }: Person): Reading {
  const others = company.map((other): EntityDraft => ({ type: 'person', name: other }))
  return reading({
    sentences: [`Text ${texts++}: ${role ?? ''} ${name} of ${state ?? 'nowhere'}, ${company.join(', ')}.`],
    entities: [
      { type: 'person', name, roles: role === undefined ? [] : [[role]] },
      ...(state === undefined ? [] : [{ type: 'country', name: state } as const]),
      ...others,
    ],
    relations: state === undefined ? [] : [{ in: 0, is: [name, 'official_of', state] }],
  })
}

const named = (type: EntityType, ...names: readonly string[]): Reading[] =>
  names.map((name) => reading({ sentences: [`Text ${texts++} names ${name}.`], entities: [{ type, name }] }))

const assembled = (readings: readonly Reading[]): Assembly => assemble(readings.map(stored), [], IMPRINT)

const keys = (readings: readonly Reading[], type = 'person'): string[] =>
  assembled(readings).graph.filterNodes((_, attributes) => attributes.type === type)

const suggested = (readings: readonly Reading[]): string[] =>
  assembled(readings)
    .suggestions()
    .map(({ node, other }) => [node, other].sort().join(' = '))

describe('spellings', () => {
  test.each([
    ['Brelenskyy', 'Brelensky', 'Brelenskiy', 'Brelenskyi', 'Brelenskij', 'Brelenski'],
    ['Yanukhov', 'Janukhov', 'Ianukhov'],
    ['Müllner', 'Muellner', 'Mullner'],
    ['Sørqvist', 'Soerkvist', 'Sorqvist'],
    ['Tchalykov', 'Chalykov', 'Czalykov'],
    ['Akhmedov', 'Ahmedov'],
    ['Schulmann', 'Shulman'],
    ['Mahmoudi', 'Mahmudi', 'Mahmoodi'],
    ['Josephine', 'Josefine'],
    ['Wladimirow', 'Vladimirov'],
  ])('%s and its like have one key', (...names) => {
    const found = names.filter((name) => name !== undefined).map((name) => spellingKey(name.toLowerCase()))
    expect(new Set(found).size).toBe(1)
  })

  test.each([
    ['Qarrafi', 'Garrafi', 'Karrafi', 'Gharrafi'],
    ['Mohammed', 'Muhammad', 'Mohamed', 'Muhammed'],
    ['Hussein', 'Husain', 'Hussain'],
  ])('%s and its like are similar', (...names) => {
    const found = names.filter((name) => name !== undefined).map((name) => looseSpellingKey(name.toLowerCase()))
    expect(new Set(found).size).toBe(1)
  })

  test.each([
    ['Marrow', 'Morrow'],
    ['Lee', 'Li'],
    ['Karlin', 'Kerlin'],
    ['Tanner', 'Thanner'],
  ])('%s and %s are two names', (a, b) => {
    expect(spellingKey(a.toLowerCase())).not.toBe(spellingKey(b.toLowerCase()))
  })

  test('nicknames', () => {
    expect([areNicknames('bill', 'william'), areNicknames('bill', 'will'), areNicknames('bill', 'robert')]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('people', () => {
  const one: readonly (readonly [why: string, people: readonly Person[]])[] = [
    ['spellings of a surname', [{ name: 'Oleh Brelenskyy' }, { name: 'Oleh Brelensky' }, { name: 'Brelenskiy' }]],
    ['diacritics', [{ name: 'Åsa Brännlund' }, { name: 'Asa Brannlund' }]],
    ['nicknames', [{ name: 'William Tarrow' }, { name: 'Bill Tarrow' }]],
    ['initials', [{ name: 'Ana Tarrow' }, { name: 'A. Tarrow' }]],
    ['one given name, similar surnames', [{ name: 'Omar Qarrafi' }, { name: 'Omar Gharrafi' }]],
    [
      'similar names in the same state',
      [
        { name: 'Mohammed Qarrafi', state: 'Talvia' },
        { name: 'Muhammad Garrafi', state: 'Talvia' },
      ],
    ],
    [
      'offices of one state',
      [
        { name: 'Ana Tarrow', role: 'foreign minister', state: 'Talvia' },
        { name: 'Ana Tarrow', role: 'prime minister', state: 'Talvia' },
      ],
    ],
    ['an office and none', [{ name: 'Ana Tarrow', role: 'minister', state: 'Talvia' }, { name: 'Ana Tarrow' }]],
    [
      'a surname, by the company that it keeps',
      [
        { name: 'Ana Tarrow', with: ['Ivo Quist', 'Zora Klim'] },
        { name: 'Ivan Tarrow' },
        { name: 'Tarrow', with: ['Ivo Quist', 'Zora Klim'] },
      ],
    ],
  ]
  test.each(one)('%s: one', (_, people) => {
    const found = keys(people.map(about)).filter((key) => !/quist|klim|ivan/.test(key))
    expect(found).toHaveLength(1)
  })

  const two: readonly (readonly [why: string, people: readonly Person[], asked: boolean])[] = [
    [
      'a minister and a footballer',
      [
        { name: 'Jean Tarrow', role: 'French minister', state: 'France' },
        { name: 'Jean Tarrow', role: 'footballer' },
      ],
      true,
    ],
    [
      'officials of two states',
      [
        { name: 'Jean Tarrow', role: 'general', state: 'Talvia' },
        { name: 'Jean Tarrow', role: 'judge', state: 'Ostrava' },
      ],
      true,
    ],
    ['similar surnames alone', [{ name: 'Qarrafi' }, { name: 'Gharrafi' }], true],
    ['similar names and nothing else', [{ name: 'Mohammed Qarrafi' }, { name: 'Muhammad Garrafi' }], true],
    ['given names that differ', [{ name: 'Ana Tarrow' }, { name: 'Ivo Tarrow' }], false],
    ['surnames that differ by a letter', [{ name: 'Ana Tarrow' }, { name: 'Ana Torrow' }], false],
  ]
  test.each(two)('%s: two', (_, people, asked) => {
    const readings = people.map(about)
    expect(keys(readings)).toHaveLength(2)
    expect(suggested(readings).filter((pair) => pair.startsWith('person:'))).toHaveLength(asked ? 1 : 0)
  })

  test('two of one name bear what tells them apart in their keys, and a third text joins neither', () => {
    const readings = [
      about({ name: 'Jean Tarrow', role: 'French minister', state: 'France' }),
      about({ name: 'Jean Tarrow', role: 'footballer' }),
      about({ name: 'Jean Tarrow' }),
    ]
    expect(keys(readings)).toEqual([
      'person:jean-tarrow',
      'person:jean-tarrow~sport',
      'person:jean-tarrow~state-france',
    ])
    expect(suggested(readings)).toHaveLength(3)
  })

  test('a surname that two share joins neither, and both are suggested', () => {
    const readings = [about({ name: 'Ana Tarrow' }), about({ name: 'Ivo Tarrow' }), about({ name: 'Tarrow' })]
    expect(suggested(readings)).toEqual(['person:ana-tarrow = person:tarrow', 'person:ivo-tarrow = person:tarrow'])
  })
})

describe('other things', () => {
  test.each<readonly [string, EntityType, readonly string[], number]>([
    ['spellings of a city', 'city', ['Brelensky', 'Brelenskyy'], 1],
    ['a city with and without diacritics', 'city', ['Zürnbach', 'Zurnbach'], 1],
    ['short names that are alike', 'city', ['Mari', 'Mary'], 2],
    ['initials of a body, without more', 'organization', ['River Peace Council', 'RPC'], 2],
  ])('%s', (_, type, names, count) => {
    expect(keys(named(type, ...names), type)).toHaveLength(count)
  })

  test('initials of a body are suggested', () => {
    expect(suggested(named('organization', 'River Peace Council', 'RPC'))).toEqual([
      'organization:river-peace-council = organization:rpc',
    ])
  })

  test('a state that was once read as a person is suggested, a city of its name is not', () => {
    const readings = [...named('country', 'Velmara'), ...named('person', 'Velmara'), ...named('city', 'Velmara')]
    expect(suggested(readings)).toEqual(['country:velmara = person:velmara'])
  })
})

describe('what a person says of suggestions', () => {
  const readings = [
    about({ name: 'Jean Tarrow', role: 'minister', state: 'France' }),
    about({ name: 'Jean Tarrow', role: 'footballer' }),
  ]
  const [MINISTER, PLAYER] = [asNodeKey('person:jean-tarrow~state-france'), asNodeKey('person:jean-tarrow~sport')]

  test('the same: they are one', () => {
    const desk = new Desk(readings)
    desk.correct({ act: 'merge', node: MINISTER, others: [PLAYER] })
    expect(desk.assembly.suggestions()).toEqual([])
    expect(desk.assembly.findNode(PLAYER)).toBe(MINISTER)
    const { joins } = desk.assembly.identityOf(MINISTER)!
    expect(joins).toEqual([{ one: 0, other: 1, score: 1, reasons: [{ reason: 'a person has said so', score: 1 }] }])
  })

  test('not the same: they are not suggested again', () => {
    const desk = new Desk(readings)
    const entry = desk.correct({ act: 'distinct', node: MINISTER, other: PLAYER })
    expect(desk.assembly.suggestions()).toEqual([])
    expect(desk.waiting).toEqual([])
    desk.undo(entry)
    expect(desk.assembly.suggestions()).toHaveLength(1)
  })

  test('not the same: what names would join stays two', () => {
    const desk = new Desk([about({ name: 'Oleh Brelenskyy' }), about({ name: 'Oleh Brelensky' })])
    const [first, second] = desk.readings
    expect(desk.assembly.graph.order).toBe(1)
    const at = ({ document }: Reading, name: string) => {
      const start = document.text.indexOf(name)
      return [{ document: document.id, start, end: start + name.length }]
    }
    desk.append({
      act: 'distinct',
      node: { key: asNodeKey('person:oleh-brelenskyy'), at: at(first!, 'Oleh Brelenskyy') },
      other: { key: asNodeKey('person:oleh-brelensky'), at: at(second!, 'Oleh Brelensky') },
    })
    expect(desk.assembly.graph.nodes()).toEqual(['person:oleh-brelensky', 'person:oleh-brelenskyy'])
  })
})

test('a node tells why it is one', () => {
  const { identityOf } = assembled([
    about({ name: 'Ana Tarrow', role: 'minister', state: 'Talvia' }),
    about({ name: 'Tarrow' }),
  ])
  const identity = identityOf(asNodeKey('person:ana-tarrow'))!
  expect(identity.parts.map(({ label }) => label).sort()).toEqual(['Ana Tarrow (state, talvia)', 'Tarrow'])
  expect(identity.joins).toMatchObject([{ score: 0.85, reasons: [{ reason: 'surname alone', score: 0.85 }] }])
})

describe('happenings', () => {
  interface Strike {
    readonly date?: string
    readonly published?: string
    readonly in?: string
    readonly by?: string
    readonly killed?: number
    readonly modality?: 'asserted' | 'denied'
    readonly twice?: boolean
  }
  function strike({
    date,
    published = '2031-03-06',
    in: city = 'Karsholm',
    by,
    killed,
    modality,
    twice,
  }: Strike): Reading {
    const event: NonNullable<Draft['events']>[number] = {
      in: 0,
      type: 'attack',
      label: `Strike on ${city}`,
      ...(date !== undefined && { date }),
      ...(modality !== undefined && { modality }),
      where: [city],
      ...(by !== undefined && { who: [[by, 'agent']] }),
      ...(killed !== undefined && { killed: [killed, killed, String(killed)] }),
    }
    return reading({
      date: published,
      sentences: [`Text ${texts++}: ${by ?? 'Somebody'} struck ${city}.`],
      entities: [
        { type: 'city', name: city },
        ...(by === undefined ? [] : [{ type: 'armed_force', name: by } as const]),
      ],
      events: twice ? [event, { ...event, label: 'Another strike' }] : [event],
    })
  }
  const events = (...strikes: readonly Strike[]): string[] =>
    assembled(strikes.map(strike)).graph.filterNodes((_, { kind }) => kind === 'event')

  const day = '2031-03-05'
  const cases: readonly (readonly [why: string, strikes: readonly Strike[], count: number])[] = [
    ['the same day and place', [{ date: day }, { date: day }], 1],
    [
      'the same day, place and doer',
      [
        { date: day, by: 'Guard' },
        { date: day, by: 'Guard' },
      ],
      1,
    ],
    [
      'a day apart, with the doer',
      [
        { date: day, by: 'Guard' },
        { date: '2031-03-04', by: 'Guard' },
      ],
      1,
    ],
    ['a day apart, and nobody named', [{ date: day }, { date: '2031-03-04' }], 2],
    ['another place', [{ date: day }, { date: day, in: 'Velmont' }], 2],
    [
      'another doer',
      [
        { date: day, by: 'Guard' },
        { date: day, by: 'Rebels' },
      ],
      2,
    ],
    [
      'a week apart',
      [
        { date: day, by: 'Guard' },
        { date: '2031-03-12', by: 'Guard' },
      ],
      2,
    ],
    ['a denial', [{ date: day }, { date: day, modality: 'denied' }], 2],
    ['without dates, in old papers', [{ by: 'Guard', published: '2030-01-01' }, { by: 'Guard' }], 2],
    ['two in one text, which has told them apart', [{ date: day, twice: true }], 2],
    ['one that fits two of another text', [{ date: day, twice: true }, { date: day }], 3],
  ]
  test.each(cases)('%s', (_, strikes, count) => {
    expect(events(...strikes)).toHaveLength(count)
  })

  test('differing dates and tolls stand side by side, with their texts', () => {
    const readings = [
      strike({ date: day, by: 'Guard', killed: 6, published: '2031-03-05' }),
      strike({ date: '2031-03-04', by: 'Guard', killed: 9, published: '2031-03-06' }),
      strike({ date: day, by: 'Guard', published: '2031-03-07' }),
    ]
    const { graph } = assembled(readings)
    const [event] = graph.filterNodes((_, { kind }) => kind === 'event')
    expect(graph.getNodeAttributes(event)).toMatchObject({
      date: day,
      killed: 9,
      disputed: ['date', 'killed'],
      reports: [
        { document: readings[0]!.document.id, date: day, killed: 6 },
        { document: readings[1]!.document.id, date: '2031-03-04', killed: 9 },
        { document: readings[2]!.document.id, date: day },
      ],
    })
    const [place] = graph.outEdges(event)
    expect(graph.getEdgeAttribute(place, 'weight')).toBe(3)
  })

  test('copies of one report do not outvote others', () => {
    const readings = [
      strike({ date: day, by: 'Guard', published: '2031-03-05' }),
      strike({ date: '2031-03-04', by: 'Guard', published: '2031-03-06' }),
      strike({ date: '2031-03-04', by: 'Guard', killed: 9, published: '2031-03-07' }),
    ]
    const dateOf = (documents: readonly StoredDocument[]): unknown => {
      const { graph } = assemble(documents, [], IMPRINT)
      const [event, ...others] = graph.filterNodes((_, { kind }) => kind === 'event')
      expect(others).toEqual([])
      return graph.getNodeAttribute(event, 'date' as never)
    }
    const [first, second, third] = readings.map(stored) as [StoredDocument, StoredDocument, StoredDocument]
    expect(dateOf([first, second, third])).toBe('2031-03-04')
    const copy = { ...third, document: { ...third.document, copyOf: second.document.id } }
    expect(dateOf([first, second, copy])).toBe(day)
  })

  test('one report has nothing to dispute', () => {
    const { graph } = assembled([strike({ date: day })])
    const [event] = graph.filterNodes((_, { kind }) => kind === 'event')
    expect(graph.getNodeAttributes(event)).not.toHaveProperty('reports')
    expect(graph.getNodeAttributes(event)).not.toHaveProperty('disputed')
  })

  test('a person may join two, or tell two apart', () => {
    const desk = new Desk([strike({ date: day }), strike({ date: '2031-03-04' })])
    const [a, b] = desk.assembly.graph.filterNodes((_, { kind }) => kind === 'event').map(asNodeKey)
    desk.correct({ act: 'merge', node: a!, others: [b!] })
    expect(desk.assembly.graph.filterNodes((_, { kind }) => kind === 'event')).toEqual([a])
    expect(desk.assembly.graph.getNodeAttribute(a!, 'disputed' as never)).toEqual(['date'])
    desk.undo()
    expect(desk.assembly.graph.filterNodes((_, { kind }) => kind === 'event')).toHaveLength(2)
  })
})
