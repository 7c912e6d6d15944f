/** Long lists: only the rows near what is seen are there, the rest is empty room of the same height. */
import {
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Rows beyond both ends, for those who go from row to row by the tabulator. */
const BEYOND = 8
/** Lists of so many rows are there as a whole, for those who look for a word with their browser. */
const SHORT = 120

interface Rows {
  readonly count: number
  /** Stays with a row when the order changes. */
  readonly keyOf: (index: number) => string
  /** Pixels, until a row was measured. */
  readonly height: number
}

export interface SeenRows {
  readonly indices: readonly number[]
  /** Pixels of empty room. */
  readonly before: number
  readonly after: number
  /** To be given to each row, which bears its index as `data-index`. */
  readonly measure: (row: HTMLElement | null) => void
  /** For the keys Home and End: a browser's own way there stops where a row turns out to be higher than was thought. */
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** @param scroller in which the rows lie */
export function useRows(scroller: RefObject<HTMLElement>, { count, keyOf, height }: Rows): SeenRows {
  const [, setTurn] = useState(0)
  const kept = useRef<Virtualizer<HTMLElement, HTMLElement>>()
  const options = {
    count,
    getItemKey: keyOf,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: count <= SHORT ? count : BEYOND,
    // Before the first measurement a screenful is better than nothing.
    initialRect: { width: 800, height: 900 },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    measureElement,
    onChange: () => setTurn((turn) => turn + 1),
  }
  kept.current ??= new Virtualizer<HTMLElement, HTMLElement>(options)
  const rows = kept.current
  rows.setOptions(options)
  useLayoutEffect(() => rows._didMount(), [])
  useLayoutEffect(() => rows._willUpdate())
  const items = rows.getVirtualItems()
  return {
    indices: items.map(({ index }) => index),
    before: items[0]?.start ?? 0,
    after: Math.max(rows.getTotalSize() - (items.at(-1)?.end ?? 0), 0),
    measure: rows.measureElement,
    onKeyDown: (event) => {
      if (event.key !== 'End' && event.key !== 'Home') return
      event.preventDefault()
      if (event.key === 'Home') rows.scrollToOffset(0)
      else rows.scrollToIndex(count - 1, { align: 'end' })
    },
  }
}
