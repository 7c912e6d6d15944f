/**
 * The view in the address: everything after `#` that is needed to see the same again. Unknown or broken parts are passed
 * over, so that an old link still opens.
 */
import { formatGroups, formatKeys, formatPlaces, numbers, parseGroups, parseKeys, parsePlaces } from './address.ts'
import { filterParts, type Part, parseFilters } from './filter-route.ts'
import { type Filters, NO_FILTERS } from './filters.ts'
import { FIRST_MAP, type MapView, mapParts, parseMap } from './map-view.ts'
import { NO_STEPS, type Steps } from './steps.ts'
import { FIRST_TIME, parseTime, type TimeView, timeParts } from './time-view.ts'

export type Selection =
  | { readonly kind: 'node'; readonly key: string }
  | { readonly kind: 'edge'; readonly key: string }
  /** `at` is the offset of the passage to be scrolled to. */
  | { readonly kind: 'document'; readonly key: string; readonly at?: number }

/** How are two connected? While an end is null the reader is still choosing it. */
export interface PathQuestion {
  readonly from: string | null
  readonly to: string | null
  /** Which of the paths is looked at, from 0. */
  readonly at: number
  /** Only along what was reported as a fact. */
  readonly asserted: boolean
}

/** Where the camera is, after the reader moved it: middle and width of what is seen, in units of the layout. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly span: number
  /** Shape (width by height) that the layout was made for, so that nodes lie where the middle was set. */
  readonly aspect: number
}

export const SCREENS = ['graph', 'table', 'map', 'matrix'] as const
export type Screen = (typeof SCREENS)[number]

export interface View {
  readonly screen: Screen
  readonly selection: Selection | null
  readonly query: string
  readonly filters: Filters
  readonly path: PathQuestion | null
  readonly steps: Steps
  /** Null while the page keeps all in view by itself. */
  readonly camera: Camera | null
  readonly time: TimeView
  readonly map: MapView
}

export const FIRST_VIEW: View = {
  screen: 'graph',
  selection: null,
  query: '',
  filters: NO_FILTERS,
  path: null,
  steps: NO_STEPS,
  camera: null,
  time: FIRST_TIME,
  map: FIRST_MAP,
}

/** @returns what follows `#`, without it; empty for the first view */
export function formatRoute({ screen, selection, query, filters, path, steps, camera, time, map }: View): string {
  const parts: Part[] = []
  if (screen !== 'graph') parts.push(['view', screen])
  if (selection !== null) {
    parts.push([selection.kind, selection.key])
    if (selection.kind === 'document' && selection.at !== undefined) parts.push(['at', String(selection.at)])
  }
  if (query !== '') parts.push(['q', query])
  parts.push(...filterParts(filters), ...timeParts(time), ...mapParts(map), ...pathParts(path), ...stepParts(steps))
  if (camera !== null) parts.push(['camera', [camera.x, camera.y, camera.span, camera.aspect].join(',')])
  // Colons, commas and the like are legal in a fragment, and a link one can read is a link one can trust.
  return parts
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%3A|%2C|%3B|%40/g, decodeURIComponent)}`)
    .join('&')
}

function pathParts(path: PathQuestion | null): [string, string][] {
  if (path === null) return []
  const parts: [string, string][] = [
    ['path-from', path.from ?? ''],
    ['path-to', path.to ?? ''],
  ]
  if (path.at > 0) parts.push(['path', String(path.at + 1)])
  if (path.asserted) parts.push(['path-status', 'asserted'])
  return parts
}

function stepParts({ alone, added, hidden, pinned }: Steps): [string, string][] {
  const parts: [string, string][] = []
  if (alone) parts.push(['only', 'yes'])
  if (added.length > 0) parts.push(['with', formatGroups(added)])
  if (hidden.size > 0) parts.push(['hidden', formatKeys(hidden)])
  if (pinned.size > 0) parts.push(['pinned', formatPlaces(pinned)])
  return parts
}

/** @param fragment with or without its `#` */
export function parseRoute(fragment: string): View {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''))
  return {
    screen: oneOf(SCREENS, parts.get('view')) ?? 'graph',
    selection: parseSelection(parts),
    query: parts.get('q') ?? '',
    filters: parseFilters(parts),
    time: parseTime(parts),
    map: parseMap(parts),
    path: parsePath(parts),
    steps: {
      alone: parts.get('only') === 'yes',
      added: parseGroups(parts.get('with')),
      hidden: new Set(parseKeys(parts.get('hidden'))),
      pinned: parsePlaces(parts.get('pinned')),
    },
    camera: parseCamera(parts.get('camera')),
  }
}

function parsePath(parts: URLSearchParams): PathQuestion | null {
  const [from, to] = [parts.get('path-from'), parts.get('path-to')]
  if (from === null && to === null) return null
  const at = Number(parts.get('path') ?? 1) - 1
  return {
    from: from || null,
    to: to || null,
    at: Number.isSafeInteger(at) && at >= 0 ? at : 0,
    asserted: parts.get('path-status') === 'asserted',
  }
}

function parseCamera(text: string | null): Camera | null {
  const [x, y, span, aspect] = numbers(text)
  if (x === undefined || y === undefined || span === undefined || aspect === undefined) return null
  return span > 0 && aspect > 0 ? { x, y, span, aspect } : null
}

function parseSelection(parts: URLSearchParams): Selection | null {
  for (const kind of ['node', 'edge', 'document'] as const) {
    const key = parts.get(kind)
    if (key === null || key === '') continue
    const at = Number(parts.get('at') ?? Number.NaN)
    return kind === 'document' && Number.isSafeInteger(at) && at >= 0 ? { kind, key, at } : { kind, key }
  }
  return null
}

const oneOf = <T extends string>(values: readonly T[], value: string | null): T | undefined =>
  values.find((candidate) => candidate === value)
