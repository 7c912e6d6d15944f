/** What a page of a PDF is made of, as far as its layout matters: pieces of text at places. */

/** A run of letters on one line. Coordinates in points, from the lower left corner; `y` is the line on which the letters stand. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Height of the letters. */
  readonly size: number
}

export interface Line {
  readonly text: string
  readonly x: number
  readonly end: number
  readonly y: number
  readonly size: number
}

export interface PageLayout {
  readonly height: number
  /** In order of reading. */
  readonly lines: readonly Line[]
}

/** Two pieces on one line belong together unless more than this lies between, in heights of letters. */
const GAP = 1.1
/** White between words is at least this wide. */
const SPACE = 0.16

export const median = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Pieces of one line that stand close together become one; columns stay apart. */
export function joinPieces(pieces: readonly Piece[]): Line[] {
  const rows: Piece[][] = []
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    // Small raised figures and the like stand a little off the line.
    const row = rows.findLast(([first]) => Math.abs(first!.y - piece.y) < Math.max(first!.size, piece.size) * 0.35)
    if (row === undefined) rows.push([piece])
    else row.push(piece)
  }
  return rows.flatMap((row) => split(row.sort((a, b) => a.x - b.x)))
}

function split(row: readonly Piece[]): Line[] {
  const lines: Line[] = []
  for (const piece of row) {
    const last = lines.at(-1)
    const gap = last === undefined ? Number.POSITIVE_INFINITY : piece.x - last.end
    const size = Math.max(last?.size ?? 0, piece.size)
    // Letters that are printed twice, a little aside, to look bold.
    if (last !== undefined && gap < -size * 0.4 && last.text.endsWith(piece.text) && piece.text.trim() !== '') continue
    if (last === undefined || gap > GAP * size) {
      if (piece.text.trim() !== '') lines.push({ ...piece, end: piece.x + piece.width })
      continue
    }
    const space = gap > SPACE * size && !last.text.endsWith(' ') && !piece.text.startsWith(' ') ? ' ' : ''
    lines[lines.length - 1] = {
      ...last,
      text: last.text + space + piece.text,
      end: Math.max(last.end, piece.x + piece.width),
      size: piece.text.length > last.text.length ? piece.size : last.size,
    }
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '')
}
