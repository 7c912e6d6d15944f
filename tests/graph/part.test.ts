/** The part of a graph that is asked for. */
import { describe, expect, test } from 'vitest'
import { assemble } from '../../src/graph/build/assemble.ts'
import { writeJson } from '../../src/graph/formats/json.ts'
import { edgesAt } from '../../src/graph/formats/listed.ts'
import type { KnowledgeGraph, ListedGraph } from '../../src/graph/knowledge-graph.ts'
import { emptyGraph } from '../../src/graph/knowledge-graph.ts'
import { linksOf } from '../../src/graph/queries/links.ts'
import { namedInTurns } from '../../src/graph/queries/named.ts'
import { type PartQuery, partInTurns, partOf } from '../../src/graph/queries/part.ts'
import { reading, stored } from '../support/extractions.ts'
import { graphOf, IMPRINT } from '../support/graphs.ts'
import { SAMPLES } from '../support/samples.ts'

function nodeNamed(of: KnowledgeGraph, name: string): string {
  return atOnce(namedInTurns(linksOf(of), name))
}

function atOnce<T>(turns: Generator<void, T, void>): T {
  for (;;) {
    const { done, value } = turns.next()
    if (done === true) return value
  }
}

const samples = graphOf(SAMPLES)
const keysIn = (graph: ListedGraph): string[] => Array.from(graph.nodeEntries(), ({ node }) => node)
const endsIn = (graph: ListedGraph): string[] =>
  Array.from(graph.edgeEntries(), ({ source, target }) => `${source} ${target}`)
const OPEN = { nodes: {}, edges: {} }

const QUERIES: readonly PartQuery[] = [
  OPEN,
  { nodes: { kinds: ['actor', 'place'] }, edges: {} },
  { nodes: {}, edges: { modalities: ['planned', 'denied'] } },
  { nodes: { types: ['person'] }, edges: { minWeight: 1 } },
  { ...OPEN, keys: ['person:ilsa-marrow', 'person:bram-oduya', 'person:nobody'] },
  { ...OPEN, node: 'Runa Tessaly', depth: 2 },
  { nodes: { kinds: ['actor'] }, edges: { modalities: ['asserted'] }, node: 'person:ilsa-marrow', depth: 3 },
]

describe('a part', () => {
  test('of everything is the whole graph, by key, whatever the order in which it was put together', () => {
    const packed = assemble(SAMPLES.map(stored), [], IMPRINT).graph
    const jumbled = emptyGraph(packed.getAttributes())
    for (const { key, attributes } of packed.export().nodes.reverse()) jumbled.addNode(key, attributes)
    for (const { key, source, target, attributes } of packed.export().edges.reverse())
      jumbled.addDirectedEdgeWithKey(key, source, target, attributes)
    for (const graph of [packed, jumbled]) {
      const whole = partOf(graph, OPEN).graph
      expect([...writeJson(whole)].join('')).toBe([...writeJson(samples)].join(''))
    }
  })

  test.each(QUERIES)('by %j is the same of the graph and of its links, in every way that it is read', (query) => {
    const [one, other] = [partOf(samples, query), atOnce(partInTurns(linksOf(samples), query, samples.getAttributes()))]
    expect(one.focus).toBe(other.focus)
    const [listed, expected] = [one.graph, other.graph]
    expect([listed.order, listed.size]).toEqual([expected.order, expected.size])
    expect(keysIn(listed)).toHaveLength(listed.order)
    expect([...writeJson(listed)].join('')).toBe([...writeJson(expected)].join(''))
    for (const key of samples.nodes()) {
      expect(listed.hasNode(key)).toBe(keysIn(listed).includes(key))
      expect(expected.hasNode(key)).toBe(listed.hasNode(key))
      if (listed.hasNode(key)) expect(edgesAt(listed, key)).toEqual(edgesAt(expected, key))
    }
    for (const { edge, source, target, attributes } of listed.edgeEntries())
      for (const graph of [listed, expected]) {
        expect(graph.extremities(edge)).toEqual([source, target])
        expect(graph.getEdgeAttributes(edge)).toEqual(attributes)
      }
  })

  test('around a node has the edges between those around it, too', () => {
    const { graph, focus } = partOf(samples, { ...OPEN, node: 'person:teodor-quist' })
    expect(focus).toBe('person:teodor-quist')
    expect(endsIn(graph)).toContain('person:bram-oduya person:ilsa-marrow')
    expect(graph.getAttributes().documents.length).toBeLessThanOrEqual(3)
  })

  test('steps only along edges that pass, and keeps the node itself in any case', () => {
    const query = { nodes: { types: ['city' as const] }, edges: { relations: ['struck' as const] } }
    const { graph } = partOf(samples, { ...query, node: 'Talvian Guard', depth: 3 })
    expect(keysIn(graph)).toEqual(['armed_force:talvian-guard', 'city:karsholm'])
  })

  test('has a depth only around a node', () => {
    expect(() => partOf(samples, { ...OPEN, depth: 2 })).toThrow('name the node')
  })
})

describe('a node by its name', () => {
  const twins = graphOf([
    reading({
      sentences: ['Karsholm is the capital of Karsholm, said Ána Ørn, known as Karsholm Ana.'],
      entities: [
        { type: 'city', name: 'Karsholm' },
        { type: 'region', name: 'Karsholm' },
        { type: 'person', name: 'Ána Ørn', aliases: ['Karsholm Ana'] },
      ],
    }),
  ])

  test.each([
    ['person:ana-ørn', 'person:ana-ørn'],
    ['ana ørn', 'person:ana-ørn'],
    ['KARSHOLM ANA', 'person:ana-ørn'],
    ['city:karsholm', 'city:karsholm'],
  ])('%s is %s', (name, key) => {
    expect(nodeNamed(twins, name)).toBe(key)
  })

  test('that several have must be told by its key', () => {
    expect(() => nodeNamed(twins, 'Karsholm')).toThrow(
      '"Karsholm" may be any of: city:karsholm, region:karsholm. Give the key of one.',
    )
  })

  test.each(['Ana', '', '…'])('%j is none', (name) => {
    expect(() => nodeNamed(twins, name)).toThrow(`There is no node "${name}"`)
  })
})
