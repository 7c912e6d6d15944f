import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { intersects, type LabelCandidate, Occupancy, placeLabels } from '../../src/ui/graph/labels.ts'

const VIEWPORT = { width: 400, height: 300 }
const at = (key: string, x: number, y: number, more: Partial<LabelCandidate> = {}): LabelCandidate => ({
  key,
  x,
  y,
  radius: 8,
  width: 80,
  height: 16,
  forced: false,
  ...more,
})

describe('a label', () => {
  test('stands centred below its node where there is room', () => {
    const [label] = placeLabels([at('a', 200, 150)], VIEWPORT)
    expect(label).toMatchObject({ key: 'a', left: 160, right: 240 })
    expect(label!.top).toBeGreaterThan(158)
  })

  test('moves to a side where something is below', () => {
    const [label] = placeLabels([at('a', 200, 150), at('b', 200, 175, { width: 2 })], VIEWPORT)
    expect(label!.left).toBeGreaterThan(208)
  })

  test('may cover what matters much less than its own node', () => {
    const [label] = placeLabels([at('a', 200, 150, { radius: 16 }), at('b', 200, 180, { width: 2 })], VIEWPORT)
    expect(label).toMatchObject({ left: 160, right: 240 })
  })

  test('is left out where there is no room, unless it is forced', () => {
    const wall = new Occupancy()
    wall.add({ left: 0, top: 0, right: 400, bottom: 300 }, 'wall')
    expect(placeLabels([at('a', 200, 150)], VIEWPORT, wall)).toEqual([])
    expect(placeLabels([at('a', 200, 150, { forced: true })], VIEWPORT, wall)).toHaveLength(1)
  })

  test('of the more important node is placed first', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => at(`n${i}`, 200 + (i % 6) * 3, 150 + Math.floor(i / 6) * 3))
    const placed = placeLabels(crowd, VIEWPORT).map(({ key }) => key)
    expect(placed.length).toBeLessThan(crowd.length)
    expect(placeLabels(crowd.slice(0, 1), VIEWPORT)).toHaveLength(1)
  })

  test('never touches another label nor leaves the screen', () => {
    const node = fc.tuple(fc.integer({ min: -20, max: 420 }), fc.integer({ min: -20, max: 320 }))
    fc.assert(
      fc.property(fc.array(node, { maxLength: 40 }), (points) => {
        const candidates = points.map(([x, y], i) => at(`n${i}`, x, y))
        const placed = placeLabels(candidates, VIEWPORT)
        placed.forEach((a, i) => {
          for (const b of placed.slice(i + 1)) expect(intersects(a, b)).toBe(false)
          expect(a.left >= 0 && a.top >= 0 && a.right <= VIEWPORT.width && a.bottom <= VIEWPORT.height).toBe(true)
        })
      }),
      { seed: 11 },
    )
  })
})
