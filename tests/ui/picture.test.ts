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
  scale: 1,
  lit: null,
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

  test('ends where the screen did: what lies outside is not in it, and nothing runs over the legend', () => {
    const away = pictureOf({
      ...scene,
      placeOf: (key) => (key === 'person:ilsa-marrow' ? { x: 2000, y: 90 } : places.get(key)),
    })
    expect(away.marks.some((mark) => mark.kind === 'text' && mark.text === 'Ilsa Marrow')).toBe(false)
    expect(toSvg(away)).toContain('<clipPath id="frame"><rect y="64" width="900" height="600"/></clipPath>')
  })

  test('names what is in focus, and pales the rest', () => {
    const lit = { nodes: new Set(['person:ilsa-marrow']), edges: new Set<string>() }
    const focused = pictureOf({ ...scene, lit })
    const inside = focused.marks.flatMap((mark) => (mark.inside && mark.kind === 'text' ? [mark.text] : []))
    expect(inside).toEqual(['Ilsa Marrow'])
    expect(focused.marks.filter((mark) => mark.kind === 'path' && mark.fill === '#e3e0d8')).toHaveLength(
      visible.nodes.size - 1,
    )
  })

  test('lays no name over another', () => {
    const names = marks.flatMap((mark) => (mark.inside && mark.kind === 'text' ? [mark] : []))
    for (const [i, a] of names.entries())
      for (const b of names.slice(i + 1))
        expect(Math.abs(a.y - b.y) >= 14 || Math.abs(a.x - b.x) * 2 >= (a.text.length + b.text.length) * 6.7).toBe(true)
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
