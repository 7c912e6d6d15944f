/** Corrections outlive readings: other ids, other spans, another order, a changed text, a text that is gone and comes back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assemble } from '../../../src/graph/build/assemble.ts'
import { readLog } from '../../../src/graph/corrections/log.ts'
import { relocate, relocation } from '../../../src/graph/corrections/relocate.ts'
import { writeJson } from '../../../src/graph/formats/json.ts'
import type { Wish } from '../../../src/model/corrections.ts'
import type { Extraction } from '../../../src/model/facts.ts'
import { asEdgeKey, asLocalId, asNodeKey, type LocalId } from '../../../src/model/ids.ts'
import { isRelationName } from '../../../src/model/ontology.ts'
import { readingsArbitrary, SEEDED } from '../../support/arbitraries.ts'
import { Desk } from '../../support/corrections.ts'
import { makeSource, type Reading, stored } from '../../support/extractions.ts'
import { IMPRINT } from '../../support/graphs.ts'
import { followUp, SAMPLES, strike, summit } from '../../support/samples.ts'

const [MARROW, QUIST, ODUYA, TESSALY, GUARD] = [
  asNodeKey('person:ilsa-marrow'),
  asNodeKey('person:teodor-quist'),
  asNodeKey('person:bram-oduya'),
  asNodeKey('person:runa-tessaly'),
  asNodeKey('armed_force:talvian-guard'),
]

/** The same facts as another run may number and order them. */
function renumbered(extraction: Extraction): Extraction {
  const name = (id: LocalId): LocalId => asLocalId(`other-${id}`)
  return JSON.parse(JSON.stringify({ ...extraction, relations: extraction.relations.toReversed() }), (key, value) =>
    typeof value === 'string' &&
    ['id', 'entity', 'source', 'target', 'event'].includes(key) &&
    /^(entity|event)-/.test(value)
      ? name(asLocalId(value))
      : value,
  ) as Extraction
}

/** One correction of each kind, on the three dispatches. */
function busyDesk(): Desk {
  const desk = new Desk(SAMPLES)
  desk.correct({ act: 'split', node: MARROW, parts: [{ name: 'Ivo Marrow', mentions: desk.mentions(MARROW, strike) }] })
  desk.correct({ act: 'merge', node: ODUYA, others: [TESSALY] })
  desk.correct({ act: 'rename', node: GUARD, name: 'The Guard' })
  desk.correct({ act: 'drop-edge', edge: desk.edge(MARROW, 'met_with', QUIST) })
  desk.correct({ act: 'restate', node: desk.event('attack'), modality: 'possible' })
  desk.correct({ act: 'turn-edge', edge: desk.edge(ODUYA, 'envoy_of', MARROW) })
  return desk
}

test('texts that are read again give the same corrected graph', () => {
  const desk = busyDesk()
  const before = desk.triples
  desk.readings = SAMPLES.map(({ document, extraction }) => ({ document, extraction: renumbered(extraction) }))
  expect(desk.triples).toEqual(before)
  expect(desk.waiting).toEqual([])
})

test('a newer extractor may draw its lines a little elsewhere', () => {
  const desk = busyDesk()
  const before = desk.triples
  // It takes the title into the mention, and the full stop into the passage.
  const wider = (extraction: Extraction): Extraction => ({
    ...extraction,
    entities: extraction.entities.map((entity) => ({
      ...entity,
      mentions: entity.mentions.map((mention) => ({
        ...mention,
        span: { start: Math.max(0, mention.span.start - 2), end: mention.span.end },
      })),
    })),
    relations: extraction.relations.map((relation) => ({
      ...relation,
      evidence: [
        { ...relation.evidence[0], span: { ...relation.evidence[0].span, end: relation.evidence[0].span.end - 1 } },
      ] as const,
    })),
  })
  desk.readings = SAMPLES.map(({ document, extraction }) => ({ document, extraction: wider(extraction) }))
  expect(desk.triples).toEqual(before)
})

test('when the text is gone its corrections wait, and when it is back they hold again', () => {
  const desk = busyDesk()
  const before = desk.triples
  desk.readings = [summit, followUp]
  expect(desk.waiting).toEqual(['split', 'merge', 'restate'])
  desk.readings = [followUp, strike, summit]
  expect(desk.waiting).toEqual([])
  expect(desk.triples).toEqual(before)
})

test('a new text about a merged node is about the one that it was merged into', () => {
  const desk = new Desk([summit, strike])
  desk.correct({ act: 'merge', node: TESSALY, others: [QUIST] })
  desk.readings = SAMPLES
  expect(desk.triples).toContain('person:ilsa-marrow met_with person:runa-tessaly, ×2')
})

describe('a text that is replaced by a newer version', () => {
  /** The same facts in a text with something put before it. */
  function shifted({ document, extraction }: Reading, before: string): Reading {
    const by = before.length
    const moved = JSON.parse(JSON.stringify(extraction), (key, value: unknown) =>
      (key === 'start' || key === 'end') && typeof value === 'number' ? value + by : value,
    ) as Extraction
    return {
      document: makeSource(before + document.text, { ...document, ...makeIdOf(before + document.text) }),
      extraction: moved,
    }
  }
  const makeIdOf = (text: string) => ({ id: makeSource(text).id, body: { start: 0, end: text.length } })

  test('takes its corrections along', () => {
    const desk = busyDesk()
    const newer = shifted(strike, 'Correction: an earlier version gave another number. ')
    const what = relocation(desk.entries, strike.document, newer.document)
    if (what === undefined) throw new Error('no correction was found in the text')
    desk.append(what)
    desk.readings = [summit, newer, followUp]
    expect(desk.waiting).toEqual([])
    expect(desk.triples.join('\n').replace(/event:attack:\w+/g, 'ATTACK')).toBe(
      busyDesk()
        .triples.join('\n')
        .replace(/event:attack:\w+/g, 'ATTACK'),
    )
    // And back again.
    desk.append(relocation(desk.entries, newer.document, strike.document)!)
    desk.readings = SAMPLES
    expect(desk.triples).toEqual(busyDesk().triples)
  })

  test('says nothing where no correction is anchored in it', () => {
    expect(relocation(new Desk(SAMPLES).entries, strike.document, summit.document)).toBeUndefined()
  })

  test.each([
    ['unchanged', 'Ana met Ivo in Velmont.', 'Ana met Ivo in Velmont.', 'Ivo', 8],
    ['something before it', 'Ana met Ivo in Velmont.', 'New. Ana met Ivo in Velmont.', 'Ivo', 13],
    [
      'another ending of its sentence',
      'On Tuesday in the old town hall Ana met Ivo, and they talked.',
      'On Tuesday in the old town hall Ana met Ivo. It rained.',
      'Ivo',
      40,
    ],
    ['gone', 'Ana met Ivo in Velmont.', 'Nobody met anybody there, they say.', 'Ivo', undefined],
    ['twice now, without surroundings', 'Ivo', 'Ivo and Ivo', 'Ivo', 0],
  ])('%s', (_, before, after, passage, at) => {
    const start = before.indexOf(passage)
    const place = relocate(before, after, { start, end: start + passage.length })
    expect(place?.start).toBe(at)
    if (place !== undefined) expect(after.slice(place.start, place.end)).toBe(passage)
  })
})

describe('any corrections of any readings', () => {
  /** A correction for each number, taken from what the graph offers. */
  function wishFrom(desk: Desk, number: number): Wish | undefined {
    const { graph } = desk.assembly
    const nodes = graph.filterNodes((_, { kind }) => kind !== 'event').map(asNodeKey)
    const edges = graph.filterEdges((_, { relation }) => isRelationName(relation)).map(asEdgeKey)
    const [node, other, edge] = [
      nodes[number % nodes.length],
      nodes[(number * 7 + 1) % nodes.length],
      edges[number % edges.length],
    ]
    if (node === undefined || other === undefined) return undefined
    switch (number % 6) {
      case 0:
        return node === other ? undefined : { act: 'merge', node, others: [other] }
      case 1:
        return { act: 'hide', node }
      case 2:
        return { act: 'rename', node, name: `Name ${number}` }
      case 3:
        return edge && { act: 'drop-edge', edge }
      case 4:
        return edge && { act: 'restate-edge', edge, modality: 'denied' }
      default: {
        const [first, ...rest] = graph.getNodeAttribute(node, 'evidence')
        return first && rest.length > 0
          ? {
              act: 'split',
              node,
              parts: [{ mentions: [first].map(({ document, start, end }) => ({ document, start, end })) }],
            }
          : undefined
      }
    }
  }
  const bytes = (desk: Desk): string => [...writeJson(desk.assembly.graph)].join('')

  test('do not depend on the order of documents, and all undone leave the graph as it was', () => {
    const given = readingsArbitrary(4).chain((readings) =>
      fc.record({
        readings: fc.constant(readings),
        other: fc.shuffledSubarray(readings, { minLength: readings.length }),
        numbers: fc.array(fc.nat(1000), { maxLength: 5 }),
      }),
    )
    fc.assert(
      fc.property(given, ({ readings, other, numbers }) => {
        const desk = new Desk(readings)
        const before = bytes(desk)
        let made = 0
        for (const number of numbers) {
          const wish = wishFrom(desk, number)
          if (wish === undefined) continue
          desk.correct(wish)
          made++
        }
        const corrected = bytes(desk)
        const shuffled = assemble(other.map(stored), readLog(desk.entries).holding, IMPRINT)
        expect([...writeJson(shuffled.graph)].join('')).toBe(corrected)
        for (let i = 0; i < made; i++) desk.undo()
        expect(bytes(desk)).toBe(before)
        for (let i = 0; i < made; i++) desk.redo()
        expect(bytes(desk)).toBe(corrected)
      }),
      { ...SEEDED, numRuns: 40 },
    )
  })
})
