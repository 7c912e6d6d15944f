/** The graph as a picture: plain marks, which an SVG file and a canvas draw alike. */
import { nodeColor } from '../../graph/appearance.ts'
import { importanceOf } from '../../graph/importance.ts'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { MODALITIES } from '../../model/facts.ts'
import { EDGES, FAMILIES, type Family } from '../../model/ontology.ts'
import { edgeSize, nodeLabel, nodeSize, STROKES } from '../graph/appearance.ts'
import { placeLabels } from '../graph/labels.ts'
import { PALETTES, type Scheme } from '../graph/palette.ts'
import { edgeColor } from '../graph/reducers.ts'
import type { Visible } from './filters.ts'
import { MODALITY_LABELS } from './words.ts'

export interface PathMark {
  readonly kind: 'path'
  /** Part of the drawing, which ends where the screen's did. */
  readonly inside?: true
  /** As in the attribute `d` of SVG. */
  readonly d: string
  readonly fill?: string
  readonly stroke?: string
  readonly width?: number
  readonly dash?: readonly number[]
}

export interface TextMark {
  readonly kind: 'text'
  readonly inside?: true
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly color: string
  readonly bold?: boolean
  readonly anchor?: 'start' | 'middle'
  /** Colour of the rim that keeps it readable over lines. */
  readonly halo?: string
}

export type PictureMark = PathMark | TextMark

export interface Picture {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly background: string
  /** Where the drawing begins, and how high it is. */
  readonly frame: { readonly top: number; readonly height: number }
  readonly marks: readonly PictureMark[]
}

export interface Scene {
  readonly graph: KnowledgeGraph
  readonly visible: Visible
  /** Pixels from the corner of the drawing. */
  readonly placeOf: (node: string) => { readonly x: number; readonly y: number } | undefined
  readonly width: number
  readonly height: number
  /** Pixels on the screen for a pixel of a sign's natural size. */
  readonly scale: number
  /** What is in focus while the rest is dimmed; null where all is lit. */
  readonly lit: Visible | null
  readonly scheme: Scheme
  readonly title: string
  /** A line below the title, such as what was filtered. */
  readonly subtitle: string
  /** What the texts say, below the picture; a line each. */
  readonly notes: readonly string[]
}

const HEAD = 64
/** As on the screen: room for each name in square pixels. */
const ROOM_PER_NAME = 6400
const NAME_SIZE = 12
/** Of a letter, in sizes of its font. */
const LETTER = 0.56
const LEGEND_ROW = 22
const NOTE_SIZE = 13
const LINE = 18
const MARGIN = 20

export function pictureOf(scene: Scene): Picture {
  const palette = PALETTES[scheme(scene)]
  const legend = legendOf(scene)
  const rows = Math.max(1, Math.ceil(legend.length / perRow(scene.width)))
  const notes = scene.notes.flatMap((note) =>
    wrapped(note, Math.floor((scene.width - 2 * MARGIN) / (NOTE_SIZE * 0.52))),
  )
  const top = HEAD + scene.height
  const legendTop = top + 14
  const notesTop = legendTop + rows * LEGEND_ROW + 18
  const height = notesTop + notes.length * LINE + 14
  return {
    width: scene.width,
    height,
    title: scene.title,
    background: palette.paper,
    frame: { top: HEAD, height: scene.height },
    marks: [
      { kind: 'text', text: scene.title, x: MARGIN, y: 30, size: 20, color: palette.ink, bold: true },
      { kind: 'text', text: scene.subtitle, x: MARGIN, y: 50, size: 13, color: palette.inkSoft },
      ...[...edgeMarks(scene), ...nodeMarks(scene)].map((mark) => ({ ...mark, inside: true as const })),
      ...legendMarks(legend, legendTop, scene),
      ...notes.map(
        (text, i): TextMark => ({
          kind: 'text',
          text,
          x: MARGIN,
          y: notesTop + i * LINE,
          size: NOTE_SIZE,
          color: palette.inkSoft,
        }),
      ),
    ],
  }
}

const scheme = (scene: Scene): Scheme => scene.scheme
const isLit = ({ lit }: Scene, kind: keyof Visible, key: string): boolean => lit === null || lit[kind].has(key)

const radiusOf = ({ graph, scale }: Scene, key: string): number =>
  nodeSize(importanceOf(graph, key), graph.getNodeAttribute(key, 'kind')) * scale

/** Whether any of a node is in the picture. */
function isInside(scene: Scene, key: string): boolean {
  const place = scene.placeOf(key)
  const r = place === undefined ? 0 : radiusOf(scene, key)
  return place !== undefined && place.x > -r && place.y > -r && place.x < scene.width + r && place.y < scene.height + r
}

const round = (value: number): number => Math.round(value * 10) / 10

function edgeMarks(scene: Scene): PictureMark[] {
  const { graph, visible } = scene
  const together = new Map<string, string[]>()
  for (const key of [...visible.edges].sort()) {
    if (!graph.extremities(key).some((end) => isInside(scene, end))) continue
    const pair = graph.extremities(key).sort().join('\n')
    together.set(pair, [...(together.get(pair) ?? []), key])
  }
  const drawn = [...together.values()].flatMap((keys) =>
    keys.map((key, i) => ({ key, bend: (i - (keys.length - 1) / 2) * 20 })),
  )
  // What is in focus lies above the rest.
  return drawn
    .toSorted((a, b) => Number(isLit(scene, 'edges', a.key)) - Number(isLit(scene, 'edges', b.key)))
    .flatMap(({ key, bend }) => edgeMark(scene, key, bend))
}

/** @param bend in pixels, so that parallel edges lie side by side */
function edgeMark(scene: Scene, key: string, bend: number): PictureMark[] {
  const { graph, placeOf, scheme: colors, scale, lit } = scene
  const edge = graph.getEdgeAttributes(key)
  const [source, target] = graph.extremities(key) as [string, string]
  const [from, to] = [placeOf(source), placeOf(target)]
  if (from === undefined || to === undefined) return []
  const { family, nature, symmetric } = EDGES[edge.relation]
  const color = isLit(scene, 'edges', key)
    ? edgeColor({ family, nature, modality: edge.modality, former: edge.former === true }, colors, lit !== null)
    : PALETTES[colors].fadedEdge
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  // Two edges in opposite directions bend to different sides.
  const side = source < target ? bend : -bend
  const middle = { x: (from.x + to.x) / 2 - uy * side, y: (from.y + to.y) / 2 + ux * side }
  const at = (x: number, y: number): string => `${round(x)} ${round(y + HEAD)}`
  const stroke = STROKES[edge.modality]
  const dash = stroke === 'dashed' ? [6, 4] : stroke === 'dotted' ? [2, 3] : undefined
  const marks: PictureMark[] = [
    {
      kind: 'path',
      d: `M${at(from.x, from.y)}Q${at(middle.x, middle.y)} ${at(to.x, to.y)}`,
      stroke: color,
      width: Math.max(0.9, edgeSize(edge.weight) * Math.min(scale, 1)),
      ...(dash !== undefined && { dash }),
    },
  ]
  if (!symmetric && family !== 'participation') {
    const room = radiusOf(scene, target) + 2
    const [long, wide] = [Math.max(8 * Math.min(scale, 1), 5), Math.max(3.6 * Math.min(scale, 1), 2.4)]
    const [tx, ty] = [to.x - ux * room, to.y - uy * room]
    const wing = (turn: number): string => at(tx - ux * long - uy * turn, ty - uy * long + ux * turn)
    marks.push({ kind: 'path', d: `M${at(tx, ty)}L${wing(wide)}L${wing(-wide)}z`, fill: color })
  }
  if (stroke === 'crossed') {
    const { x, y } = { x: (from.x + to.x) / 4 + middle.x / 2, y: (from.y + to.y) / 4 + middle.y / 2 }
    marks.push({
      kind: 'path',
      d: `M${at(x - 5, y - 5)}L${at(x + 5, y + 5)}M${at(x - 5, y + 5)}L${at(x + 5, y - 5)}`,
      stroke: color,
      width: 2,
    })
  }
  return marks
}

function nodeMarks(scene: Scene): PictureMark[] {
  const { graph, visible, placeOf, scheme: colors, lit } = scene
  const palette = PALETTES[colors]
  const signs = [...visible.nodes]
    .filter((key) => isInside(scene, key))
    .map((key) => ({ key, ...placeOf(key)!, radius: radiusOf(scene, key), lit: isLit(scene, 'nodes', key) }))
    .sort((a, b) => Number(b.lit) - Number(a.lit) || b.radius - a.radius || (a.key < b.key ? -1 : 1))
  const shapes = signs.map(
    ({ key, x, y, radius, lit }): PathMark => ({
      kind: 'path',
      d: shapeOf(graph.getNodeAttribute(key, 'kind'), round(x), round(y + HEAD), round(radius)),
      fill: lit ? nodeColor(graph.getNodeAttributes(key))[colors] : palette.faded,
      stroke: palette.paper,
      width: 1.2,
    }),
  )
  const named = signs.filter(({ lit }) => lit)
  const most = lit === null ? (scene.width * scene.height) / ROOM_PER_NAME : named.length
  const nameOf = (key: string): string => nodeLabel(graph.getNodeAttributes(key))
  const candidates = named.map(({ key, x, y, radius }) => ({
    ...{ key, x, y, radius, forced: false },
    width: nameOf(key).length * NAME_SIZE * LETTER + 4,
    height: NAME_SIZE * 1.25,
  }))
  const names = placeLabels(candidates, scene, undefined, most).map(
    ({ key, left, right, top, bottom }): TextMark => ({
      kind: 'text',
      text: nameOf(key),
      x: round((left + right) / 2),
      y: round((top + bottom) / 2 + NAME_SIZE * 0.35 + HEAD),
      size: NAME_SIZE,
      color: palette.ink,
      anchor: 'middle',
      halo: palette.paper,
    }),
  )
  return [...shapes.reverse(), ...names.reverse()]
}

function shapeOf(kind: 'actor' | 'place' | 'event', x: number, y: number, r: number): string {
  if (kind === 'place') return `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`
  if (kind === 'event') return `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}z`
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
}

interface LegendEntry {
  readonly label: string
  readonly color: string
  readonly dash?: readonly number[]
  readonly isCrossed: boolean
}

/** Only what is in the picture: families, then what is no plain fact. */
function legendOf(scene: Scene): readonly LegendEntry[] {
  const { graph, visible, scheme: colors } = scene
  const edges = [...visible.edges]
    .filter((key) => isLit(scene, 'edges', key) && graph.extremities(key).some((end) => isInside(scene, end)))
    .map((key) => graph.getEdgeAttributes(key))
  const families = new Set<Family>(edges.map(({ relation }) => EDGES[relation].family))
  const modalities = new Set(edges.map(({ modality }) => modality))
  return [
    ...(Object.keys(FAMILIES) as Family[])
      .filter((family) => families.has(family))
      .map((family) => ({ label: FAMILIES[family].label, color: FAMILIES[family].color[colors], isCrossed: false })),
    ...MODALITIES.filter((modality) => modality !== 'asserted' && modalities.has(modality)).map((modality) => ({
      label: MODALITY_LABELS[modality],
      color: PALETTES[colors].inkSoft,
      isCrossed: STROKES[modality] === 'crossed',
      ...(STROKES[modality] === 'dashed' && { dash: [6, 4] }),
      ...(STROKES[modality] === 'dotted' && { dash: [2, 3] }),
    })),
  ]
}

const ENTRY = 190
const perRow = (width: number): number => Math.max(1, Math.floor((width - 2 * MARGIN) / ENTRY))

function legendMarks(legend: readonly LegendEntry[], top: number, { width, scheme: colors }: Scene): PictureMark[] {
  return legend.flatMap(({ label, color, dash, isCrossed }, i): PictureMark[] => {
    const [x, y] = [MARGIN + (i % perRow(width)) * ENTRY, top + Math.floor(i / perRow(width)) * LEGEND_ROW]
    const cross = isCrossed ? `M${x + 7} ${y - 4}l8 8m0-8l-8 8` : ''
    return [
      { kind: 'path', d: `M${x} ${y}h22${cross}`, stroke: color, width: 2.4, ...(dash !== undefined && { dash }) },
      { kind: 'text', text: label, x: x + 30, y: y + 4, size: 12.5, color: PALETTES[colors].ink },
    ]
  })
}

/** Lines of at most so many characters, broken at spaces. */
export function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif'

/** A file that stands for itself: no style sheet, no script. */
export function toSvg({ width, height, title, background, frame, marks }: Picture): string {
  const written = (part: readonly PictureMark[]): string =>
    part.map((mark) => (mark.kind === 'path' ? pathElement(mark) : textElement(mark))).join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(FONT)}">
<title>${escaped(title)}</title>
<clipPath id="frame"><rect y="${frame.top}" width="${width}" height="${frame.height}"/></clipPath>
<rect width="100%" height="100%" fill="${background}"/>
<g clip-path="url(#frame)">
${written(marks.filter(({ inside }) => inside))}
</g>
${written(marks.filter(({ inside }) => !inside))}
</svg>
`
}

const pathElement = ({ d, fill = 'none', stroke, width, dash }: PathMark): string =>
  `<path d="${d}" fill="${fill}"${stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${width ?? 1}"`}${dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`}/>`

const textElement = ({ text, x, y, size, color, bold = false, anchor = 'start', halo }: TextMark): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${color}"${bold ? ' font-weight="600"' : ''}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${halo === undefined ? '' : ` stroke="${halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`}>${escaped(text)}</text>`

/** Characters that XML does not allow at all are left out. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

/** Draws the same on a canvas. @param density device pixels per pixel */
export function paint(picture: Picture, pen: CanvasRenderingContext2D, density: number): void {
  pen.scale(density, density)
  pen.fillStyle = picture.background
  pen.fillRect(0, 0, picture.width, picture.height)
  const { width, frame, marks } = picture
  pen.save()
  pen.beginPath()
  pen.rect(0, frame.top, width, frame.height)
  pen.clip()
  for (const mark of marks) if (mark.inside) paintMark(mark, pen)
  pen.restore()
  for (const mark of marks) if (!mark.inside) paintMark(mark, pen)
}

function paintMark(mark: PictureMark, pen: CanvasRenderingContext2D): void {
  if (mark.kind === 'path') paintPath(mark, pen)
  else paintText(mark, pen)
}

function paintPath({ d, fill, stroke, width = 1, dash = [] }: PathMark, pen: CanvasRenderingContext2D): void {
  const path = new Path2D(d)
  if (fill !== undefined) {
    pen.fillStyle = fill
    pen.fill(path)
  }
  if (stroke === undefined) return
  pen.strokeStyle = stroke
  pen.lineWidth = width
  pen.setLineDash([...dash])
  pen.stroke(path)
}

function paintText(
  { text, x, y, size, color, bold = false, anchor = 'start', halo }: TextMark,
  pen: CanvasRenderingContext2D,
): void {
  pen.font = `${bold ? 600 : 400} ${size}px ${FONT}`
  pen.textAlign = anchor === 'start' ? 'start' : 'center'
  if (halo !== undefined) {
    pen.strokeStyle = halo
    pen.lineWidth = 3
    pen.lineJoin = 'round'
    pen.setLineDash([])
    pen.strokeText(text, x, y)
  }
  pen.fillStyle = color
  pen.fillText(text, x, y)
}
