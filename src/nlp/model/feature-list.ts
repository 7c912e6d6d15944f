import { combine, scatter } from './hashing.ts'

/**
 * The features of one decision, as hashes. Each call of `add` is one template; its number is part of the hash, so that
 * a template has to be added every time, in the same order. Reused from decision to decision to spare the collector.
 */
export class FeatureList {
  readonly keys: Int32Array
  length = 0
  #template = 0

  constructor(capacity = 256) {
    this.keys = new Int32Array(capacity)
  }

  clear(): void {
    this.length = 0
    this.#template = 0
  }

  add(a: number): void {
    this.#template++
    this.keys[this.length++] = scatter(Math.imul(this.#template, 0x9e3779b1) ^ Math.imul(a, 0x01000193))
  }

  add2(a: number, b: number): void {
    this.add(combine(a, b))
  }

  add3(a: number, b: number, c: number): void {
    this.add(combine(combine(a, b), c))
  }

  add4(a: number, b: number, c: number, d: number): void {
    this.add(combine(combine(a, b), combine(c, d)))
  }

  /** A template that has nothing to say here keeps its number. */
  skip(): void {
    this.#template++
  }
}
