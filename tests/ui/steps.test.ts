import { describe, expect, test } from 'vitest'
import { NO_FILTERS, visibleIn } from '../../src/ui/view/filters.ts'
import {
  afterSteps,
  bringIn,
  hasSteps,
  hide,
  leavesOf,
  lookAt,
  NO_STEPS,
  neighboursOf,
  pin,
  type Steps,
  showHidden,
  unpin,
} from '../../src/ui/view/steps.ts'
import { WORLD } from '../browser/support/world.ts'
import { graphOf } from '../support/graphs.ts'

const graph = graphOf(WORLD)
const visible = visibleIn(graph, NO_FILTERS)
const whole = new Set(graph.nodes())
const drawnAfter = (steps: Steps, base: ReadonlySet<string> = whole) => afterSteps(graph, visible, steps, base)

describe('steps', () => {
  test('none leave all as it is', () => {
    expect(hasSteps(NO_STEPS)).toBe(false)
    expect(drawnAfter(NO_STEPS)).toBe(visible)
  })

  test('hide a node with its edges and with what it alone held, and give it back', () => {
    const steps = hide(NO_STEPS, ['armed_force:talvian-guard'])
    const left = drawnAfter(steps)
    expect(left.nodes).not.toContain('armed_force:talvian-guard')
    expect(left.nodes).toContain('person:ilsa-marrow')
    for (const edge of left.edges) expect(graph.extremities(edge)).not.toContain('armed_force:talvian-guard')
    expect(drawnAfter(showHidden(steps))).toEqual(visible)
  })

  test('show nothing but what one looks at, and then more', () => {
    const alone = lookAt(['person:ilsa-marrow', 'person:teodor-quist'])
    expect([...drawnAfter(alone).nodes].sort()).toEqual(['person:ilsa-marrow', 'person:teodor-quist'])
    const more = bringIn(alone, ['person:bram-oduya', 'person:ilsa-marrow'])
    expect(more.added).toEqual([['person:ilsa-marrow', 'person:teodor-quist'], ['person:bram-oduya']])
    expect(drawnAfter(more).nodes.size).toBe(3)
  })

  test('bring back what was hidden without a second entry', () => {
    const steps = bringIn(hide(lookAt(['person:ilsa-marrow', 'country:orsenia']), ['country:orsenia']), [
      'country:orsenia',
    ])
    expect(steps.hidden.size).toBe(0)
    expect(steps.added).toHaveLength(1)
  })

  test('draw what is not among the most important only when it was brought in', () => {
    const base = new Set([...whole].filter((key) => key !== 'person:bram-oduya'))
    expect(drawnAfter(NO_STEPS, base).nodes).not.toContain('person:bram-oduya')
    expect(drawnAfter(bringIn(NO_STEPS, ['person:bram-oduya']), base).nodes).toContain('person:bram-oduya')
  })

  test('pin at whole units, and let go', () => {
    const pinned = pin(NO_STEPS, 'country:talvia', { x: 1.4, y: -2.6 })
    expect(pinned.pinned.get('country:talvia')).toEqual({ x: 1, y: -3 })
    expect(hasSteps(unpin(pinned, 'country:talvia'))).toBe(false)
  })

  test('folding a node takes along what nothing else holds', () => {
    const leaves = leavesOf(graph, 'armed_force:talvian-guard', visible)
    expect(leaves).toContain('city:dunmere')
    expect(leaves).not.toContain('city:karsholm')
    for (const leaf of leaves) expect(neighboursOf(graph, leaf, visible)).toEqual(['armed_force:talvian-guard'])
    expect(leavesOf(graph, 'person:nobody', visible)).toEqual([])
  })
})
