/**
 * The averaged perceptron (Freund and Schapire 1999; Collins 2002) over hashed features. A feature gets a row when it is
 * first updated; what never took part in an error costs nothing.
 */
import type { FeatureList } from '../src/nlp/model/feature-list.ts'

/** Row i belongs to feature `keys[i]`, has one weight a class, and took part in `updates[i]` errors. */
export interface AveragedWeights {
  readonly keys: Int32Array
  readonly updates: Uint16Array
  readonly weights: Float32Array
}

export class Perceptron {
  readonly classes: readonly string[]
  readonly #width: number
  #keys = new Int32Array(1 << 16)
  #rows = new Int32Array(1 << 16)
  #count = 0
  #weights: Float32Array
  /** Sum over updates of change × time, from which the average follows. */
  #moments: Float64Array
  #updates: Uint16Array
  #rowKeys: Int32Array
  #time = 1
  readonly scores: Float32Array

  constructor(classes: readonly string[]) {
    this.classes = classes
    this.#width = classes.length
    this.#weights = new Float32Array(1024 * this.#width)
    this.#moments = new Float64Array(1024 * this.#width)
    this.#updates = new Uint16Array(1024)
    this.#rowKeys = new Int32Array(1024)
    this.scores = new Float32Array(this.#width)
  }

  /** One decision has passed, right or wrong. */
  tick(): void {
    this.#time++
  }

  score(features: FeatureList): Float32Array {
    const { scores } = this
    const width = this.#width
    const weights = this.#weights
    scores.fill(0)
    for (let f = 0; f < features.length; f++) {
      const row = this.#find(features.keys[f]!)
      if (row < 0) continue
      const from = row * width
      for (let c = 0; c < width; c++) scores[c]! += weights[from + c]!
    }
    return scores
  }

  /** Moves the weights of the features from the class that was guessed to the right one. */
  update(features: FeatureList, right: number, guessed: number, step = 1): void {
    for (let f = 0; f < features.length; f++) {
      const row = this.#findOrAdd(features.keys[f]!)
      this.#noteUpdate(row)
      this.#add(row, right, step)
      this.#add(row, guessed, -step)
    }
  }

  /** Changes the weights of the features for one class. */
  move(features: FeatureList, target: number, step: number): void {
    for (let f = 0; f < features.length; f++) {
      const row = this.#findOrAdd(features.keys[f]!)
      this.#noteUpdate(row)
      this.#add(row, target, step)
    }
  }

  #noteUpdate(row: number): void {
    if (this.#updates[row]! < 65535) this.#updates[row]!++
  }

  #add(row: number, target: number, step: number): void {
    const i = row * this.#width + target
    this.#weights[i]! += step
    this.#moments[i]! += step * this.#time
  }

  /** The weights averaged over all decisions so far. Training may go on afterwards. */
  averages(): AveragedWeights {
    const size = this.#count * this.#width
    const weights = new Float32Array(size)
    for (let i = 0; i < size; i++) weights[i] = this.#weights[i]! - this.#moments[i]! / this.#time
    return { keys: this.#rowKeys.slice(0, this.#count), updates: this.#updates.slice(0, this.#count), weights }
  }

  #find(key: number): number {
    const mask = this.#keys.length - 1
    let slot = key & mask
    for (let held = this.#keys[slot]!; held !== 0; held = this.#keys[slot]!) {
      if (held === key) return this.#rows[slot]!
      slot = (slot + 1) & mask
    }
    return -1
  }

  #findOrAdd(key: number): number {
    const row = this.#find(key)
    if (row >= 0) return row
    if (this.#count * 2 >= this.#keys.length) this.#rehash()
    if (this.#count === this.#rowKeys.length) this.#grow()
    this.#place(key, this.#count)
    this.#rowKeys[this.#count] = key
    return this.#count++
  }

  #place(key: number, row: number): void {
    const mask = this.#keys.length - 1
    let slot = key & mask
    while (this.#keys[slot] !== 0) slot = (slot + 1) & mask
    this.#keys[slot] = key
    this.#rows[slot] = row
  }

  #rehash(): void {
    this.#keys = new Int32Array(this.#keys.length * 2)
    this.#rows = new Int32Array(this.#keys.length)
    for (let row = 0; row < this.#count; row++) this.#place(this.#rowKeys[row]!, row)
  }

  #grow(): void {
    const rows = this.#rowKeys.length * 2
    const grown = <T extends { set(from: T): void }>(to: T, from: T): T => {
      to.set(from)
      return to
    }
    this.#weights = grown(new Float32Array(rows * this.#width), this.#weights)
    this.#moments = grown(new Float64Array(rows * this.#width), this.#moments)
    this.#updates = grown(new Uint16Array(rows), this.#updates)
    this.#rowKeys = grown(new Int32Array(rows), this.#rowKeys)
  }
}
