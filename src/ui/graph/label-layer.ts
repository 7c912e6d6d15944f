/** Writes the names of nodes and, in focus, of edges on Sigma's label canvas. */
import type Sigma from 'sigma'
import { pointAt } from './curves.ts'
import type { Drawing, DrawnEdge, DrawnNode } from './drawing.ts'
import { type LabelCandidate, Occupancy, placeLabels } from './labels.ts'
import { PALETTES } from './palette.ts'
import { type Focus, isEnd, labelColor, type StageView } from './reducers.ts'

const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
const SERIF = '"Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, serif'

/** Room for each name of a graph that is looked at as a whole, in square pixels; the rest appears on zooming in. */
const ROOM_PER_LABEL = 6400
const MOST_LABELS = 140
/** Narrower screens get smaller names. */
const NARROW = 500
/** Of more nodes only the most important are tried, so that a redraw of thousands stays short. */
const MOST_TRIED = 420
/** Edges of a busier node are named only one by one. */
const MOST_EDGE_LABELS = 24
const SMALLEST_RADIUS = 3
/** Pixels between an edge and words beside it. */
const BESIDE = 13
/** Shares of an edge at which its words are tried, the middle first. */
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]
/** A sign that stands on its tip reaches further by this factor. */
const TIP = 1.13
/** Width of the ring around what is selected, with the gap within it. */
const RING = 5
/** Owner of the corner in which the buttons of the stage lie. */
const TOOLS = 'the buttons'

export interface LabelLayer {
  draw(view: StageView, focus: Focus | null): void
}

export function createLabelLayer(sigma: Sigma<DrawnNode, DrawnEdge>, drawing: Drawing): LabelLayer {
  const { labels: canvas } = sigma.getCanvases()
  const pen = canvas?.getContext('2d')
  const widths = new Map<string, number>()

  const measure = (font: string, text: string): number => {
    const key = `${font}\u0000${text}`
    const known = widths.get(key)
    if (known !== undefined || pen == null) return known ?? 0
    pen.font = font
    const width = pen.measureText(text).width
    widths.set(key, width)
    return width
  }

  const write = (text: string, x: number, y: number, font: string, color: string, paper: string): void => {
    if (pen == null) return
    pen.font = font
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.lineJoin = 'round'
    pen.lineWidth = 4
    pen.strokeStyle = paper
    pen.strokeText(text, x, y)
    pen.fillStyle = color
    pen.fillText(text, x, y)
  }

  function draw(view: StageView, focus: Focus | null): void {
    const palette = PALETTES[view.scheme]
    const viewport = sigma.getDimensions()
    const occupied = new Occupancy()
    occupied.add(
      { left: viewport.width - 60, top: viewport.height - 150, right: viewport.width, bottom: viewport.height },
      TOOLS,
    )
    const nodes = candidates(view, focus, viewport)
    const most =
      focus === null ? Math.min((viewport.width * viewport.height) / ROOM_PER_LABEL, MOST_LABELS) : MOST_LABELS
    for (const label of placeLabels(nodes, viewport, occupied, most)) {
      const node = drawing.getNodeAttributes(label.key)
      const quiet = focus === null && node.kind === 'event'
      const [x, y] = [(label.left + label.right) / 2, (label.top + label.bottom) / 2]
      write(node.label, x, y, fontOf(node, shareOf(viewport)), quiet ? palette.inkSoft : palette.ink, palette.paper)
    }
    if (focus !== null) nameEdges(view, focus, occupied)
  }

  function candidates(
    view: StageView,
    focus: Focus | null,
    viewport: { width: number; height: number },
  ): LabelCandidate[] {
    const found: (LabelCandidate & { readonly rank: number })[] = []
    const share = shareOf(viewport)
    for (const key of view.visible.nodes) {
      if (!drawing.hasNode(key) || !isNamed(key, view, focus)) continue
      const node = drawing.getNodeAttributes(key)
      const { x, y } = sigma.graphToViewport(node)
      const radius = sigma.scaleSize(node.size)
      if (x < -radius || y < -radius || x > viewport.width + radius || y > viewport.height + radius) continue
      const isTarget = focus?.target?.kind === 'edge' ? focus.nodes.has(key) : focus?.target?.key === key
      const isStrong = focus?.strong?.nodes.has(key) ?? false
      if (radius < SMALLEST_RADIUS && focus === null) continue
      const font = fontOf(node, share)
      const isSelected = view.selected?.key === key
      const isRinged = isSelected || isEnd(view.path, key)
      found.push({
        key,
        x,
        y,
        radius: radius * (node.kind === 'event' ? TIP : 1) + (isRinged ? RING : 0),
        width: measure(font, node.label) + 4,
        height: fontSize(node, share) * 1.25,
        forced: isTarget || isStrong || isSelected,
        rank:
          (isTarget || isStrong ? 1000 : 0) +
          (view.pinned.has(key) ? 100 : 0) +
          (node.kind === 'event' ? node.size - 20 : node.size),
      })
    }
    return found.sort((a, b) => b.rank - a.rank || (a.key < b.key ? -1 : 1)).slice(0, MOST_TRIED)
  }

  function nameEdges(view: StageView, focus: Focus, occupied: Occupancy): void {
    const palette = PALETTES[view.scheme]
    const named = focus.strong?.edges ?? (focus.target === null ? null : focus.edges)
    if (named === null || named.size > MOST_EDGE_LABELS) return
    const said = new Set<string>()
    for (const key of named) {
      if (!drawing.hasEdge(key)) continue
      const edge = drawing.getEdgeAttributes(key)
      // Edges that lie upon each other say it once.
      const line = [...drawing.extremities(key), edge.curvature, edge.label].join('\u0000')
      if (said.has(line)) continue
      said.add(line)
      const [source, target] = drawing
        .extremities(key)
        .map((end) => sigma.graphToViewport(drawing.getNodeAttributes(end)))
      if (source === undefined || target === undefined) continue
      const font = `500 11.5px ${SANS}`
      const half = measure(font, edge.label) / 2 + 2
      const isOnly = named.size === 1 || focus.strong !== null
      if (!isOnly && Math.hypot(source.x - target.x, source.y - target.y) < half * 1.6) continue
      const length = Math.max(Math.hypot(target.x - source.x, target.y - source.y), 1)
      const beside = { x: ((target.y - source.y) / length) * BESIDE, y: ((source.x - target.x) / length) * BESIDE }
      const boxes = [
        ...ALONG.map((share) => pointAt(source, target, edge.curvature, share)),
        // On a short edge there is room beside it only.
        ...(isOnly ? [1, -1] : []).map((side) => {
          const { x, y } = pointAt(source, target, edge.curvature, 0.5)
          return { x: x + side * (beside.x + Math.sign(beside.x) * half * 0.6), y: y + side * beside.y }
        }),
      ].map(({ x, y }) => ({ left: x - half, right: x + half, top: y - 8, bottom: y + 8 }))
      const box = boxes.find((box) => occupied.isFree(box, '')) ?? (named.size === 1 ? boxes[0] : undefined)
      if (box === undefined) continue
      occupied.add(box, key)
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
      write(edge.label, x, y, font, labelColor(edge, view.scheme), palette.paper)
    }
  }

  return { draw }
}

/** Names of what is dimmed would hide what is in focus. */
const isNamed = (key: string, view: StageView, focus: Focus | null): boolean =>
  focus === null || (focus.strong ?? focus).nodes.has(key) || view.selected?.key === key

const shareOf = ({ width }: { readonly width: number }): number => (width < NARROW ? 0.86 : 1)

const fontSize = (node: DrawnNode, share: number): number =>
  node.kind === 'event' ? 11.5 * share : Math.round((11 + Math.min(node.size, 24) / 5.5) * 2 * share) / 2

/** Places in italics, as on maps; events small; people and bodies upright, the important ones bolder. */
function fontOf(node: DrawnNode, share: number): string {
  const size = `${fontSize(node, share)}px`
  if (node.kind === 'place') return `italic 500 ${size} ${SERIF}`
  if (node.kind === 'event') return `400 ${size} ${SANS}`
  return `${node.size > 12 ? 600 : 500} ${size} ${SANS}`
}
