/** Colours of the drawing beside those that every view of the graph shares (`graph/appearance.ts`, the ontology). */
import { ENTITY_COLORS, eventColor } from '../../graph/appearance.ts'
import { type EntityType, type EventType, FAMILIES, type Family, isEventType } from '../../model/ontology.ts'

export type Scheme = 'light' | 'dark'

export interface Palette {
  readonly paper: string
  readonly accent: string
  readonly ink: string
  readonly inkSoft: string
  /** Nodes and edges outside the focus; opaque, since Sigma washes translucent colours out. */
  readonly faded: string
  readonly fadedEdge: string
  readonly denied: string
  /** Icons on filled shapes. */
  readonly onFill: string
}

export const PALETTES: Readonly<Record<Scheme, Palette>> = {
  light: {
    paper: '#fbfaf7',
    accent: '#1d2430',
    ink: '#1d2430',
    inkSoft: '#545d6b',
    faded: '#e3e0d8',
    fadedEdge: '#ebe8e1',
    denied: '#9a5a55',
    onFill: '#ffffff',
  },
  dark: {
    paper: '#14171c',
    accent: '#f4f1ea',
    ink: '#eceae4',
    inkSoft: '#a6adb8',
    faded: '#2a2f38',
    fadedEdge: '#23282f',
    denied: '#c98a84',
    onFill: '#14171c',
  },
}

export const familyColor = (family: Family, scheme: Scheme): string => FAMILIES[family].color[scheme]

export const typeColor = (type: EntityType | EventType, scheme: Scheme): string =>
  (isEventType(type) ? eventColor(type) : ENTITY_COLORS[type])[scheme]

/** `#rrggbb` mixed into another: `share` 0 gives `a`, 1 gives `b`. */
export function mix(a: string, b: string, share: number): string {
  const [from, to] = [channels(a), channels(b)]
  return `#${from
    .map((v, i) =>
      Math.round(v + (to[i]! - v) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

export const channels = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]

/** Red, green and blue from 0 to 1. */
export type Rgb = readonly [number, number, number]

/** What a program on the graphics card is told at each frame. */
export interface Light {
  readonly paper: Rgb
  readonly accent: Rgb
  readonly faded: Rgb
  readonly fadedEdge: Rgb
  /** Whether all that the program draws is outside the focus. */
  readonly isDimmed: boolean
}

export function lightOf(scheme: Scheme, isDimmed: boolean): Light {
  const rgb = (hex: string): Rgb => channels(hex).map((c) => c / 255) as unknown as Rgb
  const { paper, accent, faded, fadedEdge } = PALETTES[scheme]
  return { paper: rgb(paper), accent: rgb(accent), faded: rgb(faded), fadedEdge: rgb(fadedEdge), isDimmed }
}
