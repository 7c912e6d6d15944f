/**
 * The view in the address: everything after `#` that is needed to see the same again. Unknown or broken parts are passed
 * over, so that an old link still opens.
 */
import { MODALITIES, type Modality } from '../../model/facts.ts'
import { asDocumentId } from '../../model/ids.ts'
import { FAMILIES, type Family, isEntityType, isEventType } from '../../model/ontology.ts'
import { type Filters, LENSES, type Lens, NO_FILTERS } from './filters.ts'

export type Selection =
  | { readonly kind: 'node'; readonly key: string }
  | { readonly kind: 'edge'; readonly key: string }
  /** `at` is the offset of the passage to be scrolled to. */
  | { readonly kind: 'document'; readonly key: string; readonly at?: number }

export const SCREENS = ['graph', 'table'] as const
export type Screen = (typeof SCREENS)[number]

export interface View {
  readonly screen: Screen
  readonly selection: Selection | null
  readonly query: string
  readonly filters: Filters
}

export const FIRST_VIEW: View = { screen: 'graph', selection: null, query: '', filters: NO_FILTERS }

/** @returns what follows `#`, without it; empty for the first view */
export function formatRoute({ screen, selection, query, filters }: View): string {
  const parts: [string, string][] = []
  if (screen !== 'graph') parts.push(['view', screen])
  if (selection !== null) {
    parts.push([selection.kind, selection.key])
    if (selection.kind === 'document' && selection.at !== undefined) parts.push(['at', String(selection.at)])
  }
  if (query !== '') parts.push(['q', query])
  if (filters.lens !== NO_FILTERS.lens) parts.push(['lens', filters.lens])
  if (filters.loose) parts.push(['loose', 'yes'])
  const lists = {
    'without-types': filters.withoutTypes,
    'without-families': filters.withoutFamilies,
    'without-status': filters.withoutModalities,
    documents: filters.documents,
  }
  for (const [name, values] of Object.entries(lists))
    if (values.size > 0) parts.push([name, [...values].sort().join(',')])
  // Colons and commas are legal in a fragment, and a link one can read is a link one can trust.
  return parts
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',')}`)
    .join('&')
}

/** @param fragment with or without its `#` */
export function parseRoute(fragment: string): View {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''))
  const list = (name: string): string[] => (parts.get(name) ?? '').split(',').filter((value) => value !== '')
  return {
    screen: oneOf(SCREENS, parts.get('view')) ?? 'graph',
    selection: parseSelection(parts),
    query: parts.get('q') ?? '',
    filters: {
      lens: oneOf<Lens>(LENSES, parts.get('lens')) ?? NO_FILTERS.lens,
      withoutTypes: new Set(list('without-types').filter((name) => isEntityType(name) || isEventType(name))),
      withoutFamilies: new Set(
        list('without-families').filter((name): name is Family => Object.hasOwn(FAMILIES, name)),
      ),
      withoutModalities: new Set(
        list('without-status').filter((name): name is Modality => oneOf(MODALITIES, name) !== undefined),
      ),
      documents: new Set(list('documents').map(asDocumentId)),
      loose: parts.get('loose') === 'yes',
    },
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
