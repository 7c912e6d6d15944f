/** Evidence that lies packed: read at once or later, it is the same. */
import { expect, test } from 'vitest'
import { assemble } from '../../src/graph/build/assemble.ts'
import { stored } from '../support/extractions.ts'
import { graphOf, IMPRINT } from '../support/graphs.ts'
import { SAMPLES } from '../support/samples.ts'

test('evidence of a library reads as it was put in, whenever it is looked at', () => {
  const packed = assemble(SAMPLES.map(stored), [], IMPRINT).graph
  const plain = graphOf(SAMPLES)
  const kept = packed.edges().map((edge) => [edge, packed.getEdgeAttributes(edge)] as const)
  for (const turn of [kept, [...kept].reverse()])
    for (const [edge, attributes] of turn) {
      expect(attributes.evidence).toEqual(plain.getEdgeAttributes(edge).evidence)
      expect(JSON.stringify(attributes)).toBe(JSON.stringify(plain.getEdgeAttributes(edge)))
      expect(JSON.stringify(packed.unpackedEdge?.(edge))).toBe(JSON.stringify(attributes))
    }
  for (const node of packed.nodes())
    expect(JSON.stringify(packed.unpackedNode?.(node))).toBe(JSON.stringify(packed.getNodeAttributes(node)))
})
