import { describe, expect, test } from 'vitest'
import { civilDay } from '../../src/model/date.ts'
import type { EventReport, GraphDocument } from '../../src/model/graph.ts'
import { asDocumentId } from '../../src/model/ids.ts'
import { reportTable } from '../../src/ui/view/event-reports.ts'
import { foundBetween, triggersIn } from '../../src/ui/view/found-in-text.ts'
import { withAnswers } from '../../src/ui/view/merge-facts.ts'
import { WORLD } from '../browser/support/world.ts'
import { graphOf } from '../support/graphs.ts'

const graph = graphOf(WORLD)

describe('reports of one happening', () => {
  const document = (id: string, title: string): GraphDocument => ({
    id: asDocumentId(id),
    title,
    date: civilDay(2031, 3, 6),
    source: null,
    characters: 10,
  })
  const documents = [document('aaaaaaaaaaaa', 'Night strike'), document('bbbbbbbbbbbb', 'Toll rises')]
  const reports: readonly EventReport[] = [
    { document: documents[0]!.id, date: civilDay(2031, 3, 5), killed: 6, killedText: 'at least six' },
    { document: documents[1]!.id, date: civilDay(2031, 3, 5), killed: 9 },
  ]

  test('stand side by side, and differences are named', () => {
    expect(reportTable({ reports, disputed: ['killed'] }, documents, (day) => day)).toEqual({
      documents: documents.map(({ id, title, date }) => ({ id, title, date })),
      rows: [
        { what: 'date', disputed: false, values: ['2031-03-05', '2031-03-05'] },
        { what: 'killed', disputed: true, values: ['at least six', '9'] },
      ],
    })
  })

  test('are not compared where there is one only, and an unknown document keeps its id', () => {
    expect(reportTable({ reports: reports.slice(0, 1) }, documents, String)).toBeNull()
    expect(reportTable({ reports }, [], String)!.documents[0]).toMatchObject({
      id: 'aaaaaaaaaaaa',
      title: 'aaaaaaaaaaaa',
    })
  })
})

describe('what is found in an article', () => {
  const [, strike] = WORLD
  const triggers = triggersIn(graph, strike!.document.id)

  test('are the words of its relations, each with how it reads', () => {
    for (const { start, end, edges } of triggers) {
      expect(start).toBeLessThan(end)
      expect(edges.length).toBeGreaterThan(0)
    }
    expect(triggersIn(graph, 'no such document')).toEqual([])
  })

  test('comes in order of reading; names win over triggers that touch them', () => {
    const trigger = { kind: 'trigger', edges: ['e'], reading: 'a met b', modality: 'asserted' } as const
    const found = foundBetween(
      0,
      50,
      [
        { start: 10, end: 20, node: 'a' },
        { start: 30, end: 40, node: 'b' },
      ],
      [
        { ...trigger, start: 22, end: 25 },
        { ...trigger, start: 18, end: 21 },
        { ...trigger, start: 60, end: 65 },
      ],
    )
    expect(found.map(({ kind, start }) => [kind, start])).toEqual([
      ['mention', 10],
      ['trigger', 22],
      ['mention', 30],
    ])
  })
})

test('answers about nodes that are there already change nothing', () => {
  expect(withAnswers(graph, [])).toBe(graph)
})
