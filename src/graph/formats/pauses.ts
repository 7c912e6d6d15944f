/** Where a writer has much to do before its next piece, it gives an empty one now and then, so that others have their turn. */
export const PAUSE = ''

/** Work without pieces as a writer does it. */
export function* pausing<T>(work: Generator<void, T, void>): Generator<typeof PAUSE, T, void> {
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
    yield PAUSE
  }
}
