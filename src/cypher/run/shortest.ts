/** Shortest paths between two nodes, breadth first from both ends at once. */
import type { NodeValue, RelationshipValue } from '../values/value.ts'
import { otherEnd } from '../values/value.ts'
import { type Direction, flipped, leaving, tester } from './expand.ts'
import type { Row, Run } from './run.ts'
import type { RelationshipSpec } from './spec.ts'

/** For each node that was reached, the relationships over which a shortest way comes to it. */
type Reached = Map<NodeValue, RelationshipValue[]>

interface Side {
  readonly direction: Direction
  readonly reached: Reached
  frontier: readonly NodeValue[]
}

/**
 * Trails from `from` to `to` as the pattern points, all of one length. Yields undefined when it is time for a pause.
 * Where there are several and one is asked for, it is the first in the order of the graph.
 */
export function* shortestTrails(
  spec: RelationshipSpec,
  from: NodeValue,
  to: NodeValue,
  row: Row,
  run: Run,
): Generator<readonly RelationshipValue[] | undefined, void, void> {
  const { min, max, open } = spec.range!
  if (from === to) {
    if (min === 0) yield []
    return
  }
  const fits = tester(spec, row, run)
  const most = Math.min(max, run.limits.depth)
  const ahead: Side = { direction: spec.direction, reached: new Map([[from, []]]), frontier: [from] }
  const behind: Side = { direction: flipped(spec.direction), reached: new Map([[to, []]]), frontier: [to] }
  for (let length = 1; length <= most; length++) {
    const nearer = ahead.frontier.length <= behind.frontier.length ? ahead : behind
    const other = nearer === ahead ? behind : ahead
    const next = new Map<NodeValue, RelationshipValue[]>()
    for (const node of nearer.frontier)
      for (const way of leaving(run.graph, node, nearer.direction)) {
        run.work()
        if (run.due()) yield undefined
        const there = otherEnd(way, node)
        if (nearer.reached.has(there) || !fits(way)) continue
        const ways = next.get(there)
        if (ways === undefined) next.set(there, [way])
        else ways.push(way)
      }
    for (const [node, ways] of next) nearer.reached.set(node, ways)
    nearer.frontier = [...next.keys()]
    if (next.size === 0) return
    const meeting = nearer.frontier.filter((node) => other.reached.has(node))
    if (meeting.length > 0) return yield* joined(meeting, ahead.reached, behind.reached, spec.shortest === 'one')
  }
  if (open && ahead.frontier.length > 0 && behind.frontier.length > 0) run.cuts.add('depth')
}

function* joined(
  meeting: readonly NodeValue[],
  ahead: Reached,
  behind: Reached,
  one: boolean,
): Generator<readonly RelationshipValue[], void, void> {
  for (const node of meeting)
    for (const start of trailsTo(node, ahead))
      for (const end of trailsTo(node, behind)) {
        yield [...start, ...end.toReversed()]
        if (one) return
      }
}

/** From where the search began to `node`. */
function* trailsTo(node: NodeValue, reached: Reached): Generator<readonly RelationshipValue[], void, void> {
  const ways = reached.get(node)!
  if (ways.length === 0) yield []
  for (const way of ways) for (const trail of trailsTo(otherEnd(way, node), reached)) yield [...trail, way]
}
