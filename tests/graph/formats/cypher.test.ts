import { expect, test } from 'vitest'
import { writeCypher } from '../../../src/graph/formats/cypher.ts'
import { sentencesFrom } from '../../../src/graph/formats/options.ts'
import { graphOf } from '../../support/graphs.ts'
import { SAMPLES } from '../../support/samples.ts'
import { readCypher } from './cypher-reader.ts'
import { CRUEL_NAMES, cruel, cruelText, hostile } from './hostile.ts'

const samples = graphOf(SAMPLES)
const scriptOf = (graph: typeof samples): string =>
  [...writeCypher(graph, { sentencesOf: sentencesFrom(() => cruelText) })].join('')

test.each(Object.entries({ samples, hostile, cruel, empty: graphOf([]) }))(
  'carried out, the script of %s makes the graph',
  (_, graph) => {
    const { nodes, relationships } = readCypher(scriptOf(graph))
    expect(Object.keys(nodes).sort()).toEqual(graph.nodes().sort())
    expect(relationships.map(({ properties }) => properties['key']).sort()).toEqual(graph.edges().sort())
    for (const { source, target, type, properties } of relationships) {
      const edge = String(properties['key'])
      expect([source, target]).toEqual(graph.extremities(edge))
      const { relation, modality, weight, confidence, evidence } = graph.getEdgeAttributes(edge)
      expect({ type, ...properties }).toMatchObject({ type: relation.toUpperCase(), modality, weight, confidence })
      expect(JSON.parse(String(properties['evidence']))).toEqual(evidence)
    }
  },
)

test('nodes have kind and type as labels', () => {
  const { nodes } = readCypher(scriptOf(samples))
  expect(nodes['armed_force:talvian-guard']).toMatchObject({
    labels: ['Actor', 'ArmedForce'],
    properties: { label: 'Talvian Guard', aliases: [], mentions: 3 },
  })
})

test('every text comes back, but for halves of surrogate pairs', () => {
  const { nodes } = readCypher(scriptOf(cruel))
  const labels = new Set(Object.values(nodes).map(({ properties }) => properties['label']))
  for (const name of CRUEL_NAMES) expect(labels).toContain(name.replace(/\p{Surrogate}/gu, '\ufffd'))
})

test('is a comment and a constraint where there is nothing', () => {
  expect(
    scriptOf(graphOf([]))
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('//')),
  ).toEqual(['CREATE CONSTRAINT dragoman_key IF NOT EXISTS FOR (n:Node) REQUIRE n.key IS UNIQUE;'])
})
