/** The shapes of the world's countries, from the page's own server; the fine ones come when somebody looks closer. */
import { signal } from '@preact/signals'
import type { FeatureCollection, MultiLineString } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import fineUrl from 'world-atlas/countries-50m.json?url'
import coarseUrl from 'world-atlas/countries-110m.json?url'

export interface Atlas {
  readonly land: FeatureCollection
  /** Between countries. */
  readonly borders: MultiLineString
}

type World = Topology<{ readonly countries: GeometryCollection }>

export const atlas = signal<Atlas | null>(null)
export const atlasProblem = signal(false)
let best = 0

const toAtlas = (world: World): Atlas => ({
  land: feature(world, world.objects.countries),
  borders: mesh(world, world.objects.countries, (a, b) => a !== b),
})

/** Without an answer the signs stand on an empty sea, and the page says why. */
async function load(url: string, rank: number): Promise<void> {
  if (best >= rank) return
  best = rank
  try {
    const response = await fetch(url)
    if (!response.ok) throw new Error(response.statusText)
    const loaded = toAtlas((await response.json()) as World)
    if (rank >= best) atlas.value = loaded
    atlasProblem.value = false
  } catch {
    best = rank - 1
    atlasProblem.value = atlas.value === null
  }
}

export const loadCoarse = (): Promise<void> => load(coarseUrl, 1)
export const loadFine = (): Promise<void> => load(fineUrl, 2)
