/** What is drawn at this moment: pure functions of the drawing and of the view. */
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types'
import { iconOf } from '../icons.ts'
import type { Visible } from '../view/filters.ts'
import { SHAPES, STROKES } from './appearance.ts'
import type { Drawing, DrawnEdge, DrawnNode } from './drawing.ts'
import type { EdgeLook } from './edge-program.ts'
import type { IconAtlas } from './icon-atlas.ts'
import type { NodeLook } from './node-program.ts'
import { familyColor, mix, PALETTES, type Scheme, typeColor } from './palette.ts'

export type Target = { readonly kind: 'node' | 'edge'; readonly key: string }

export interface StageView {
  readonly scheme: Scheme
  readonly visible: Visible
  readonly selected: Target | null
  readonly hovered: Target | null
  /** What is lit while nothing is selected or hovered: what a document says. */
  readonly spotlight: Visible | null
}

/** What is lit while the rest is dimmed; null where nothing is in focus and all is lit. */
export interface Focus {
  /** Null while a document is in the spotlight. */
  readonly target: Target | null
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
}

/** Hovering looks around for a moment; without it the selection is what one looks at. */
export function focusOf(drawing: Drawing, { hovered, selected, visible, spotlight }: StageView): Focus | null {
  const isShown = (target: Target | null): target is Target =>
    target !== null && (target.kind === 'node' ? visible.nodes : visible.edges).has(target.key)
  const target = [hovered, selected].find(isShown)
  if (target === undefined) return spotlight === null ? null : { target: null, ...spotlight }
  if (target.kind === 'edge') {
    if (!drawing.hasEdge(target.key)) return null
    return { target, nodes: new Set(drawing.extremities(target.key)), edges: new Set([target.key]) }
  }
  if (!drawing.hasNode(target.key)) return null
  const nodes = new Set([target.key])
  const edges = new Set<string>()
  drawing.forEachEdge(target.key, (edge, _, source, end) => {
    if (!visible.edges.has(edge)) return
    edges.add(edge)
    nodes.add(source).add(end)
  })
  return { target, nodes, edges }
}

export function lookOfNode(
  key: string,
  node: DrawnNode,
  view: StageView,
  focus: Focus | null,
  cellOf: IconAtlas['cell'],
): Partial<NodeDisplayData> & NodeLook {
  const palette = PALETTES[view.scheme]
  const color = node.modality === 'denied' ? palette.denied : typeColor(node.type, view.scheme)
  const isLit = focus === null || focus.nodes.has(key)
  const isHollow = node.kind === 'event'
  const ringed = isTarget(view.selected, 'node', key)
  const [fill, border, ink] = !isLit
    ? [isHollow ? palette.paper : palette.faded, palette.faded, isHollow ? palette.faded : palette.paper]
    : isHollow
      ? [mix(palette.paper, color, 0.1), color, color]
      : [color, color, palette.onFill]
  return {
    x: node.x,
    y: node.y,
    size: node.size,
    label: null,
    hidden: !view.visible.nodes.has(key),
    color: fill,
    border,
    ink,
    shape: SHAPES[node.kind],
    icon: cellOf(iconOf(node.type)),
    ringed,
    broken: STROKES[node.modality] !== 'solid',
    zIndex: ringed ? 2 : isLit && focus !== null ? 1 : 0,
  }
}

export function lookOfEdge(
  key: string,
  edge: DrawnEdge,
  view: StageView,
  focus: Focus | null,
): Partial<EdgeDisplayData> & EdgeLook {
  const isLit = focus === null || focus.edges.has(key)
  const inFocus = focus !== null && isLit
  return {
    size: inFocus ? edge.size + 0.7 : edge.size,
    label: null,
    hidden: !view.visible.edges.has(key),
    color: isLit ? edgeColor(edge, view.scheme, inFocus) : PALETTES[view.scheme].fadedEdge,
    stroke: STROKES[edge.modality],
    directed: edge.directed,
    curvature: edge.curvature,
    zIndex: inFocus ? 1 : 0,
  }
}

/** Deeds stand out before ties, facts before plans and denials, what holds before what is over; focus gives full colour. */
export function edgeColor(edge: DrawnEdge, scheme: Scheme, inFocus: boolean): string {
  const palette = PALETTES[scheme]
  const color = edge.modality === 'denied' ? palette.denied : familyColor(edge.family, scheme)
  if (edge.former) return mix(color, palette.paper, inFocus ? 0.4 : 0.72)
  if (inFocus) return color
  if (edge.family === 'participation') return mix(color, palette.paper, 0.55)
  return mix(color, palette.paper, edge.nature === 'tie' ? 0.5 : edge.modality === 'asserted' ? 0.15 : 0.35)
}

export const isTarget = (target: Target | null, kind: Target['kind'], key: string): boolean =>
  target !== null && target.kind === kind && target.key === key
