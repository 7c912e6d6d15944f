/** The one module that owns Sigma: it turns a drawing and a view into pixels, and the reader's gestures into targets. */
import Sigma from 'sigma'
import type { Position } from '../../graph/layout.ts'
import { createCameraman, GLIDE_MS, type Outlook } from './cameraman.ts'
import { middleOf } from './curves.ts'
import { becoming, type Drawing, type DrawnEdge, type DrawnNode, emptyDrawing } from './drawing.ts'
import { createIconAtlas } from './icon-atlas.ts'
import { createLabelLayer } from './label-layer.ts'
import { NoProgram } from './layered.ts'
import { createPrograms } from './programs.ts'
import {
  atRest,
  type Focus,
  focusOf,
  isAlike,
  lookOfEdge,
  lookOfNode,
  type StageView,
  type Target,
} from './reducers.ts'

export interface StageHandlers {
  /** @param adding whether the shift key was down: a second one besides what is selected */
  readonly onClick: (target: Target | null, adding: boolean) => void
  readonly onHover: (target: Target | null) => void
  /** After the first frame that shows the drawing. */
  readonly onDrawn: () => void
  /** After the reader moved the camera by hand. */
  readonly onCamera: (outlook: Outlook) => void
  /** After the reader dragged a node to a place. */
  readonly onPut: (node: string, place: Position) => void
}

export interface Stage {
  show(view: StageView): void
  /** Draws other facts, or the same ones at other places: at once, or in a short glide. */
  draw(next: Drawing, glide: boolean): Promise<void>
  /** Draws the first facts, at once; until then the stage is bare. */
  fill(first: Drawing): void
  /** All that is visible in view. */
  fit(glide: boolean): void
  /** These nodes in view, with room around them. */
  approach(nodes: Iterable<string>, glide: boolean): void
  /** The camera exactly there. */
  look(outlook: Outlook): void
  zoom(factor: number, glide: boolean): void
  /** Moves the camera by pixels of the screen. */
  pan(right: number, down: number): void
  /** Whether the reader's own gestures, too, move the camera at once. */
  hold(still: boolean): void
  /** Where a node or the middle of an edge is on the screen, in CSS pixels of the window. */
  locate(target: Target): Position | undefined
  /** Where a node is, in units of the layout. */
  placeOf(node: string): Position | undefined
  /** Pixels on the screen for a pixel of a sign's natural size. */
  scale(): number
  /** To be called when the container's size changed. */
  resize(): void
  destroy(): void
}

/**
 * Makes the stage ready to draw, which takes as long as laying out the first facts: so it begins bare, beside that.
 * @throws when the browser offers no WebGL
 */
export function createStage(container: HTMLElement, first: StageView, handlers: StageHandlers): Stage {
  const drawing = emptyDrawing()
  let view = first
  let rest = atRest(view)
  let focus: Focus | null = focusOf(drawing, view)
  // Sigma asks while it is being made.
  let scaleOf = (): number => 1

  // Icons, glides and changes of the view may come when the reader has gone on to another screen: Sigma draws nothing any more.
  let isGone = false
  // Nor is there anything to draw with where Sigma could not be made.
  let drawAgain = (): void => {}
  const atlas = createIconAtlas(() => {
    if (!isGone) drawAgain()
  })
  const programs = createPrograms(drawing, atlas, { view: () => view, focus: () => focus })
  const sigma = new Sigma<DrawnNode, DrawnEdge>(drawing, container, {
    defaultNodeType: 'thing',
    nodeProgramClasses: { thing: programs.thing },
    nodeHoverProgramClasses: { thing: NoProgram },
    defaultEdgeType: 'straight',
    // Drawn in this order.
    edgeProgramClasses: { straight: programs.straight, curved: programs.curved },
    nodeReducer: (key, node) => lookOfNode(key, node, rest, null, atlas.cell),
    edgeReducer: (key, edge) => lookOfEdge(key, edge, rest, null),
    defaultDrawNodeHover: () => {},
    renderLabels: false,
    renderEdgeLabels: false,
    enableEdgeEvents: true,
    stagePadding: 0,
    minEdgeThickness: 0.9,
    minCameraRatio: 0.04,
    maxCameraRatio: 2.2,
    enableCameraRotation: false,
    doubleClickZoomingRatio: 1.8,
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio) / shareOfSize(scaleOf()),
    // The container is measured again when it gets its size; on a phone it may be hidden at first.
    allowInvalidContainer: true,
  })
  hideBareLayers(sigma)
  drawAgain = () => void sigma.scheduleRender()
  const cameraman = createCameraman(sigma, drawing, () => view.visible.nodes, handlers.onCamera)
  scaleOf = cameraman.scale
  const labels = createLabelLayer(sigma, drawing)

  let isDrawn = false
  sigma.on('afterRender', () => {
    labels.draw(view, focus)
    if (isDrawn || drawing.order === 0) return
    isDrawn = true
    handlers.onDrawn()
  })
  listen(sigma, drawing, container, handlers)

  let pending = 0
  /** However often the view changes between two frames, it is drawn once; what merely stands out needs no new description. */
  function show(next: StageView): void {
    const isSame = isAlike(view, next)
    view = next
    rest = atRest(view)
    focus = focusOf(drawing, view)
    if (pending !== 0 || isGone) return
    if (isSame) drawAgain()
    else
      pending = requestAnimationFrame(() => {
        pending = 0
        sigma.refresh()
      })
  }

  let draws = 0
  async function draw(next: Drawing, glide: boolean): Promise<void> {
    // A glide that is still on its way would carry nodes to where they were to go before.
    const mine = ++draws
    const isOver = (): boolean => isGone || mine !== draws
    const steps = becoming(drawing, next)
    focus = focusOf(drawing, view)
    if (glide) await glideThrough(steps, isOver)
    if (isOver()) return
    steps(1)
    sigma.refresh({ schedule: true })
  }

  function fill(first: Drawing): void {
    // Sigma looks away meanwhile: it would look at each node and edge by itself.
    sigma.setGraph(emptyDrawing())
    drawing.import(first)
    focus = focusOf(drawing, view)
    cameraman.fit(false)
    sigma.setGraph(drawing)
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
    const { x, y } = middleOf(at(source), at(end), drawing.getEdgeAttribute(target.key, 'curvature'))
    return { x: x + left, y: y + top }
  }

  return {
    show,
    draw,
    fill,
    locate,
    fit: cameraman.fit,
    approach: cameraman.approach,
    look: cameraman.look,
    zoom: cameraman.zoom,
    pan: cameraman.pan,
    hold: cameraman.hold,
    placeOf(node) {
      if (!drawing.hasNode(node)) return undefined
      const { x, y } = drawing.getNodeAttributes(node)
      return { x, y }
    },
    scale: () => sigma.scaleSize(1),
    resize() {
      if (isGone) return
      sigma.resize(true)
      cameraman.frame()
    },
    destroy() {
      isGone = true
      cancelAnimationFrame(pending)
      cameraman.rest()
      sigma.kill()
    },
  }
}

/** A layer without a mark costs as much to put on the screen as one that is full; the one that feels the mouse must stay. */
function hideBareLayers(sigma: Sigma<DrawnNode, DrawnEdge>): void {
  const { edgeLabels, hovers, hoverNodes, mouse } = sigma.getCanvases()
  for (const canvas of [edgeLabels, hovers, hoverNodes]) if (canvas !== undefined) canvas.style.display = 'none'
  if (mouse !== undefined) mouse.style.opacity = '0'
}

/** A drawing that is shrunk keeps its signs large enough to be seen; one that is shrunk much would be nothing but signs. */
const shareOfSize = (scale: number): number =>
  scale < 0.5 ? 0.5 ** 0.65 * (scale / 0.5) : Math.min(scale ** 0.65, 1.3)

/** Calls `step` with the share of the way at each frame, until all of it is gone or nobody looks any more. */
function glideThrough(step: (share: number) => void, isOver: () => boolean): Promise<void> {
  const start = performance.now()
  return new Promise((done) => {
    const frame = (now: number): void => {
      if (isOver()) {
        done()
        return
      }
      const share = Math.min(Math.max((now - start) / GLIDE_MS, 0), 1)
      // Slow at both ends.
      step(share * share * (3 - 2 * share))
      if (share < 1) requestAnimationFrame(frame)
      else done()
    }
    requestAnimationFrame(frame)
  })
}

/** The reader's gestures: hovering, clicking, dragging a node with the mouse. */
function listen(
  sigma: Sigma<DrawnNode, DrawnEdge>,
  drawing: Drawing,
  container: HTMLElement,
  { onClick, onHover, onPut }: StageHandlers,
): void {
  const isShift = ({ original }: { original: MouseEvent | TouchEvent }): boolean => original.shiftKey
  sigma.on('clickNode', ({ node, event }) => onClick({ kind: 'node', key: node }, isShift(event)))
  sigma.on('clickEdge', ({ edge, event }) => onClick({ kind: 'edge', key: edge }, isShift(event)))
  sigma.on('clickStage', () => onClick(null, false))
  // For Sigma a click soon after another is a double click, wherever it falls; with the shift key it chooses a second node.
  sigma.on('doubleClickNode', ({ node, event }) => {
    if (!isShift(event)) return
    event.preventSigmaDefault()
    onClick({ kind: 'node', key: node }, true)
  })
  const hover = (target: Target | null): void => {
    container.style.cursor = target === null ? '' : 'pointer'
    onHover(target)
  }
  sigma.on('enterNode', ({ node }) => hover({ kind: 'node', key: node }))
  sigma.on('leaveNode', () => hover(null))
  sigma.on('enterEdge', ({ edge }) => hover({ kind: 'edge', key: edge }))
  sigma.on('leaveEdge', () => hover(null))
  sigma.on('leaveStage', () => hover(null))

  let held: { readonly node: string; readonly x: number; readonly y: number; moved: boolean } | null = null
  sigma.on('downNode', ({ node, event }) => {
    // A finger that starts on a node moves the map: nodes are dragged with the mouse only.
    if (event.original instanceof MouseEvent && event.original.button === 0)
      held = { node, x: event.x, y: event.y, moved: false }
  })
  sigma.on('moveBody', ({ event }) => {
    if (held === null) return
    event.preventSigmaDefault()
    held.moved ||= Math.hypot(event.x - held.x, event.y - held.y) > 4
    if (held.moved) drawing.mergeNodeAttributes(held.node, sigma.viewportToGraph(event))
  })
  const drop = (): void => {
    const dropped = held
    held = null
    if (!dropped?.moved || !drawing.hasNode(dropped.node)) return
    const { x, y } = drawing.getNodeAttributes(dropped.node)
    onPut(dropped.node, { x, y })
  }
  sigma.on('upNode', drop)
  sigma.on('upEdge', drop)
  sigma.on('upStage', drop)
}
