/** What lies around a node. */
import type { EdgeName, NodeKind } from '../../model/ontology.ts'
import { EDGES } from '../../model/ontology.ts'
import { atOnce } from '../at-once.ts'
import { byText } from '../order.ts'
import type { EdgeFilter, NodeFilter } from './filter.ts'
import { edgeTest, nodeTest } from './filter.ts'
import type { Links } from './links.ts'
import { sortInTurns } from './sort-in-turns.ts'

export const DIRECTIONS = ['in', 'out', 'both'] as const
export type Direction = (typeof DIRECTIONS)[number]
export const NEIGHBOR_ORDERS = ['weight', 'recency', 'name'] as const
export type NeighborOrder = (typeof NEIGHBOR_ORDERS)[number]

export interface NeighborQuery {
  /** Steps from the node, 1 to 3. */
  readonly depth: number
  readonly direction: Direction
  /** Which edges may be stepped along. */
  readonly edges: EdgeFilter
  /** Which nodes are listed; steps lead through the others all the same. */
  readonly nodes: NodeFilter
  readonly sort: NeighborOrder
  /** Most nodes that are reached; those farther away are then left out. */
  readonly most?: number
}

export interface FoundNeighbor {
  readonly key: string
  /** Its number; numbers are in the order of keys. */
  readonly node: number
  readonly distance: number
  /** Numbers of the edges that tie it to nodes one step nearer. */
  readonly edges: readonly number[]
  /** Sum of the weights of these edges. */
  readonly weight: number
  /** Latest date among them, '' where none has one. */
  readonly last: string
}

/** One that is still being counted. */
interface Reached extends FoundNeighbor {
  readonly edges: number[]
  weight: number
  last: string
}

export interface Neighborhood {
  /** The nearer come first, then by the order asked for, ties by key. */
  readonly found: readonly FoundNeighbor[]
  readonly counts: NeighborCounts
  /** Whether there was more than could be looked at. */
  readonly cut: boolean
}

export interface NeighborCounts {
  /** How many neighbours each relation leads to. */
  readonly relation: Partial<Record<EdgeName, number>>
  readonly kind: Partial<Record<NodeKind, number>>
}

/** Work between two yields: edges looked at. */
const PER_TURN = 2000

/**
 * Breadth first, with a yield wherever others may have their turn.
 * @param start key of a node that is there
 */
export function* neighborsInTurns(
  links: Links,
  start: string,
  query: NeighborQuery,
): Generator<void, Neighborhood, void> {
  const walk = new Walk(links, links.numberAt(start), query)
  while (walk.isOpen()) yield* walk.step()
  const inOrder = ORDERS[query.sort]
  const found = yield* sortInTurns(
    walk.found,
    (a, b) => a.distance - b.distance || inOrder(a, b, links) || a.node - b.node,
  )
  return { found, counts: walk.counts, cut: walk.cut }
}

class Walk {
  readonly found: FoundNeighbor[] = []
  readonly counts: {
    readonly relation: Partial<Record<EdgeName, number>>
    readonly kind: Partial<Record<NodeKind, number>>
  } = {
    relation: {},
    kind: {},
  }
  cut = false
  readonly #links: Links
  readonly #query: NeighborQuery
  readonly #edgeFits: ReturnType<typeof edgeTest>
  readonly #nodeFits: ReturnType<typeof nodeTest>
  readonly #seen: Set<number>
  #frontier: readonly number[]
  #distance = 0
  constructor(links: Links, start: number, query: NeighborQuery) {
    this.#links = links
    this.#query = query
    this.#edgeFits = edgeTest(links, query.edges)
    this.#nodeFits = nodeTest(query.nodes)
    this.#seen = new Set([start])
    this.#frontier = [start]
  }

  isOpen(): boolean {
    return !this.cut && this.#distance < this.#query.depth && this.#frontier.length > 0
  }

  *step(): Generator<void, void, void> {
    this.#distance++
    const { most = Infinity } = this.#query
    const reached = new Map<number, Reached | null>()
    let work = 0
    for (const node of this.#frontier) {
      const edges = this.#links.edgesAt(node)
      for (let i = 0; i < edges.length; i++) {
        if (++work % PER_TURN === 0) yield
        this.#look(edges[i]!, node, reached)
      }
      this.cut = this.#seen.size + reached.size > most
      if (this.cut) break
    }
    for (const [node, neighbor] of reached) {
      if (++work % PER_TURN === 0) yield
      this.#seen.add(node)
      if (neighbor !== null) this.found.push(neighbor)
    }
    this.#frontier = [...reached.keys()]
  }

  /** @param reached null for those that are not listed */
  #look(edge: number, node: number, reached: Map<number, Reached | null>): void {
    const links = this.#links
    const other = links.across(edge, node)
    if (this.#seen.has(other)) return
    const attributes = links.edges[edge]!
    if (!leads(this.#query.direction, attributes.relation, links.sources[edge] === node)) return
    if (!this.#edgeFits(attributes)) return
    const known = reached.get(other)
    if (known === undefined) reached.set(other, this.#meet(other, edge))
    else if (known !== null) this.#tie(known, edge)
  }

  #meet(node: number, edge: number): Reached | null {
    const { nodes, keys, edges } = this.#links
    const attributes = nodes[node]!
    if (!this.#nodeFits(attributes)) return null
    const { relation, weight, last = '' } = edges[edge]!
    addOne(this.counts.kind, attributes.kind)
    addOne(this.counts.relation, relation)
    return { key: keys[node]!, node, distance: this.#distance, edges: [edge], weight, last }
  }

  #tie(neighbor: Reached, edge: number): void {
    const { edges } = this.#links
    const { relation, weight, last = '' } = edges[edge]!
    if (!neighbor.edges.some((other) => edges[other]!.relation === relation)) addOne(this.counts.relation, relation)
    neighbor.edges.push(edge)
    neighbor.weight += weight
    if (last > neighbor.last) neighbor.last = last
  }
}

const addOne = <N extends string>(counts: Partial<Record<N, number>>, name: N): void => {
  counts[name] = (counts[name] ?? 0) + 1
}

/** Numbers of what ties a neighbour to nodes one step nearer, the weightiest first, ties by key. */
export const tiesOf = ({ edges: all }: Links, { edges }: FoundNeighbor): readonly number[] =>
  edges.length === 1 ? edges : edges.toSorted((a, b) => all[b]!.weight - all[a]!.weight || a - b)

export function neighbors(links: Links, start: string, query: NeighborQuery): Neighborhood {
  return atOnce(neighborsInTurns(links, start, query))
}

/** A relation without direction leads both ways. */
export const leads = (direction: Direction, relation: EdgeName, outward: boolean): boolean =>
  direction === 'both' || EDGES[relation].symmetric || outward === (direction === 'out')

const ORDERS: Readonly<Record<NeighborOrder, (a: FoundNeighbor, b: FoundNeighbor, links: Links) => number>> = {
  weight: (a, b) => b.weight - a.weight,
  recency: (a, b) => byText(b.last, a.last),
  name: (a, b, links) => byText(links.nodes[a.node]!.label, links.nodes[b.node]!.label),
}
