/**
 * What is made of the graph for questions, once for each version of the library: in turns, so that nobody waits, and ahead of
 * the first question.
 */
import type { Snapshot } from './graph-cache.ts'
import type { Graphs } from './graphs.ts'
import { inTurns } from './turns.ts'

/** What is made of a snapshot, and the snapshot itself: an answer is made from both. */
export interface Derived<T> {
  readonly snapshot: Snapshot
  readonly value: T
}

/** A graph that changes all the time would never be done with. */
const MOST_TRIES = 3

export class Deriver<T> {
  readonly #cache: Graphs
  readonly #make: (snapshot: Snapshot) => Generator<void, T, void>
  #held: Derived<T> | undefined
  #making: Promise<Derived<T>> | undefined

  /** @param make reads the graph, which does not change between its first step and its last */
  constructor(cache: Graphs, make: (snapshot: Snapshot) => Generator<void, T, void>) {
    this.#cache = cache
    this.#make = make
  }

  /** That of the library as it is now, where it has been made already. */
  held(): Derived<T> | undefined {
    return this.#held !== undefined && this.#held.snapshot === this.#cache.current() ? this.#held : undefined
  }

  /** @param current snapshot, where the caller knows it */
  async get(current?: Snapshot): Promise<Derived<T>> {
    const held = current !== undefined && this.#held?.snapshot === current ? this.#held : this.held()
    if (held !== undefined) return held
    this.#making ??= this.#derive().finally(() => {
      this.#making = undefined
    })
    const made = await this.#making
    return made.snapshot === this.#cache.current() ? made : this.get()
  }

  async #derive(): Promise<Derived<T>> {
    for (let tries = 1; tries < MOST_TRIES; tries++) {
      const snapshot = this.#cache.current()
      const made = await inTurns(whileItHolds(this.#make(snapshot), () => this.#cache.current() === snapshot))
      if (made !== undefined) return this.#keep(snapshot, made.value)
    }
    // In one go at last: whoever changes the library that often has to wait.
    const snapshot = this.#cache.current()
    const work = this.#make(snapshot)
    for (;;) {
      const { done, value } = work.next()
      if (done === true) return this.#keep(snapshot, value)
    }
  }

  #keep(snapshot: Snapshot, value: T): Derived<T> {
    this.#held = { snapshot, value }
    return this.#held
  }
}

/** @returns undefined as soon as `holds` no longer does */
function* whileItHolds<T>(
  work: Generator<void, T, void>,
  holds: () => boolean,
): Generator<void, { readonly value: T } | undefined, void> {
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return { value }
    yield
    if (!holds()) return undefined
  }
}
