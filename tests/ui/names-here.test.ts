/** Names that the page finds by itself, before the server has answered. */
import { expect, test } from 'vitest'
import { namesIn } from '../../src/ui/view/names-here.ts'
import { WORLD } from '../browser/support/world.ts'
import { graphOf } from '../support/graphs.ts'

const graph = graphOf(WORLD)
const find = namesIn(graph, true)
const keys = (words: string): string[] => find(words).map(({ key }) => key)

test.each([
  ['marrow', 'person:ilsa-marrow'],
  ['ILSA MARR', 'person:ilsa-marrow'],
  ['odu', 'person:bram-oduya'],
  ['talv', 'country:talvia'],
])('%s finds %s first', (words, key) => {
  expect(keys(words)[0]).toBe(key)
})

test.each([[''], ['?!'], ['xqzzk']])('%j finds nobody', (words) => {
  expect(keys(words)).toEqual([])
})

test('a name comes with what tells namesakes apart', () => {
  expect(find('bram oduya')[0]).toMatchObject({
    label: 'Bram Oduya',
    kind: 'actor',
    type: 'person',
    role: 'special envoy',
    degree: graph.degree('person:bram-oduya'),
  })
})

test('an event says whether it happened', () => {
  expect(find('visit oduya karsholm')[0]).toMatchObject({ type: 'visit', modality: 'planned' })
})

test('where the page holds a part of the library, nobody can say how many relations there are', () => {
  expect(namesIn(graph, false)('marrow')[0]!.degree).toBeNull()
})
