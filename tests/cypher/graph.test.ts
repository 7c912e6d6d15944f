import { describe, expect, test } from 'vitest'
import { prepare } from '../../src/cypher/cypher.ts'
import { admissionOf, KNOWLEDGE, labelOf, statementsFor } from '../../src/cypher/graph/knowledge.ts'
import { narrow } from '../../src/cypher/graph/narrowed.ts'
import { indexGraph } from '../../src/cypher/graph/property-graph.ts'
import { toJson, toTagged } from '../../src/cypher/values/encode.ts'
import { literal } from '../../src/cypher/values/text.ts'
import type { Modality } from '../../src/model/facts.ts'
import { extractions } from './knowledge.ts'
import { graphOf, rows } from './support.ts'

/** As a query that is asked of a library sees its graph. */
function asked(query: string, modalities?: readonly Modality[]): string[] {
  const statements = statementsFor(prepare(query).properties, modalities)
  return rows(query, narrow(indexGraph(extractions(), KNOWLEDGE), admissionOf(statements)))
}

describe("Dragoman's own graph", () => {
  test.each([
    ['MATCH (a:Person:Actor) RETURN a.label ORDER BY a.label', ["'Ilse Marrant'", "'Orla Venn'", "'Tomas Reck'"]],
    ['MATCH (a:ArmedForce) RETURN labels(a)', ["['Actor', 'ArmedForce']"]],
    ['MATCH (a:Person)-[:MET_WITH]->(b) RETURN a.label ORDER BY a.label', ["'Orla Venn'", "'Tomas Reck'"]],
    ['MATCH (a)-[:LEADER_OF]->(c) RETURN a.label, c.label', ["'Orla Venn' | 'Varnia'"]],
    [
      'MATCH (e:Event:Meeting)<-[p:PARTICIPANT_IN]-(a) RETURN e.date, p.role, a.label',
      ["'2025-12-04' | 'participant' | 'Orla Venn'"],
    ],
    ['MATCH (a)-[r:MET_WITH]-() RETURN DISTINCT r.evidence[0].start', ['0']],
  ])('%s', (query, expected) => {
    expect(asked(query)).toEqual(expected)
  })

  test('plans, denials and past ties are found only by who speaks of them', () => {
    expect(asked('MATCH (a)-[:VISITED]->(b) RETURN a.label')).toEqual([])
    expect(asked('MATCH (a)-[r:VISITED]->(b) RETURN a.label, r.modality ORDER BY r.modality')).toEqual([
      "'Ilse Marrant' | 'denied'",
      "'Tomas Reck' | 'planned'",
    ])
    expect(asked("MATCH (a)-[r:VISITED {modality: 'planned'}]->(b) RETURN a.label")).toEqual(["'Tomas Reck'"])
    expect(asked('MATCH (a)-[:VISITED]->(b) RETURN a.label', ['denied'])).toEqual(["'Ilse Marrant'"])
    expect(asked('MATCH (a)-[r:LEADER_OF]->() RETURN a.label, r.former ORDER BY a.label')).toEqual([
      "'Orla Venn' | null",
      "'Tomas Reck' | true",
    ])
    expect(asked('MATCH (e:Event) RETURN e.label')).toEqual(["'meeting'"])
  })

  test.each([
    ['person', 'Person'],
    ['armed_force', 'ArmedForce'],
  ])('the label of %s is %s', (name, label) => {
    expect(labelOf(name)).toBe(label)
  })
})

test('a narrowed graph has no index that shows what is left out', () => {
  const whole = indexGraph(graphOf([['a', 'A', { n: 1 }], ['b', 'A', { n: 2 }], ['c', 'B']], [['a->b', 'R'], ['b->c', 'R'], ['a--c', 'S']])) // biome-ignore format: short
  const part = narrow(whole, { node: ({ key }) => key !== 'b', relationship: () => true })
  expect(rows('MATCH (n:A) RETURN n.n', part)).toEqual(['1'])
  expect(rows('MATCH (n {n: 2}) RETURN n', part)).toEqual([])
  expect(rows("MATCH (n) WHERE elementId(n) = 'b' RETURN n", part)).toEqual([])
  expect(rows('MATCH ()-[r]-() RETURN DISTINCT type(r)', part)).toEqual(["'S'"])
  expect(rows('MATCH ()-[r:R]->() RETURN r', part)).toEqual([])
  expect(narrow(whole, { node: () => true, relationship: () => true })).toBe(whole)
})

test('values as JSON, in both forms', () => {
  const graph = indexGraph(
    graphOf(
      [
        ['a', 'A', { n: 1, x: 1.5 }],
        ['b', 'B'],
      ],
      [['b->a', 'R', { w: 2 }]],
    ),
  )
  const node = graph.nodes[0]!
  const relationship = graph.relationships[0]!
  const path = { kind: 'path', nodes: [node, graph.nodes[1]!], relationships: [relationship] } as const
  expect(toTagged([1n, 1.5, Number.NaN, { kind: 'date', day: 0 }, node])).toEqual([
    1,
    { float: '1.5' },
    { float: 'NaN' },
    { temporal: '1970-01-01' },
    { node: { labels: ['A'], properties: { n: 1, x: { float: '1.5' } } } },
  ])
  expect(toJson([1n, 1.5, Number.NaN, { kind: 'date', day: 0 }, new Map([['k', null]])])).toEqual([
    1,
    1.5,
    'NaN',
    '1970-01-01',
    { k: null },
  ])
  expect(toJson(path)).toEqual({
    path: [
      { node: { id: 'a', labels: ['A'], properties: { n: 1, x: 1.5 } } },
      { relationship: { id: 'e0', type: 'R', source: 'b', target: 'a', properties: { w: 2 }, forward: false } },
      { node: { id: 'b', labels: ['B'], properties: {} } },
    ],
  })
  expect(literal(path)).toBe('(:A)<-[:R]-(:B)')
})
