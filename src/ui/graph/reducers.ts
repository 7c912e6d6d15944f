/** What is drawn at this moment: pure functions of the drawing and of the view. */
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types'
import { iconOf } from '../icons.ts'
import type { Visible } from '../view/filters.ts'
import type { ShownPath } from '../view/shown.ts'
import { SHAPES, STROKES } from './appearance.ts'
import type { DrawnEdge, DrawnNode } from './drawing.ts'
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
  /** All paths between the two that the reader chose, and the one that is looked at. */
  readonly path: ShownPaths | null
  /** Nodes that stay where the reader put them. */
  readonly pinned: ReadonlySet<string>
}

export interface ShownPaths {
  readonly all: Visible
  readonly chosen: ShownPath
}

/** The same with nothing selected, hovered or sought: how all is described to Sigma, whatever one looks at. */
export const atRest = (view: StageView): StageView => ({
  ...view,
  selected: null,
  hovered: null,
  spotlight: null,
  path: null,
})

/** Whether all looks the same at rest: then only what stands out has to be described anew. */
export const isAlike = (a: StageView, b: StageView): boolean =>
  a.visible === b.visible && a.scheme === b.scheme && a.pinned === b.pinned

/** What is lit while the rest is dimmed; null where nothing is in focus and all is lit. */
export interface Focus {
  /** Null while a document is in the spotlight. */
  readonly target: Target | null
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
  /** What stands out among what is lit: the path that is looked at. */
  readonly strong: Visible | null
}

/** As much of a drawing, or of the facts behind it, as tells what lies around. */
export interface Tied {
  hasNode(key: string): boolean
  hasEdge(key: string): boolean
  extremities(edge: string): string[]
  /** At a node. */
  edges(node: string): string[]
}

/** Hovering looks around for a moment; without it the selection is what one looks at. */
export function focusOf(drawing: Tied, view: StageView): Focus | null {
  const { hovered, selected, visible, spotlight, path } = view
  const isShown = (target: Target | null): target is Target =>
    target !== null && (target.kind === 'node' ? visible.nodes : visible.edges).has(target.key)
  if (path !== null && !isShown(hovered)) return { target: null, ...path.all, strong: strongOf(path.chosen) }
  const target = [hovered, selected].find(isShown)
  if (target === undefined) return spotlight === null ? null : { target: null, ...spotlight, strong: null }
  if (target.kind === 'edge') {
    if (!drawing.hasEdge(target.key)) return null
    return { target, nodes: new Set(drawing.extremities(target.key)), edges: new Set([target.key]), strong: null }
  }
  if (!drawing.hasNode(target.key)) return null
  const nodes = new Set([target.key])
  const edges = new Set<string>()
  for (const edge of drawing.edges(target.key)) {
    if (!visible.edges.has(edge)) continue
    edges.add(edge)
    for (const end of drawing.extremities(edge)) nodes.add(end)
  }
  return { target, nodes, edges, strong: null }
}

const strongOf = ({ nodes, edges }: ShownPath): Visible => ({ nodes: new Set(nodes), edges: new Set(edges) })

/**
 * What is drawn above the rest while something is in focus or ringed, the uppermost last; all else is drawn as if nothing
 * were, and dimmed as a whole.
 */
export function raisedIn(view: StageView, focus: Focus | null): { readonly nodes: string[]; readonly edges: string[] } {
  const { selected, path } = view
  const ringed = [
    ...(selected?.kind === 'node' ? [selected.key] : []),
    ...(path === null ? [] : [path.chosen.nodes[0], path.chosen.nodes.at(-1)]),
  ].filter((key): key is string => key !== undefined && view.visible.nodes.has(key))
  const strong = focus?.strong ?? null
  const isBelow = (key: string): boolean => strong === null || !strong.edges.has(key)
  const lit = [...(focus?.edges ?? [])].filter((key) => view.visible.edges.has(key))
  return {
    nodes: [...new Set([...(focus?.nodes ?? [])].filter((key) => !ringed.includes(key)).concat(ringed))],
    edges: [...lit.filter(isBelow), ...lit.filter((key) => !isBelow(key))],
  }
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
  const ringed = isTarget(view.selected, 'node', key) || isEnd(view.path, key)
  const [fill, border, ink] = !isLit
    ? [isHollow ? palette.paper : palette.faded, palette.faded, isHollow ? palette.faded : palette.paper]
    : isHollow
      ? [mix(palette.paper, color, 0.1), color, color]
      : [color, color, palette.onFill]
  return {
    key,
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
    pinned: view.pinned.has(key),
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
  const isStrong = focus?.strong?.edges.has(key) ?? false
  const isAside = inFocus && focus.strong !== null && !isStrong
  return {
    key,
    size: isStrong ? edge.size + 2.2 : inFocus && !isAside ? edge.size + 0.7 : edge.size,
    label: null,
    hidden: !view.visible.edges.has(key),
    color: !isLit
      ? PALETTES[view.scheme].fadedEdge
      : isAside
        ? mix(edgeColor(edge, view.scheme, true), PALETTES[view.scheme].paper, 0.55)
        : edgeColor(edge, view.scheme, inFocus),
    stroke: STROKES[edge.modality],
    directed: edge.directed,
    curvature: edge.curvature,
    type: edge.curvature === 0 ? 'straight' : 'curved',
  }
}

/** Deeds stand out before ties, facts before plans and denials, what holds before what is over; focus gives full colour. */
export function edgeColor(
  edge: Pick<DrawnEdge, 'family' | 'modality' | 'former' | 'nature'>,
  scheme: Scheme,
  inFocus: boolean,
): string {
  const palette = PALETTES[scheme]
  const color = edge.modality === 'denied' ? palette.denied : familyColor(edge.family, scheme)
  if (edge.former) return mix(color, palette.paper, inFocus ? 0.4 : 0.72)
  if (inFocus) return color
  if (edge.family === 'participation') return mix(color, palette.paper, 0.55)
  return mix(color, palette.paper, edge.nature === 'tie' ? 0.5 : edge.modality === 'asserted' ? 0.15 : 0.35)
}

/** Words on an edge are never pale, whatever the edge is. */
export const labelColor = ({ modality, family }: DrawnEdge, scheme: Scheme): string =>
  modality === 'denied' ? PALETTES[scheme].denied : familyColor(family, scheme)

/** Of the path that was asked for: both ends are ringed. */
export const isEnd = (path: ShownPaths | null, key: string): boolean =>
  path !== null && (path.chosen.nodes[0] === key || path.chosen.nodes.at(-1) === key)

export const isTarget = (target: Target | null, kind: Target['kind'], key: string): boolean =>
  target !== null && target.kind === kind && target.key === key
