import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import Graph from 'graphology'
import { parse } from 'graphology-gexf'
import { describe, expect, test } from 'vitest'
import { writeGexf } from '../../../src/graph/formats/gexf.ts'
import { sentencesFrom } from '../../../src/graph/formats/options.ts'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { layout, layoutInput } from '../../../src/graph/layout.ts'
import { readingsArbitrary, SEEDED } from '../../support/arbitraries.ts'
import { graphOf } from '../../support/graphs.ts'
import { SAMPLES } from '../../support/samples.ts'
import { hostile } from './hostile.ts'

const gexfOf = (graph: KnowledgeGraph): string =>
  [...writeGexf(graph, { positions: layout(layoutInput(graph)), sentencesOf: texts })].join('')

const texts = sentencesFrom((id) => SAMPLES.find(({ document }) => document.id === id)?.document.text)
const samples = graphOf(SAMPLES)
describe('GEXF', () => {
  const back = parse(Graph, gexfOf(samples))

  test('is read back with all nodes and edges, parallel ones too', () => {
    expect(back.nodes().sort()).toEqual(samples.nodes().sort())
    const ends = (graph: Graph): string[] =>
      graph.mapEdges((edge, _, source, target) => `${edge} ${source} ${target}`).sort()
    expect(ends(back)).toEqual(ends(samples as unknown as Graph))
  })

  test('carries attributes with their types', () => {
    const { evidence, ...node } = back.getNodeAttributes('event:attack:23764333b3dc')
    expect(node).toMatchObject({
      label: 'Strike on Karsholm',
      kind: 'event',
      type: 'attack',
      killed: 6,
      date: '2031-03-05',
      confidence: 0.9,
    })
    expect(JSON.parse(evidence)).toEqual(samples.getNodeAttribute('event:attack:23764333b3dc', 'evidence'))
    expect(back.getNodeAttributes('person:ilsa-marrow')).toMatchObject({
      aliases: ['Marrow'],
      role: ['President'],
      mentions: 3,
    })
  })

  test('carries places, sizes and colours', () => {
    const position = layout(layoutInput(samples))['person:ilsa-marrow']
    const attributes = back.getNodeAttributes('person:ilsa-marrow')
    expect(attributes).toMatchObject({ ...position, size: 20, shape: 'disc' })
    expect(attributes['color']).toMatch(/^rgb\(\d+,\d+,\d+\)$/)
  })

  test('tells what is planned, who says so, and how it reads', () => {
    const edge = samples.findEdge('person:bram-oduya', 'city:karsholm', () => true)
    expect(back.getEdgeAttributes(edge)).toMatchObject({
      relation: 'visited',
      kind: 'visited',
      label: 'visited',
      reading: 'visited (planned)',
      modality: 'planned',
      attributedTo: 'media:northern-wire',
      speaker: 'Northern Wire',
      symmetric: false,
      family: 'diplomacy',
      first: '2031-03-11',
      weight: 1,
    })
  })

  test('keeps names that would break XML, without what XML cannot hold', () => {
    const graph = parse(Graph, gexfOf(hostile))
    const [person, sons] = hostile
      .nodes()
      .sort((a, b) => (a.startsWith('person') ? -1 : b.startsWith('person') ? 1 : 0))
    expect(graph.getNodeAttributes(person)).toMatchObject({
      label: 'Ana "The <Axe>" O\u2019Marrow',
      aliases: ['[x]|y', 'back\\slash', 'it\'s, "quoted"', '😀\ttab'],
    })
    expect(graph.getNodeAttribute(sons, 'label')).toBe('Sons & Bell')
    expect(graph.getEdgeAttribute(graph.edges()[0], 'attributedTo')).toBe('a "source" <close>')
  })

  test('has a spell for what happened at a known time', () => {
    const text = gexfOf(samples)
    expect(text).toContain('mode="dynamic" timeformat="date"')
    const visit = text.slice(text.indexOf('kind="visited"')).split('</edge>')[0]
    expect(visit).toContain('<spells><spell start="2031-03-11" end="2031-03-11"/></spells>')
    const tie = text.slice(text.indexOf('kind="leader_of"')).split('</edge>')[0]
    expect(tie).not.toContain('<spell')
    expect(gexfOf(graphOf([]))).toContain('mode="static"')
  })

  test('has the sentences, unless it is to have no text', () => {
    const edge = samples.findEdge('person:bram-oduya', 'city:karsholm', () => true)
    expect(back.getEdgeAttribute(edge, 'sentences')).toEqual([
      'Her envoy Bram Oduya will travel to Karsholm next week, the Northern Wire reported.',
    ])
    expect([...writeGexf(samples)].join('')).not.toContain('Her envoy')
  })

  test('of an empty graph is a whole file', () => {
    const graph = parse(Graph, gexfOf(graphOf([])))
    expect([graph.order, graph.size]).toEqual([0, 0])
  })

  test('of any graph is read back without loss of nodes and edges', () => {
    fc.assert(
      fc.property(readingsArbitrary(4), (readings) => {
        const graph = graphOf(readings)
        const read = parse(Graph, [...writeGexf(graph)].join(''))
        expect([read.order, read.size]).toEqual([graph.order, graph.size])
      }),
      { ...SEEDED, numRuns: 30 },
    )
  })

  const schema = resolve(import.meta.dirname, '../../../../shared/schemas/gexf-1.3/gexf.xsd')
  test.runIf(existsSync(schema) && hasXmllint())('is valid against the published schema', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dragoman-gexf-'))
    try {
      for (const [name, graph] of Object.entries({ samples, hostile, empty: graphOf([]) })) {
        const file = join(folder, `${name}.gexf`)
        writeFileSync(file, gexfOf(graph))
        execFileSync('xmllint', ['--noout', '--schema', schema, file], { stdio: 'pipe' })
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

function hasXmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
