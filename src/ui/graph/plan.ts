/** Where everything lies, as a function of the facts and of the view: a layout of what the lens shows, newcomers, pins. */
import { importanceOf } from '../../graph/importance.ts'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { Position } from '../../graph/layout.ts'
import { type Filters, NO_FILTERS, visibleIn } from '../view/filters.ts'
import { addedBy, type Steps } from '../view/steps.ts'
import { nodeSize } from './appearance.ts'
import type { LayoutTask } from './arrange.ts'
import { placeNewcomers } from './newcomers.ts'

/** What the layout depends on; other filters only hide, so that nothing jumps while one tries them. */
export interface Plan {
  readonly facts: KnowledgeGraph
  /** Nodes that are drawn before anybody brings one in. */
  readonly base: ReadonlySet<string>
  readonly filters: Pick<Filters, 'lens' | 'loose'>
  readonly steps: Steps
  /** Nodes that must be somewhere although the lens does not show them, such as those of a path. */
  readonly guests: readonly string[]
}

/** Two plans with the same word share a layout, in which only newcomers and pins differ. */
export function layoutOf({ facts, filters, steps }: Plan): string {
  const first = steps.alone ? (steps.added[0] ?? []).filter((key) => facts.hasNode(key)) : null
  return JSON.stringify([filters.lens, filters.loose, first])
}

export function taskOf(plan: Plan, aspect: number): LayoutTask {
  const { facts, steps } = plan
  const shown = shownBy(plan)
  const first = steps.alone ? new Set(steps.added[0]) : plan.base
  const keys = [...shown.nodes].filter((key) => first.has(key))
  const inside = new Set(keys)
  return {
    nodes: keys.map((key) => ({ key, size: sizeOf(facts, key) })),
    edges: [...shown.edges]
      .map((key) => [key, ...facts.extremities(key)] as const)
      .filter(([, source, target]) => inside.has(source) && inside.has(target))
      .map(([key, source, target]) => ({ source, target, weight: facts.getEdgeAttribute(key, 'weight') })),
    aspect,
  }
}

/** Whether so much has come since the layout was made that a new one is clearer than places found beside what is there. */
export const isOutgrown = (plan: Plan, laidOut: ReadonlyMap<string, Position>): boolean =>
  late(plan, laidOut).length > laidOut.size / 2

/** @param laidOut the layout of the plan's task, maybe of somewhat older facts */
export function placesOf(plan: Plan, laidOut: ReadonlyMap<string, Position>): Map<string, Position> {
  const { facts, steps, guests } = plan
  const added = addedBy(steps)
  const keys = [...added, ...late(plan, laidOut), ...guests].filter((key) => facts.hasNode(key) && !laidOut.has(key))
  const places =
    keys.length === 0
      ? new Map(laidOut)
      : placeNewcomers(laidOut, {
          keys,
          sizeOf: (key) => (facts.hasNode(key) ? sizeOf(facts, key) : 0),
          neighboursOf: (key) => facts.neighbors(key).sort(),
        })
  for (const [key, place] of steps.pinned) places.set(key, place)
  return places
}

/** Nodes of the first view that the layout does not know yet. */
function late(plan: Plan, laidOut: ReadonlyMap<string, Position>): string[] {
  if (plan.steps.alone) return []
  return [...shownBy(plan).nodes].filter((key) => plan.base.has(key) && !laidOut.has(key)).sort()
}

const shownBy = ({ facts, filters: { lens, loose } }: Plan) => visibleIn(facts, { ...NO_FILTERS, lens, loose })

const sizeOf = (facts: KnowledgeGraph, key: string): number =>
  nodeSize(importanceOf(facts, key), facts.getNodeAttribute(key, 'kind'))
