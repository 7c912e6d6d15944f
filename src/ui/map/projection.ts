/** From degrees to pixels: one projection of the whole world, and a camera that enlarges a part of it. */
import { type GeoProjection, geoEqualEarth, geoPath } from 'd3-geo'
import { type ZoomTransform, zoomIdentity } from 'd3-zoom'
import type { MapCamera } from '../view/map-view.ts'
import type { Spot } from '../view/spots.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Areas keep their proportions, so that the size of a country misleads nobody. */
export function worldProjection({ width, height }: Size): GeoProjection {
  return geoEqualEarth().fitExtent(
    [
      [8, 8],
      [Math.max(width - 8, 9), Math.max(height - 8, 9)],
    ],
    { type: 'Sphere' },
  )
}

export const pointOf = (
  projection: GeoProjection,
  { lat, lon }: Pick<Spot, 'lat' | 'lon'>,
): readonly [number, number] => projection([lon, lat]) ?? [0, 0]

/** So that a single place still shows what lies around it. */
const CLOSEST_FIT = 10

/** The part of the world in which all of these lie, with room around, and no more empty space beside the world than needed. */
export function fitTo(spots: readonly Spot[], projection: GeoProjection, { width, height }: Size): ZoomTransform {
  if (spots.length === 0) return zoomIdentity
  const points = spots.map((spot) => pointOf(projection, spot))
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [roomX, roomY] = [width - 2 * Math.min(70, width * 0.12), height - 2 * Math.min(70, height * 0.12)]
  const k = Math.min(
    CLOSEST_FIT,
    Math.max(1, Math.min(roomX / Math.max(right - left, 1), roomY / Math.max(bottom - top, 1))),
  )
  const [[west, north], [east, south]] = geoPath(projection).bounds({ type: 'Sphere' })
  return zoomIdentity
    .translate(within(width, k, (left + right) / 2, west, east), within(height, k, (top + bottom) / 2, north, south))
    .scale(k)
}

/** How far to shift so that the middle is in the middle, but the world fills the length; or is in the middle, where it is shorter. */
function within(length: number, k: number, middle: number, start: number, end: number): number {
  const wanted = length / 2 - k * middle
  if (k * (end - start) <= length) return length / 2 - (k * (start + end)) / 2
  return Math.min(-k * start, Math.max(length - k * end, wanted))
}

export function transformOf(camera: MapCamera, projection: GeoProjection, { width, height }: Size): ZoomTransform {
  const [x, y] = pointOf(projection, camera)
  return zoomIdentity.translate(width / 2 - camera.zoom * x, height / 2 - camera.zoom * y).scale(camera.zoom)
}

/** Rounded so that the address stays short; undefined where the middle lies beside the world. */
export function cameraOf(
  transform: ZoomTransform,
  projection: GeoProjection,
  { width, height }: Size,
): MapCamera | undefined {
  const middle = projection.invert?.(transform.invert([width / 2, height / 2]))
  if (middle === undefined || middle === null || middle.some((degrees) => !Number.isFinite(degrees))) return undefined
  const [lon, lat] = middle as [number, number]
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return undefined
  const round = (value: number): number => Math.round(value * 100) / 100
  return { lat: round(lat), lon: round(lon), zoom: Math.max(1, round(transform.k)) }
}
