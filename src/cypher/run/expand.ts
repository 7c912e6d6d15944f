/** From a node along relationships. */
import type { PropertyGraph } from '../graph/property-graph.ts'
import { equals } from '../values/compare.ts'
import type { NodeValue, RelationshipValue, Value } from '../values/value.ts'
import { otherEnd, propertyOf } from '../values/value.ts'
import type { Row, Run } from './run.ts'
import type { RelationshipSpec } from './spec.ts'

export type Direction = RelationshipSpec['direction']

/** Steps yield true when they have filled their slots, false when it is time for a pause. */
export type Candidates = Generator<boolean, void, void>

export const flipped = (direction: Direction): Direction =>
  direction === 'both' ? 'both' : direction === 'left' ? 'right' : 'left'

/** Relationships that leave `node` in a direction; each once. */
export function leaving(graph: PropertyGraph, node: NodeValue, direction: Direction): readonly RelationshipValue[] {
  const undirected = graph.undirected(node)
  if (direction === 'both') {
    const incoming = graph.incoming(node).filter(({ source }) => source !== node)
    return [...graph.outgoing(node), ...incoming, ...undirected]
  }
  const directed = direction === 'right' ? graph.outgoing(node) : graph.incoming(node)
  return undirected.length === 0 ? directed : [...directed, ...undirected]
}

/** Whether a relationship of a range may be taken. */
export function tester(spec: RelationshipSpec, row: Row, run: Run): (relationship: RelationshipValue) => boolean {
  const { types, where } = spec
  const wanted = spec.properties.map(({ key, evaluate }): readonly [string, Value] => [key, evaluate(row, run)])
  return (relationship) => {
    if (types !== undefined && !types.has(relationship.type)) return false
    for (const [key, value] of wanted) if (equals(propertyOf(relationship, key), value) !== true) return false
    if (where === undefined) return true
    row[where.slot] = relationship
    return where.evaluate(row, run) === true
  }
}

/** Between near ends, knowing the way back costs more than it saves. */
const WORTH_DISTANCES = 3

/** How far each node is from `goal`, against the direction of the walk; nodes that are farther than `most` are missing. */
function* distancesTo(
  goal: NodeValue,
  most: number,
  direction: Direction,
  fits: (relationship: RelationshipValue) => boolean,
  run: Run,
): Generator<boolean, ReadonlyMap<NodeValue, number>, void> {
  const distances = new Map([[goal, 0]])
  let frontier = [goal]
  for (let distance = 1; distance <= most && frontier.length > 0; distance++) {
    const next: NodeValue[] = []
    for (const node of frontier)
      for (const way of leaving(run.graph, node, flipped(direction))) {
        run.work()
        if (run.due()) yield false
        const there = otherEnd(way, node)
        if (distances.has(there) || !fits(way)) continue
        distances.set(there, distance)
        next.push(there)
      }
    frontier = next
  }
  return distances
}

interface Walk {
  readonly spec: RelationshipSpec
  /** From the right end to the left. */
  readonly backwards: boolean
  readonly start: NodeValue
  /** Where it must end, if that is known. */
  readonly goal: NodeValue | undefined
  /** Relationships that the match has passed already. */
  readonly used: Set<number>
  /** Called with the trail for each node that can be reached, or for the goal alone. */
  readonly arrive: (trail: readonly RelationshipValue[], at: NodeValue) => void
}

interface Crossing {
  readonly node: NodeValue
  readonly ways: readonly RelationshipValue[]
  next: number
}

/** Depth first over every trail whose length is in the range; no relationship is passed twice. */
export function* walk({ spec, backwards, start, goal, used, arrive }: Walk, row: Row, run: Run): Candidates {
  const { min, max, open } = spec.range!
  const most = Math.min(max, run.limits.depth)
  const fits = tester(spec, row, run)
  const direction = backwards ? flipped(spec.direction) : spec.direction
  const aimed = goal !== undefined && most >= WORTH_DISTANCES && Number.isFinite(most)
  const distances = aimed ? yield* distancesTo(goal, most, direction, fits, run) : undefined
  const trail: RelationshipValue[] = []
  const arrives = (at: NodeValue): boolean => {
    if (trail.length < min || (goal !== undefined && at !== goal)) return false
    arrive(trail, at)
    return true
  }
  const crossing = (node: NodeValue): Crossing => ({ node, ways: leaving(run.graph, node, direction), next: 0 })
  if (arrives(start)) yield true
  const crossings = most > 0 ? [crossing(start)] : []
  while (crossings.length > 0) {
    const here = crossings[crossings.length - 1]!
    const way = here.ways[here.next++]
    if (way === undefined) {
      crossings.pop()
      const back = trail.pop()
      if (back !== undefined) used.delete(back.index)
      continue
    }
    run.work()
    if (run.due()) yield false
    if (used.has(way.index) || !fits(way)) continue
    const there = otherEnd(way, here.node)
    if (distances !== undefined && trail.length + 1 + (distances.get(there) ?? Infinity) > most) continue
    used.add(way.index)
    trail.push(way)
    if (arrives(there)) yield true
    if (trail.length < most) {
      crossings.push(crossing(there))
      continue
    }
    if (open && leaving(run.graph, there, direction).some((next) => !used.has(next.index) && fits(next)))
      run.cuts.add('depth')
    used.delete(way.index)
    trail.pop()
  }
}
