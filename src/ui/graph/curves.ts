/** Parallel edges fan out, single ones are straight; the geometry is the same that the edge program draws. */

export interface Ends {
  readonly key: string
  readonly source: string
  readonly target: string
  /** Edges of one pair with the same words here lie upon each other. */
  readonly line?: string
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Between neighbouring edges of a bundle, in lengths of the chord. */
const SPREAD = 0.26
/** The outermost edge of a bundle bulges no further. */
const WIDEST = 0.95

/**
 * Curvature of each edge: the offset of its control point to the left of source → target, in lengths of the chord.
 * Edges of one pair get different bows whichever way they point.
 */
export function curvatures(edges: Iterable<Ends>): Map<string, number> {
  const bundles = new Map<string, Ends[]>()
  for (const edge of edges) {
    const pair = edge.source < edge.target ? `${edge.source}\u0000${edge.target}` : `${edge.target}\u0000${edge.source}`
    const bundle = bundles.get(pair)
    if (bundle === undefined) bundles.set(pair, [edge])
    else bundle.push(edge)
  }
  const curves = new Map<string, number>()
  for (const bundle of bundles.values()) {
    const sorted = bundle.toSorted((a, b) => (a.key < b.key ? -1 : 1))
    const lines = [...new Set(sorted.map(lineOf))]
    const step = Math.min(SPREAD, (2 * WIDEST) / lines.length)
    for (const edge of sorted) {
      const bow = (lines.indexOf(lineOf(edge)) - (lines.length - 1) / 2) * step
      curves.set(edge.key, edge.source < edge.target ? bow : bow === 0 ? 0 : -bow)
    }
  }
  return curves
}

const lineOf = ({ key, line }: Ends): string => line ?? key

/** The middle of the drawn curve. Axes as in the viewport: y grows downwards. */
export const middleOf = (source: Point, target: Point, curvature: number): Point =>
  pointAt(source, target, curvature, 0.5)

/** @param share of the way from source (0) to target (1) */
export function pointAt(source: Point, target: Point, curvature: number, share: number): Point {
  const [dx, dy] = [target.x - source.x, target.y - source.y]
  const bow = 2 * share * (1 - share) * curvature
  return { x: source.x + dx * share + dy * bow, y: source.y + dy * share - dx * bow }
}
