/** What stands in the page's file; how it looks and behaves is tested in a browser. */
import { describe, expect, test } from 'vitest'
import type { PageData } from '../../../src/graph/formats/html/data.ts'
import { writeHtml } from '../../../src/graph/formats/html/html.ts'
import { sentencesFrom } from '../../../src/graph/formats/options.ts'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { graphOf } from '../../support/graphs.ts'
import { SAMPLES } from '../../support/samples.ts'
import { cruel, cruelText } from './hostile.ts'

const sentencesOf = sentencesFrom(
  (id) => SAMPLES.find(({ document }) => document.id === id)?.document.text ?? cruelText,
)
const htmlOf = (graph: KnowledgeGraph): string => [...writeHtml(graph, { sentencesOf })].join('')
const dataOf = (html: string): PageData =>
  JSON.parse(/<script id="data" type="application\/json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '') as PageData

describe('the page', () => {
  const graph = graphOf(SAMPLES)
  const data = dataOf(htmlOf(graph))

  test('holds the graph, and every sentence once', () => {
    expect([data.nodes.length, data.edges.length, data.documents.length]).toEqual([graph.order, graph.size, 3])
    expect(new Set(data.sentences.map(([words]) => words)).size).toBe(data.sentences.length)
  })

  test('marks the words of both ends', () => {
    const edge = data.edges.find(({ out }) => out[0] === 'visited')
    const [number = 0, ...marks] = edge?.passages[0] ?? [0]
    const words = data.sentences[number]?.[0] ?? ''
    expect(marks.map(([start, end]) => words.slice(start, end))).toEqual(['Bram Oduya', 'Karsholm'])
    expect(edge).toMatchObject({ status: 'planned', notes: ['according to Northern Wire'], when: '11 March 2031' })
  })
})

test('no text of a cruel graph can leave its place', () => {
  const html = htmlOf(cruel)
  expect(html.match(/<script/g)).toHaveLength(2)
  expect(html.match(/<\/script>/g)).toHaveLength(2)
  expect(html).not.toMatch(/<!--|<img/)
  expect(
    dataOf(html)
      .nodes.map(({ label }) => label)
      .sort(),
  ).toEqual(cruel.mapNodes((_, { label }) => label).sort())
})

test('asks nobody for anything', () => {
  const html = htmlOf(graphOf(SAMPLES))
  expect(html).toContain("default-src 'none'")
  expect(html.match(/(?:src|href)="(?!data:)/g)).toBeNull()
})
