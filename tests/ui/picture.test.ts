import { describe, expect, test } from 'vitest'
import { NO_FILTERS, visibleIn } from '../../src/ui/view/filters.ts'
import { pictureOf, type Scene, toSvg, wrapped } from '../../src/ui/view/picture.ts'
import { HOSTILE_NAME, WORLD } from '../browser/support/world.ts'
import { graphOf } from '../support/graphs.ts'

const graph = graphOf(WORLD)
const visible = visibleIn(graph, NO_FILTERS)
const places = new Map(
  [...visible.nodes].sort().map((key, i) => [key, { x: 40 + (i % 8) * 90, y: 40 + Math.floor(i / 8) * 90 }]),
)
const scene: Scene = {
  graph,
  visible,
  placeOf: (key) => places.get(key),
  width: 900,
  height: 600,
  scheme: 'light',
  title: 'Who to whom',
  subtitle: 'all of it',
  notes: [],
}

describe('a picture', () => {
  const { marks, height } = pictureOf(scene)
  const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))

  test('has its title, every name, and a legend of what is in it', () => {
    expect(texts[0]).toBe('Who to whom')
    expect(texts).toContain('Ilsa Marrow')
    for (const word of ['Contact', 'Violence', 'Planned', 'Denied']) expect(texts).toContain(word)
    expect(texts).not.toContain('Public life')
  })

  test('draws plans dashed and denials crossed', () => {
    const paths = marks.flatMap((mark) => (mark.kind === 'path' ? [mark] : []))
    const modal = [...visible.edges].map((key) => graph.getEdgeAttribute(key, 'modality'))
    const dashed = modal.filter((modality) => modality === 'planned' || modality === 'requested').length
    // One more for each of the two in the legend.
    expect(paths.filter(({ dash }) => dash?.[0] === 6)).toHaveLength(
      dashed + new Set(modal.filter((m) => m === 'planned' || m === 'requested')).size,
    )
    expect(paths.filter(({ d }) => /^M\S+ \S+L\S+ \S+M/.test(d))).toHaveLength(
      modal.filter((m) => m === 'denied').length,
    )
  })

  test('grows by its sentences, which are broken into lines', () => {
    const longer = pictureOf({ ...scene, notes: ['1. '.padEnd(400, 'word ')] })
    expect(longer.height).toBeGreaterThan(height + 2 * 18)
    expect(wrapped('one two three four', 9)).toEqual(['one two', 'three', 'four'])
  })

  test('holds hostile names as text', () => {
    const svg = toSvg(pictureOf(scene))
    expect(svg).not.toContain(HOSTILE_NAME)
    expect(svg).toContain('&lt;img src=x')
  })
})
