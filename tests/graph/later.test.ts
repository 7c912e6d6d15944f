/** What follows a graph that changes is what is made of the changed graph anew. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atOnce } from '../../src/graph/at-once.ts'
import { assemble } from '../../src/graph/build/assemble.ts'
import { Assembler } from '../../src/graph/build/assembler.ts'
import type { Assembly } from '../../src/graph/build/assembly.ts'
import type { StoredDocument } from '../../src/graph/knowledge-graph.ts'
import { ChangeJournal } from '../../src/graph/packed/journal.ts'
import { laterLinksInTurns } from '../../src/graph/queries/later-links.ts'
import { type Links, linksInTurns, linksOf } from '../../src/graph/queries/links.ts'
import { indexNames, indexNamesInTurns, laterNamesInTurns } from '../../src/graph/queries/name-index.ts'
import { readingArbitrary, SEEDED } from '../support/arbitraries.ts'
import { stored } from '../support/extractions.ts'
import { graphOf, IMPRINT } from '../support/graphs.ts'
import { SAMPLES } from '../support/samples.ts'

const contentOf = (links: Links) => ({
  documents: links.documents,
  nodes: [...links.nodeEntries()].map(({ node, attributes }) => [node, { ...attributes }]),
  edges: [...links.edgeEntries()].map(({ edge, source, target, attributes }) => [
    ...[edge, source, target],
    { ...attributes },
  ]),
  around: links.keys.map((key) => [links.degreeOf(key), [...links.edgesAt(links.numberAt(key))]]),
})

const step = fc.record({ document: fc.nat(5), isThere: fc.boolean() })

/** Steps of a library: documents come and go. */
function* history(
  readings: readonly StoredDocument[],
  steps: readonly { readonly document: number; readonly isThere: boolean }[],
): Generator<Assembly> {
  const present = new Map(readings.slice(0, 2).map((reading) => [reading.document.id, reading]))
  const assembler = new Assembler(IMPRINT, (id) => present.get(id))
  yield assembler.update({ put: readings.slice(0, 2), dropped: [] })
  for (const { document, isThere } of steps) {
    const next = readings[document]!
    if (isThere) present.set(next.document.id, next)
    else present.delete(next.document.id)
    yield assembler.update(isThere ? { put: [next], dropped: [] } : { put: [], dropped: [next.document.id] })
  }
}

const histories = fc.record({
  readings: fc.array(readingArbitrary, { minLength: 6, maxLength: 6 }),
  steps: fc.array(step, { minLength: 1, maxLength: 8 }),
})

test('links of a packed graph are those of one of graphology', () => {
  const plain = graphOf(SAMPLES)
  const { graph: packed } = assemble(SAMPLES.map(stored), [], IMPRINT)
  expect(packed.edgesByRow).toBeDefined()
  expect(plain.size).toBeGreaterThan(10)
  expect(contentOf(linksOf(packed))).toEqual(contentOf(linksOf(plain)))
})

test('links', () => {
  fc.assert(
    fc.property(histories, ({ readings, steps }) => {
      let followed: { readonly links: Links; readonly mark: number } | undefined
      for (const { graph, journal } of history(readings.map(stored), steps)) {
        const links =
          followed === undefined
            ? linksOf(graph)
            : atOnce(laterLinksInTurns(followed.links, graph, journal.since(followed.mark)!))
        followed = { links, mark: journal.mark }
        expect(contentOf(links)).toEqual(contentOf(linksOf(graph)))
      }
    }),
    { ...SEEDED, numRuns: 60 },
  )
}, 60_000)

test('links that were begun before the graph changed', () => {
  fc.assert(
    fc.property(histories, fc.nat(2), ({ readings, steps }, turns) => {
      let begun: { readonly work: Generator<void, Links, void>; readonly mark: number } | undefined
      for (const { graph, journal } of history(readings.map(stored), steps)) {
        if (begun !== undefined) {
          const mixture = atOnce(begun.work)
          const links = atOnce(laterLinksInTurns(mixture, graph, journal.since(begun.mark)!))
          expect(contentOf(links)).toEqual(contentOf(linksOf(graph)))
        }
        begun = { work: linksInTurns(graph), mark: journal.mark }
        for (let turn = 0; turn < turns; turn++) expect(begun.work.next().done).toBe(false)
      }
    }),
    { ...SEEDED, numRuns: 60 },
  )
}, 60_000)

/** Beginnings of names, and slips in them. */
const QUERIES = [
  'ana',
  'marrow',
  'quist teodor',
  'tal',
  'karshlom',
  'marow',
  'guard',
  'rc',
  'ørn',
  'velmnot',
  'e',
  'the r',
]

test('names', () => {
  fc.assert(
    fc.property(histories, fc.constantFrom(1, 3, 50), ({ readings, steps }, limit) => {
      let first: { readonly names: ReturnType<typeof indexed>; readonly mark: number } | undefined
      for (const { graph, journal } of history(readings.map(stored), steps)) {
        const links = linksOf(graph)
        first ??= { names: indexed(links), mark: journal.mark }
        const later = atOnce(laterNamesInTurns(first.names, links, journal.since(first.mark)!))!
        const anew = indexNames(graph)
        for (const query of QUERIES) expect(later.find(query, {}, limit)).toEqual(anew(query, {}, limit))
      }
    }),
    { ...SEEDED, numRuns: 60 },
  )
}, 60_000)

const indexed = (links: Links) => atOnce(indexNamesInTurns(links))

test('a journal that has much to tell forgets what is old', () => {
  const journal = new ChangeJournal()
  journal.node('a')
  const { mark } = journal
  journal.edge('e')
  journal.node('b')
  expect(journal.since(mark)).toEqual({ nodes: new Set(['b']), edges: new Set(['e']) })
  expect(journal.since(0)).toEqual({ nodes: new Set(['a', 'b']), edges: new Set(['e']) })
  for (let i = 0; i < 100_000; i++) journal.edge(`e${i % 5}`)
  expect(journal.since(mark)).toBeUndefined()
  expect(journal.since(journal.mark)).toEqual({ nodes: new Set(), edges: new Set() })
  expect([...journal.since(journal.mark - 2)!.edges].sort()).toEqual(['e3', 'e4'])
})
