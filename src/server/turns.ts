/** Long work beside which other requests have their turn. */
import { setImmediate } from 'node:timers/promises'
import { Refusal } from './problems.ts'

const TURN_MS = 10

/**
 * Carries out `work`, which yields often, and lets others have their turn when it has taken one.
 * @param isWanted asked at each turn: when nobody waits any more the work is given up
 * @param longest milliseconds that it may take, turns of others included
 * @returns what the work returns
 * @throws Refusal
 */
export async function inTurns<T>(
  work: Generator<void, T, void>,
  isWanted: () => boolean = () => true,
  longest = Infinity,
): Promise<T> {
  const end = performance.now() + longest
  let began = performance.now()
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
    if (performance.now() - began < TURN_MS) continue
    await setImmediate()
    if (!isWanted()) throw new Refusal(499, 'Given up', 'Nobody waits for the answer any more.')
    began = performance.now()
    if (began > end) throw tooLong(longest)
  }
}

export const tooLong = (milliseconds: number): Refusal =>
  new Refusal(
    422,
    'Query stopped',
    `The question takes longer than ${milliseconds / 1000} seconds. Ask for less: a shorter way, fewer relations, a shorter time.`,
  )
