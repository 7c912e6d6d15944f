/** Sorting that can be interrupted, and that keeps no more than is asked for. */
import { order } from '../values/compare.ts'
import type { Value } from '../values/value.ts'
import { PAUSE, type Row, type Run, type Stream } from './run.ts'

export interface Keyed {
  readonly row: Row
  readonly keys: readonly Value[]
}

const CHUNK = 2048

/**
 * @param keysOf a row, one for each entry of `descending`
 * @param most rows that are wanted
 */
export function* sorted(
  input: Stream,
  run: Run,
  keysOf: (row: Row, run: Run) => Value[],
  descending: readonly boolean[],
  most: number,
): Stream {
  const compare = comparator(descending)
  let kept: Keyed[] = []
  for (const row of input) {
    if (row === PAUSE) {
      yield PAUSE
      continue
    }
    kept.push({ row, keys: keysOf(row, run) })
    run.work()
    run.keep(kept.length, 'rows to sort')
    if (kept.length > 2 * most + CHUNK) kept = kept.sort(compare).slice(0, most)
    if (run.due()) yield PAUSE
  }
  const whole = yield* mergeSorted(kept, compare)
  for (const { row } of whole.slice(0, most)) yield row
}

function comparator(descending: readonly boolean[]): (a: Keyed, b: Keyed) => number {
  return (a, b) => {
    for (let i = 0; i < descending.length; i++) {
      const by = order(a.keys[i]!, b.keys[i]!)
      if (by !== 0) return descending[i] ? -by : by
    }
    return 0
  }
}

/** Stable: runs of a chunk are sorted at once, and merged with pauses. */
function* mergeSorted(
  items: readonly Keyed[],
  compare: (a: Keyed, b: Keyed) => number,
): Generator<typeof PAUSE, readonly Keyed[], void> {
  let runs: Keyed[][] = []
  for (let at = 0; at < items.length; at += CHUNK) {
    runs.push(items.slice(at, at + CHUNK).sort(compare))
    yield PAUSE
  }
  while (runs.length > 1) {
    const next: Keyed[][] = []
    for (let i = 0; i < runs.length; i += 2) {
      const [a, b] = [runs[i]!, runs[i + 1]]
      next.push(b === undefined ? a : yield* merge(a, b, compare))
    }
    runs = next
  }
  return runs[0] ?? []
}

function* merge(
  a: readonly Keyed[],
  b: readonly Keyed[],
  compare: (a: Keyed, b: Keyed) => number,
): Generator<typeof PAUSE, Keyed[], void> {
  const merged: Keyed[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (merged.length % CHUNK === CHUNK - 1) yield PAUSE
    const first = j >= b.length || (i < a.length && compare(a[i]!, b[j]!) <= 0)
    merged.push(first ? a[i++]! : b[j++]!)
  }
  return merged
}
