/** Sorts a long list with a yield wherever others may have their turn; equal items keep their order. */
export function* sortInTurns<T>(list: readonly T[], compare: (a: T, b: T) => number): Generator<void, T[], void> {
  let runs = yield* runsOf(list, compare)
  while (runs.length > 1) {
    const longer: T[][] = []
    for (let i = 0; i < runs.length; i += 2)
      longer.push(runs[i + 1] === undefined ? runs[i]! : yield* merged(runs[i]!, runs[i + 1]!, compare))
    runs = longer
  }
  return runs[0] ?? []
}

const PER_TURN = 4000

/** What is in order already stays together: lists are often sorted but for their end. */
function* runsOf<T>(list: readonly T[], compare: (a: T, b: T) => number): Generator<void, T[][], void> {
  const runs: T[][] = []
  for (let start = 0; start < list.length; ) {
    let end = start + 1
    while (end < list.length && compare(list[end - 1]!, list[end]!) <= 0) if (end++ % PER_TURN === 0) yield
    if (end - start < PER_TURN) {
      end = Math.min(list.length, start + PER_TURN)
      runs.push(list.slice(start, end).sort(compare))
    } else runs.push(list.slice(start, end))
    start = end
    yield
  }
  return runs
}

function* merged<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Generator<void, T[], void> {
  const result: T[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const fromA = j === b.length || (i < a.length && compare(a[i]!, b[j]!) <= 0)
    result.push(fromA ? a[i++]! : b[j++]!)
    if (result.length % PER_TURN === 0) yield
  }
  return result
}
