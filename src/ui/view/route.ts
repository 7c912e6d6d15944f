/**
 * The view in the address: everything after `#` that is needed to see the same again. Unknown or broken parts are passed
 * over, so that an old link still opens.
 */
import { filterParts, type Part, parseFilters } from './filter-route.ts'
import { type Filters, NO_FILTERS } from './filters.ts'
import { FIRST_MAP, type MapView, mapParts, parseMap } from './map-view.ts'
import { FIRST_TIME, parseTime, type TimeView, timeParts } from './time-view.ts'

export type Selection =
  | { readonly kind: 'node'; readonly key: string }
  | { readonly kind: 'edge'; readonly key: string }
  /** `at` is the offset of the passage to be scrolled to. */
  | { readonly kind: 'document'; readonly key: string; readonly at?: number }

export const SCREENS = ['graph', 'table', 'map', 'matrix'] as const
export type Screen = (typeof SCREENS)[number]

export interface View {
  readonly screen: Screen
  readonly selection: Selection | null
  readonly query: string
  readonly filters: Filters
  readonly time: TimeView
  readonly map: MapView
}

export const FIRST_VIEW: View = {
  screen: 'graph',
  selection: null,
  query: '',
  filters: NO_FILTERS,
  time: FIRST_TIME,
  map: FIRST_MAP,
}

/** @returns what follows `#`, without it; empty for the first view */
export function formatRoute({ screen, selection, query, filters, time, map }: View): string {
  const parts: Part[] = []
  if (screen !== 'graph') parts.push(['view', screen])
  if (selection !== null) {
    parts.push([selection.kind, selection.key])
    if (selection.kind === 'document' && selection.at !== undefined) parts.push(['at', String(selection.at)])
  }
  if (query !== '') parts.push(['q', query])
  parts.push(...filterParts(filters), ...timeParts(time), ...mapParts(map))
  // Colons and commas are legal in a fragment, and a link one can read is a link one can trust.
  return parts
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',')}`)
    .join('&')
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
  }
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
