/** Nobody waits long for a writer: it gives a piece, or an empty one, before it has looked at too much. */
import { describe, expect, test } from 'vitest'
import { Excerpt, sorted } from '../../../src/graph/excerpt.ts'
import { CATALOGUE, FORMAT_NAMES } from '../../../src/graph/formats/catalogue.ts'
import { filesOf } from '../../../src/graph/formats/formats.ts'
import { PAUSE } from '../../../src/graph/formats/pauses.ts'
import { inBlocks } from '../../../src/graph/formats/zip.ts'
import type { ListedEdge, NodeEntry } from '../../../src/graph/knowledge-graph.ts'
import { smallGraph } from '../../support/random-graph.ts'

const MOST_AT_ONCE = 5000

/** Counts the nodes and edges that are looked at. */
class Counting extends Excerpt {
  looked = 0

  override *nodeEntries(): Generator<NodeEntry> {
    for (const entry of super.nodeEntries()) {
      this.looked++
      yield entry
    }
  }

  override *edgeEntries(): Generator<ListedEdge> {
    for (const entry of super.edgeEntries()) {
      this.looked++
      yield entry
    }
  }
}

const large = smallGraph(11, 9000)
const CHOICE = { nodes: sorted(large.nodes()), edges: sorted(large.edges()) }

describe.each(FORMAT_NAMES.filter((format) => !CATALOGUE[format].focused))('%s', (format) => {
  test('pauses', () => {
    for (const { write } of filesOf(format)) {
      const graph = new Counting(large, CHOICE, large.getAttributes())
      let [before, longest] = [0, 0]
      for (const _ of write(graph, { sentencesOf: ({ evidence }) => evidence.map(() => 'Quist spoke.') })) {
        longest = Math.max(longest, graph.looked - before)
        before = graph.looked
      }
      expect(longest).toBeLessThanOrEqual(MOST_AT_ONCE)
    }
  })
})

test('pauses are passed on, and are nothing in the file', () => {
  const blocks = [...inBlocks(['one ', PAUSE, 'two', PAUSE])]
  expect(blocks.filter((block) => block === PAUSE)).toHaveLength(2)
  expect(blocks.join('')).toBe('one two')
})
