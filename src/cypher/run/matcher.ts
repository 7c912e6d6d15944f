/** Finds what a MATCH looks for, by going back and forth through the steps of its plan. */
import type { Candidates } from './expand.ts'
import { type Plan, pathIn, plan } from './plan.ts'
import { PAUSE, type Row, type Run, type Stream } from './run.ts'
import type { Condition, MatchSpec } from './spec.ts'

/** Fills the slots of the row that is given, again for each match. */
export function matcher(spec: MatchSpec): (row: Row, run: Run) => Stream {
  const plans = new WeakMap<Run, Plan>()
  return function* (row, run) {
    let planned = plans.get(run)
    if (planned === undefined) {
      planned = plan(spec, row, run)
      plans.set(run, planned)
    }
    if (!holds(planned.first, row, run)) return
    yield* search(planned, row, run)
  }
}

function* search({ steps }: Plan, row: Row, run: Run): Stream {
  const used = new Set<number>()
  const stack: Candidates[] = [steps[0]!.step(row, run, used)]
  while (stack.length > 0) {
    const { done, value } = stack[stack.length - 1]!.next()
    if (done) {
      stack.pop()
      continue
    }
    if (value === false) {
      yield PAUSE
      continue
    }
    const { paths, conditions } = steps[stack.length - 1]!
    for (const path of paths) row[path.slot] = pathIn(path, row)
    if (!holds(conditions, row, run)) continue
    const next = steps[stack.length]
    if (next === undefined) yield row
    else stack.push(next.step(row, run, used))
  }
}

function holds(conditions: readonly Condition[], row: Row, run: Run): boolean {
  for (const { evaluate } of conditions) if (evaluate(row, run) !== true) return false
  return true
}
