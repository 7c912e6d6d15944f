/** An imported graph as a document of the library: the graph of that document says the same. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentWords } from '../../src/graph/formats/phrases.ts'
import { toReading } from '../../src/graph/import/to-reading.ts'
import type { EditableGraph, KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { civilDay } from '../../src/model/date.ts'
import { isRelationName } from '../../src/model/ontology.ts'
import { readingsArbitrary, SEEDED } from '../support/arbitraries.ts'
import { makeSource } from '../support/extractions.ts'
import { graphOf } from '../support/graphs.ts'
import { SAMPLES } from '../support/samples.ts'
import { cruel } from './formats/hostile.ts'

function again(graph: EditableGraph): { graph: EditableGraph; text: string } {
  const { text, extraction } = toReading(graph, 'talks.gexf')
  return { graph: graphOf([{ document: makeSource(text), extraction }]), text }
}

/** What is said, without keys of events and without evidence, which are of the new document. */
const said = (graph: EditableGraph): string[] =>
  graph
    .mapEdges((_, edge, source, target, from, to) => {
      const { relation, modality, attributedTo, first, last, former, role, rule, confidence } = edge
      const ends = [from.kind === 'event' ? from.label : source, relation, to.kind === 'event' ? to.label : target]
      return [...ends, modality, attributedTo, first, last, former, role, rule, confidence].join(' | ')
    })
    .sort()

describe('the graph of an imported graph', () => {
  const samples = graphOf(SAMPLES)
  const back = again(samples)

  test('says the same, with status, speaker, dates and roles', () => {
    expect(said(back.graph)).toEqual(said(samples))
    expect(back.graph.nodes().filter((key) => !key.startsWith('event:'))).toEqual(
      samples.nodes().filter((key) => !key.startsWith('event:')),
    )
  })

  test('keeps names, roles and tolls', () => {
    const { label, aliases, role } = { role: undefined, ...samples.getNodeAttributes('person:runa-tessaly') }
    expect(back.graph.getNodeAttributes('person:runa-tessaly')).toMatchObject({ label, aliases, role })
    const tolls = (graph: KnowledgeGraph): unknown[] =>
      graph
        .mapNodes((_, node) => ('killed' in node ? [node.label, node.killed, node.killedMax, node.killedText] : null))
        .filter(Boolean)
    expect(tolls(back.graph)).toEqual(tolls(samples))
    expect(tolls(samples)).toHaveLength(1)
  })

  test('points to a line that names both ends, and quotes the sentence', () => {
    const edge = back.graph.findEdge('person:bram-oduya', 'city:karsholm', () => true)
    const [passage] = back.graph.getEdgeAttribute(edge, 'evidence')
    expect(back.text.slice(passage?.start, passage?.end)).toBe('Bram Oduya visited Karsholm')
    expect(back.text.slice(...(passage?.sentence ?? [0, 0]))).toBe(
      'Bram Oduya visited Karsholm (11 March 2031; planned; according to Northern Wire).',
    )
    const told = { ...samples.getEdgeAttributes(edge), sentences: ['She went there.'] }
    const copy = samples.copy() as EditableGraph
    copy.replaceEdgeAttributes(edge, told)
    expect(again(copy).text).toContain(
      'according to Northern Wire). “She went there.” (Talks in Velmont, Northern Wire, 4 March 2031)',
    )
  })
})

test('what people have confirmed stays confirmed, and what they or single reports say is in the line', () => {
  const graph = graphOf(SAMPLES).copy() as EditableGraph
  const edge = graph.findEdge('person:bram-oduya', 'city:karsholm', () => true)
  const event = graph.findNode((_, { kind }) => kind === 'event')
  graph.mergeEdgeAttributes(edge, { confirmed: true, note: 'Seen by two\nof us.' })
  graph.mergeNodeAttributes('person:ilsa-marrow', { confirmed: true })
  const [one, other] = graph.getAttribute('documents')
  graph.mergeNodeAttributes(event, {
    confirmed: true,
    reports: [
      { document: one!.id, killed: 3, killedText: 'three dead' },
      { document: other!.id, killed: 5, killedMax: 5, date: civilDay(2031, 3, 3) },
    ],
  })
  const { graph: back, text } = again(graph)
  const same = back.findEdge('person:bram-oduya', 'city:karsholm', () => true)
  expect(back.getEdgeAttribute(same, 'confirmed')).toBe(true)
  expect(back.filterEdges((_, { relation, confirmed }) => isRelationName(relation) && confirmed === true)).toEqual([
    same,
  ])
  const label = graph.getNodeAttribute(event, 'label')
  expect(
    back.filterNodes((_, { confirmed }) => confirmed === true).map((key) => back.getNodeAttribute(key, 'label')),
  ).toEqual([label])
  expect(text).toContain('according to Northern Wire; confirmed by a person; Seen by two of us.)')
  expect(text).toMatch(/Ilsa Marrow \(person\).*, confirmed by a person\.\n/i)
  expect(text).toContain(
    `${documentWords(one!)}: at least 3 killed (“three dead”); ${documentWords(other!)}: 3 March 2031, 5 killed`,
  )
})

test('every span of any import lies in its text, and each line is a sentence', () => {
  const check = (graph: KnowledgeGraph): void => {
    const { text, extraction } = toReading(graph, 'x')
    const lines = text.split('\n').slice(0, -1)
    expect(extraction.sentences.map(({ start, end }) => text.slice(start, end))).toEqual(lines)
    for (const { name, mentions } of extraction.entities)
      for (const { span } of mentions) expect(text.slice(span.start, span.end)).toBe(name)
    for (const fact of [...extraction.relations, ...extraction.events])
      for (const { span, sentence } of fact.evidence) {
        expect(span.start).toBeGreaterThanOrEqual(sentence.start)
        expect(span.end).toBeLessThanOrEqual(sentence.end)
      }
  }
  check(cruel)
  fc.assert(
    fc.property(readingsArbitrary(3), (readings) => check(graphOf(readings))),
    { ...SEEDED, numRuns: 40 },
  )
})
