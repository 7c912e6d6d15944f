/** A text cut into pieces at the borders of its marks, so that it can be shown as text with some words marked. */
export interface TextMark<K extends string> {
  readonly kind: K
  readonly start: number
  readonly end: number
}

export interface Piece<K extends string> {
  readonly text: string
  /** Position in the text that the marks count in. */
  readonly start: number
  /** The marks that cover the piece, in the order they were given. */
  readonly kinds: readonly K[]
}

/**
 * @param text the passage to be shown
 * @param offset where it starts in the text that the marks count in (UTF-16 code units)
 * @param marks may overlap each other and reach beyond the passage
 */
export function piecesOf<K extends string>(text: string, offset: number, marks: readonly TextMark<K>[]): Piece<K>[] {
  const end = offset + text.length
  const clipped = marks
    .map(({ kind, ...mark }) => ({ kind, start: Math.max(mark.start, offset), end: Math.min(mark.end, end) }))
    .filter((mark) => mark.start < mark.end)
  const borders = [...new Set([offset, end, ...clipped.flatMap((mark) => [mark.start, mark.end])])].sort(
    (a, b) => a - b,
  )
  return borders.slice(1).map((border, i) => {
    const start = borders[i]!
    const covering = clipped.filter((mark) => mark.start <= start && border <= mark.end)
    return { text: text.slice(start - offset, border - offset), start, kinds: covering.map(({ kind }) => kind) }
  })
}
