/** Evidence that lies packed: looked at often, kept never. */
import { expect, test } from 'vitest'
import { assemble } from '../../src/graph/build/assemble.ts'
import type { Place } from '../../src/graph/packed/records.ts'
import { Unpacked } from '../../src/graph/packed/unpacked.ts'
import type { GraphEvidence } from '../../src/model/graph.ts'
import { asDocumentId } from '../../src/model/ids.ts'
import { stored } from '../support/extractions.ts'
import { graphOf, IMPRINT } from '../support/graphs.ts'
import { SAMPLES } from '../support/samples.ts'

const at = (buffer: Uint8Array, start: number): Place => ({ buffer, start, end: start + 1 })
const told = ({ start, end }: Place): GraphEvidence[] => [{ document: asDocumentId('00000000000a'), start, end }]

test('is unpacked once for several looks, and again after many others', () => {
  const seen: number[] = []
  const unpacked = new Unpacked((place) => {
    seen.push(place.start)
    return told(place)
  })
  const buffer = new Uint8Array(1)
  const first = unpacked.at(at(buffer, 0))
  expect(unpacked.at(at(buffer, 0))).toBe(first)
  for (let start = 1; start < 5000; start++) expect(unpacked.at(at(buffer, start))).toEqual(told(at(buffer, start)))
  expect(unpacked.at(at(buffer, 0))).toEqual(first)
  expect(seen.filter((start) => start === 0)).toHaveLength(2)
})

test('of another buffer is another', () => {
  let count = 0
  const unpacked = new Unpacked((place) => {
    count++
    return told(place)
  })
  for (const buffer of [new Uint8Array(1), new Uint8Array(1)]) unpacked.at(at(buffer, 7))
  expect(count).toBe(2)
})

test('of a library reads as it was put in, whenever it is looked at', () => {
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
