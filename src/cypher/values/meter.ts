/**
 * Counts the work on large values. Comparing, joining and keying them happens deep below the query, in functions of values
 * alone; the query that is at work listens here for the length of one of its steps, which are never interleaved.
 */
type Meter = (steps: number) => void

let current: Meter | undefined

/** To be called for what grows with a value. */
export function spend(steps: number): void {
  current?.(steps)
}

/** @param meter is told of the work that is done in `act`, and may throw to stop it */
export function metered<T>(meter: Meter, act: () => T): T {
  const outer = current
  current = meter
  try {
    return act()
  } finally {
    current = outer
  }
}
