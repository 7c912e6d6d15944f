/** When a layout is made anew, and where newcomers stand while it is not. */
import { describe, expect, test } from 'vitest'
import { arrange } from '../../src/ui/graph/arrange.ts'
import { isOutgrown, type Plan, placesOf, taskOf } from '../../src/ui/graph/plan.ts'
import { NO_FILTERS } from '../../src/ui/view/filters.ts'
import { NO_STEPS } from '../../src/ui/view/steps.ts'
import { graphOf } from '../support/graphs.ts'
import { SAMPLES } from '../support/samples.ts'

const planOf = (texts: Parameters<typeof graphOf>[0]): Plan => {
  const facts = graphOf(texts)
  return { facts, base: new Set(facts.nodes()), filters: NO_FILTERS, steps: NO_STEPS, guests: [] }
}
const laidOut = (plan: Plan) => arrange(taskOf(plan, 1.4))

describe('a library that grows', () => {
  const whole = planOf(SAMPLES)

  test('is laid out anew when half as much again has come, and not before', () => {
    const half = [...laidOut(whole)]
    expect(isOutgrown(whole, new Map(half.slice(0, half.length / 2)))).toBe(true)
    const nearly = new Map([...laidOut(whole)].slice(1))
    expect(isOutgrown(whole, nearly)).toBe(false)
    expect(isOutgrown(whole, laidOut(whole))).toBe(false)
  })

  test('moves nothing while it is not', () => {
    const all = laidOut(whole)
    const [newcomer = ''] = all.keys()
    const known = new Map([...all].slice(1))
    const places = placesOf(whole, known)
    expect(places.has(newcomer)).toBe(true)
    for (const [key, place] of known) expect(places.get(key)).toEqual(place)
  })

  test('does not matter to those who look at one node alone', () => {
    const [first] = whole.base
    const alone: Plan = { ...whole, steps: { ...NO_STEPS, alone: true, added: [[first!]] } }
    expect(isOutgrown(alone, new Map())).toBe(false)
  })
})
