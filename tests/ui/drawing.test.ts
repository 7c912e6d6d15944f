import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readingOf } from '../../src/graph/reading.ts'
import type { Modality } from '../../src/model/facts.ts'
import { edgeLabel, nodeLabel, shorten } from '../../src/ui/graph/appearance.ts'
import { arrange } from '../../src/ui/graph/arrange.ts'
import { curvatures, middleOf } from '../../src/ui/graph/curves.ts'
import { toDrawing } from '../../src/ui/graph/drawing.ts'
import {
  atRest,
  edgeColor,
  focusOf,
  isAlike,
  lookOfEdge,
  lookOfNode,
  raisedIn,
  type StageView,
} from '../../src/ui/graph/reducers.ts'
import { NO_FILTERS, saidIn, visibleIn } from '../../src/ui/view/filters.ts'
import { WORLD } from '../browser/support/world.ts'
import { reading } from '../support/extractions.ts'
import { graphOf } from '../support/graphs.ts'

const facts = graphOf(WORLD)
const ALL = { ...NO_FILTERS, lens: 'all', loose: true } as const
const drawing = toDrawing(facts, new Map())
const view: StageView = {
  scheme: 'light',
  visible: visibleIn(facts, ALL),
  selected: null,
  hovered: null,
  spotlight: null,
  path: null,
  pinned: new Set(),
}
const node = (key: string, change: Partial<StageView> = {}) => {
  const now = { ...view, ...change }
  return lookOfNode(key, drawing.getNodeAttributes(key), now, focusOf(drawing, now), () => 0)
}
const edgeKey = (relation: string, modality: Modality): string =>
  facts.findEdge((_, edge) => edge.relation === relation && edge.modality === modality)!
const edge = (key: string, change: Partial<StageView> = {}) => {
  const now = { ...view, ...change }
  return lookOfEdge(key, drawing.getEdgeAttributes(key), now, focusOf(drawing, now))
}

describe('what is not a plain fact', () => {
  test.each([
    ['met_with', 'asserted', 'solid'],
    ['visited', 'planned', 'dashed'],
    ['withdrew_from', 'requested', 'dashed'],
    ['member_of', 'possible', 'dotted'],
    ['spoke_with', 'denied', 'crossed'],
  ] as const)('%s, %s, is drawn %s', (relation, modality, stroke) => {
    expect(edge(edgeKey(relation, modality)).stroke).toBe(stroke)
  })

  test('says so beside it', () => {
    const denied = facts.getEdgeAttributes(edgeKey('spoke_with', 'denied'))
    expect(edgeLabel(denied)).toBe(readingOf(denied))
    expect(edgeLabel(denied)).toContain('denied')
    const former = facts.getEdgeAttributes(facts.findEdge((_, { former }) => former === true)!)
    expect(edgeLabel(former)).toMatch(/^formerly /)
    const visit = facts.getNodeAttributes(facts.findNode((_, { type }) => type === 'visit')!)
    expect(nodeLabel(visit)).toBe('Visit of Oduya to Karsholm (planned)')
  })

  test('is paler than a fact of its family, and full in focus', () => {
    const planned = drawing.getEdgeAttributes(edgeKey('visited', 'planned'))
    const asserted = { ...planned, modality: 'asserted' as const }
    expect(edgeColor(planned, 'light', false)).not.toBe(edgeColor(asserted, 'light', false))
    expect(edgeColor(planned, 'light', true)).toBe(edgeColor(asserted, 'light', true))
    expect(edgeColor({ ...asserted, former: true }, 'light', true)).not.toBe(edgeColor(asserted, 'light', true))
  })
})

describe('focus', () => {
  const marrow = { kind: 'node', key: 'person:ilsa-marrow' } as const

  test('lights the neighbourhood and dims the rest', () => {
    const focus = focusOf(drawing, { ...view, hovered: marrow })!
    expect(focus.nodes).toContain('person:teodor-quist')
    expect(focus.nodes).not.toContain('person:lucan-ferro')
    expect(node('person:teodor-quist', { hovered: marrow }).color).toBe(node('person:teodor-quist').color)
    expect(node('person:lucan-ferro', { hovered: marrow }).color).not.toBe(node('person:lucan-ferro').color)
  })

  test('of an edge is its two ends', () => {
    const key = edgeKey('met_with', 'asserted')
    const focus = focusOf(drawing, { ...view, selected: { kind: 'edge', key } })!
    expect([...focus.nodes].sort()).toEqual(facts.extremities(key).sort())
  })

  test('is where the mouse is, else on the selection, and never on what is hidden', () => {
    const selected = { kind: 'node', key: 'person:lucan-ferro' } as const
    expect(focusOf(drawing, { ...view, selected, hovered: marrow })!.target).toBe(marrow)
    expect(focusOf(drawing, { ...view, selected })!.target).toBe(selected)
    const visible = { nodes: new Set(['person:lucan-ferro']), edges: new Set<string>() }
    expect(focusOf(drawing, { ...view, visible, selected, hovered: marrow })!.target).toBe(selected)
  })

  test('falls on what a document says, until one looks elsewhere', () => {
    const spotlight = saidIn(facts, WORLD[3]!.document.id)
    expect(focusOf(drawing, { ...view, spotlight })!.nodes).toContain('person:lucan-ferro')
    expect(node('person:ilsa-marrow', { spotlight }).color).not.toBe(node('person:ilsa-marrow').color)
    expect(focusOf(drawing, { ...view, spotlight, hovered: marrow })!.target).toBe(marrow)
  })

  test('never writes to the drawing', () => {
    const before = JSON.stringify(drawing.export())
    node('person:ilsa-marrow', { hovered: marrow, selected: marrow })
    edge(edgeKey('met_with', 'asserted'), { hovered: marrow })
    expect(JSON.stringify(drawing.export())).toBe(before)
  })

  test('rings the selection only', () => {
    expect(node('person:ilsa-marrow', { selected: marrow }).ringed).toBe(true)
    expect(node('person:ilsa-marrow', { hovered: marrow }).ringed).toBe(false)
  })

  const raised = (change: Partial<StageView>) => {
    const now = { ...view, ...change }
    return raisedIn(now, focusOf(drawing, now))
  }

  test('raises what is lit above the rest, the ringed one last', () => {
    const { nodes, edges } = raised({ hovered: marrow, selected: { kind: 'node', key: 'person:lucan-ferro' } })
    expect(nodes).toContain('person:teodor-quist')
    expect(nodes.at(-1)).toBe('person:lucan-ferro')
    expect(edges).toHaveLength(drawing.degree('person:ilsa-marrow'))
    expect(raised({})).toEqual({ nodes: [], edges: [] })
  })

  test('raises nothing that is filtered out', () => {
    const visible = { nodes: new Set(['person:ilsa-marrow']), edges: new Set<string>() }
    const selected = { kind: 'node', key: 'person:lucan-ferro' } as const
    expect(raised({ visible, selected, hovered: marrow })).toEqual({ nodes: ['person:ilsa-marrow'], edges: [] })
  })

  test('the path that is looked at lies above the others', () => {
    const [first, second, ...more] = drawing.edges()
    const chosen = { nodes: drawing.extremities(first!), edges: [first!] }
    const all = { nodes: new Set(drawing.nodes()), edges: new Set([first!, second!, ...more]) }
    expect(raised({ path: { all, chosen } }).edges.at(-1)).toBe(first)
  })

  test('changes nothing below: to look around needs no new description of all', () => {
    const looking = { ...view, hovered: marrow, selected: marrow }
    expect(isAlike(view, looking)).toBe(true)
    expect(atRest(looking)).toEqual(view)
    for (const change of [{ scheme: 'dark' }, { pinned: new Set(['a']) }, { visible: { ...view.visible } }] as const)
      expect(isAlike(view, { ...view, ...change })).toBe(false)
  })

  test('what is filtered out is hidden', () => {
    const visible = { nodes: new Set<string>(), edges: new Set<string>() }
    expect(node('person:ilsa-marrow', { visible }).hidden).toBe(true)
    expect(edge(edgeKey('met_with', 'asserted'), { visible }).hidden).toBe(true)
  })
})

describe('curves', () => {
  test('of one line lie upon each other, and others beside them', () => {
    const curves = curvatures([
      { key: 'a', source: 'event', target: 'place', line: 'in' },
      { key: 'b', source: 'event', target: 'place', line: 'in' },
      { key: 'c', source: 'event', target: 'place', line: 'near' },
    ])
    expect(curves.get('a')).toBe(curves.get('b'))
    expect(curves.get('c')).not.toBe(curves.get('a'))
  })

  test('of one place that two reports of an event name lie upon each other', () => {
    const shelling = (by: string) =>
      reading({
        sentences: [`${by} said that the Talvian Guard had shelled Karsholm on 5 March.`],
        entities: [
          { type: 'person', name: by },
          { type: 'armed_force', name: 'Talvian Guard' },
          { type: 'city', name: 'Karsholm' },
        ],
        events: [
          {
            in: 0,
            type: 'attack',
            label: 'Shelling of Karsholm',
            date: '2031-03-05',
            by,
            who: [['Talvian Guard', 'agent']],
            where: ['Karsholm'],
          },
        ],
      })
    const told = graphOf([shelling('Ilsa Marrow'), shelling('Teodor Quist')])
    const places = told.filterEdges((_, { relation }) => relation === 'occurred_at')
    expect(places).toHaveLength(2)
    const drawn = toDrawing(told, new Map())
    expect(places.map((key) => drawn.getEdgeAttribute(key, 'curvature'))).toEqual([0, 0])
  })

  test('a single edge is straight', () => {
    expect(curvatures([{ key: 'e', source: 'a', target: 'b' }]).get('e')).toBe(0)
  })

  test('parallel edges lie apart, whichever way they point', () => {
    const end = fc.constantFrom('a', 'b')
    fc.assert(
      fc.property(fc.array(fc.tuple(end, end), { minLength: 2, maxLength: 12 }), (pairs) => {
        const edges = pairs
          .filter(([source, target]) => source !== target)
          .map(([source, target], i) => ({ key: `e${i}`, source, target }))
        const curves = curvatures(edges)
        const places = edges.map(({ key, source }) => {
          const [from, to] =
            source === 'a'
              ? [
                  { x: 0, y: 0 },
                  { x: 100, y: 0 },
                ]
              : [
                  { x: 100, y: 0 },
                  { x: 0, y: 0 },
                ]
          return Math.round(middleOf(from, to, curves.get(key)!).y * 1000)
        })
        expect(new Set(places).size).toBe(edges.length)
      }),
      { seed: 3 },
    )
  })
})

describe('the layout', () => {
  const task = {
    nodes: facts.mapNodes((key) => ({ key, size: 10 })),
    edges: facts.mapEdges((_, { weight }, source, target) => ({ source, target, weight })),
    aspect: 1.5,
  }
  const positions = arrange(task)

  test('places every node, no two on top of each other', () => {
    expect(positions.size).toBe(facts.order)
    const points = [...positions.values()]
    points.forEach((a, i) => {
      for (const b of points.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(10)
    })
  })

  test('is the same for the same facts in any order', () => {
    expect(arrange({ ...task, nodes: task.nodes.toReversed(), edges: task.edges })).toEqual(positions)
  })

  test('of nothing is empty', () => {
    expect(arrange({ nodes: [], edges: [], aspect: 1 }).size).toBe(0)
  })
})

test('long names are cut between characters', () => {
  expect(shorten('Ilsa Marrow', 20)).toBe('Ilsa Marrow')
  expect(shorten('🕊️'.repeat(20), 5)).not.toContain('\uFFFD')
  expect([...shorten('a'.repeat(300), 34)]).toHaveLength(34)
})
