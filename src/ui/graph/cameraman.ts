/** Moves Sigma's camera, and tells when the reader did. */
import type Sigma from 'sigma'
import { DEFAULT_SETTINGS } from 'sigma/settings'
import type { CameraState } from 'sigma/types'
import type { Drawing, DrawnEdge, DrawnNode } from './drawing.ts'

/** What the camera shows: its middle and the width of what is seen, in units of the layout. */
export interface Outlook {
  readonly x: number
  readonly y: number
  readonly span: number
}

export const GLIDE_MS = 350
const ZOOM_MS = 180
/** Share of the screen on each side of the drawing, for names at its rim. */
const BORDER = 0.07
const ROOM = 1 - 2 * BORDER
/** Nearer than this the page does not go by itself: one would lose where one is. */
const NEAREST = 0.3
/** Who asks for less motion gets no glide; as long as two turns of the wheel are apart at least, without one. */
const WHEEL_MS = 50
/** The reader's hand rests for so long before the camera's place is noted. */
const REST_MS = 250

export interface Cameraman {
  /** Pixels per unit of the layout at the camera's ratio 1. */
  scale(): number
  /** Sets what the camera shows at ratio 1: all that is visible with a border, but never blown up beyond natural size. */
  frame(): void
  fit(glide: boolean): void
  approach(nodes: Iterable<string>, glide: boolean): void
  look(outlook: Outlook): void
  zoom(factor: number, glide: boolean): void
  pan(right: number, down: number): void
  /** Whether the reader's own gestures, too, move the camera at once. */
  hold(still: boolean): void
  /** Moves nothing and tells nothing any more. */
  rest(): void
}

export function createCameraman(
  sigma: Sigma<DrawnNode, DrawnEdge>,
  drawing: Drawing,
  visibleNodes: () => Iterable<string>,
  onHand: (outlook: Outlook) => void,
): Cameraman {
  const camera = sigma.getCamera()
  let scale = 1
  let byHand = false
  let isOver = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStill = false
  let wheeledAt = Number.NEGATIVE_INFINITY

  const outlook = (): Outlook => {
    const { width, height } = sigma.getDimensions()
    const { x, y } = sigma.viewportToGraph({ x: width / 2, y: height / 2 })
    const span = sigma.viewportToGraph({ x: width, y: height / 2 }).x - sigma.viewportToGraph({ x: 0, y: height / 2 }).x
    return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, span: Math.round(span * 10) / 10 }
  }
  const note = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => onHand(outlook()), REST_MS)
  }
  camera.on('updated', () => {
    if (byHand) note()
  })
  const hand = (): void => {
    byHand = true
  }
  const mouse = sigma.getMouseCaptor()
  mouse.on('wheel', (turn) => {
    hand()
    if (!isStill) return
    // Sigma keeps turns apart by a share of the glide, which there is none of.
    const now = performance.now()
    if (now - wheeledAt < WHEEL_MS) turn.preventSigmaDefault()
    else wheeledAt = now
  })
  mouse.on('mousedown', hand)
  mouse.on('doubleClick', hand)
  sigma.getTouchCaptor().on('touchdown', hand)

  /** At once where `ms` is 0. */
  const go = (state: Partial<CameraState>, ms: number): void => {
    if (ms > 0) {
      void camera.animate(state, { duration: ms })
      return
    }
    camera.setState(state)
    // A glide that Sigma had begun would run on from here, to where it was going.
    if (camera.isAnimated()) void camera.animate(state, { duration: 1 })
  }
  const move = (state: { x: number; y: number; ratio: number }, glide: boolean): void => {
    if (isOver) return
    byHand = false
    clearTimeout(timer)
    go({ ...state, angle: 0 }, glide ? GLIDE_MS : 0)
  }

  function frame(): void {
    if (isOver) return
    const box = boxOf(drawing, visibleNodes())
    const { width, height } = sigma.getDimensions()
    if (box === null || width === 0 || height === 0) return
    const { left, right, top, bottom } = box
    scale = Math.max(Math.min((width * ROOM) / (right - left), (height * ROOM) / (bottom - top), 1.5), 0.02)
    const [cx, cy] = [(left + right) / 2, (top + bottom) / 2]
    const [halfWidth, halfHeight] = [width / scale / 2, height / scale / 2]
    sigma.setCustomBBox({ x: [cx - halfWidth, cx + halfWidth], y: [cy - halfHeight, cy + halfHeight] })
    sigma.refresh()
  }

  const WHOLE = { x: 0.5, y: 0.5, ratio: 1 }

  return {
    scale: () => scale,
    frame,
    fit(glide) {
      frame()
      move(WHOLE, glide)
    },
    approach(nodes, glide) {
      if (isOver) return
      const box = boxOf(drawing, nodes)
      const { width, height } = sigma.getDimensions()
      if (box === null || width === 0 || height === 0) return
      const needed =
        Math.max((box.right - box.left) / (width * ROOM), (box.bottom - box.top) / (height * ROOM * 0.94)) * scale
      const { x, y } = sigma.viewportToFramedGraph(
        sigma.graphToViewport({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }),
      )
      move({ x, y, ratio: Math.min(Math.max(needed, NEAREST), 1.15) }, glide)
    },
    look({ x, y, span }) {
      if (isOver) return
      const { width } = sigma.getDimensions()
      if (width === 0) return
      move({ ...framed(sigma, { x, y }), ratio: (span * scale) / width }, false)
    },
    zoom(factor, glide) {
      if (isOver) return
      hand()
      go({ ratio: camera.ratio / factor }, glide ? ZOOM_MS : 0)
    },
    pan(right, down) {
      if (isOver) return
      hand()
      const { width, height } = sigma.getDimensions()
      const { x, y } = sigma.viewportToFramedGraph({ x: width / 2 + right, y: height / 2 + down })
      go({ x, y }, 0)
    },
    hold(still) {
      if (isOver) return
      isStill = still
      for (const name of Object.keys(GLIDES) as (keyof typeof GLIDES)[])
        sigma.setSetting(name, still ? STILL[name] : GLIDES[name])
    },
    rest() {
      isOver = true
      clearTimeout(timer)
      byHand = false
    },
  }
}

/** Sigma's own glides after the reader's gestures, and none of them. */
const GLIDES = {
  zoomDuration: DEFAULT_SETTINGS.zoomDuration,
  doubleClickZoomingDuration: DEFAULT_SETTINGS.doubleClickZoomingDuration,
  inertiaDuration: DEFAULT_SETTINGS.inertiaDuration,
  inertiaRatio: DEFAULT_SETTINGS.inertiaRatio,
}
// Of no time at all Sigma cannot tell which share has passed.
const STILL: typeof GLIDES = { zoomDuration: 1, doubleClickZoomingDuration: 1, inertiaDuration: 1, inertiaRatio: 0 }

const framed = (sigma: Sigma<DrawnNode, DrawnEdge>, { x, y }: { x: number; y: number }): { x: number; y: number } => {
  const at = sigma.viewportToFramedGraph(sigma.graphToViewport({ x, y }))
  return { x: at.x, y: at.y }
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function boxOf(drawing: Drawing, nodes: Iterable<string>): Box | null {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const key of nodes) {
    if (!drawing.hasNode(key)) continue
    const { x, y, size } = drawing.getNodeAttributes(key)
    left = Math.min(left, x - size)
    right = Math.max(right, x + size)
    top = Math.min(top, y - size)
    bottom = Math.max(bottom, y + size)
  }
  return left > right ? null : { left, right, top, bottom }
}
