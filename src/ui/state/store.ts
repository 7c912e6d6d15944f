/** What the page knows at this moment. Components read signals; only the functions here and in `actions.ts` write them. */
import { batch, computed, effect, type Signal, signal } from '@preact/signals'
import type { NodeAnswer, PathsAnswer, SearchAnswer } from '../../api/schemas.ts'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { Position } from '../../graph/layout.ts'
import { ApiError, fetchGraph, inWords, isAbort, search } from '../api-client.ts'
import type { Scheme } from '../graph/palette.ts'
import type { Target } from '../graph/reducers.ts'
import { toKnowledgeGraph } from '../view/fact-graph.ts'
import { facetCounts } from '../view/filters.ts'
import { withAnswers } from '../view/merge-facts.ts'
import { FIRST_VIEW, formatRoute, parseRoute, type View } from '../view/route.ts'
import { pathsOf, shownIn } from '../view/shown.ts'
import { failed, IDLE, LOADING, type Loadable, ready } from './loadable.ts'

// ------------------------------------------------------------------------------------------------- the view, in the address

export const view: Signal<View> = signal(parseRoute(location.hash))
export const selection = computed(() => view.value.selection)
export const filters = computed(() => view.value.filters)
/** The same objects for as long as they do not change, whatever else of the view does. */
export const steps = computed(() => view.value.steps)
export const askedPath = computed(() => view.value.path)

/** @param step whether "back" returns to the view before it */
export function setView(change: Partial<View>, step: boolean): void {
  view.value = { ...view.value, ...change }
  const url = `${location.pathname}${location.search}${fragment(view.value)}`
  if (step) history.pushState(null, '', url)
  else history.replaceState(null, '', url)
}

/** Shows a view that passes by: the address does not follow. */
export const previewView = (change: Partial<View>): void => {
  view.value = { ...view.value, ...change }
}

const fragment = (of: View): string => {
  const route = formatRoute(of)
  return route === '' ? '' : `#${route}`
}

/** Address of the same view with another selection, for links. */
export const linkTo = (next: View['selection']): string => fragment({ ...view.value, selection: next }) || '#'

addEventListener('popstate', () => {
  const before = view.value
  batch(() => {
    view.value = parseRoute(location.hash)
    goAlong(before, view.value)
  })
})

/** "Back", or an address that was put in: what the page shows beside the view goes along with it. */
function goAlong(before: View, { selection: chosen, path, camera }: View): void {
  if (addressed(before) === addressed(view.value)) return
  if (chosen !== null && chosen.kind !== 'document' && camera === null)
    approached.value = { kind: chosen.kind, key: chosen.key }
  if (chosen !== null || path !== null) sheet.value = 'details'
  else if (sheet.value === 'details') sheet.value = 'graph'
}

/** What the panel is about, in the address. */
const addressed = ({ selection: chosen, path }: View): string => formatRoute({ ...FIRST_VIEW, selection: chosen, path })

// -------------------------------------------------------------------------------------------------------------- the graph

export interface Library {
  readonly graph: KnowledgeGraph
  /** Nodes and edges of the whole library; the graph may hold only the most important. */
  readonly total: { readonly nodes: number; readonly edges: number }
  /** Of the graph; null where the server does not tell. */
  readonly version: string | null
}

export const library = signal<Loadable<Library>>(IDLE)

/** Questions for the graph are numbered: an answer that comes after that of a later question is not shown any more. */
let lastAsked = 0
let lastShown = 0

/** @param quietly keeps what is shown where no answer comes */
export async function loadLibrary(quietly = false): Promise<void> {
  if (library.value.state !== 'ready') library.value = LOADING
  const asked = ++lastAsked
  try {
    const { answer, version } = await fetchGraph()
    if (asked < lastShown) return
    lastShown = asked
    library.value = ready({ graph: toKnowledgeGraph(answer), total: answer.total, version })
  } catch (error) {
    if (!quietly || library.value.state !== 'ready')
      library.value = failed(inWords(error), error instanceof ApiError ? error.status : undefined)
  }
}

/** What the server said about nodes that the first graph does not hold. */
export const extras = signal<ReadonlyMap<string, NodeAnswer>>(new Map())
/** How the two that the reader chose are connected. */
export const paths = signal<Loadable<PathsAnswer>>(IDLE)
export const shownPaths = computed(() => (paths.value.state === 'ready' ? pathsOf(paths.value.value) : []))

const firstGraph = computed(() => (library.value.state === 'ready' ? library.value.value.graph : null))
/** Nodes that are drawn before anybody brings one in. */
export const baseNodes = computed<ReadonlySet<string>>(() => new Set(firstGraph.value?.nodes() ?? []))
export const graph = computed(() =>
  firstGraph.value === null ? null : withAnswers(firstGraph.value, [...extras.value.values()]),
)
export const visible = computed(() =>
  graph.value === null
    ? { nodes: new Set<string>(), edges: new Set<string>() }
    : shownIn(graph.value, { filters: filters.value, steps: steps.value }, baseNodes.value, shownPaths.value),
)
export const counts = computed(() => (graph.value === null ? null : facetCounts(graph.value, filters.value)))

export const hovered = signal<Target | null>(null)
/** A target that the camera should move to; a new object each time, so that asking twice moves twice. */
export const approached = signal<Target | null>(null)

/** Where a node lies on the stage, in units of the layout; null while there is no stage. */
export const stagePlace = signal<((node: string) => Position | undefined) | null>(null)

// ------------------------------------------------------------------------------------------------------------- the search

export interface Found extends SearchAnswer {
  /** What was asked for. */
  readonly words: string
}

/** What the server found; for a moment that of the words before. */
export const found = signal<Loadable<Found>>(IDLE)
/** Who types goes on within so long; the first letter, and who pastes, need not wait. */
const PAUSE_MS = 70
let askedAt = Number.NEGATIVE_INFINITY

effect(() => {
  const words = view.value.query.trim()
  if (words === '') {
    found.value = IDLE
    askedAt = Number.NEGATIVE_INFINITY
    return
  }
  const abort = new AbortController()
  const wait = performance.now() - askedAt > 4 * PAUSE_MS ? 0 : PAUSE_MS
  askedAt = performance.now()
  const timer = setTimeout(() => {
    search(words, abort.signal).then(
      (answer) => {
        found.value = ready({ words, ...answer })
      },
      (error) => {
        if (!isAbort(error)) found.value = failed(inWords(error))
      },
    )
  }, wait)
  return () => {
    clearTimeout(timer)
    abort.abort()
  }
})

// ------------------------------------------------------------------------------------------------------------- the screen

const THEME = 'dragoman.scheme'
const darkSystem = matchMedia('(prefers-color-scheme: dark)')
const systemScheme = signal<Scheme>(darkSystem.matches ? 'dark' : 'light')
darkSystem.addEventListener('change', ({ matches }) => {
  systemScheme.value = matches ? 'dark' : 'light'
})

/** What the reader chose; null follows the system. */
export const chosenScheme = signal<Scheme | null>(readScheme())
export const scheme = computed<Scheme>(() => chosenScheme.value ?? systemScheme.value)

effect(() => {
  document.documentElement.dataset['scheme'] = scheme.value
  try {
    if (chosenScheme.value === null) localStorage.removeItem(THEME)
    else localStorage.setItem(THEME, chosenScheme.value)
  } catch {
    // Storage may be switched off; then the choice lasts as long as the page.
  }
})

function readScheme(): Scheme | null {
  try {
    const stored = localStorage.getItem(THEME)
    return stored === 'light' || stored === 'dark' ? stored : null
  } catch {
    return null
  }
}

const phone = matchMedia('(max-width: 820px)')
export const isPhone = signal(phone.matches)
phone.addEventListener('change', ({ matches }) => {
  isPhone.value = matches
})
const stillness = matchMedia('(prefers-reduced-motion: reduce)')
const isStill = signal(stillness.matches)
stillness.addEventListener('change', ({ matches }) => {
  isStill.value = matches
})
export const prefersStill = (): boolean => isStill.value

/** Which sheet covers the graph on a phone. */
export type Sheet = 'graph' | 'search' | 'details' | 'timeline'
export const sheet = signal<Sheet>(view.value.selection === null && view.value.path === null ? 'graph' : 'details')

/** False where the browser offers no WebGL. */
export const canDraw = signal(true)
/** What a screen reader is told, politely. */
export const announcement = signal('')
export const isAdding = signal(false)
