/** Lines of a page in order of reading: down the columns, one after the other; what spans them divides them. */
import { type Line, median } from './pieces.ts'

/** Both sides of a gutter must be blocks of text, not labels beside a list. */
const LEAST_SHARE_OF_WIDTH = 0.2
const FEWEST_LINES = 4
/** Headlines and pictures' captions may cross the gutter. */
const MOST_CROSSING = 0.35
const DEEPEST = 6

export function inReadingOrder(lines: readonly Line[], depth = 0): Line[] {
  const gutter = depth < DEEPEST ? gutterIn(lines) : undefined
  if (gutter === undefined) return rows(lines)
  const ordered: Line[] = []
  let [left, right]: [Line[], Line[]] = [[], []]
  const flush = (): void => {
    ordered.push(...inReadingOrder(left, depth + 1), ...inReadingOrder(right, depth + 1))
    left = []
    right = []
  }
  for (const line of lines.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    if (line.end <= gutter) left.push(line)
    else if (line.x >= gutter) right.push(line)
    else {
      flush()
      ordered.push(line)
    }
  }
  flush()
  return ordered
}

/** What stands on one line is read across. */
const rows = (lines: readonly Line[]): Line[] => {
  const ordered: Line[] = []
  for (const line of lines.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const last = ordered.at(-1)
    if (last !== undefined && Math.abs(last.y - line.y) < Math.max(last.size, line.size) * 0.35 && line.x >= last.end)
      ordered[ordered.length - 1] = { ...last, text: `${last.text} ${line.text}`, end: line.end }
    else ordered.push(line)
  }
  return ordered
}

/** Where a white stripe runs down between two blocks of text; undefined where there is none. */
function gutterIn(lines: readonly Line[]): number | undefined {
  if (lines.length < 2 * FEWEST_LINES) return undefined
  const [from, to] = [Math.min(...lines.map(({ x }) => x)), Math.max(...lines.map(({ end }) => end))]
  const size = median(lines.map((line) => line.size))
  let best: { readonly at: number; readonly crossing: number } | undefined
  // Gutters end where lines begin.
  for (const at of new Set(lines.map(({ x }) => Math.floor(x)))) {
    if (at - from < (to - from) * LEAST_SHARE_OF_WIDTH || to - at < (to - from) * LEAST_SHARE_OF_WIDTH) continue
    const left = lines.filter(({ end }) => end <= at)
    const right = lines.filter(({ x }) => x >= at - 1)
    const crossing = lines.length - left.length - right.length
    if (left.length < FEWEST_LINES || right.length < FEWEST_LINES || crossing > lines.length * MOST_CROSSING) continue
    if (!areBlocks(left, right, size)) continue
    if (best === undefined || crossing < best.crossing) best = { at: at - 0.5, crossing }
  }
  return best?.at
}

/** Side by side, both as wide as prose is, and apart from each other. */
function areBlocks(left: readonly Line[], right: readonly Line[], size: number): boolean {
  const width = (side: readonly Line[]): number => median(side.map(({ x, end }) => end - x))
  if (width(left) < size * 8 || width(right) < size * 8) return false
  const [top, bottom] = [
    Math.min(Math.max(...left.map(({ y }) => y)), Math.max(...right.map(({ y }) => y))),
    Math.max(Math.min(...left.map(({ y }) => y)), Math.min(...right.map(({ y }) => y))),
  ]
  const beside = (side: readonly Line[]): readonly Line[] => side.filter(({ y }) => y <= top + 1 && y >= bottom - 1)
  const [a, b] = [beside(left), beside(right)]
  if (a.length < FEWEST_LINES - 1 || b.length < FEWEST_LINES - 1) return false
  return Math.min(...b.map(({ x }) => x)) - Math.max(...a.map(({ end }) => end)) > size * 0.6
}
