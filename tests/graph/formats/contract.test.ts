/** What holds for every format, whatever it is. */
import { describe, expect, test } from 'vitest'
import {
  CATALOGUE,
  FORMAT_NAMES,
  type FormatName,
  formatOfName,
  isFormatName,
} from '../../../src/graph/formats/catalogue.ts'
import { filesOf, tableOf } from '../../../src/graph/formats/formats.ts'
import { serialize } from '../../../src/graph/formats/json.ts'
import { sentencesFrom, type WriteOptions } from '../../../src/graph/formats/options.ts'
import { zipped } from '../../../src/graph/formats/zip.ts'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { layout, layoutInput } from '../../../src/graph/layout.ts'
import { graphOf } from '../../support/graphs.ts'
import { SAMPLES } from '../../support/samples.ts'
import { cruel, cruelText, hostile } from './hostile.ts'

const samples = graphOf(SAMPLES)
const textOf = (id: string): string => SAMPLES.find(({ document }) => document.id === id)?.document.text ?? cruelText
const empty = graphOf([])

const optionsFor = (format: FormatName, graph: KnowledgeGraph, more: WriteOptions = {}): WriteOptions => ({
  sentencesOf: sentencesFrom(textOf),
  ...(CATALOGUE[format].positioned && { positions: layout(layoutInput(graph)) }),
  ...(CATALOGUE[format].focused && { focus: graph.nodes()[0] ?? 'none' }),
  ...more,
})

/** All files of a format, one after the other. */
const write = (format: FormatName, graph: KnowledgeGraph, options = optionsFor(format, graph)): string =>
  filesOf(format)
    .map((file) => [...file.write(graph, options)].join(''))
    .join('')

describe.each(FORMAT_NAMES)('%s', (format) => {
  const { focused } = CATALOGUE[format]
  const graphs = { samples, hostile, cruel, ...(!focused && { empty }) }

  test('is the same bytes each time, whatever the order of documents', () => {
    const other = graphOf([...SAMPLES].reverse())
    const options = focused ? { focus: 'person:ilsa-marrow' } : {}
    expect(write(format, other, optionsFor(format, other, options))).toBe(
      write(format, samples, optionsFor(format, samples, options)),
    )
  })

  test.each(Object.entries(graphs))('of %s is whole UTF-8 text, without control characters', (_, graph) => {
    const text = write(format, graph)
    expect(text).not.toBe('')
    expect(Buffer.from(text).toString()).toBe(text)
    // The tables for Neo4j part items of lists by one.
    expect(text.replaceAll('\u001f', format === 'neo4j' ? ' ' : '\u001f')).not.toMatch(/[^\t\n\r -\uffff]/)
  })

  test('comes in pieces of the size of an element, not as a whole', () => {
    for (const { write: pieces } of filesOf(format).filter(({ name }) => name !== 'README.txt')) {
      const all = [...pieces(samples, optionsFor(format, samples))]
      expect(all.length).toBeGreaterThan(1)
      expect(all.every((piece) => typeof piece === 'string')).toBe(true)
    }
  })

  test('does not change the graph', () => {
    const before = JSON.stringify(serialize(cruel))
    write(format, cruel)
    expect(JSON.stringify(serialize(cruel))).toBe(before)
  })

  test('has the sentences, and without text no word of them', () => {
    const sentence = 'Her envoy Bram Oduya will travel to Karsholm next week'
    const focus = focused ? { focus: 'person:bram-oduya' } : {}
    const told = write(format, samples, optionsFor(format, samples, focus))
    expect(told.includes(sentence)).toBe(!['pajek'].includes(format))
    const { sentencesOf: _, ...silent } = optionsFor(format, samples, focus)
    const untold = write(format, samples, silent)
    expect(untold).not.toContain('will travel')
    expect(untold).toContain('Bram Oduya')
  })

  test('is written without positions, too', () => {
    const { positions: _, ...options } = optionsFor(format, samples)
    expect(write(format, samples, options)).toContain('Karsholm')
  })

  test('names a speaker who lies outside of the part', () => {
    if (['pajek', 'html'].includes(format)) return
    const part = graphOf(SAMPLES)
    part.dropNode('media:northern-wire')
    const labelOf = (key: string): string | undefined =>
      key === 'media:northern-wire' ? 'The Wire of the North' : undefined
    const focus = focused ? { focus: 'person:bram-oduya' } : {}
    const text = write(format, part, optionsFor(format, part, { ...focus, labelOf }))
    expect(text).toMatch(/The Wire of the North|media:northern-wire/)
  })
})

describe('the catalogue', () => {
  test('has a writer for each format, and each table that it names', () => {
    for (const format of FORMAT_NAMES) {
      const { tables, extension, label, use, mediaType } = CATALOGUE[format]
      expect(filesOf(format).length > 1).toBe(tables.length > 0)
      for (const table of tables) expect(tableOf(format, table).name).toBe(`${table}.csv`)
      for (const words of [extension, label, use, mediaType]) expect(words).not.toBe('')
    }
    expect(() => tableOf('csv', 'README')).toThrow('Choose one of: nodes, edges')
    expect(() => tableOf('gexf', 'nodes')).toThrow('it has no tables')
  })

  test.each([
    ['a/b.GEXF', 'gexf'],
    ['graph.json', 'json'],
    ['graph.jsonl', 'jsonl'],
    ['graph.jsonld', 'jsonld'],
    ['talks.events.csv', 'events'],
    ['talks.csv', 'csv'],
    ['talks.zip', 'csv'],
    ['talks.ttl', 'turtle'],
    ['talks.net', 'pajek'],
    ['talks.md', 'dossier'],
    ['talks', undefined],
    ['gexf', undefined],
  ])('takes %s for %s', (name, format) => {
    expect(formatOfName(name)).toBe(format)
  })

  test('knows names, not what all objects have', () => {
    expect(['gexf', 'toString', 'dot'].map(isFormatName)).toEqual([true, false, false])
  })
})

test('a ZIP is the same bytes each time', () => {
  const bytes = (): Buffer => Buffer.concat([...zipped(filesOf('csv'), samples, {})])
  expect(bytes().equals(bytes())).toBe(true)
  expect(bytes().subarray(0, 2).toString()).toBe('PK')
})
