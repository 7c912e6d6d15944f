/** Where it happened: places on a map of the world that needs no network. */
import './map.css'
import { select as pick } from 'd3-selection'
import { zoom as makeZoom, type ZoomBehavior, type ZoomTransform, zoomIdentity } from 'd3-zoom'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Glyph } from '../parts/glyph.tsx'
import { HoverCard } from '../parts/hover-card.tsx'
import { filters, graph, selection, setView, view } from '../state/store.ts'
import { placeNames } from '../view/label-places.ts'
import { type MapView, MOST_ZOOM } from '../view/map-view.ts'
import { radiusOf, reported, type Spot, spotsAround, spotsOf, tollOf } from '../view/spots.ts'
import { counted } from '../view/words.ts'
import { atlasProblem, loadCoarse, loadFine } from './atlas.ts'
import { Base } from './base.tsx'
import { MapNotes } from './notes.tsx'
import { cameraOf, fitTo, pointOf, type Size, transformOf, worldProjection } from './projection.ts'
import { type Placed, Signs } from './signs.tsx'

/** From here on the coarse shapes look broken. */
const CLOSE = 1.8
const CHARACTER = 7.1

const showMap = (change: Partial<MapView>): void => setView({ map: { ...view.value.map, ...change } }, false)

export function WorldMap() {
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const facts = graph.value
  const spots = useMemo(
    () => (facts === null ? { placed: [], unplaced: [] } : spotsOf(facts, filters.value)),
    [facts, filters.value],
  )
  useEffect(() => void loadCoarse(), [])
  const chosen = selection.value
  const lit = facts === null || chosen === null ? null : spotsAround(facts, chosen)
  return (
    <div ref={frame} class="map">
      {size.width > 0 && (
        <Drawing
          size={size}
          spots={spots.placed}
          selected={chosen?.kind === 'node' ? chosen.key : null}
          lit={lit !== null && lit.size > 0 ? lit : null}
        />
      )}
      <MapNotes
        placed={spots.placed}
        unplaced={spots.unplaced}
        size={view.value.map.size}
        onSize={(next) => showMap({ size: next })}
      />
      {atlasProblem.value && (
        <p class="map-problem note" role="alert">
          The outlines of the countries did not come from the server.
        </p>
      )}
      <HoverCard />
    </div>
  )
}

interface DrawingProps {
  readonly size: Size
  readonly spots: readonly Spot[]
  readonly selected: string | null
  readonly lit: ReadonlySet<string> | null
}

function Drawing({ size, spots, selected, lit }: DrawingProps) {
  const surface = useRef<SVGSVGElement>(null)
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null)
  const [transform, setTransform] = useState<ZoomTransform>(zoomIdentity)
  const projection = useMemo(() => worldProjection(size), [size.width, size.height])
  const look = useRef({ spots, projection })
  look.current = { spots, projection }

  useEffect(() => {
    const svg = pick(surface.current!)
    const zooming = makeZoom<SVGSVGElement, unknown>()
      .scaleExtent([1, MOST_ZOOM])
      .translateExtent([
        [0, 0],
        [size.width, size.height],
      ])
      .extent([
        [0, 0],
        [size.width, size.height],
      ])
      .on('zoom', ({ transform: next }) => setTransform(next))
      .on('end', ({ transform: next, sourceEvent }) => {
        if (sourceEvent !== null && sourceEvent !== undefined)
          showMap({ camera: cameraOf(next, projection, size) ?? null })
      })
    behaviour.current = zooming
    svg.call(zooming)
    const { camera } = view.peek().map
    zooming.transform(svg, camera === null ? fitTo(spots, projection, size) : transformOf(camera, projection, size))
    return () => {
      svg.on('.zoom', null)
    }
  }, [projection])
  useEffect(() => {
    if (transform.k > CLOSE) void loadFine()
  }, [transform.k > CLOSE])

  const go = (act: (zooming: ZoomBehavior<SVGSVGElement, unknown>) => void): void => {
    if (behaviour.current === null) return
    act(behaviour.current)
    const now = surface.current
    if (now !== null) showMap({ camera: cameraOf(zoomOf(now), projection, size) ?? null })
  }
  const scale = (by: number): void => go((zooming) => zooming.scaleBy(pick(surface.current!), by))
  const pan = (x: number, y: number): void =>
    go((zooming) => zooming.translateBy(pick(surface.current!), x / transform.k, y / transform.k))
  const fit = (): void => {
    behaviour.current?.transform(pick(surface.current!), fitTo(look.current.spots, projection, size))
    showMap({ camera: null })
  }

  const { size: by } = view.value.map
  const worthOf = (spot: Spot): number => (by === 'toll' ? tollOf(spot) : reported(spot).length)
  const most = Math.max(0, ...spots.map(worthOf))
  const signs = spots
    .map((spot): Placed => {
      const [x, y] = transform.apply([...pointOf(projection, spot)])
      return { spot, x, y, radius: radiusOf(worthOf(spot), most) }
    })
    .sort((a, b) => b.radius - a.radius)
  const names = placeNames(
    signs.map(({ spot, x, y, radius }) => ({ key: spot.key, x, y, radius, width: spot.label.length * CHARACTER })),
    size.width,
    size.height,
  )
  return (
    <>
      <Base projection={projection} transform={transform} size={size} />
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset */}
      <svg
        ref={surface}
        class="map-surface"
        width={size.width}
        height={size.height}
        role="group"
        aria-label={`Map of ${counted(spots.length, 'place')}. The arrow keys go from one to the next; + and - zoom, 0 fits all.`}
        onKeyDown={(event) => {
          const acts: Readonly<Record<string, () => void>> = {
            '+': () => scale(1.5),
            '=': () => scale(1.5),
            '-': () => scale(1 / 1.5),
            '0': fit,
          }
          if (event.ctrlKey || event.metaKey) return
          acts[event.key]?.()
        }}
      >
        <Signs
          signs={signs}
          names={names}
          selected={selected}
          lit={lit}
          onFocus={(spot) => {
            const [x, y] = transform.apply([...pointOf(projection, spot)])
            if (x < 0 || y < 0 || x > size.width || y > size.height) pan(size.width / 2 - x, size.height / 2 - y)
          }}
        />
      </svg>
      <div class="stage-tools">
        <button type="button" class="button icon-only" aria-label="Zoom in" onClick={() => scale(1.6)}>
          <Glyph name="plus" />
        </button>
        <button type="button" class="button icon-only" aria-label="Zoom out" onClick={() => scale(1 / 1.6)}>
          <Glyph name="minus" />
        </button>
        <button type="button" class="button icon-only" aria-label="Fit all places" onClick={fit}>
          <Glyph name="fit" />
        </button>
      </div>
    </>
  )
}

/** d3-zoom keeps the transform at the element. */
const zoomOf = (element: SVGSVGElement): ZoomTransform =>
  (element as SVGSVGElement & { readonly __zoom?: ZoomTransform }).__zoom ?? zoomIdentity

function useSize(frame: { readonly current: HTMLElement | null }): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = frame.current!
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return size
}
