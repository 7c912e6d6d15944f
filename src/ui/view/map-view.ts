/** How the map is looked at: part of the view, and so of the address. */
import type { Part } from './filter-route.ts'

/** What the size of a sign stands for. */
export const SIZES = ['count', 'toll'] as const
export type MapSize = (typeof SIZES)[number]

/** Where the middle of the map is, in degrees, and how many times it is enlarged. */
export interface MapCamera {
  readonly lat: number
  readonly lon: number
  readonly zoom: number
}

export interface MapView {
  /** Null: all signs fit. */
  readonly camera: MapCamera | null
  readonly size: MapSize
}

export const FIRST_MAP: MapView = { camera: null, size: 'count' }
export const MOST_ZOOM = 60

export const mapParts = ({ camera, size }: MapView): Part[] => [
  ...(camera === null ? [] : [['map', `${camera.lat},${camera.lon},${camera.zoom}`] as const]),
  ...(size === 'count' ? [] : [['size', size] as const]),
]

export function parseMap(parts: URLSearchParams): MapView {
  const [lat = Number.NaN, lon = Number.NaN, zoom = Number.NaN, ...more] = (parts.get('map') ?? '')
    .split(',')
    .map(Number)
  const isPlace = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && zoom >= 1 && zoom <= MOST_ZOOM && more.length === 0
  return {
    camera: isPlace ? { lat, lon, zoom } : null,
    size: SIZES.find((size) => size === parts.get('size')) ?? FIRST_MAP.size,
  }
}
