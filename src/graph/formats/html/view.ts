/** What the parts of the page share. Types only: each part is put into the file as text, and must stand by itself. */
import type { PageData } from './data.ts'

export interface View {
  selected: number | null
  hovered: number | null
  /** Names of types, and of statuses, that are not shown. */
  readonly hidden: Set<string>
  events: boolean
  readonly shows: (node: number) => boolean
  readonly showsEdge: (edge: number) => boolean
  /** Numbers of the edges at each node. */
  readonly edgesAt: readonly (readonly number[])[]
  readonly isDark: () => boolean
}

export interface Scene {
  readonly draw: () => void
  readonly showAll: () => void
  readonly zoom: (factor: number) => void
  /** Brings the chosen node into sight. */
  readonly reveal: () => void
}

export type CreateScene = (
  data: PageData,
  canvas: HTMLCanvasElement,
  view: View,
  select: (node: number | null) => void,
) => Scene

export interface Panel {
  readonly show: () => void
}

export type CreatePanel = (
  data: PageData,
  place: HTMLElement,
  view: View,
  select: (node: number | null) => void,
  make: Make,
) => Panel

/** An element with attributes and children; text stays text. */
export type Make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes?: Readonly<Record<string, string | (() => void)>>,
  ...children: readonly (Node | string)[]
) => HTMLElementTagNameMap[K]
