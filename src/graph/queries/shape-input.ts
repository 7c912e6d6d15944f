/** What shapes are worked out of, with a yield wherever others may have their turn. */
import { EDGES } from '../../model/ontology.ts'
import type { Links } from './links.ts'
import type { Measure } from './measures.ts'
import type { Selection } from './select.ts'
import type { ShapeInput } from './shape.ts'

const PER_TURN = 5000

/** A selection as plain numbers: nodes have ordinals in its order. */
export function* shapeInputInTurns(
  links: Links,
  { nodes, edges }: Selection,
  measures: readonly Measure[],
): Generator<void, ShapeInput, void> {
  const ordinals = new Int32Array(links.keys.length)
  for (const [i, node] of nodes.entries()) ordinals[node] = i
  yield
  const [sources, targets] = [new Int32Array(edges.length), new Int32Array(edges.length)]
  const weights = new Float64Array(edges.length)
  const symmetric = new Uint8Array(edges.length)
  for (const [i, edge] of edges.entries()) {
    if (i % PER_TURN === PER_TURN - 1) yield
    const { weight, relation } = links.edges[edge]!
    sources[i] = ordinals[links.sources[edge]!]!
    targets[i] = ordinals[links.targets[edge]!]!
    weights[i] = weight
    symmetric[i] = Number(EDGES[relation].symmetric)
  }
  return { nodes: nodes.length, sources, targets, weights, symmetric, measures }
}

/** Sums of the weights of the edges at each node, by ordinal. */
export function weightsAt({ nodes, sources, targets, weights }: ShapeInput): Float64Array {
  const sums = new Float64Array(nodes)
  for (let edge = 0; edge < weights.length; edge++) {
    sums[sources[edge]!]! += weights[edge]!
    sums[targets[edge]!]! += weights[edge]!
  }
  return sums
}

export interface Group {
  readonly number: number
  /** How many nodes there are in it. */
  readonly nodes: number
  /** Ordinals of the heaviest. */
  readonly leading: readonly number[]
}

export interface Groups {
  /** How many there are, also those that are not told. */
  readonly count: number
  readonly groups: readonly Group[]
}

/**
 * The first groups of a numbering, and who leads them.
 * @param numbers of the groups, by ordinal of the node
 * @param weights by ordinal
 */
export function* groupsInTurns(
  numbers: Int32Array,
  weights: Float64Array,
  { most, leading }: { readonly most: number; readonly leading: number },
): Generator<void, Groups, void> {
  const sizes: number[] = []
  const heaviest: number[][] = []
  for (let ordinal = 0; ordinal < numbers.length; ordinal++) {
    if (ordinal % PER_TURN === PER_TURN - 1) yield
    const number = numbers[ordinal]!
    sizes[number] = (sizes[number] ?? 0) + 1
    if (number >= most) continue
    heaviest[number] ??= []
    insert(heaviest[number], ordinal, weights, leading)
  }
  const groups = heaviest.map((ordinals, number) => ({ number, nodes: sizes[number]!, leading: ordinals }))
  return { count: sizes.length, groups }
}

/** Puts an ordinal into its place among the heaviest, where it is one of them; ties stay in their order. */
function insert(heaviest: number[], ordinal: number, weights: Float64Array, most: number): void {
  let place = heaviest.length
  while (place > 0 && weights[heaviest[place - 1]!]! < weights[ordinal]!) place--
  if (place >= most) return
  heaviest.splice(place, 0, ordinal)
  if (heaviest.length > most) heaviest.pop()
}
