/** Land, borders and the net of degrees, on a canvas: as many corners as an atlas has would slow down a drawing of elements. */
import { type GeoProjection, geoGraticule10, geoPath } from 'd3-geo'
import type { ZoomTransform } from 'd3-zoom'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { scheme } from '../state/store.ts'
import { type Atlas, atlas } from './atlas.ts'
import { MAP_COLORS } from './colors.ts'
import type { Size } from './projection.ts'

interface BaseProps {
  readonly projection: GeoProjection
  readonly transform: ZoomTransform
  readonly size: Size
}

export function Base({ projection, transform, size }: BaseProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const shapes = useMemo(() => shapesOf(projection, atlas.value), [projection, atlas.value])
  const colors = MAP_COLORS[scheme.value]
  useLayoutEffect(() => {
    const element = canvas.current!
    const density = Math.min(devicePixelRatio, 2)
    element.width = size.width * density
    element.height = size.height * density
    const pen = element.getContext('2d')
    if (pen === null) return
    pen.scale(density, density)
    pen.fillStyle = colors.sea
    pen.fillRect(0, 0, size.width, size.height)
    pen.translate(transform.x, transform.y)
    pen.scale(transform.k, transform.k)
    paint(pen, shapes, colors, transform.k)
  }, [shapes, colors, transform, size.width, size.height])
  return (
    <div aria-hidden="true">
      <canvas ref={canvas} class="map-base" />
    </div>
  )
}

interface Shapes {
  readonly net: Path2D
  readonly land: Path2D | null
  readonly borders: Path2D | null
}

function shapesOf(projection: GeoProjection, world: Atlas | null): Shapes {
  const path = geoPath(projection)
  const drawn = (text: string | null): Path2D => new Path2D(text ?? '')
  return {
    net: drawn(path(geoGraticule10())),
    land: world && drawn(path(world.land)),
    borders: world && drawn(path(world.borders)),
  }
}

function paint(pen: CanvasRenderingContext2D, shapes: Shapes, colors: (typeof MAP_COLORS)['light'], k: number): void {
  pen.lineWidth = 0.6 / k
  pen.strokeStyle = colors.net
  pen.stroke(shapes.net)
  if (shapes.land !== null) {
    pen.fillStyle = colors.land
    pen.fill(shapes.land)
    pen.lineWidth = 0.7 / k
    pen.strokeStyle = colors.coast
    pen.stroke(shapes.land)
  }
  if (shapes.borders !== null) {
    pen.lineWidth = 0.8 / k
    pen.strokeStyle = colors.border
    pen.stroke(shapes.borders)
  }
}
