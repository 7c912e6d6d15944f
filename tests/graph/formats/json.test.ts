import { MultiDirectedGraph } from 'graphology'
import { describe, expect, test } from 'vitest'
import { serialize, writeJson } from '../../../src/graph/formats/json.ts'
import { escapeXml } from '../../../src/graph/formats/xml.ts'
import type { EditableGraph, KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { graphOf } from '../../support/graphs.ts'
import { SAMPLES } from '../../support/samples.ts'
import { hostile } from './hostile.ts'

const samples = graphOf(SAMPLES)
const jsonOf = (graph: KnowledgeGraph): string => [...writeJson(graph)].join('')

describe('JSON', () => {
  test("is graphology's: imported again, the graph is the same", () => {
    const graph: EditableGraph = new MultiDirectedGraph({ allowSelfLoops: false })
    graph.import(JSON.parse(jsonOf(samples)))
    expect(serialize(graph)).toEqual(serialize(samples))
  })

  test('in pieces says what it says in one', () => {
    for (const graph of [samples, hostile, graphOf([])])
      expect(JSON.parse(jsonOf(graph))).toEqual(JSON.parse(JSON.stringify(serialize(graph))))
  })
})

test.each([
  ['a < b & "c" > d', 'a &lt; b &amp; &quot;c&quot; &gt; d'],
  ['tab\tline\nend\r', 'tab&#9;line&#10;end&#13;'],
  ['nul\u0000 bell\u0007 bad\ufffe lone\udc00', 'nul bell bad lone'],
  ['pair 😀 stays', 'pair 😀 stays'],
])('%j in XML is %j', (text, expected) => {
  expect(escapeXml(text)).toBe(expected)
})
