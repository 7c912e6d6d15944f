/** The bars, the window over them, and the words below. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { familyColor } from '../graph/palette.ts'
import { scheme } from '../state/store.ts'
import { previewWindow, setWindow } from '../state/time.ts'
import { type Bin, binAt, STACK, windowOf } from '../view/bins.ts'
import { type Axis, axisOf, dayUnder, placeOf, ticksOf } from './axis.ts'
import { attachBrush, type Brush } from './brush.ts'
import { type Range, stop } from './play.ts'

const AXIS_HEIGHT = 20
/** So that a single fact among many can be seen. */
const LEAST_HEIGHT = 3

interface ChartProps {
  readonly bins: readonly Bin[]
  readonly range: Range | undefined
  readonly onHover: (bin: number | null) => void
}

export function Chart({ bins, range, onHover }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(box)
  const bars = height - AXIS_HEIGHT
  return (
    // The sliders beside it are what keyboards and screen readers use.
    <div
      ref={box}
      class="timeline-chart"
      aria-hidden="true"
      onPointerMove={({ currentTarget, clientX }) => {
        if (width > 0)
          onHover(binAt(bins, dayUnder(axisOf(bins, width), clientX - currentTarget.getBoundingClientRect().left)))
      }}
      onPointerLeave={() => onHover(null)}
    >
      {width > 0 && bars > 0 && <Drawing bins={bins} range={range} width={width} height={bars} />}
    </div>
  )
}

interface DrawingProps extends Omit<ChartProps, 'onHover'> {
  readonly width: number
  readonly height: number
}

function Drawing({ bins, range, width, height }: DrawingProps) {
  const axis = axisOf(bins, width)
  const most = Math.max(1, ...bins.map(({ total }) => total))
  const window = range && pixelsOf({ bins, axis, window: undefined }, range)
  return (
    <svg aria-hidden="true" width={width} height={height + AXIS_HEIGHT}>
      <clipPath id="timeline-window">
        <rect x={window?.[0] ?? 0} y="0" width={window === undefined ? width : window[1] - window[0]} height={height} />
      </clipPath>
      <path class="timeline-all" d={pathOf(bins, axis, ({ total }) => [0, total], most, height)} />
      <g clip-path="url(#timeline-window)">
        {STACK.map((family, i) => (
          <path
            key={family}
            fill={familyColor(family, scheme.value)}
            d={pathOf(
              bins,
              axis,
              ({ families }) => {
                const below = STACK.slice(0, i).reduce((sum, other) => sum + (families.get(other) ?? 0), 0)
                return [below, below + (families.get(family) ?? 0)]
              },
              most,
              height,
            )}
          />
        ))}
      </g>
      <path class="timeline-base" d={`M0 ${height + 0.5}H${width}`} />
      {ticksOf(axis).map(({ x, label }) => (
        <g key={x} class="timeline-tick" transform={`translate(${Math.round(x)} ${height})`}>
          <path d="M0.5 0v5" />
          <text x={x < 8 ? 0 : 3} y="16">
            {label}
          </text>
        </g>
      ))}
      <BrushLayer bins={bins} axis={axis} window={window} width={width} height={height} />
    </svg>
  )
}

/** All bars of one colour as one path. @param ends lower and upper count of a bar */
function pathOf(
  bins: readonly Bin[],
  axis: Axis,
  ends: (bin: Bin) => readonly [lower: number, upper: number],
  most: number,
  height: number,
): string {
  return bins
    .map((bin) => {
      const [lower, upper] = ends(bin)
      if (upper === lower) return ''
      const [left, right] = [placeOf(axis, bin.start), placeOf(axis, bin.end)]
      const gap = right - left > 5 ? 1 : 0
      const tall = Math.max((bin.total / most) * (height - 4), LEAST_HEIGHT) / bin.total
      const [x, y] = [left.toFixed(1), (height - upper * tall).toFixed(1)]
      return `M${x} ${y}h${Math.max(right - left - gap, 2).toFixed(1)}v${((upper - lower) * tall).toFixed(1)}H${x}z`
    })
    .join('')
}

interface BrushLayerProps extends DrawingProps {
  readonly axis: Axis
  readonly window: readonly [from: number, to: number] | undefined
}

function BrushLayer({ bins, axis, window, width, height }: Omit<BrushLayerProps, 'range'>) {
  const group = useRef<SVGGElement>(null)
  const place = useRef<Brush['place'] | null>(null)
  const look = useRef({ bins, axis, window })
  look.current = { bins, axis, window }
  useEffect(() => {
    let isDragging = false
    const attached = attachBrush(group.current!, {
      width,
      height,
      onMove: (from, to, isMoved) => {
        isDragging = true
        stop()
        const now = look.current
        previewWindow(windowOf(now.bins, ...rangeUnder(now, from, to, isMoved)))
      },
      onEnd: (from, to, isMoved) => {
        isDragging = false
        const now = look.current
        const marked = rangeUnder(now, from, to, isMoved)
        attached.place(pixelsOf(now, marked))
        setWindow(windowOf(now.bins, ...marked))
      },
      // A click on a bar picks it; with a window, a click beside it takes it away.
      onClick: (x) => {
        isDragging = false
        stop()
        const now = look.current
        setWindow(now.window === undefined ? windowOf(now.bins, ...rangeUnder(now, x, x, false)) : null)
      },
    })
    place.current = (pixels) => !isDragging && attached.place(pixels)
    attached.place(look.current.window ?? null)
    return () => attached.remove()
  }, [width, height])
  useLayoutEffect(() => {
    place.current?.(window ?? null)
  }, [window?.[0], window?.[1]])
  return <g ref={group} class="timeline-brush" />
}

type Looked = Pick<BrushLayerProps, 'bins' | 'axis' | 'window'>

/** The bars that pixels touch; a window that is moved keeps its length. */
function rangeUnder({ bins, axis, window }: Looked, from: number, to: number, isMoved: boolean): Range {
  const at = (x: number): number => binAt(bins, dayUnder(axis, x))
  if (!isMoved || window === undefined) return [at(from), at(Math.max(from, to - 1))]
  const length = at(window[1] - 1) - at(window[0] + 1)
  const [left, right] = pixelsOf({ bins, axis, window }, [at(from), at(from)])
  const first = at(from) + (from > (left + right) / 2 ? 1 : 0)
  return [Math.min(first, bins.length - 1 - length), Math.min(first + length, bins.length - 1)]
}

const pixelsOf = ({ bins, axis }: Looked, [first, last]: Range): readonly [number, number] => [
  placeOf(axis, bins[first]!.start),
  placeOf(axis, bins[last]!.end),
]

function useSize(box: { readonly current: HTMLElement | null }): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = box.current!
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return size
}
