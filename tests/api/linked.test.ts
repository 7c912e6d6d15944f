/** Links are those of the graph as it is when they are given, whoever changes it while they are made. */
import { describe, expect, test } from 'vitest'
import { Assembler } from '../../src/graph/build/assembler.ts'
import { linksOf } from '../../src/graph/queries/links.ts'
import type { Snapshot } from '../../src/server/graph-cache.ts'
import { LinkedGraph } from '../../src/server/linked.ts'
import { Questions } from '../../src/server/questions.ts'
import { Texts } from '../../src/server/texts.ts'
import { MEMORY, openLibrary } from '../../src/store/open.ts'
import { stored } from '../support/extractions.ts'
import { IMPRINT } from '../support/graphs.ts'
import { SAMPLES } from '../support/samples.ts'

/** A library into which a text comes whenever somebody looks at it, until none is left. */
function growing() {
  const documents = SAMPLES.map(stored)
  const assembler = new Assembler(IMPRINT, (id) => documents.find(({ document }) => document.id === id))
  let next = 0
  let snapshot: Snapshot | undefined
  const current = (): Snapshot => {
    const put = documents.slice(next, ++next)
    if (put.length === 0) return snapshot!
    const assembly = assembler.update({ put, dropped: [] })
    snapshot = { ...assembly, version: String(next) } as Snapshot
    return snapshot
  }
  return { cache: { current }, graph: assembler.graph }
}

const texts = new Texts(openLibrary(MEMORY))

describe('while a library grows', () => {
  test('links catch up', async () => {
    const { cache, graph } = growing()
    const linked = new LinkedGraph(cache, texts)
    const { links, snapshot } = await linked.get()
    expect(snapshot).toBe(cache.current())
    expect(links.keys).toEqual(graph.nodes().sort())
    expect([...links.edgeKeys]).toEqual(graph.edges().sort())
    expect(links.keys.map((key) => links.degreeOf(key))).toEqual(
      linksOf(graph).keys.map((key) => linksOf(graph).degreeOf(key)),
    )
  })

  test('two who ask at once are given the same', async () => {
    const { cache } = growing()
    const linked = new LinkedGraph(cache, texts)
    const [one, other] = await Promise.all([linked.get(), linked.get()])
    expect(one).toBe(other)
  })

  test('names of what came last are found', async () => {
    const { cache, graph } = growing()
    const questions = new Questions(cache, texts)
    await questions.names()
    const names = await questions.names()
    for (const node of graph.nodes()) {
      const label = graph.getNodeAttribute(node, 'label')
      expect(names(label, {}, 50).map(({ key }) => key)).toContain(node)
    }
  })
})
