/** What is written at once is what would be written of the view. */
import { expect, test } from 'vitest'
import { linksOf } from '../../src/graph/queries/links.ts'
import { Texts } from '../../src/server/texts.ts'
import { TieWriter } from '../../src/server/tie-writer.ts'
import { FEW_PASSAGES, Views } from '../../src/server/views.ts'
import { MEMORY, openLibrary } from '../../src/store/open.ts'
import { graphOf } from '../support/graphs.ts'
import { SAMPLES } from '../support/samples.ts'
import { fill } from '../support/server.ts'

test('edges as JSON', () => {
  const graph = graphOf(SAMPLES)
  const links = linksOf(graph)
  const texts = new Texts(fill(openLibrary(MEMORY), SAMPLES))
  const views = new Views(links, texts)
  const writer = new TieWriter(links, views, texts)
  expect(links.edges.length).toBeGreaterThan(10)
  for (let edge = 0; edge < links.edges.length; edge++) {
    const link = links.link(edge)
    const view = views.edge(link, FEW_PASSAGES, 'best')
    expect(view.evidence.length, link.key).toBeGreaterThan(0)
    // The third time it is the one that was kept.
    for (let turn = 0; turn < 3; turn++) expect(writer.tie(edge)).toBe(JSON.stringify(view))
  }
})

test('edges as JSON, whatever they hold', () => {
  const graph = graphOf(SAMPLES)
  graph.forEachEdge((edge) =>
    graph.mergeEdgeAttributes(edge, {
      ...{ attributedTo: 'two "officials" \\', role: 'agent', former: true, confirmed: true },
      ...{ note: 'a\nnote\u2028', event: 'event:none' as never },
    }),
  )
  graph.forEachNode((node, { kind }) => {
    if (kind === 'actor')
      graph.mergeNodeAttributes(node, { label: 'Quist “Q” \\ "Ø"', country: 'OL', role: ['a "head"'] })
  })
  const links = linksOf(graph)
  const texts = new Texts(fill(openLibrary(MEMORY), SAMPLES))
  const views = new Views(links, texts)
  const writer = new TieWriter(links, views, texts)
  for (let edge = 0; edge < links.edges.length; edge++) {
    const link = links.link(edge)
    expect(writer.tie(edge)).toBe(JSON.stringify(views.edge(link, FEW_PASSAGES, 'best')))
  }
})
