/**
 * The averaged perceptron (Freund and Schapire 1999; Collins 2002) over hashed features. A feature gets a row when it is
 * first updated; what never took part in an error costs nothing.
 */
import type { FeatureList } from '../src/nlp/model/feature-list.ts'
import { indexRows, type LinearModel, type Rows } from '../src/nlp/model/linear-model.ts'

export interface Pruning {
  /** A row that was updated less often says nothing sure and is dropped. */
  readonly updates: number
  /** What is below this share of the largest weight is dropped. */
  readonly weight: number
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

  /** The averaged weights as int8, the largest ten-thousandth cut off at 127. Training may go on afterwards. */
  quantise(pruning: Pruning): Rows {
    const width = this.#width
    const average = (i: number) => this.#weights[i]! - this.#moments[i]! / this.#time
    const kept: number[] = []
    for (let row = 0; row < this.#count; row++) if (this.#updates[row]! >= pruning.updates) kept.push(row)
    const scale = 127 / highQuantile(kept, width, average)
    kept.sort((a, b) => (this.#rowKeys[a]! >>> 0) - (this.#rowKeys[b]! >>> 0))
    const keys: number[] = []
    const offsets: number[] = [0]
    const entries: number[] = []
    const floor = Math.max(1, Math.round(pruning.weight * 127))
    for (const row of kept) {
      const before = entries.length
      for (let c = 0; c < width; c++) {
        const weight = Math.max(-127, Math.min(127, Math.round(average(row * width + c) * scale)))
        if (Math.abs(weight) >= floor) entries.push((c << 8) | (weight & 255))
      }
      if (entries.length === before) continue
      keys.push(this.#rowKeys[row]! >>> 0)
      offsets.push(entries.length)
    }
    return { keys: Uint32Array.from(keys), offsets: Uint32Array.from(offsets), entries: Int16Array.from(entries) }
  }

  model(pruning: Pruning): LinearModel {
    return indexRows(this.classes, this.quantise(pruning))
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

function highQuantile(rows: readonly number[], width: number, average: (i: number) => number): number {
  const sample: number[] = []
  for (const [i, row] of rows.entries()) {
    if (i % 31 !== 0) continue
    for (let c = 0; c < width; c++) {
      const weight = Math.abs(average(row * width + c))
      if (weight !== 0) sample.push(weight)
    }
  }
  sample.sort((a, b) => a - b)
  return sample[Math.floor(sample.length * 0.9998)] ?? 1
}
