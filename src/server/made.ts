/** What is made of something that does not change, in turns, so that nobody waits. */
import { inTurns } from './turns.ts'

/** Keeps what was made last. */
export class Made<I extends object, T> {
  readonly #make: (input: I, before: T | undefined) => Generator<void, T, void>
  #input: I | undefined
  #value: Promise<T> | undefined
  #before: T | undefined

  /** @param make may go on from what was made before, whatever it was made of */
  constructor(make: (input: I, before: T | undefined) => Generator<void, T, void>) {
    this.#make = make
  }

  get(input: I): Promise<T> {
    if (this.#input === input) return this.#value!
    this.#input = input
    this.#value = this.#begin(input)
    return this.#value
  }

  async #begin(input: I): Promise<T> {
    try {
      this.#before = await inTurns(this.#make(input, this.#before))
      return this.#before
    } catch (error) {
      if (this.#input === input) this.#input = undefined
      throw error
    }
  }
}
