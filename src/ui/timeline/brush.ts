/** The window as the mouse or a finger sees it: drawn with d3-brush, which moves it and both its edges. */
import { type BrushBehavior, brushX, type D3BrushEvent } from 'd3-brush'
import { select } from 'd3-selection'

export interface BrushTerms {
  readonly width: number
  readonly height: number
  /** Pixels that the reader has marked, while and after. `isMoved`: the window as a whole, not one of its edges. */
  readonly onMove: (from: number, to: number, isMoved: boolean) => void
  readonly onEnd: (from: number, to: number, isMoved: boolean) => void
  readonly onClick: (x: number) => void
}

export interface Brush {
  /** Puts the window where it ought to be, without telling anybody. */
  readonly place: (range: readonly [from: number, to: number] | null) => void
  readonly remove: () => void
}

const NEAR = 2

export function attachBrush(group: SVGGElement, { width, height, onMove, onEnd, onClick }: BrushTerms): Brush {
  const target = select<SVGGElement, unknown>(group)
  let pressed = 0
  const behaviour: BrushBehavior<unknown> = brushX<unknown>()
    .extent([
      [0, 0],
      [width, height],
    ])
    .handleSize(12)
    .keyModifiers(false)
    .on('start', ({ sourceEvent, selection }: D3BrushEvent<unknown>) => {
      if (sourceEvent !== undefined && sourceEvent !== null) pressed = (selection as [number, number] | null)?.[0] ?? 0
    })
    .on('brush', ({ sourceEvent, selection, mode }: D3BrushEvent<unknown>) => {
      const [from, to] = (selection ?? [0, 0]) as [number, number]
      if (isByHand(sourceEvent) && to - from > NEAR) onMove(from, to, mode === 'drag')
    })
    .on('end', ({ sourceEvent, selection, mode }: D3BrushEvent<unknown>) => {
      if (!isByHand(sourceEvent)) return
      const [from, to] = (selection ?? [pressed, pressed]) as [number, number]
      if (to - from > NEAR) onEnd(from, to, mode === 'drag')
      else onClick(from)
    })
  target.call(behaviour)
  return {
    place: (range) => behaviour.move(target, range === null ? null : [...range]),
    remove: () => {
      target.on('.brush', null).selectAll('*').remove()
    },
  }
}

/** Calls of `place` come back as events without a source. */
const isByHand = (source: unknown): boolean => source !== undefined && source !== null
