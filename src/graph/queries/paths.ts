/** How two nodes are connected. */
import type { KnowledgeGraph } from '../knowledge-graph.ts'
import { byText } from '../order.ts'
import type { EdgeFilter } from './filter.ts'
import { edgeTest } from './filter.ts'

export interface PathQuery {
  /** Most edges that a path may have. */
  readonly maxLength: number
  /** Most paths to be found. */
  readonly limit: number
  readonly edges: EdgeFilter
}

export interface FoundPath {
  readonly nodes: readonly string[]
  /** One for each step: the weightiest between its two nodes. */
  readonly edges: readonly string[]
}

interface Step {
  readonly to: string
  readonly edge: string
  readonly weight: number
}

/** Enough for the limits of the API on graphs of a library's size; a search that would take longer is cut. */
const MOST_STEPS = 200_000

/**
 * Simple paths between two nodes along edges of either direction, shortest first, and among equally long ones those with
 * the weightier first steps. Distances to the goal are known beforehand, so that no step leads where it cannot be
 * reached in time.
 */
export function paths(graph: KnowledgeGraph, from: string, to: string, query: PathQuery): FoundPath[] {
  const stepsFrom = stepFinder(graph, query.edges)
  const distances = distancesTo(to, query.maxLength, stepsFrom)
  const shortest = distances.get(from)
  if (shortest === undefined || from === to) return []

  const found: FoundPath[] = []
  let budget = MOST_STEPS
  const extend = (nodes: string[], edges: string[], left: number): void => {
    const here = nodes.at(-1)!
    if (left === 0) {
      if (here === to) found.push({ nodes: [...nodes], edges: [...edges] })
      return
    }
    if (here === to) return
    for (const step of stepsFrom(here)) {
      if (found.length >= query.limit || budget-- <= 0) return
      if ((distances.get(step.to) ?? Infinity) > left - 1 || nodes.includes(step.to)) continue
      extend([...nodes, step.to], [...edges, step.edge], left - 1)
    }
  }
  for (let length = shortest; length <= query.maxLength && found.length < query.limit; length++)
    extend([from], [], length)
  return found
}

/** Steps that may be taken from a node, one for each neighbour, remembered. */
function stepFinder(graph: KnowledgeGraph, filter: EdgeFilter): (node: string) => readonly Step[] {
  const edgeFits = edgeTest(graph, filter)
  const known = new Map<string, readonly Step[]>()
  return (node) => {
    const present = known.get(node)
    if (present !== undefined) return present
    const best = new Map<string, Step>()
    graph.forEachEdge(node, (edge, attributes, source, target) => {
      if (!edgeFits(attributes)) return
      const to = source === node ? target : source
      const [step, rival] = [{ to, edge, weight: attributes.weight }, best.get(to)]
      if (rival === undefined || byWeight(step, rival) < 0) best.set(to, step)
    })
    const steps = [...best.values()].sort((a, b) => b.weight - a.weight || byText(a.to, b.to))
    known.set(node, steps)
    return steps
  }
}

const byWeight = (a: Step, b: Step): number => b.weight - a.weight || byText(a.edge, b.edge)

function distancesTo(goal: string, most: number, stepsFrom: (node: string) => readonly Step[]): Map<string, number> {
  const distances = new Map([[goal, 0]])
  let frontier = [goal]
  for (let distance = 1; distance <= most && frontier.length > 0; distance++) {
    const next: string[] = []
    for (const node of frontier)
      for (const { to } of stepsFrom(node))
        if (!distances.has(to)) {
          distances.set(to, distance)
          next.push(to)
        }
    frontier = next
  }
  return distances
}
