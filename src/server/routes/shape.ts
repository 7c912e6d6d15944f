/** Who is central, and into which parts the graph falls. */
import { edgesOf, nodesOf } from '../../api/filters.ts'
import { type Measure, MOST_FOR_BETWEENNESS } from '../../graph/queries/measures.ts'
import { type Selection, selectInTurns } from '../../graph/queries/select.ts'
import type { Shape, ShapeInput } from '../../graph/queries/shape.ts'
import { groupsInTurns, shapeInputInTurns, weightsAt } from '../../graph/queries/shape-input.ts'
import { sortInTurns } from '../../graph/queries/sort-in-turns.ts'
import { InvalidInputError } from '../../model/errors.ts'
import type { Asked, Binder } from '../bind.ts'
import { longList } from '../long-list.ts'
import { pageOf } from '../paging.ts'

/** Measures a graph; a program with a large one hands in what works in another thread. */
export type Measurer = (input: ShapeInput) => Promise<Shape>

export const measureHere: Measurer = async (input) => (await import('../../graph/queries/shape.ts')).shapeOf(input)

/** Groups that are told, and nodes of each. */
const MOST_GROUPS = 50
const LEADING = 5
const RANKED = ['degree', 'betweenness', 'pagerank'] as const

export function bindShape(bind: Binder, measure: Measurer): void {
  bind('shape', async ({ query, linked, named, inTurns }) => {
    const { links, views } = await linked()
    const keys = await named.all(query.key, 'key')
    const part = await inTurns(selectInTurns(links, { nodes: nodesOf(query), edges: edgesOf(query), keys }))
    const order = orderOf(query)
    checkSize(query.measure, part)
    const input = await inTurns(shapeInputInTurns(links, part, query.measure))
    const shape = await measure(input)
    const values = order === undefined ? undefined : shape[order]
    const ordinals = part.nodes.map((_, i) => i)
    const ranked = await inTurns(sortInTurns(ordinals, (a, b) => (values?.[b] ?? 0) - (values?.[a] ?? 0) || a - b))
    const keyOf = (ordinal: number): string => links.keys[part.nodes[ordinal]!]!
    const { items, next } = pageOf(ranked, keyOf, query)
    const weights = weightsAt(input)
    const groupsOf = async (numbers: Int32Array | undefined) => {
      if (numbers === undefined) return undefined
      const { count, groups } = await inTurns(groupsInTurns(numbers, weights, { most: MOST_GROUPS, leading: LEADING }))
      const view = (ordinal: number) => views.node(keyOf(ordinal))
      return { count, told: groups.map((group) => ({ ...group, leading: group.leading.map(view) })) }
    }
    const { modularity } = shape
    const [communities, components] = [await groupsOf(shape.communities), await groupsOf(shape.components)]
    return {
      nodes: longList(items, (ordinal) => ({ node: views.node(keyOf(ordinal)), ...measuresOf(shape, ordinal) })),
      total: { nodes: part.nodes.length, edges: part.edges.length },
      ...(communities && { communities: communities.told }),
      ...(modularity !== undefined && { modularity }),
      ...(components && { components: components.told }),
      counts: {
        ...(communities && { communities: communities.count }),
        ...(components && { components: components.count }),
      },
      ...(next !== undefined && { next }),
    }
  })
}

type Query = Asked<'shape'>['query']

/** @throws InvalidInputError where the order is none of what is measured */
function orderOf({ measure, sort }: Query): (typeof RANKED)[number] | undefined {
  const ranked = RANKED.filter((name) => measure.includes(name))
  if (sort === undefined) return ranked[0]
  if (ranked.includes(sort)) return sort
  throw new InvalidInputError(
    'sort',
    `The parameter "sort" is "${sort}", which is not among the measures: ${measure.join(', ')}.`,
  )
}

function checkSize(measures: readonly Measure[], { nodes, edges }: Selection): void {
  const most = MOST_FOR_BETWEENNESS
  if (!measures.includes('betweenness') || (nodes.length <= most.nodes && edges.length <= most.edges)) return
  throw new InvalidInputError(
    'measure',
    `The parameter "measure" is "betweenness", which is worked out of ${most.nodes} nodes and ${most.edges} edges at most; this part has ${nodes.length} and ${edges.length}. Narrow it, for instance by type, relation or time.`,
  )
}

function measuresOf({ degree, betweenness, pagerank, communities, components }: Shape, ordinal: number) {
  return {
    ...(degree && { degree: degree[ordinal]! }),
    ...(betweenness && { betweenness: Math.min(1, betweenness[ordinal]!) }),
    ...(pagerank && { pagerank: Math.min(1, pagerank[ordinal]!) }),
    ...(communities && { community: communities[ordinal]! }),
    ...(components && { component: components[ordinal]! }),
  }
}
