/** Makes small int8 models of trained weights. */
import type { Rows } from '../src/nlp/model/linear-model.ts'
import type { AveragedWeights } from './perceptron.ts'

export interface Pruning {
  /** A row that took part in fewer errors says nothing sure and is dropped. */
  readonly updates: number
  /** What is below this share of the largest weight is dropped. */
  readonly weight: number
}

/** The largest weights are cut off at 127: two in ten thousand. */
const CUT = 0.9998

/** Joins models that learned the same task in different orders, each row the mean of theirs. */
export function meanOf(models: readonly AveragedWeights[], classes: number): AveragedWeights {
  const [only] = models
  if (models.length === 1 && only !== undefined) return only
  const places = new Map<number, number>()
  for (const { keys } of models) for (const key of keys) if (!places.has(key)) places.set(key, places.size)
  const weights = new Float32Array(places.size * classes)
  const updates = new Float32Array(places.size)
  for (const model of models)
    for (const [row, key] of model.keys.entries()) {
      const place = places.get(key)!
      updates[place]! += model.updates[row]! / models.length
      for (let c = 0; c < classes; c++)
        weights[place * classes + c]! += model.weights[row * classes + c]! / models.length
    }
  return { keys: Int32Array.from(places.keys()), updates: Uint16Array.from(updates, Math.round), weights }
}

export function quantise({ keys, updates, weights }: AveragedWeights, classes: number, pruning: Pruning): Rows {
  const kept = Array.from(keys.keys())
    .filter((row) => updates[row]! >= pruning.updates)
    .sort((a, b) => (keys[a]! >>> 0) - (keys[b]! >>> 0))
  const scale = 127 / largeWeight(kept, weights, classes)
  const floor = Math.max(1, Math.round(pruning.weight * 127))
  const rowKeys: number[] = []
  const lengths: number[] = []
  const kinds: number[] = []
  const rowWeights: number[] = []
  for (const row of kept) {
    const before = kinds.length
    for (let c = 0; c < classes; c++) {
      const weight = Math.max(-127, Math.min(127, Math.round(weights[row * classes + c]! * scale)))
      if (Math.abs(weight) < floor) continue
      kinds.push(c)
      rowWeights.push(weight)
    }
    if (kinds.length === before) continue
    rowKeys.push(keys[row]! >>> 0)
    lengths.push(kinds.length - before)
  }
  return {
    keys: Uint32Array.from(rowKeys),
    lengths: Uint8Array.from(lengths),
    kinds: Uint8Array.from(kinds),
    weights: Int8Array.from(rowWeights),
  }
}

function largeWeight(rows: readonly number[], weights: Float32Array, classes: number): number {
  const sample: number[] = []
  for (let i = 0; i < rows.length; i += 31)
    for (let c = 0; c < classes; c++) {
      const weight = Math.abs(weights[rows[i]! * classes + c]!)
      if (weight !== 0) sample.push(weight)
    }
  sample.sort((a, b) => a - b)
  return sample[Math.floor(sample.length * CUT)] ?? 1
}
