/** Answers to questions that were asked a moment ago: the pages of one question need not look for all again. */
export class Recent<K extends object, T> {
  readonly #most: number
  readonly #answers = new WeakMap<K, Map<string, T>>()

  /** @param most answers that are kept about one thing */
  constructor(most: number) {
    this.#most = most
  }

  get(about: K, question: string): T | undefined {
    return this.#answers.get(about)?.get(question)
  }

  keep(about: K, question: string, answer: T): void {
    const kept = this.#answers.get(about) ?? new Map<string, T>()
    this.#answers.set(about, kept.set(question, answer))
    const [oldest] = kept.keys()
    if (kept.size > this.#most && oldest !== undefined) kept.delete(oldest)
  }
}
