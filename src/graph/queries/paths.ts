/** How two nodes are connected. */

import type { CivilDate } from '../../model/date.ts'
import { atOnce } from '../at-once.ts'
import { byText } from '../order.ts'
import { Ball } from './ball.ts'
import type { EdgeFilter, NodeFilter } from './filter.ts'
import { edgeTest, nodeTest } from './filter.ts'
import { datesTaken } from './in-time.ts'
import type { Link, Links } from './links.ts'
import { type Direction, leads } from './neighbors.ts'

/** Those of the shortest length only; the shortest and then longer ones; all there are. */
export const PATH_MODES = ['shortest', 'k-shortest', 'all'] as const
export type PathMode = (typeof PATH_MODES)[number]

export interface PathQuery {
  readonly mode: PathMode
  /** Most edges that a path may have. */
  readonly maxLength: number
  /** Most paths to be found. */
  readonly limit: number
  /** Whether steps lead from source to target only, or the other way only. */
  readonly direction: Direction
  readonly edges: EdgeFilter
  /** Which nodes may lie between the two. */
  readonly nodes: NodeFilter
  /** Keys of nodes that no path leads through. */
  readonly avoid?: readonly string[] | undefined
  /** Each step has a date, and is for sure not earlier than the one before. */
  readonly inTime: boolean
  /** Most steps that are tried. */
  readonly most?: number
}

export interface FoundPath {
  readonly nodes: readonly string[]
  /** One for each step: what is asserted before what is planned, then the weightiest between its two nodes. */
  readonly edges: readonly Link[]
}

export interface FoundPaths {
  /** The shortest first, and among equally long ones those with the weightier first steps. */
  readonly paths: readonly FoundPath[]
  /** Whether the search ended before it had seen all. */
  readonly cut: boolean
}

const PER_TURN = 2000
const MOST_STEPS = 500_000

/**
 * Simple paths between two nodes, with a yield wherever others may have their turn. The distances to the goal are known
 * beforehand, as far as they matter, so that no step leads where it cannot be reached in time: a search from either end meets the
 * other in the middle, because the surroundings of both are much smaller than the graph.
 * @param from and `to` are keys of nodes that are there
 */
export function* pathsInTurns(
  links: Links,
  from: string,
  to: string,
  query: PathQuery,
): Generator<void, FoundPaths, void> {
  if (from === to) return { paths: [], cut: false }
  const search = new Search(links, links.numberAt(from), links.numberAt(to), query)
  for (let length = 1; length <= query.maxLength && !search.isDone(); length++) {
    yield* search.prepare(length)
    yield* search.extend([search.from], [{ edges: [], at: undefined }], length)
  }
  return { paths: search.found, cut: search.cut }
}

export function paths(links: Links, from: string, to: string, query: PathQuery): FoundPaths {
  return atOnce(pathsInTurns(links, from, to, query))
}

interface Step {
  readonly to: number
  /** Numbers of the edges that lead there, the best first. */
  readonly edges: readonly number[]
}

/** Edges along which some nodes can be gone, and when the last of them is taken. */
interface Way {
  readonly edges: readonly number[]
  readonly at: CivilDate | undefined
}

class Search {
  readonly found: FoundPath[] = []
  readonly from: number
  cut = false
  readonly #links: Links
  readonly #to: number
  readonly #query: PathQuery
  readonly #edgeFits: (edge: number) => boolean
  readonly #nodeFits: (node: number) => boolean
  readonly #steps = new Map<number, readonly Step[]>()
  readonly #back: Ball
  readonly #forth: Ball
  /** Steps to the goal of nodes that the search from the goal has not come to, as far as paths of this length may lead through them. */
  readonly #pulled: Int8Array
  #work = 0
  #tried = 0
  constructor(links: Links, from: number, to: number, query: PathQuery) {
    this.#links = links
    this.from = from
    this.#to = to
    this.#query = query
    this.#edgeFits = remembered(links.edges.length, (edge) => fits(links.edges[edge]!))
    const fits = edgeTest(links, query.edges)
    const inner = nodeTest(query.nodes)
    const avoided = new Set(query.avoid?.map((key) => links.numberOf(key)))
    this.#nodeFits = (node) => node === from || node === to || (inner(links.nodes[node]!) && !avoided.has(node))
    this.#back = new Ball(links, to)
    this.#forth = new Ball(links, from)
    this.#pulled = new Int8Array(links.keys.length)
  }

  isDone(): boolean {
    const { limit, mode } = this.#query
    if (this.cut || this.found.length >= limit) return true
    if (mode === 'shortest' && this.found.length > 0) return true
    const { from } = this
    return (this.#back.isClosed() && !this.#back.has(from)) || (this.#forth.isClosed() && !this.#forth.has(this.#to))
  }

  /** Finds the nodes through which paths of `length` steps may lead, and how far they are from the goal. */
  *prepare(length: number): Generator<void, void, void> {
    const [back, forth] = [this.#back, this.#forth]
    while (back.radius + forth.radius < length - 1) {
      const isBack = forth.isClosed() || (!back.isClosed() && back.size <= forth.size)
      if (isBack && back.isClosed()) break
      if (isBack) yield* this.#grow(back, (edge, node) => this.#leads(edge, this.#links.across(edge, node)))
      else yield* this.#grow(forth, (edge, node) => this.#leads(edge, node))
    }
    this.#pulled.fill(-1)
    for (let distance = back.radius + 1; distance < length; distance++)
      for (const node of forth.within(length - distance)) {
        if (this.#distanceOf(node) !== -1) continue
        for (const edge of this.#links.edgesAt(node)) {
          if (++this.#work % PER_TURN === 0) yield
          const nearer = this.#distanceOf(this.#links.across(edge, node)) === distance - 1
          if (!nearer || !this.#leads(edge, node)) continue
          this.#pulled[node] = distance
          break
        }
      }
  }

  *#grow(ball: Ball, leads: (edge: number, node: number) => boolean): Generator<void, void, void> {
    const next: number[] = []
    for (const node of ball.frontier())
      for (const edge of this.#links.edgesAt(node)) {
        if (++this.#work % PER_TURN === 0) yield
        const other = this.#links.across(edge, node)
        if (ball.has(other) || !leads(edge, node) || !this.#nodeFits(other)) continue
        ball.add(other)
        next.push(other)
      }
    ball.grown(next)
  }

  /** Steps to the goal; -1 where they are too many. */
  #distanceOf(node: number): number {
    const distance = this.#back.distanceOf(node)
    return distance === -1 ? this.#pulled[node]! : distance
  }

  #leads(edge: number, from: number): boolean {
    const { relation } = this.#links.edges[edge]!
    return leads(this.#query.direction, relation, this.#links.sources[edge] === from) && this.#edgeFits(edge)
  }

  /** Finds the paths that go on from these with `left` steps more. @param ways along which these can be gone, never none */
  *extend(nodes: readonly number[], ways: readonly Way[], left: number): Generator<void, void, void> {
    for (const step of this.#stepsFrom(nodes.at(-1)!)) {
      if (++this.#tried % PER_TURN === 0) yield
      if (this.found.length >= this.#query.limit) return
      if (this.#tried > (this.#query.most ?? MOST_STEPS)) this.cut = true
      if (this.cut) return
      if (!this.#isOnTheWay(step.to, nodes, left - 1)) continue
      const further = this.#query.inTime ? this.#inTime(step, ways) : this.#best(step, ways)
      if (further.length === 0) continue
      const longer = [...nodes, step.to]
      if (left === 1) this.#add(longer, further[0]!.edges)
      else yield* this.extend(longer, further, left - 1)
    }
  }

  #isOnTheWay(node: number, nodes: readonly number[], left: number): boolean {
    const distance = this.#distanceOf(node)
    if (distance === -1 || distance > left || nodes.includes(node)) return false
    return node === this.#to ? left === 0 : left > 0
  }

  #add(nodes: readonly number[], edges: readonly number[]): void {
    this.found.push({
      nodes: nodes.map((node) => this.#links.keys[node]!),
      edges: edges.map((edge) => this.#links.link(edge)),
    })
  }

  #best({ edges: [edge] }: Step, [way]: readonly Way[]): readonly Way[] {
    return [{ edges: [...way!.edges, edge!], at: undefined }]
  }

  /** One way for each date of arrival: of months and days none is always the better one. */
  #inTime({ edges }: Step, ways: readonly Way[]): readonly Way[] {
    const arrivals = new Map<CivilDate, Way>()
    for (const way of ways)
      for (const edge of edges)
        for (const at of datesTaken(this.#links.edges[edge]!, way.at))
          if (!arrivals.has(at)) arrivals.set(at, { edges: [...way.edges, edge], at })
    return [...arrivals.values()]
  }

  #stepsFrom(node: number): readonly Step[] {
    const known = this.#steps.get(node)
    if (known !== undefined) return known
    const ways = new Map<number, number[]>()
    for (const edge of this.#links.edgesAt(node)) {
      const to = this.#links.across(edge, node)
      if (!this.#nodeFits(to) || !this.#leads(edge, node)) continue
      const edges = ways.get(to)
      if (edges === undefined) ways.set(to, [edge])
      else edges.push(edge)
    }
    const weight = ({ edges }: Step): number => this.#links.edges[edges[0]!]!.weight
    const key = (number: number): string => this.#links.keys[number]!
    const steps = [...ways]
      .map(([to, edges]): Step => ({ to, edges: edges.sort((a, b) => this.#better(a, b)) }))
      .sort((a, b) => weight(b) - weight(a) || byText(key(a.to), key(b.to)))
    this.#steps.set(node, steps)
    return steps
  }

  #better(a: number, b: number): number {
    const { edges, edgeKeys } = this.#links
    const isFact = (edge: number): number => Number(edges[edge]!.modality === 'asserted')
    return isFact(b) - isFact(a) || edges[b]!.weight - edges[a]!.weight || byText(edgeKeys[a]!, edgeKeys[b]!)
  }
}

/** Asks once for each number below `count`. */
function remembered(count: number, ask: (number: number) => boolean): (number: number) => boolean {
  const answers = new Uint8Array(count)
  return (number) => {
    if (answers[number] === 0) answers[number] = ask(number) ? 1 : 2
    return answers[number] === 1
  }
}
