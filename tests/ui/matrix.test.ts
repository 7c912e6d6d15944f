import { describe, expect, test } from 'vitest'
import { NO_FILTERS } from '../../src/ui/view/filters.ts'
import { isReported, matrixOf } from '../../src/ui/view/matrix.ts'
import { WORLD } from '../browser/support/world.ts'
import { graphOf } from '../support/graphs.ts'

const graph = graphOf(WORLD)
const matrix = matrixOf(graph, NO_FILTERS, 60)
const meetings = (one: string, other: string) => matrix.meetingsOf(`person:${one}`, `person:${other}`)

describe('who met whom', () => {
  test('counts each meeting once, from either side', () => {
    expect(meetings('ilsa-marrow', 'teodor-quist').map(({ kind }) => kind)).toEqual(['node', 'node'])
    expect(meetings('teodor-quist', 'ilsa-marrow')).toEqual(meetings('ilsa-marrow', 'teodor-quist'))
    expect(meetings('noor-halloran', 'casimir-vanter').map(({ kind }) => kind)).toEqual(['edge'])
    expect(meetings('noor-halloran', 'ilsa-marrow')).toEqual([])
  })

  test('keeps what was denied apart from what was reported', () => {
    const all = meetings('teodor-quist', 'bram-oduya')
    expect(all.map(({ modality }) => modality).sort()).toEqual(['asserted', 'denied'])
    expect(all.filter(isReported)).toHaveLength(1)
  })

  test('puts those side by side who meet each other', () => {
    const place = (key: string): number => matrix.actors.findIndex((actor) => actor.key === key)
    const round = ['ilsa-marrow', 'teodor-quist', 'bram-oduya'].map((name) => place(`person:${name}`))
    expect(Math.max(...round) - Math.min(...round)).toBe(2)
    for (const community of new Set(matrix.actors.map((actor) => actor.community))) {
      const places = matrix.actors.flatMap((actor, i) => (actor.community === community ? [i] : []))
      expect(places.at(-1)! - places[0]!).toBe(places.length - 1)
    }
  })

  test('is the same whatever the order of the texts', () => {
    const other = matrixOf(graphOf(WORLD.toReversed()), NO_FILTERS, 60)
    expect(other.actors).toEqual(matrix.actors)
  })

  test('follows the filters, and says how many there are beyond its limit', () => {
    const none = matrixOf(graph, { ...NO_FILTERS, withoutFamilies: new Set(['diplomacy'] as const) }, 60)
    expect(none.actors).toEqual([])
    const few = matrixOf(graph, NO_FILTERS, 2)
    expect([few.actors.length, few.found]).toEqual([2, matrix.actors.length])
  })
})
