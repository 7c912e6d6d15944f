/** Ways from one node to another, held against a plain search on small graphs. */
import { describe, expect, test } from 'vitest'
import { edgeTest, FIRM, nodeTest } from '../../src/graph/queries/filter.ts'
import { datesTaken } from '../../src/graph/queries/in-time.ts'
import { type Links, linksOf } from '../../src/graph/queries/links.ts'
import { type PathQuery, paths } from '../../src/graph/queries/paths.ts'
import type { CivilDate } from '../../src/model/date.ts'
import { EDGES } from '../../src/model/ontology.ts'
import { graphOf } from '../support/graphs.ts'
import { smallGraph } from '../support/random-graph.ts'
import { SAMPLES } from '../support/samples.ts'

const graph = graphOf(SAMPLES)
const links = linksOf(graph)
const ALL: PathQuery = {
  mode: 'all',
  maxLength: 6,
  limit: 10_000,
  direction: 'both',
  edges: {},
  nodes: {},
  inTime: false,
}

describe('paths', () => {
  const ask = (from: string, to: string, query: Partial<Parameters<typeof paths>[3]> = {}): string[][] =>
    paths(links, from, to, { ...ALL, maxLength: 4, limit: 5, edges: { modalities: FIRM }, ...query }).paths.map(
      ({ nodes }) => [...nodes],
    )

  test('the shortest first', () => {
    const found = ask('person:bram-oduya', 'armed_force:talvian-guard')
    expect(found.slice(0, 2)).toEqual([
      ['person:bram-oduya', 'city:karsholm', 'armed_force:talvian-guard'],
      ['person:bram-oduya', 'person:ilsa-marrow', 'armed_force:talvian-guard'],
    ])
    const lengths = found.map((path) => path.length)
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
    for (const path of found) expect(new Set(path).size).toBe(path.length)
  })

  test('no longer than asked, no more than asked', () => {
    expect(ask('person:bram-oduya', 'armed_force:talvian-guard', { maxLength: 1 })).toEqual([])
    expect(ask('person:bram-oduya', 'armed_force:talvian-guard', { limit: 1 })).toHaveLength(1)
  })

  test('there is none to what stands alone, nor to itself', () => {
    expect(ask('person:bram-oduya', 'media:northern-wire')).toEqual([])
    expect(ask('person:bram-oduya', 'person:bram-oduya')).toEqual([])
  })

  test('every step is an edge between its nodes', () => {
    const found = paths(links, 'city:velmont', 'city:karsholm', ALL).paths
    expect(found.length).toBeGreaterThan(0)
    for (const { nodes, edges } of found) {
      expect(edges).toHaveLength(nodes.length - 1)
      edges.forEach(({ key, source, target }, i) => {
        expect([nodes[i], nodes[i + 1]].sort()).toEqual([source, target].sort())
        expect([source, target]).toEqual(graph.extremities(key))
      })
    }
  })

  test('modes: the shortest only, so many, all', () => {
    const lengths = (query: Partial<PathQuery>): number[] =>
      ask('person:bram-oduya', 'armed_force:talvian-guard', { maxLength: 6, limit: 100, ...query }).map(
        ({ length }) => length - 1,
      )
    const all = lengths({ mode: 'all' })
    expect(lengths({ mode: 'shortest' })).toEqual(all.filter((length) => length === all[0]))
    expect(lengths({ mode: 'k-shortest', limit: 3 })).toEqual(all.slice(0, 3))
    expect(new Set(all).size).toBeGreaterThan(1)
  })

  test('through some nodes only, and around others', () => {
    const through = (query: Partial<PathQuery>) =>
      ask('person:bram-oduya', 'armed_force:talvian-guard', { maxLength: 2, ...query })
    expect(through({ nodes: { types: ['person'] } })).toEqual([
      ['person:bram-oduya', 'person:ilsa-marrow', 'armed_force:talvian-guard'],
    ])
    expect(through({ avoid: ['person:ilsa-marrow'] })).toEqual([
      ['person:bram-oduya', 'city:karsholm', 'armed_force:talvian-guard'],
    ])
  })

  test('a search that takes too many steps says so', () => {
    const { cut } = paths(links, 'city:velmont', 'city:karsholm', { ...ALL, most: 3 })
    expect(cut).toBe(true)
  })
})

describe('steps in time', () => {
  test.each([
    ['a day after a day', 'struck', ['2031-02-02'], '2031-02-01', ['2031-02-02']],
    ['the same day', 'struck', ['2031-02-01'], '2031-02-01', ['2031-02-01']],
    ['a day before', 'struck', ['2031-01-31'], '2031-02-01', []],
    ['no date', 'struck', [], undefined, []],
    ['nothing before it', 'struck', ['2031-01-31'], undefined, ['2031-01-31']],
    ['the second time that it is told', 'struck', ['2031-01-01', '2031-03-01'], '2031-02-01', ['2031-03-01']],
    [
      'an office that is held then',
      'leader_of',
      ['2031-01-01', '2031-03-01'],
      '2031-02-01',
      ['2031-02-01', '2031-03-01'],
    ],
    ['a month in which the day lies', 'struck', ['2031-02'], '2031-02-14', []],
    ['a month after the day', 'struck', ['2031-03'], '2031-02-14', ['2031-03']],
    ['the same month', 'struck', ['2031-02'], '2031-02', ['2031-02']],
    ['a day in the month', 'struck', ['2031-02-14'], '2031-02', []],
    ['either time, when nothing is before it', 'struck', ['2031', '2031-02-11'], undefined, ['2031', '2031-02-11']],
  ] as const)('%s', (_, relation, [first, last = first], after, expected) => {
    const dates = first === undefined ? {} : { first: first as CivilDate, last: last as CivilDate }
    expect(datesTaken({ relation, ...dates }, after as CivilDate | undefined)).toEqual(expected)
  })
})

describe('a plain search finds the same', () => {
  const cases: readonly (readonly [string, Partial<PathQuery>])[] = [
    ['whatever the direction', {}],
    ['along relations', { direction: 'out' }],
    ['against them', { direction: 'in' }],
    ['of some relations', { edges: { relations: ['met_with', 'participant_in'] } }],
    ['of some status', { edges: { modalities: FIRM } }],
    ['through some kinds', { nodes: { kinds: ['actor'] } }],
    ['in time', { inTime: true }],
  ]
  test.each(cases)('%s', (_, query) => {
    for (let seed = 1; seed <= 4; seed++) {
      const random = linksOf(smallGraph(seed, 12))
      for (const from of random.keys)
        for (const to of random.keys.filter((key) => key !== from)) {
          const asked = { ...ALL, maxLength: 4, ...query }
          const found = paths(random, from, to, asked).paths.map(({ nodes }) => nodes.join(' '))
          expect(found.toSorted(), `${seed} ${from} ${to}`).toEqual(plainly(random, from, to, asked).sort())
          expect(found.map((path) => path.split(' ').length)).toEqual(
            found.map((path) => path.split(' ').length).toSorted((a, b) => a - b),
          )
        }
    }
  })
})

/** All simple paths, by trying every step; in time, by trying every edge of each step. */
function plainly(links: Links, from: string, to: string, { maxLength, edges, nodes, direction, inTime }: PathQuery) {
  const [edgeFits, nodeFits] = [edgeTest(links, edges), nodeTest(nodes)]
  const found = new Set<string>()
  const walk = (path: readonly string[], time: CivilDate | undefined): void => {
    const here = path.at(-1)!
    if (here === to) found.add(path.join(' '))
    if (here === to || path.length > maxLength) return
    links.edgeKeys.forEach((_, i) => {
      const { source, target, attributes } = links.link(i)
      const { symmetric } = EDGES[attributes.relation]
      const ways = [
        ...(direction !== 'in' || symmetric ? [[source, target] as const] : []),
        ...(direction !== 'out' || symmetric ? [[target, source] as const] : []),
      ]
      for (const [a, b] of ways) {
        if (a !== here || path.includes(b) || !edgeFits(attributes)) continue
        if (b !== to && !nodeFits(links.attributesAt(b)!)) continue
        for (const at of inTime ? datesTaken(attributes, time) : [undefined]) walk([...path, b], at)
      }
    })
  }
  walk([from], undefined)
  return [...found]
}
