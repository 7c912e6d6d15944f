/**
 * A passage of a text: start and end in UTF-16 code units, end exclusive, so that `text.slice(start, end)` is the passage.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The same passage as it is written in exported files: `[start, end]`. */
export type SpanPair = readonly [start: number, end: number]

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** The smallest span that covers all of `spans`, which must not be empty. */
export const cover = (spans: readonly [Span, ...Span[]]): Span => ({
  start: Math.min(...spans.map((s) => s.start)),
  end: Math.max(...spans.map((s) => s.end)),
})

export const toPair = (span: Span): SpanPair => [span.start, span.end]

/** Order of reading: by start, the longer one first. */
export const byPosition = (a: Span, b: Span): number => a.start - b.start || b.end - a.end
