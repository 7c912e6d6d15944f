/** The drawing: nodes and edges on a canvas that can be moved, zoomed and touched. It imports nothing, for it runs in the page. */
import type { PageData, PageEdge, PageNode } from './data.ts'
import type { CreateScene } from './view.ts'

export const createScene: CreateScene = (data, canvas, view, select) => {
  const { nodes, edges } = data
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('this browser cannot draw')
  const camera = { x: 0, y: 0, scale: 1 }
  const size = { width: 0, height: 0 }
  const byWeight = nodes.map((_, i) => i).sort((a, b) => (nodes[b]?.weight ?? 0) - (nodes[a]?.weight ?? 0))
  /** Parallel edges lie beside each other. */
  const bends = bendsOf(data)
  let asked = false
  /** The motion in progress; null before the first picture. */
  let moving: object | null = null

  const toX = (x: number): number => (x - camera.x) * camera.scale + size.width / 2
  const toY = (y: number): number => (camera.y - y) * camera.scale + size.height / 2
  const radius = ({ size: plain }: PageNode): number => Math.max(3, plain * Math.min(1.5, Math.max(0.35, camera.scale)))

  /** The node that is looked at, with those it touches; null when all are alike. */
  const lit = (): Set<number> | null => {
    const centre = view.hovered ?? view.selected
    if (centre === null) return null
    const touched = new Set([centre])
    for (const edge of view.edgesAt[centre] ?? []) {
      const { source, target } = edges[edge] as PageEdge
      if (view.showsEdge(edge)) touched.add(source).add(target)
    }
    return touched
  }

  function drawEdge(edge: PageEdge, bend: number, strong: boolean, faint: boolean): void {
    const [a, b] = [nodes[edge.source], nodes[edge.target]]
    if (pen === null || a === undefined || b === undefined) return
    const [ax, ay, bx, by] = [toX(a.x), toY(a.y), toX(b.x), toY(b.y)]
    if (Math.max(ax, bx) < 0 || Math.min(ax, bx) > size.width || Math.max(ay, by) < 0 || Math.min(ay, by) > size.height)
      return
    const length = Math.hypot(bx - ax, by - ay)
    if (length < 1) return
    const [ux, uy] = [(bx - ax) / length, (by - ay) / length]
    const [cx, cy] = [(ax + bx) / 2 - uy * bend * 2, (ay + by) / 2 + ux * bend * 2]
    pen.globalAlpha = faint ? 0.08 : strong ? 0.95 : 0.5
    pen.strokeStyle = pen.fillStyle = edge.color[view.isDark() ? 1 : 0]
    pen.lineWidth = edge.width + (strong ? 0.7 : 0)
    pen.setLineDash(edge.status === 'asserted' ? [] : /^(planned|requested)$/.test(edge.status) ? [7, 5] : [2, 4])
    pen.beginPath()
    pen.moveTo(ax, ay)
    pen.quadraticCurveTo(cx, cy, bx, by)
    pen.stroke()
    pen.setLineDash([])
    if (edge.status === 'denied') cross((ax + 2 * cx + bx) / 4, (ay + 2 * cy + by) / 4)
    if (!edge.symmetric && length > 40) arrow(cx, cy, bx, by, radius(b) + 2, edge.width)
  }

  /** What is denied is crossed out. */
  function cross(x: number, y: number): void {
    pen?.beginPath()
    pen?.moveTo(x - 4, y - 4)
    pen?.lineTo(x + 4, y + 4)
    pen?.moveTo(x + 4, y - 4)
    pen?.lineTo(x - 4, y + 4)
    pen?.stroke()
  }

  function arrow(fromX: number, fromY: number, x: number, y: number, gap: number, width: number): void {
    const angle = Math.atan2(y - fromY, x - fromX)
    const [tipX, tipY, long] = [x - gap * Math.cos(angle), y - gap * Math.sin(angle), 5 + width]
    pen?.beginPath()
    pen?.moveTo(tipX, tipY)
    pen?.lineTo(tipX - long * Math.cos(angle - 0.42), tipY - long * Math.sin(angle - 0.42))
    pen?.lineTo(tipX - long * Math.cos(angle + 0.42), tipY - long * Math.sin(angle + 0.42))
    pen?.fill()
  }

  function outline(node: PageNode, x: number, y: number, r: number): void {
    pen?.beginPath()
    if (node.shape === 'circle') pen?.arc(x, y, r, 0, 2 * Math.PI)
    else if (node.shape === 'square') pen?.rect(x - r * 0.88, y - r * 0.88, r * 1.76, r * 1.76)
    else {
      pen?.moveTo(x, y - r * 1.15)
      pen?.lineTo(x + r * 1.15, y)
      pen?.lineTo(x, y + r * 1.15)
      pen?.lineTo(x - r * 1.15, y)
      pen?.closePath()
    }
  }

  function drawNode(i: number, faint: boolean, paper: string, ink: string): void {
    const node = nodes[i]
    if (pen === null || node === undefined) return
    const [x, y, r] = [toX(node.x), toY(node.y), radius(node)]
    if (x < -r || x > size.width + r || y < -r || y > size.height + r) return
    pen.globalAlpha = faint ? 0.16 : 1
    outline(node, x, y, r)
    // What has not happened is hollow.
    pen.fillStyle = node.status === 'asserted' ? node.color[view.isDark() ? 1 : 0] : paper
    pen.fill()
    pen.lineWidth = 1.5
    pen.setLineDash(node.status === 'asserted' ? [] : [3, 2])
    pen.strokeStyle = node.status === 'asserted' ? paper : node.color[view.isDark() ? 1 : 0]
    pen.stroke()
    pen.setLineDash([])
    if (i !== view.selected) return
    outline(node, x, y, r + 4)
    pen.lineWidth = 2
    pen.strokeStyle = ink
    pen.stroke()
  }

  function drawLabels(near: Set<number> | null, paper: string, ink: string): void {
    if (pen === null) return
    const taken: (readonly [number, number, number, number])[] = []
    const first = [view.hovered, view.selected].filter((i) => i !== null)
    const order = [...first, ...byWeight.filter((i) => !first.includes(i) && (near === null || near.has(i)))]
    pen.font = '13px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif'
    pen.textBaseline = 'middle'
    pen.lineJoin = 'round'
    for (const i of order) {
      const node = nodes[i]
      if (node === undefined || !view.shows(i) || taken.length > 400) continue
      const [y, r] = [toY(node.y), radius(node)]
      const text = node.label.length > 32 ? `${[...node.label].slice(0, 31).join('')}…` : node.label
      const width = pen.measureText(text).width
      // To the right, unless that would leave the picture.
      const right = toX(node.x) + r + 5
      const x = right + width > size.width - 6 ? toX(node.x) - r - 5 - width : right
      if (x < 2 || x > size.width || y < 0 || y > size.height) continue
      const box = [x - 3, y - 9, x + width + 3, y + 9] as const
      if (!first.includes(i) && taken.some((b) => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3]))
        continue
      taken.push(box)
      pen.globalAlpha = 1
      pen.lineWidth = 4
      pen.strokeStyle = paper
      pen.strokeText(text, x, y)
      pen.fillStyle = ink
      pen.fillText(text, x, y)
    }
  }

  function paint(): void {
    asked = false
    if (pen === null) return
    const style = getComputedStyle(canvas)
    const [paper, ink] = [style.getPropertyValue('--paper'), style.getPropertyValue('--ink')]
    const ratio = window.devicePixelRatio || 1
    pen.setTransform(ratio, 0, 0, ratio, 0, 0)
    pen.globalAlpha = 1
    pen.fillStyle = paper
    pen.fillRect(0, 0, size.width, size.height)
    const near = lit()
    const centre = view.hovered ?? view.selected
    edges.forEach((edge, i) => {
      if (!view.showsEdge(i)) return
      const strong = centre !== null && (edge.source === centre || edge.target === centre)
      drawEdge(edge, bends[i] ?? 0, strong, near !== null && !strong)
    })
    for (const i of byWeight.toReversed()) if (view.shows(i)) drawNode(i, near !== null && !near.has(i), paper, ink)
    drawLabels(near, paper, ink)
  }

  const draw = (): void => {
    if (!asked) requestAnimationFrame(paint)
    asked = true
  }

  /** The camera from which all of `shown` is in sight, with room for names at the right and for what lies over the picture. */
  function frame(shown: readonly PageNode[], closest: number): typeof camera {
    const bounds = (values: number[]): [number, number] =>
      values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity])
    const [left, right] = bounds(shown.map(({ x }) => x))
    const [low, high] = bounds(shown.map(({ y }) => y))
    const small = size.width < 600
    const [across, upwards] = [size.width - (small ? 110 : 190), size.height - (small ? 90 : 130)]
    const scale = Math.min(
      Math.max(across, 100) / Math.max(right - left, 1),
      Math.max(upwards, 100) / Math.max(high - low, 1),
      closest,
    )
    return { x: (left + right) / 2 + (small ? 25 : 40) / scale, y: (low + high) / 2 - (small ? 0 : 12) / scale, scale }
  }

  function showAll(): void {
    const shown = nodes.filter((_, i) => view.shows(i))
    if (shown.length > 0) move(frame(shown, 2.2))
  }

  /** In a quarter of a second, unless the reader wants no motion. */
  function move(to: typeof camera): void {
    const from = { ...camera }
    let began: number | undefined
    const still = moving === null || matchMedia('(prefers-reduced-motion: reduce)').matches
    const own = {}
    moving = own
    const step = (now: number): void => {
      if (moving !== own) return
      began ??= now
      const t = still ? 1 : Math.min((now - began) / 250, 1)
      const eased = t * (2 - t)
      camera.x = from.x + (to.x - from.x) * eased
      camera.y = from.y + (to.y - from.y) * eased
      camera.scale = from.scale * (to.scale / from.scale) ** eased
      draw()
      if (t < 1) requestAnimationFrame(step)
    }
    if (still) step(0)
    else requestAnimationFrame(step)
  }

  function zoom(factor: number, x = size.width / 2, y = size.height / 2): void {
    const scale = Math.min(8, Math.max(0.02, camera.scale * factor))
    const [dx, dy] = [x - size.width / 2, y - size.height / 2]
    camera.x += dx / camera.scale - dx / scale
    camera.y -= dy / camera.scale - dy / scale
    camera.scale = scale
    moving = {}
    draw()
  }

  /** The node with all that it touches, near enough to be read. */
  function reveal(): void {
    const near = lit()
    const shown = nodes.filter((_, i) => near?.has(i) && view.shows(i))
    if (shown.length > 0) move(frame(shown, 1.6))
  }

  const nodeAt = (x: number, y: number): number | null => {
    let [best, least] = [null as number | null, Infinity]
    nodes.forEach((node, i) => {
      const distance = Math.hypot(toX(node.x) - x, toY(node.y) - y) - radius(node)
      if (distance < 6 && distance < least && view.shows(i)) [best, least] = [i, distance]
    })
    return best
  }

  const fingers = new Map<number, { x: number; y: number }>()
  let moved = 0
  const place = ({ clientX, clientY }: PointerEvent | WheelEvent): { x: number; y: number } => {
    const { left, top } = canvas.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId)
    fingers.set(event.pointerId, place(event))
    if (fingers.size === 1) moved = 0
  })
  canvas.addEventListener('pointermove', (event) => {
    const at = place(event)
    const before = fingers.get(event.pointerId)
    if (before === undefined) {
      const over = nodeAt(at.x, at.y)
      if (over === view.hovered) return
      view.hovered = over
      canvas.classList.toggle('over', over !== null)
      return draw()
    }
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    moved += Math.hypot(at.x - before.x, at.y - before.y)
    fingers.set(event.pointerId, at)
    if (other !== undefined) {
      const [was, is] = [Math.hypot(before.x - other.x, before.y - other.y), Math.hypot(at.x - other.x, at.y - other.y)]
      zoom(is / Math.max(was, 1), (at.x + other.x) / 2, (at.y + other.y) / 2)
    } else {
      camera.x -= (at.x - before.x) / camera.scale
      camera.y += (at.y - before.y) / camera.scale
      draw()
    }
  })
  const lift = (event: PointerEvent): void => {
    const at = fingers.get(event.pointerId)
    fingers.delete(event.pointerId)
    if (event.type === 'pointerup' && at !== undefined && moved < 6) select(nodeAt(at.x, at.y))
  }
  canvas.addEventListener('pointerup', lift)
  canvas.addEventListener('pointercancel', lift)
  canvas.addEventListener('pointerleave', () => {
    view.hovered = null
    draw()
  })
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      const { x, y } = place(event)
      zoom(Math.exp(-event.deltaY / 400), x, y)
    },
    { passive: false },
  )

  new ResizeObserver(() => {
    const first = size.width === 0
    const { width, height } = canvas.getBoundingClientRect()
    Object.assign(size, { width, height })
    const ratio = window.devicePixelRatio || 1
    canvas.width = Math.round(width * ratio)
    canvas.height = Math.round(height * ratio)
    if (first) showAll()
    else paint()
  }).observe(canvas)

  function bendsOf({ edges: all }: PageData): number[] {
    const groups = new Map<string, number[]>()
    all.forEach(({ source, target }, i) => {
      const pair = source < target ? `${source} ${target}` : `${target} ${source}`
      groups.set(pair, [...(groups.get(pair) ?? []), i])
    })
    const made: number[] = all.map(() => 0)
    for (const group of groups.values())
      group.forEach((edge, i) => {
        const { source, target } = all[edge] as PageEdge
        made[edge] = (i - (group.length - 1) / 2) * 9 * (source < target ? 1 : -1)
      })
    return made
  }

  return { draw, showAll, zoom, reveal }
}
