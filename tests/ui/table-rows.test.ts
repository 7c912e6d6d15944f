import { describe, expect, test } from 'vitest'
import { COLUMNS, rowsOf, sorted } from '../../src/ui/view/table-rows.ts'
import { WORLD } from '../browser/support/world.ts'
import { graphOf } from '../support/graphs.ts'

const graph = graphOf(WORLD)
const rows = rowsOf(graph, graph.edges())

describe('the table', () => {
  test('has a row for each relation, with the names of its ends', () => {
    expect(rows).toHaveLength(graph.size)
    expect(rows.find(({ edge }) => edge.relation === 'sent')).toMatchObject({
      source: { label: 'Ilsa Marrow' },
      target: { label: 'Bram Oduya' },
    })
  })

  test('sorts by status as the vocabulary orders them, not by letters', () => {
    const order = sorted(rows, 'status', false).map(({ edge }) => edge.modality)
    expect([order[0], order.at(-1)]).toEqual(['asserted', 'requested'])
  })

  test.each(['date', 'speaker'] as const)('puts rows without a %s last, either way', (column) => {
    const read = ({ edge }: (typeof rows)[number]) =>
      column === 'date' ? (edge.last ?? edge.first) : edge.attributedTo
    for (const descending of [false, true]) {
      const values = sorted(rows, column, descending).map(read)
      expect(values).toContain(undefined)
      expect(values.indexOf(undefined)).toBe(values.filter((value) => value !== undefined).length)
    }
  })

  test.each(COLUMNS)('sorted by %s is the same whatever the order before', (column) => {
    expect(sorted(rows.toReversed(), column, true)).toEqual(sorted(rows, column, true))
  })
})
