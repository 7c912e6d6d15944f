/**
 * How nodes and edges look, as pure functions of their attributes: the page and the exported files share them.
 *
 * Hues follow what a thing is: people orange, states blue, bodies violet, places green, events grey to black, so that
 * the few colours that matter most stay apart also for colour-blind readers (after Okabe and Ito, 2008); within a hue,
 * lightness tells the types apart, and icons or labels do the rest. Each colour has a contrast of at least 3 : 1 to the
 * page behind it.
 */
import type { EdgeAttributes, NodeAttributes } from '../model/graph.ts'
import type { EntityType, EventType } from '../model/ontology.ts'
import { EDGES, EVENT_TYPES, FAMILIES } from '../model/ontology.ts'

/** `light` on a light page, `dark` on a dark one. Six-digit hexadecimal colours. */
export interface Color {
  readonly light: string
  readonly dark: string
}

export const ENTITY_COLORS: Readonly<Record<EntityType, Color>> = {
  person: { light: '#c2570c', dark: '#f59e5b' },
  country: { light: '#0b66a8', dark: '#5eb3f0' },
  organization: { light: '#7a4fb0', dark: '#b797ec' },
  party: { light: '#9a3f86', dark: '#dd8fcd' },
  armed_force: { light: '#8c3b3b', dark: '#e08a86' },
  media: { light: '#5a5fa8', dark: '#9fa6ee' },
  group: { light: '#9a6b1f', dark: '#d9b062' },
  city: { light: '#0f7a5c', dark: '#45c49b' },
  region: { light: '#4c7a1d', dark: '#9ccb5a' },
  facility: { light: '#2c7380', dark: '#6cc0cf' },
}

/** Events take the colour of their family, so that an attack looks like `struck`, and talks like `met`. */
export const eventColor = (type: EventType): Color => FAMILIES[EVENT_TYPES[type].family].color

export const nodeColor = (attributes: Pick<NodeAttributes, 'kind' | 'type'>): Color =>
  attributes.kind === 'event' ? eventColor(attributes.type as EventType) : ENTITY_COLORS[attributes.type as EntityType]

export const edgeColor = ({ relation }: Pick<EdgeAttributes, 'relation'>): Color =>
  FAMILIES[EDGES[relation].family].color

/**
 * Radius in pixels at the default zoom: its area grows with importance, within limits that keep small nodes visible and
 * one large node from covering the others.
 * @param importance weighted degree of the node
 * @param greatest that of the most important node
 */
export function nodeSize(importance: number, greatest: number): number {
  const share = greatest > 0 ? Math.sqrt(importance / greatest) : 0
  return Math.round((4 + 16 * share) * 100) / 100
}

/** Thickness in pixels: grows slowly with the number of statements. */
export const edgeSize = (weight: number): number =>
  Math.round(Math.min(1 + Math.log2(Math.max(weight, 1)) * 0.8, 6) * 100) / 100
