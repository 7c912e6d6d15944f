import { describe, expect, test } from 'vitest'
import { ENTITY_COLORS, edgeSize, eventColor, nodeColor, nodeSize } from '../../src/graph/appearance.ts'
import { readingOf } from '../../src/graph/reading.ts'
import { EVENT_TYPES, type EventType, FAMILIES } from '../../src/model/ontology.ts'

/** WCAG 2: relative luminance, and contrast from 1 to 21. */
const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const palettes = {
  ...ENTITY_COLORS,
  ...Object.fromEntries(Object.entries(FAMILIES).map(([name, { color }]) => [name, color])),
}

describe('colours', () => {
  test.each(Object.entries(palettes))('%s stands out from a light and from a dark page', (_, { light, dark }) => {
    expect(contrast(light, '#fafafa')).toBeGreaterThanOrEqual(3)
    expect(contrast(dark, '#15181c')).toBeGreaterThanOrEqual(3)
  })

  test('types of entities differ', () => {
    const lights = Object.values(ENTITY_COLORS).map(({ light }) => light)
    expect(new Set(lights).size).toBe(lights.length)
  })

  test('every type of event has one', () => {
    for (const type of Object.keys(EVENT_TYPES) as EventType[])
      expect(nodeColor({ kind: 'event', type })).toBe(eventColor(type))
  })
})

test.each([
  [0, 0, 4],
  [0, 10, 4],
  [10, 10, 20],
  [2.5, 10, 12],
])('a node of importance %d among at most %d has the radius %d', (importance, greatest, size) => {
  expect(nodeSize(importance, greatest)).toBe(size)
})

test.each([
  [1, 1],
  [2, 1.8],
  [1_000_000, 6],
])('%d statements make a line of %d pixels', (weight, size) => {
  expect(edgeSize(weight)).toBe(size)
})

test.each([
  [{ label: 'met', modality: 'asserted' }, 'met'],
  [{ label: 'visited', modality: 'planned' }, 'visited (planned)'],
  [{ label: 'heads', modality: 'asserted', former: true }, 'formerly heads'],
  [{ label: 'struck', modality: 'denied' }, 'struck (denied)'],
] as const)('%o reads "%s"', (edge, expected) => {
  expect(readingOf(edge)).toBe(expected)
})
