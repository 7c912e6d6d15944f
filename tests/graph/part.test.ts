/** The part of a graph that is asked for. */
import { describe, expect, test } from 'vitest'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { linksOf } from '../../src/graph/queries/links.ts'
import { namedInTurns } from '../../src/graph/queries/named.ts'
import { partOf } from '../../src/graph/queries/part.ts'
import { reading } from '../support/extractions.ts'
import { graphOf } from '../support/graphs.ts'
import { SAMPLES } from '../support/samples.ts'

function nodeNamed(of: KnowledgeGraph, name: string): string {
  const turns = namedInTurns(linksOf(of), name)
  for (;;) {
    const { done, value } = turns.next()
    if (done === true) return value
  }
}

const samples = graphOf(SAMPLES)
const OPEN = { nodes: {}, edges: {} }

describe('a part', () => {
  test('of everything is the graph itself', () => {
    expect(partOf(samples, OPEN)).toEqual({ graph: samples })
  })

  test('around a node has the edges between those around it, too', () => {
    const { graph, focus } = partOf(samples, { ...OPEN, node: 'person:teodor-quist' })
    expect(focus).toBe('person:teodor-quist')
    expect(graph.mapEdges((_, __, source, target) => `${source} ${target}`)).toContain(
      'person:bram-oduya person:ilsa-marrow',
    )
    expect(graph.getAttribute('documents').length).toBeLessThanOrEqual(3)
  })

  test('steps only along edges that pass, and keeps the node itself in any case', () => {
    const query = { nodes: { types: ['city' as const] }, edges: { relations: ['struck' as const] } }
    const { graph } = partOf(samples, { ...query, node: 'Talvian Guard', depth: 3 })
    expect(graph.nodes().sort()).toEqual(['armed_force:talvian-guard', 'city:karsholm'])
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
