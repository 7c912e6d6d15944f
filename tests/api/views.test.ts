/** What is written at once is what would be written of the view. */
import { expect, test } from 'vitest'
import { linksOf } from '../../src/graph/queries/links.ts'
import { Texts } from '../../src/server/texts.ts'
import { FEW_PASSAGES, Views } from '../../src/server/views.ts'
import { MEMORY, openLibrary } from '../../src/store/open.ts'
import { graphOf } from '../support/graphs.ts'
import { SAMPLES } from '../support/samples.ts'
import { fill } from '../support/server.ts'

test('edges as JSON', () => {
  const graph = graphOf(SAMPLES)
  const links = linksOf(graph)
  const views = new Views(links, new Texts(fill(openLibrary(MEMORY), SAMPLES)))
  expect(links.edges.length).toBeGreaterThan(10)
  for (let edge = 0; edge < links.edges.length; edge++) {
    const link = links.link(edge)
    const view = views.edge(link, FEW_PASSAGES, 'best')
    expect(view.evidence.length, link.key).toBeGreaterThan(0)
    // The second time it is the one that was kept.
    for (let turn = 0; turn < 2; turn++) expect(views.tieAsJson(link)).toBe(JSON.stringify(view))
  }
})
