import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeJson } from '../../src/graph/formats/json.ts'
import { EDGES } from '../../src/model/ontology.ts'
import { readingsArbitrary, SEEDED } from '../support/arbitraries.ts'
import { reading } from '../support/extractions.ts'
import { graphOf, triples } from '../support/graphs.ts'
import { followUp, SAMPLES, strike, summit } from '../support/samples.ts'

const graph = graphOf(SAMPLES)
const [MARROW, QUIST, ODUYA] = ['person:ilsa-marrow', 'person:teodor-quist', 'person:bram-oduya']
const edgeBetween = (source: string, relation: string, target: string) => {
  const found = graph.findEdge(source, target, (_, attributes) => attributes.relation === relation)
  if (found === undefined) throw new Error(`no ${source} ${relation} ${target}`)
  return graph.getEdgeAttributes(found)
}

describe('three dispatches', () => {
  test('become one graph', () => {
    expect(triples(graph)).toEqual([
      'armed_force:talvian-guard participant_in event:attack:23764333b3dc, agent',
      'armed_force:talvian-guard struck city:karsholm',
      'event:attack:23764333b3dc occurred_at city:karsholm',
      'event:meeting:e75bab3f52a8 occurred_at city:velmont',
      'person:bram-oduya envoy_of person:ilsa-marrow',
      'person:bram-oduya spoke_with person:teodor-quist, denied, by person:teodor-quist',
      'person:bram-oduya visited city:karsholm, planned, by media:northern-wire',
      'person:ilsa-marrow accused armed_force:talvian-guard',
      'person:ilsa-marrow leader_of country:ostrava-lind',
      'person:ilsa-marrow met_with person:teodor-quist, ×2',
      'person:ilsa-marrow participant_in event:meeting:e75bab3f52a8, participant',
      'person:runa-tessaly official_of country:ostrava-lind, former',
      'person:teodor-quist participant_in event:meeting:e75bab3f52a8, participant',
    ])
  })

  test('tell of a person by all her names', () => {
    expect(graph.getNodeAttributes(MARROW)).toMatchObject({
      label: 'Ilsa Marrow',
      aliases: ['Marrow'],
      kind: 'actor',
      type: 'person',
      mentions: 3,
      role: ['President'],
    })
  })

  test('a role that is past reads so', () => {
    expect(graph.getNodeAttributes('person:runa-tessaly')).toMatchObject({ role: ['former minister'] })
  })

  test('an event carries its date, toll and class', () => {
    expect(graph.getNodeAttributes('event:attack:23764333b3dc')).toMatchObject({
      label: 'Strike on Karsholm',
      kind: 'event',
      type: 'attack',
      plover: 'ASSAULT',
      modality: 'asserted',
      date: '2031-03-05',
      killed: 6,
      killedText: 'at least six',
    })
    expect(graph.getNodeAttributes('event:attack:23764333b3dc')).not.toHaveProperty('killedMax')
  })

  test('statements of one relation count together: dates, weight, the best rule', () => {
    expect(edgeBetween(MARROW, 'met_with', QUIST)).toMatchObject({
      label: 'met',
      plover: 'CONSULT',
      weight: 2,
      first: '2031-03-04',
      last: '2031-04-01',
      rule: 'draft',
      confidence: 0.9,
      event: 'event:meeting:e75bab3f52a8',
    })
  })

  test('the marks of a turned relation turn with it', () => {
    // The first dispatch says "Quist met Marrow" of the pair, the other "Marrow met Quist": both name her as the source.
    const texts = new Map(SAMPLES.map(({ document }) => [document.id, document.text]))
    const sources = edgeBetween(MARROW, 'met_with', QUIST).evidence.map(({ document, source }) =>
      texts.get(document)?.slice(...(source ?? [0, 0])),
    )
    expect(sources).toEqual(['Ilsa Marrow', 'Ilsa Marrow'])
  })

  test('the passage of a participant marks the participant', () => {
    const [evidence] = edgeBetween(QUIST, 'participant_in', 'event:meeting:e75bab3f52a8').evidence
    expect(summit.document.text.slice(...(evidence?.source ?? [0, 0]))).toBe('Teodor Quist')
  })

  test('the speaker is a node where the text names one', () => {
    expect(edgeBetween(ODUYA, 'visited', 'city:karsholm').attributedTo).toBe('media:northern-wire')
  })

  test('describe their documents, the newest first', () => {
    expect(graph.getAttribute('date')).toBe('2031-04-01')
    expect(graph.getAttribute('documents').map(({ title }) => title)).toEqual([
      'Marrow and Quist meet again',
      'Night strike on Karsholm',
      'Talks in Velmont',
    ])
  })
})

describe('what makes edges differ', () => {
  const twice = (first: object, second: object): string[] =>
    triples(
      graphOf([
        reading({
          sentences: ['Ana Marrow and Ivo Quist.', 'Ivo Quist and Ana Marrow.'],
          entities: [
            { type: 'person', name: 'Ana Marrow' },
            { type: 'person', name: 'Ivo Quist' },
          ],
          relations: [
            { in: 0, is: ['Ana Marrow', 'appointed', 'Ivo Quist'], ...first },
            { in: 1, is: ['Ana Marrow', 'appointed', 'Ivo Quist'], ...second },
          ],
        }),
      ]),
    )

  test.each([
    ['nothing', {}, {}, 1],
    ['modality', {}, { modality: 'denied' }, 2],
    ['the speaker', { by: 'aides' }, { by: 'Ana Marrow' }, 2],
    ['present and past', {}, { former: true }, 2],
    ['not the date', { date: '2031-01-01' }, { date: '2031-02-01' }, 1],
    ['not the rule', { rule: 'one' }, { rule: 'two' }, 1],
  ])('%s', (_, first, second, edges) => {
    expect(twice(first, second)).toHaveLength(edges)
  })
})

test('kinship keeps its sense when the ends are put in order', () => {
  const family = reading({
    sentences: ['Zora Klim is the mother of Ana Klim.'],
    entities: [
      { type: 'person', name: 'Zora Klim' },
      { type: 'person', name: 'Ana Klim' },
    ],
    relations: [{ in: 0, is: ['Zora Klim', 'family_of', 'Ana Klim'], role: 'parent' }],
  })
  expect(triples(graphOf([family]))).toEqual(['person:ana-klim family_of person:zora-klim, child'])
})

test('a relation between what turns out to be one thing is left out', () => {
  const [full, short] = [
    reading({
      sentences: ['The Republic of Talvia, Talvia for short.'],
      entities: [{ type: 'country', name: 'Republic of Talvia', aliases: ['Talvia'] }],
    }),
    reading({
      sentences: ['Talvia recognised the Republic of Talvia.'],
      entities: [
        { type: 'country', name: 'Talvia' },
        { type: 'country', name: 'Republic of Talvia' },
      ],
      relations: [{ in: 0, is: ['Talvia', 'supported', 'Republic of Talvia'] }],
    }),
  ]
  expect(triples(graphOf([full, short]))).toEqual([])
})

test('nodes without an edge stay', () => {
  expect(graphOf([followUp]).degree('organization:talvian-guard')).toBe(0)
})

test('one edge with several happenings behind it names none of them', () => {
  const twoMeetings = reading({
    sentences: ['Ana Marrow met Ivo Quist.', 'Ana Marrow met Ivo Quist again.'],
    entities: [
      { type: 'person', name: 'Ana Marrow' },
      { type: 'person', name: 'Ivo Quist' },
    ],
    events: [
      { in: 0, type: 'meeting', label: 'First meeting' },
      { in: 1, type: 'meeting', label: 'Second meeting' },
    ],
    relations: [
      { in: 0, is: ['Ana Marrow', 'met_with', 'Ivo Quist'], event: 0 },
      { in: 1, is: ['Ana Marrow', 'met_with', 'Ivo Quist'], event: 1 },
    ],
  })
  const both = graphOf([twoMeetings])
  expect(both.getEdgeAttributes(both.edges()[0]!)).not.toHaveProperty('event')
})

describe('of any readings', () => {
  const bytes = (readings: Parameters<typeof graphOf>[0]): string => [...writeJson(graphOf(readings))].join('')

  test('the order of documents changes no byte', () => {
    const shuffled = readingsArbitrary(5).chain((readings) =>
      fc.tuple(fc.constant(readings), fc.shuffledSubarray(readings, { minLength: readings.length })),
    )
    fc.assert(
      fc.property(shuffled, ([a, b]) => {
        expect(bytes(b)).toBe(bytes(a))
      }),
      { ...SEEDED, numRuns: 100 },
    )
  })

  test('every edge has evidence, symmetric ones start at the smaller key, none is a loop', () => {
    fc.assert(
      fc.property(readingsArbitrary(5), (readings) => {
        graphOf(readings).forEachEdge((_, { relation, evidence, weight }, source, target) => {
          expect(evidence.length).toBeGreaterThan(0)
          expect(weight).toBe(evidence.length)
          expect(source).not.toBe(target)
          if (EDGES[relation].symmetric) expect(source < target).toBe(true)
        })
      }),
      { ...SEEDED, numRuns: 100 },
    )
  })
})

test('two dispatches of one text are one', () => {
  expect(graphOf([strike, strike]).export()).toEqual(graphOf([strike]).export())
})
