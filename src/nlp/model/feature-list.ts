import { combine, scatter } from './hashing.ts'
import { joinAtoms, type Templates } from './templates.ts'

/** Spreads the numbers of templates. */
const STEP = 0x9e3779b1

const keyOf = (template: number, hash: number): number =>
  scatter(Math.imul(template, STEP) ^ Math.imul(hash, 0x01000193))

/**
 * The features of one decision, as hashes. A template's number is part of the hash, so that templates have to be added
 * every time, in the same order. Reused from decision to decision to spare the collector.
 */
export class FeatureList {
  readonly keys: Int32Array
  length = 0
  #template = 0

  /** @param keys where the keys are kept, a model's own list for one */
  constructor(keys: Int32Array = new Int32Array(256)) {
    this.keys = keys
  }

  clear(): void {
    this.length = 0
    this.#template = 0
  }

  /** One feature for each template of the table; `atoms` holds the values of the atoms. */
  addAll(templates: Templates, atoms: Int32Array): void {
    const { keys, length: from } = this
    const to = from + templates.size
    joinAtoms(templates, atoms, keys, from)
    const first = this.#template + 1 - from
    for (let f = from; f < to; f++) keys[f] = keyOf(first + f, keys[f]!)
    this.length = to
    this.#template += templates.size
  }

  /** The pair of `a` and `b`. */
  add2(a: number, b: number): void {
    this.keys[this.length++] = keyOf(++this.#template, combine(a, b))
  }

  /** A template that has nothing to say here keeps its number. */
  skip(): void {
    this.#template++
  }
}
