/** A graph that is kept up to date is the graph that is built from nothing, whatever came and went in between. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assemble } from '../../src/graph/build/assemble.ts'
import { Assembler } from '../../src/graph/build/assembler.ts'
import type { Assembly } from '../../src/graph/build/assembly.ts'
import { toAct } from '../../src/graph/corrections/anchor.ts'
import type { Correction } from '../../src/graph/corrections/log.ts'
import type { StoredDocument } from '../../src/graph/knowledge-graph.ts'
import type { DocumentId } from '../../src/model/ids.ts'
import { asEdgeKey, asEntryId, asNodeKey } from '../../src/model/ids.ts'
import { isRelationName } from '../../src/model/ontology.ts'
import { readingArbitrary, readingsArbitrary, SEEDED } from '../support/arbitraries.ts'
import { stored } from '../support/extractions.ts'
import { IMPRINT } from '../support/graphs.ts'
import { SAMPLES } from '../support/samples.ts'

/** All that can be asked of an assembly, without the order in which it came about. */
function content({ graph, suggestions, identityOf, met }: Assembly) {
  return {
    attributes: graph.getAttributes(),
    nodes: graph
      .mapNodes((key, attributes) => [key, attributes, identityOf(asNodeKey(key))] as const)
      .sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    edges: graph
      .mapEdges((key, attributes, source, target) => [key, source, target, attributes] as const)
      .sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    suggestions: suggestions(),
    met: [...met].sort(),
  }
}

type Step =
  | { readonly kind: 'put'; readonly document: number; readonly facts: number; readonly copyOf: number | null }
  | { readonly kind: 'several'; readonly documents: readonly number[]; readonly facts: number }
  | { readonly kind: 'drop'; readonly document: number }
  | { readonly kind: 'correct'; readonly number: number }
  | { readonly kind: 'undo'; readonly number: number }
  | { readonly kind: 'pack' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      document: fc.nat(4),
      facts: fc.nat(9),
      copyOf: fc.option(fc.nat(4)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('several' as const),
      documents: fc.uniqueArray(fc.nat(4), { minLength: 1 }),
      facts: fc.nat(9),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop' as const), document: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('correct' as const), number: fc.nat(1000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), number: fc.nat(10) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pack' as const) }) },
)

test('after any number of changes', () => {
  fc.assert(
    fc.property(
      fc.array(readingArbitrary, { minLength: 10, maxLength: 10 }),
      fc.array(step, { minLength: 3, maxLength: 12 }),
      (readings, steps) => {
        const present = new Map<DocumentId, StoredDocument>()
        const fetch = (id: DocumentId) => present.get(id)
        let assembler = new Assembler(IMPRINT, fetch)
        let corrections: Correction[] = []
        let assembly = assembler.update({ put: [], dropped: [] })
        const idOf = (n: number): DocumentId => readings[n]!.document.id
        steps.forEach((change, n) => {
          if (change.kind === 'put') {
            // The facts of another reading under the id of this document: what a newer extractor may do.
            const { document, extraction } = stored(readings[change.facts]!)
            const copyOf = change.copyOf === null ? {} : { copyOf: idOf(change.copyOf) }
            const next = { document: { ...document, id: idOf(change.document), ...copyOf }, extraction }
            present.set(next.document.id, next)
            assembly = assembler.update({ put: [next], dropped: [] }, corrections)
          } else if (change.kind === 'several') {
            const sheaves = change.documents.map((number, i) => {
              const { document, extraction } = stored(readings[(change.facts + i) % 10]!)
              return [{ document: { ...document, id: idOf(number) }, extraction }]
            })
            for (const [next] of sheaves) present.set(next!.document.id, next!)
            const [first, ...more] = sheaves
            assembly = assembler.update({ put: first!, dropped: [] }, corrections, { more, atOnce: 2 })
          } else if (change.kind === 'drop') {
            present.delete(idOf(change.document))
            assembly = assembler.update({ put: [], dropped: [idOf(change.document)] }, corrections)
          } else if (change.kind === 'pack') {
            const documents = [...present.values()].map(({ document }) => document)
            assembler = Assembler.unpack(assembler.pack(), IMPRINT, fetch, documents, corrections)
            assembly = assembler.update({ put: [], dropped: [] }, corrections)
          } else if (change.kind === 'undo') {
            corrections = corrections.filter((_, i) => i !== change.number)
            assembly = assembler.update({ put: [], dropped: [] }, corrections)
          } else {
            const act = actFrom(assembly, change.number)
            if (act === undefined) return
            const id = asEntryId(String(n).padStart(12, '0'))
            corrections = [...corrections, { id, at: '', by: 'tester', why: null, act }]
            assembly = assembler.update({ put: [], dropped: [] }, corrections)
          }
          expect(content(assembly)).toEqual(content(assemble([...present.values()], corrections, IMPRINT)))
        })
      },
    ),
    { ...SEEDED, numRuns: 60 },
  )
}, 60_000)

/** A correction for each number, taken from what the graph offers. */
function actFrom(assembly: Assembly, number: number) {
  const { graph } = assembly
  const nodes = graph
    .filterNodes((_, { kind }) => kind !== 'event')
    .map(asNodeKey)
    .sort()
  const events = graph
    .filterNodes((_, { kind }) => kind === 'event')
    .map(asNodeKey)
    .sort()
  const edges = graph
    .filterEdges((_, { relation }) => isRelationName(relation))
    .map(asEdgeKey)
    .sort()
  const [node, other] = [nodes[number % nodes.length], nodes[(number * 7 + 1) % nodes.length]]
  const [edge, event] = [edges[number % edges.length], events[number % events.length]]
  const twin = events[(number + 1) % events.length]
  if (node === undefined || other === undefined || node === other) return undefined
  switch (number % 9) {
    case 0:
      return toAct({ act: 'merge', node, others: [other] }, assembly)
    case 1:
      return toAct({ act: 'hide', node }, assembly)
    case 2:
      return toAct({ act: 'rename', node, name: `Name ${number}` }, assembly)
    case 3:
      return edge && toAct({ act: 'drop-edge', edge }, assembly)
    case 4:
      return edge && toAct({ act: 'restate-edge', edge, modality: 'denied' }, assembly)
    case 5:
      return toAct({ act: 'distinct', node, other }, assembly)
    case 6:
      return event && twin && event !== twin
        ? toAct({ act: 'merge', node: event, others: [twin] }, assembly)
        : undefined
    case 7:
      return event && toAct({ act: 'restate', node: event, modality: 'possible' }, assembly)
    default: {
      const [first, ...rest] = graph.getNodeAttribute(node, 'evidence')
      if (first === undefined || rest.length === 0) return undefined
      const { document, start, end } = first
      return toAct({ act: 'split', node, parts: [{ mentions: [{ document, start, end }] }] }, assembly)
    }
  }
}

test('in any order of documents, one at a time', () => {
  const given = readingsArbitrary(5).chain((readings) =>
    fc.tuple(fc.constant(readings), fc.shuffledSubarray(readings, { minLength: readings.length })),
  )
  fc.assert(
    fc.property(given, ([readings, order]) => {
      const assembler = new Assembler(IMPRINT, (id) => readings.map(stored).find(({ document }) => document.id === id))
      let assembly = assembler.update({ put: [], dropped: [] })
      for (const reading of order) assembly = assembler.update({ put: [stored(reading)], dropped: [] })
      expect(content(assembly)).toEqual(content(assemble(readings.map(stored), [], IMPRINT)))
    }),
    { ...SEEDED, numRuns: 60 },
  )
}, 60_000)

test('packed again after it was unpacked and changed', () => {
  const documents = SAMPLES.map(stored)
  const fetch = (id: DocumentId) => documents.find(({ document }) => document.id === id)
  const [first] = documents
  let assembler = new Assembler(IMPRINT, fetch)
  const before = content(assembler.update({ put: documents, dropped: [] }))
  for (let times = 0; times < 3; times++) {
    const about = documents.map(({ document }) => document)
    assembler = Assembler.unpack(assembler.pack(), IMPRINT, fetch, about, [])
    expect(content(assembler.update({ put: [first!], dropped: [] }))).toEqual(before)
  }
})

test('reading a document again changes nothing, and removing it removes what only it supported', () => {
  const assembler = new Assembler(IMPRINT, (id) => SAMPLES.map(stored).find(({ document }) => document.id === id))
  const [first, second, third] = SAMPLES.map(stored)
  const before = content(assembler.update({ put: [first!, third!], dropped: [] }))
  expect(content(assembler.update({ put: [first!], dropped: [] }))).toEqual(before)
  expect(content(assembler.update({ put: [second!], dropped: [] }))).not.toEqual(before)
  expect(content(assembler.update({ put: [], dropped: [second!.document.id] }))).toEqual(before)
})
