/** What is done in turns, without any turn for others. */
export function atOnce<T>(turns: Generator<void, T, void>): T {
  for (;;) {
    const { done, value } = turns.next()
    if (done === true) return value
  }
}
