/** What each correction does to the graph of three dispatches, and that undoing it leaves nothing behind. */
import { describe, expect, test } from 'vitest'
import type { Wish } from '../../../src/model/corrections.ts'
import type { CivilDate } from '../../../src/model/date.ts'
import { InvalidInputError, NotFoundError } from '../../../src/model/errors.ts'
import { asEdgeKey, asNodeKey } from '../../../src/model/ids.ts'
import { Desk } from '../../support/corrections.ts'
import { followUp, SAMPLES, strike, summit } from '../../support/samples.ts'

const [MARROW, QUIST, ODUYA, TESSALY] = [
  asNodeKey('person:ilsa-marrow'),
  asNodeKey('person:teodor-quist'),
  asNodeKey('person:bram-oduya'),
  asNodeKey('person:runa-tessaly'),
]
const [GUARD, LIND, KARSHOLM] = [
  asNodeKey('armed_force:talvian-guard'),
  asNodeKey('country:ostrava-lind'),
  asNodeKey('city:karsholm'),
]
const onlyDate = '2031-05-01' as CivilDate

const cases: readonly (readonly [
  what: string,
  wish: (desk: Desk) => Wish,
  gone: readonly string[],
  come: readonly string[],
])[] = [
  [
    'merge: relations of both become those of the first',
    () => ({ act: 'merge', node: ODUYA, others: [TESSALY] }),
    ['person:runa-tessaly official_of country:ostrava-lind, former'],
    ['person:bram-oduya official_of country:ostrava-lind, former'],
  ],
  [
    'split: a mention leaves with its relation',
    (desk) => ({
      act: 'split',
      node: MARROW,
      parts: [{ name: 'Ivo Marrow', mentions: desk.mentions(MARROW, strike) }],
    }),
    ['person:ilsa-marrow accused armed_force:talvian-guard'],
    ['person:ivo-marrow~ENTRY accused armed_force:talvian-guard'],
  ],
  [
    'hide: a node goes with its relations',
    () => ({ act: 'hide', node: TESSALY }),
    ['person:runa-tessaly official_of country:ostrava-lind, former'],
    [],
  ],
  [
    'hide: an event goes with the relations that are short for it',
    (desk) => ({ act: 'hide', node: desk.event('attack') }),
    [
      'armed_force:talvian-guard participant_in event:attack:23764333b3dc, agent',
      'armed_force:talvian-guard struck city:karsholm',
      'event:attack:23764333b3dc occurred_at city:karsholm',
    ],
    [],
  ],
  [
    'status: of an event and all that hangs on it',
    (desk) => ({ act: 'restate', node: desk.event('attack'), modality: 'denied' }),
    [
      'armed_force:talvian-guard participant_in event:attack:23764333b3dc, agent',
      'armed_force:talvian-guard struck city:karsholm',
      'event:attack:23764333b3dc occurred_at city:karsholm',
    ],
    [
      'armed_force:talvian-guard participant_in event:attack:23764333b3dc, denied, agent',
      'armed_force:talvian-guard struck city:karsholm, denied',
      'event:attack:23764333b3dc occurred_at city:karsholm, denied',
    ],
  ],
  [
    'a relation is wrong, in all its statements',
    (desk) => ({ act: 'drop-edge', edge: desk.edge(MARROW, 'met_with', QUIST) }),
    ['person:ilsa-marrow met_with person:teodor-quist, ×2'],
    [],
  ],
  [
    'a relation is another one, and then lies in its direction',
    (desk) => ({ act: 'retype-edge', edge: desk.edge(ODUYA, 'envoy_of', MARROW), relation: 'ally_of' }),
    ['person:bram-oduya envoy_of person:ilsa-marrow'],
    ['person:bram-oduya ally_of person:ilsa-marrow'],
  ],
  [
    'a relation is turned round',
    (desk) => ({ act: 'turn-edge', edge: desk.edge(ODUYA, 'envoy_of', MARROW) }),
    ['person:bram-oduya envoy_of person:ilsa-marrow'],
    ['person:ilsa-marrow envoy_of person:bram-oduya'],
  ],
  [
    'a relation has another end',
    (desk) => ({ act: 'redirect-edge', edge: desk.edge(MARROW, 'accused', GUARD), source: QUIST }),
    ['person:ilsa-marrow accused armed_force:talvian-guard'],
    ['person:teodor-quist accused armed_force:talvian-guard'],
  ],
  [
    'a part in an event has another end',
    (desk) => ({ act: 'redirect-edge', edge: desk.edge(GUARD, 'participant_in', desk.event('attack')), source: LIND }),
    ['armed_force:talvian-guard participant_in event:attack:23764333b3dc, agent'],
    ['country:ostrava-lind participant_in event:attack:23764333b3dc, agent'],
  ],
  [
    'a relation has another status',
    (desk) => ({ act: 'restate-edge', edge: desk.edge(GUARD, 'struck', KARSHOLM), modality: 'possible' }),
    ['armed_force:talvian-guard struck city:karsholm'],
    ['armed_force:talvian-guard struck city:karsholm, possible'],
  ],
  [
    'a relation is added by hand, to somebody new',
    () => ({
      act: 'add-edge',
      source: { type: 'person', name: 'Ada Lune' },
      relation: 'commander_of',
      target: GUARD,
      modality: 'asserted',
      date: null,
      former: false,
      evidence: [],
    }),
    [],
    ['person:ada-lune commander_of armed_force:talvian-guard'],
  ],
  [
    'an event is added by hand',
    () => ({
      act: 'add-event',
      type: 'call',
      label: 'Call of Marrow and Quist',
      date: onlyDate,
      endDate: null,
      participants: [
        { node: MARROW, role: 'participant' },
        { node: QUIST, role: 'participant' },
      ],
      places: [],
      modality: 'asserted',
      evidence: [{ document: followUp.document.id, start: 0, end: 12 }],
    }),
    [],
    ['person:ilsa-marrow participant_in EVENT, participant', 'person:teodor-quist participant_in EVENT, participant'],
  ],
]

describe.each(cases)('%s', (_, wish, gone, come) => {
  test('and undone, nothing of it is left', () => {
    const desk = new Desk(SAMPLES)
    const before = desk.triples
    const entry = desk.correct(wish(desk))
    const named = come.map((triple) =>
      triple.replace('ENTRY', entry.id).replace('EVENT', desk.triples.join().match(/event:call:\w+/)?.[0] ?? ''),
    )
    expect(desk.triples).toEqual([...before.filter((triple) => !gone.includes(triple)), ...named].sort())
    expect(desk.waiting).toEqual([])
    desk.undo()
    expect(desk.triples).toEqual(before)
    desk.redo()
    expect(desk.triples).toEqual([...before.filter((triple) => !gone.includes(triple)), ...named].sort())
  })
})

describe('of nodes', () => {
  test('a new name stands before the old one, under the same key', () => {
    const desk = new Desk(SAMPLES)
    desk.correct({ act: 'rename', node: TESSALY, name: 'Runa Tessaly-Brand' })
    expect(desk.assembly.graph.getNodeAttributes(TESSALY)).toMatchObject({
      label: 'Runa Tessaly-Brand',
      aliases: ['Runa Tessaly', 'Tessaly'],
    })
  })

  test('an event is renamed too, and keeps its key', () => {
    const desk = new Desk(SAMPLES)
    const attack = desk.event('attack')
    desk.correct({ act: 'rename', node: attack, name: 'Raid on Karsholm' })
    expect(desk.assembly.graph.getNodeAttribute(attack, 'label')).toBe('Raid on Karsholm')
  })

  test('another type keeps key and relations', () => {
    const desk = new Desk(SAMPLES)
    const before = desk.triples
    desk.correct({ act: 'retype', node: GUARD, type: 'organization' })
    expect(desk.assembly.graph.getNodeAttribute(GUARD, 'type')).toBe('organization')
    expect(desk.triples).toEqual(before)
  })

  test('what is confirmed says so', () => {
    const desk = new Desk(SAMPLES)
    const edge = desk.edge(GUARD, 'struck', KARSHOLM)
    desk.correct({ act: 'confirm', node: GUARD })
    desk.correct({ act: 'confirm-edge', edge })
    const { graph } = desk.assembly
    expect(graph.getNodeAttributes(GUARD)).toMatchObject({ confirmed: true })
    expect(graph.getEdgeAttributes(edge)).toMatchObject({ confirmed: true, confidence: 1 })
    expect(graph.getNodeAttributes(KARSHOLM)).not.toHaveProperty('confirmed')
  })

  test('after a merge the old key still answers, also after a second merge', () => {
    const desk = new Desk(SAMPLES)
    desk.correct({ act: 'merge', node: ODUYA, others: [TESSALY] })
    desk.correct({ act: 'merge', node: QUIST, others: [ODUYA] })
    const { findNode, graph } = desk.assembly
    expect([TESSALY, ODUYA, QUIST].map(findNode)).toEqual([QUIST, QUIST, QUIST])
    expect(graph.getNodeAttribute(QUIST, 'aliases')).toContain('Runa Tessaly')
    desk.undo()
    expect([TESSALY, ODUYA].map(desk.assembly.findNode)).toEqual([ODUYA, ODUYA])
  })

  test('undoing the first of two merges leaves the second', () => {
    const desk = new Desk(SAMPLES)
    const first = desk.correct({ act: 'merge', node: ODUYA, others: [TESSALY] })
    desk.correct({ act: 'merge', node: QUIST, others: [ODUYA] })
    desk.undo(first)
    const { findNode } = desk.assembly
    expect([findNode(ODUYA), findNode(TESSALY)]).toEqual([QUIST, TESSALY])
  })

  test('a name given to a node that is merged afterwards does not name the other', () => {
    const desk = new Desk(SAMPLES)
    desk.correct({ act: 'rename', node: TESSALY, name: 'The Minister' })
    desk.correct({ act: 'merge', node: ODUYA, others: [TESSALY] })
    expect(desk.assembly.graph.getNodeAttribute(ODUYA, 'label')).toBe('Bram Oduya')
    expect(desk.assembly.graph.getNodeAttribute(ODUYA, 'aliases')).toContain('The Minister')
  })

  test('all mentions of one document may leave', () => {
    const desk = new Desk(SAMPLES)
    const entry = desk.correct({
      act: 'split',
      node: QUIST,
      parts: [{ mentions: desk.mentions(QUIST, followUp) }],
    })
    const { graph } = desk.assembly
    expect(graph.getNodeAttributes(`person:teodor-quist~${entry.id}`)).toMatchObject({
      label: 'Teodor Quist',
      mentions: 1,
    })
    expect(graph.getNodeAttributes(QUIST)).toMatchObject({ mentions: 2 })
  })

  test('what was split can be merged with another', () => {
    const desk = new Desk(SAMPLES)
    const { id } = desk.correct({ act: 'split', node: MARROW, parts: [{ mentions: desk.mentions(MARROW, strike) }] })
    desk.correct({ act: 'merge', node: TESSALY, others: [asNodeKey(`person:ilsa-marrow~${id}`)] })
    expect(desk.triples).toContain('person:runa-tessaly accused armed_force:talvian-guard')
  })
})

describe('of relations', () => {
  test('two corrections of one relation both hold, and each can be undone alone', () => {
    const desk = new Desk(SAMPLES)
    const first = desk.correct({ act: 'retype-edge', edge: desk.edge(GUARD, 'struck', KARSHOLM), relation: 'captured' })
    desk.correct({ act: 'restate-edge', edge: desk.edge(GUARD, 'captured', KARSHOLM), modality: 'planned' })
    expect(desk.triples).toContain('armed_force:talvian-guard captured city:karsholm, planned')
    desk.undo(first)
    expect(desk.triples).toContain('armed_force:talvian-guard struck city:karsholm, planned')
  })

  test('what was added by hand can be corrected too', () => {
    const desk = new Desk(SAMPLES)
    desk.correct(
      {
        act: 'add-edge',
        source: TESSALY,
        relation: 'member_of',
        target: GUARD,
        modality: 'asserted',
        date: null,
        former: false,
        evidence: [],
      },
      'said on the telephone',
    )
    const edge = desk.edge(TESSALY, 'member_of', GUARD)
    expect(desk.assembly.graph.getEdgeAttributes(edge)).toMatchObject({
      rule: 'by hand',
      note: 'said on the telephone',
      weight: 1,
      evidence: [],
      confirmed: true,
    })
    desk.correct({ act: 'retype-edge', edge, relation: 'works_for' })
    expect(desk.triples).toContain('person:runa-tessaly works_for armed_force:talvian-guard')
  })
})

test('undo and redo go back and forth to any depth', () => {
  const desk = new Desk(SAMPLES)
  const states = [desk.triples]
  const wishes: readonly Wish[] = [
    { act: 'hide', node: TESSALY },
    { act: 'drop-edge', edge: desk.edge(MARROW, 'met_with', QUIST) },
    { act: 'merge', node: ODUYA, others: [QUIST] },
  ]
  for (const wish of wishes) {
    desk.correct(wish)
    states.push(desk.triples)
  }
  for (const state of states.slice(0, -1).reverse()) {
    desk.undo()
    expect(desk.triples).toEqual(state)
  }
  expect(() => desk.undo()).toThrow('There is nothing to undo.')
  for (const state of states.slice(1)) {
    desk.redo()
    expect(desk.triples).toEqual(state)
  }
  expect(() => desk.redo()).toThrow('There is nothing to redo.')
  desk.undo()
  desk.correct({ act: 'hide', node: KARSHOLM })
  expect(() => desk.redo()).toThrow('There is nothing to redo.')
  expect(desk.entries).toHaveLength(11)
})

describe('refused:', () => {
  const refusals: readonly (readonly [what: string, wish: (desk: Desk) => Wish, words: RegExp])[] = [
    ['an unknown node', () => ({ act: 'hide', node: asNodeKey('person:nobody') }), /no node "person:nobody"/],
    ['an unknown edge', () => ({ act: 'drop-edge', edge: asEdgeKey('met_with:0') }), /no edge "met_with:0"/],
    ['a node with itself', () => ({ act: 'merge', node: QUIST, others: [QUIST] }), /two different/],
    ['nothing to merge with', () => ({ act: 'merge', node: QUIST, others: [] }), /at least one/],
    ['an event with a person', (desk) => ({ act: 'merge', node: QUIST, others: [desk.event('attack')] }), /event/],
    ['a person of a type of events', () => ({ act: 'retype', node: QUIST, type: 'attack' }), /no type of actors/],
    ['an event of a type of actors', (desk) => ({ act: 'retype', node: desk.event('attack'), type: 'city' }), /events/],
    ['a name without a letter', () => ({ act: 'rename', node: QUIST, name: ' – ' }), /no letter/],
    ['the status of a person', () => ({ act: 'restate', node: QUIST, modality: 'denied' }), /no event/],
    [
      'a split that names mentions of somebody else',
      (desk) => ({ act: 'split', node: QUIST, parts: [{ mentions: desk.mentions(MARROW, strike) }] }),
      /no mention of person:teodor-quist/,
    ],
    [
      'a split that leaves nothing',
      (desk) => ({ act: 'split', node: TESSALY, parts: [{ mentions: desk.mentions(TESSALY, strike) }] }),
      /at least one mention has to stay/i,
    ],
    [
      'a relation that these ends cannot have',
      (desk) => ({ act: 'retype-edge', edge: desk.edge(GUARD, 'struck', KARSHOLM), relation: 'family_of' }),
      /cannot stand at the ends/,
    ],
    [
      'turning what has no direction',
      (desk) => ({ act: 'turn-edge', edge: desk.edge(MARROW, 'met_with', QUIST) }),
      /no direction/,
    ],
    [
      'both ends the same',
      (desk) => ({ act: 'redirect-edge', edge: desk.edge(MARROW, 'accused', GUARD), source: GUARD }),
      /two different ends/,
    ],
    [
      'the status of a part in an event',
      (desk) => ({
        act: 'restate-edge',
        edge: desk.edge(GUARD, 'participant_in', desk.event('attack')),
        modality: 'denied',
      }),
      /correct the event itself/,
    ],
    [
      'evidence outside of its text',
      () => ({
        act: 'add-edge',
        source: QUIST,
        relation: 'ally_of',
        target: MARROW,
        modality: 'asserted',
        date: null,
        former: false,
        evidence: [{ document: summit.document.id, start: 10, end: 100_000 }],
      }),
      /is no passage/,
    ],
  ]
  test.each(refusals)('%s', (_, wish, words) => {
    const desk = new Desk(SAMPLES)
    let error: unknown
    try {
      desk.correct(wish(desk))
    } catch (thrown) {
      error = thrown
    }
    expect(error instanceof InvalidInputError || error instanceof NotFoundError).toBe(true)
    expect((error as Error).message).toMatch(words)
    expect(desk.entries).toEqual([])
  })
})
