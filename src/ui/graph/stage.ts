/** The one module that owns Sigma: it turns a drawing and a view into pixels, and the reader's gestures into targets. */
import Sigma from 'sigma'
import { animateNodes } from 'sigma/utils'
import type { Position } from '../../graph/layout.ts'
import type { Drawing, DrawnEdge, DrawnNode } from './drawing.ts'
import { factProgram } from './edge-program.ts'
import { createIconAtlas } from './icon-atlas.ts'
import { createLabelLayer } from './label-layer.ts'
import { createNodeProgram } from './node-program.ts'
import { channels, PALETTES } from './palette.ts'
import { type Focus, focusOf, lookOfEdge, lookOfNode, type StageView, type Target } from './reducers.ts'

export interface StageHandlers {
  readonly onClick: (target: Target | null) => void
  readonly onHover: (target: Target | null) => void
  /** After the first frame that shows the drawing. */
  readonly onDrawn: () => void
}

export interface Stage {
  show(view: StageView): void
  /** Moves nodes to new places, at once or in a short glide. */
  move(positions: ReadonlyMap<string, Position>, glide: boolean): Promise<void>
  /** All that is visible in view. */
  fit(glide: boolean): void
  /** A node with its neighbours, or an edge with its ends, in view. */
  approach(target: Target, glide: boolean): void
  zoom(factor: number): void
  /** Moves the camera by pixels of the screen. */
  pan(right: number, down: number): void
  /** Where a node or the middle of an edge is on the screen, in CSS pixels of the window. */
  locate(target: Target): Position | undefined
  /** To be called when the container's size changed. */
  resize(): void
  destroy(): void
}

const GLIDE_MS = 350
/** Share of the screen on each side of the drawing, for names at its rim. */
const BORDER = 0.07
const ROOM = 1 - 2 * BORDER

/** @throws when the browser offers no WebGL */
export function createStage(
  container: HTMLElement,
  drawing: Drawing,
  first: StageView,
  handlers: StageHandlers,
): Stage {
  let view = first
  let focus: Focus | null = null
  /** Pixels per unit of the layout at the camera's ratio 1. */
  let scale = 1

  const atlas = createIconAtlas(() => sigma.scheduleRender())
  const rgb = (hex: string): [number, number, number] => channels(hex).map((c) => c / 255) as [number, number, number]
  const nodeProgram = createNodeProgram(atlas, () => ({
    paper: rgb(PALETTES[view.scheme].paper),
    accent: rgb(PALETTES[view.scheme].accent),
  }))
  const sigma = new Sigma<DrawnNode, DrawnEdge>(drawing, container, {
    defaultNodeType: 'thing',
    nodeProgramClasses: { thing: nodeProgram },
    nodeHoverProgramClasses: { thing: nodeProgram },
    defaultEdgeType: 'fact',
    edgeProgramClasses: { fact: factProgram },
    nodeReducer: (key, node) => lookOfNode(key, node, view, focus, atlas.cell),
    edgeReducer: (key, edge) => lookOfEdge(key, edge, view, focus),
    defaultDrawNodeHover: () => {},
    renderLabels: false,
    renderEdgeLabels: false,
    enableEdgeEvents: true,
    zIndex: true,
    stagePadding: 0,
    minEdgeThickness: 0.9,
    minCameraRatio: 0.08,
    maxCameraRatio: 2.2,
    enableCameraRotation: false,
    doubleClickZoomingRatio: 1.8,
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio) / Math.min(scale ** 0.65, 1.3),
    // The container is measured again when it gets its size; on a phone it may be hidden at first.
    allowInvalidContainer: true,
  })
  const camera = sigma.getCamera()
  const labels = createLabelLayer(sigma, drawing)

  let isDrawn = false
  sigma.on('afterRender', () => {
    labels.draw(view, focus)
    if (isDrawn || drawing.order === 0) return
    isDrawn = true
    handlers.onDrawn()
  })
  sigma.on('clickNode', ({ node }) => handlers.onClick({ kind: 'node', key: node }))
  sigma.on('clickEdge', ({ edge }) => handlers.onClick({ kind: 'edge', key: edge }))
  sigma.on('clickStage', () => handlers.onClick(null))
  const hover = (target: Target | null): void => {
    container.style.cursor = target === null ? '' : 'pointer'
    handlers.onHover(target)
  }
  sigma.on('enterNode', ({ node }) => hover({ kind: 'node', key: node }))
  sigma.on('leaveNode', () => hover(null))
  sigma.on('enterEdge', ({ edge }) => hover({ kind: 'edge', key: edge }))
  sigma.on('leaveEdge', () => hover(null))
  sigma.on('leaveStage', () => hover(null))

  function show(next: StageView): void {
    view = next
    focus = focusOf(drawing, view)
    sigma.refresh({ skipIndexation: false, schedule: true })
  }

  /** The box that the camera shows at ratio 1: what is visible with a border, but never blown up beyond natural size. */
  function frame(): void {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
    for (const key of view.visible.nodes) {
      if (!drawing.hasNode(key)) continue
      const { x, y, size } = drawing.getNodeAttributes(key)
      left = Math.min(left, x - size)
      right = Math.max(right, x + size)
      top = Math.min(top, y - size)
      bottom = Math.max(bottom, y + size)
    }
    const { width, height } = sigma.getDimensions()
    if (left > right || width === 0 || height === 0) return
    scale = Math.min((width * ROOM) / (right - left), (height * ROOM) / (bottom - top), 1.5)
    scale = Math.max(scale, 0.02)
    const [cx, cy] = [(left + right) / 2, (top + bottom) / 2]
    const [halfWidth, halfHeight] = [width / scale / 2, height / scale / 2]
    sigma.setCustomBBox({ x: [cx - halfWidth, cx + halfWidth], y: [cy - halfHeight, cy + halfHeight] })
    sigma.refresh()
  }

  function fit(glide: boolean): void {
    frame()
    const whole = { x: 0.5, y: 0.5, ratio: 1, angle: 0 }
    if (glide) void camera.animate(whole, { duration: GLIDE_MS })
    else camera.setState(whole)
  }

  function approach(target: Target, glide: boolean): void {
    const around = focusOf(drawing, { ...view, hovered: null, selected: target })
    if (around === null) return
    const { width, height } = sigma.getDimensions()
    const points = [...around.nodes].map((key) => sigma.graphToViewport(drawing.getNodeAttributes(key)))
    const [left, right] = [Math.min(...points.map((p) => p.x)), Math.max(...points.map((p) => p.x))]
    const [top, bottom] = [Math.min(...points.map((p) => p.y)), Math.max(...points.map((p) => p.y))]
    const needed = Math.max((right - left) / (width * ROOM), (bottom - top) / (height * ROOM))
    const { x, y } = sigma.viewportToFramedGraph({ x: (left + right) / 2, y: (top + bottom) / 2 })
    // Never so near that one loses where one is, never further away than the whole.
    const state = { x, y, ratio: Math.min(Math.max(needed * camera.ratio, 0.32), 1) }
    if (glide) void camera.animate(state, { duration: GLIDE_MS })
    else camera.setState({ ...camera.getState(), ...state })
  }

  async function move(positions: ReadonlyMap<string, Position>, glide: boolean): Promise<void> {
    if (glide) {
      const targets: Record<string, { x: number; y: number }> = {}
      for (const [key, { x, y }] of positions) if (drawing.hasNode(key)) targets[key] = { x, y }
      await new Promise<void>((done) => animateNodes(drawing, targets, { duration: GLIDE_MS }, done))
      return
    }
    drawing.updateEachNodeAttributes((key, node) => ({ ...node, ...positions.get(key) }), { attributes: ['x', 'y'] })
  }

  function locate(target: Target): Position | undefined {
    const { left, top } = container.getBoundingClientRect()
    const at = (key: string): Position => sigma.graphToViewport(drawing.getNodeAttributes(key))
    if (target.kind === 'node') {
      if (!drawing.hasNode(target.key)) return undefined
      const { x, y } = at(target.key)
      return { x: x + left, y: y + top }
    }
    if (!drawing.hasEdge(target.key)) return undefined
    const [source, end] = drawing.extremities(target.key)
    const [a, b] = [at(source), at(end)]
    const bow = drawing.getEdgeAttribute(target.key, 'curvature')
    const x = (a.x + b.x) / 2 + ((b.y - a.y) * bow) / 2
    const y = (a.y + b.y) / 2 - ((b.x - a.x) * bow) / 2
    return { x: x + left, y: y + top }
  }

  function zoom(factor: number): void {
    void camera.animatedZoom({ factor, duration: 180 })
  }

  function pan(right: number, down: number): void {
    const { width, height } = sigma.getDimensions()
    const { x, y } = sigma.viewportToFramedGraph({ x: width / 2 + right, y: height / 2 + down })
    camera.setState({ x, y })
  }

  return {
    show,
    move,
    fit,
    approach,
    zoom,
    pan,
    locate,
    resize() {
      sigma.resize(true)
      frame()
    },
    destroy: () => sigma.kill(),
  }
}
