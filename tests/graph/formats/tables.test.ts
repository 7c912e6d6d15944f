/** Tables, read by a CSV library. */
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { csvRow, csvText } from '../../../src/graph/formats/csv.ts'
import { filesOf, tableOf } from '../../../src/graph/formats/formats.ts'
import { sentencesFrom } from '../../../src/graph/formats/options.ts'
import { writable } from '../../../src/graph/formats/plain-text.ts'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { graphOf } from '../../support/graphs.ts'
import { SAMPLES } from '../../support/samples.ts'
import { CRUEL_NAMES, cruel, cruelText } from './hostile.ts'

const samples = graphOf(SAMPLES)
const sentencesOf = sentencesFrom(
  (id) => SAMPLES.find(({ document }) => document.id === id)?.document.text ?? cruelText,
)

type Row = Readonly<Record<string, string>>
const rowsOf = (text: string): Row[] => parse(text, { columns: true }) as Row[]
const table = (name: string, graph: KnowledgeGraph): Row[] =>
  rowsOf([...tableOf('csv', name).write(graph, { sentencesOf })].join(''))

describe('CSV', () => {
  test('nodes have a row each, lists as JSON', () => {
    const rows = table('nodes', samples)
    expect(rows.map(({ key }) => key)).toEqual(samples.nodes())
    expect(rows.find(({ key }) => key === 'person:ilsa-marrow')).toMatchObject({
      label: 'Ilsa Marrow',
      kind: 'actor',
      type: 'person',
      aliases: '["Marrow"]',
      role: '["President"]',
      mentions: '3',
      country: '',
    })
  })

  test('edges have both ends by name, status, speaker and dates', () => {
    const rows = table('edges', samples)
    expect(rows).toHaveLength(samples.size)
    expect(rows.find(({ relation }) => relation === 'visited')).toMatchObject({
      source: 'person:bram-oduya',
      source_label: 'Bram Oduya',
      target_label: 'Karsholm',
      reading: 'visited (planned)',
      modality: 'planned',
      speaker: 'Northern Wire',
      first: '2031-03-11',
      weight: '1',
    })
  })

  test('evidence has a row for each passage, which its offsets slice', () => {
    const rows = table('evidence', samples)
    const count = [...samples.nodes().map((key) => samples.getNodeAttribute(key, 'evidence'))]
      .concat(samples.edges().map((key) => samples.getEdgeAttribute(key, 'evidence')))
      .reduce((sum, evidence) => sum + evidence.length, 0)
    expect(rows).toHaveLength(count)
    for (const { document, sentence_start: start, sentence_end: end, text } of rows) {
      const source = SAMPLES.find((sample) => sample.document.id === document)?.document.text
      expect(source?.slice(Number(start), Number(end))).toBe(text)
    }
  })

  test('no cell begins like a formula, and every text comes back', () => {
    const raw = parse([...tableOf('csv', 'nodes').write(cruel, {})].join('')) as string[][]
    const texts = raw
      .slice(1)
      .flat()
      .filter((cell) => !/^-?\d+(\.\d+)?$/.test(cell))
    expect(texts.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    const labels = new Set(table('nodes', cruel).map(({ label = '' }) => csvText(label)))
    for (const name of CRUEL_NAMES) expect(labels).toContain(writable(name))
  })

  test.each([
    ['=1+1', "'=1+1"],
    ["'=1", "''=1"],
    ['plain', 'plain'],
    ["'quoted'", "'quoted'"],
    ['a "b", c', '"a ""b"", c"'],
    ['two\nlines', '"two\nlines"'],
    [' space', '" space"'],
    [-1.5, '-1.5'],
    [null, ''],
  ])('%j is written %j', (cell, written) => {
    expect(csvRow([cell, 'x'])).toBe(`${written},x\r\n`)
    if (typeof cell === 'string') expect(csvText((parse(csvRow([cell])) as string[][])[0]?.[0] ?? '')).toBe(cell)
  })
})

describe('the event table', () => {
  const rows = (graph: KnowledgeGraph): Row[] =>
    rowsOf(
      filesOf('events')
        .flatMap(({ write }) => [...write(graph, { sentencesOf })])
        .join(''),
    )

  test('has a row for each deed, with place and toll of its event', () => {
    expect(rows(samples).find(({ kind }) => kind === 'struck')).toMatchObject({
      date: '2031-03-05',
      source: 'Talvian Guard',
      source_type: 'armed_force',
      target: 'Karsholm',
      code: 'ASSAULT',
      status: 'asserted',
      place: 'Karsholm',
      killed: '6',
      killed_max: '',
      publisher: 'Karsholm Post',
      text: 'Forces of the Talvian Guard struck Karsholm overnight, killing at least six people.',
    })
  })

  test('does not tell a happening twice, leaves out ties, and is in order of time', () => {
    const all = rows(samples)
    expect(all.filter(({ kind }) => kind === 'attack' || kind === 'meeting' || kind === 'leader_of')).toEqual([])
    const dates = all.map(({ date }) => date ?? '').filter((date) => date !== '')
    expect(dates).toEqual([...dates].sort())
    expect(all.find(({ kind }) => kind === 'spoke_with')).toMatchObject({ status: 'denied', said_by: 'Teodor Quist' })
  })

  test('has events without a deed, a row for each doer', () => {
    const attacks = rows(cruel).filter(({ kind }) => kind === 'attack')
    expect(attacks).toHaveLength(CRUEL_NAMES.length)
    expect(attacks.every(({ source, target, code }) => source !== '' && target === '' && code === 'ASSAULT')).toBe(true)
  })
})

test('the tables for Neo4j have typed headers and as many rows', () => {
  const [nodes, relationships] = filesOf('neo4j')
    .slice(0, 2)
    .map(({ write }) => parse([...write(cruel, { sentencesOf })].join(''), { relax_column_count: true }) as string[][])
  expect(nodes?.[0]?.slice(0, 5)).toEqual(['key:ID', 'label', 'kind', 'type', 'aliases:string[]'])
  expect(nodes?.[0]?.at(-1)).toBe(':LABEL')
  expect(nodes).toHaveLength(cruel.order + 1)
  expect(new Set(nodes?.slice(1).map((row) => row.at(-1)?.split('\u001f')[0]))).toEqual(new Set(['Node']))
  expect(relationships?.[0]?.slice(0, 4)).toEqual([':START_ID', ':END_ID', ':TYPE', 'key'])
  expect(relationships).toHaveLength(cruel.size + 1)
  const widths = new Set([...(nodes ?? [])].map(({ length }) => length))
  expect(widths.size).toBe(1)
})
