/**
 * Clusters the words of a vector table by spherical k-means, level by level, into the paths of `Clusters`.
 */
import { hashString } from '../src/nlp/model/hashing.ts'
import { normalise } from '../src/nlp/model/words.ts'
import { type Random, seeded } from './random.ts'

export interface Vectors {
  /** Most frequent first. */
  readonly words: readonly string[]
  /** Row by row, `dimensions` numbers each. */
  readonly values: Float32Array
  readonly dimensions: number
}

export interface ClusterTable {
  readonly keys: Uint32Array
  readonly ids: Uint16Array
}

const COARSE = 64
const MEDIUM = 16
const FINE = 4
const ROUNDS = 8

export function clusterWords(vectors: Vectors): ClusterTable {
  const { words, dimensions } = vectors
  const unit = unitLength(vectors)
  const random = seeded(42)
  const ids = new Uint16Array(words.length)
  const divide = (members: Int32Array, parts: number) => kMeans(unit, dimensions, members, parts, random)
  const all = Int32Array.from(words, (_, i) => i)
  for (const [c, coarse] of divide(all, COARSE).entries())
    for (const [m, medium] of divide(coarse, MEDIUM).entries())
      for (const [f, fine] of divide(medium, FINE).entries())
        for (const word of fine) ids[word] = (c << 8) | (m << 3) | f
  const byKey = new Map<number, number>()
  for (const [i, word] of words.entries()) {
    const key = hashString(normalise(word)) >>> 0
    if (key !== 0 && !byKey.has(key)) byKey.set(key, ids[i]!)
  }
  const keys = Uint32Array.from(byKey.keys()).sort()
  return { keys, ids: Uint16Array.from(keys, (key) => byKey.get(key)!) }
}

function unitLength({ words, values, dimensions }: Vectors): Float32Array {
  const unit = new Float32Array(values.length)
  for (let i = 0; i < words.length; i++) {
    let square = 0
    for (let d = i * dimensions; d < (i + 1) * dimensions; d++) square += values[d]! * values[d]!
    const length = Math.sqrt(square) || 1
    for (let d = i * dimensions; d < (i + 1) * dimensions; d++) unit[d] = values[d]! / length
  }
  return unit
}

function kMeans(unit: Float32Array, dimensions: number, members: Int32Array, parts: number, random: Random) {
  const centres = new Float32Array(parts * dimensions)
  const seat = (part: number) => {
    const member = members[Math.floor(random() * members.length)]! * dimensions
    centres.set(unit.subarray(member, member + dimensions), part * dimensions)
  }
  if (members.length === 0) return []
  for (let part = 0; part < parts; part++) seat(part)
  const part = new Uint8Array(members.length)
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < members.length; i++)
      part[i] = nearest(unit, members[i]! * dimensions, centres, parts, dimensions)
    centres.fill(0)
    for (let i = 0; i < members.length; i++) {
      const from = members[i]! * dimensions
      const to = part[i]! * dimensions
      for (let d = 0; d < dimensions; d++) centres[to + d]! += unit[from + d]!
    }
    for (let p = 0; p < parts; p++) {
      let square = 0
      for (let d = 0; d < dimensions; d++) square += centres[p * dimensions + d]! ** 2
      if (square === 0) seat(p)
      else {
        const length = Math.sqrt(square)
        for (let d = 0; d < dimensions; d++) centres[p * dimensions + d]! /= length
      }
    }
  }
  return Array.from({ length: parts }, (_, p) => members.filter((__, i) => part[i] === p))
}

function nearest(unit: Float32Array, from: number, centres: Float32Array, parts: number, dimensions: number): number {
  let winner = 0
  let highest = Number.NEGATIVE_INFINITY
  for (let p = 0; p < parts; p++) {
    let product = 0
    const to = p * dimensions
    for (let d = 0; d < dimensions; d++) product += unit[from + d]! * centres[to + d]!
    if (product > highest) {
      highest = product
      winner = p
    }
  }
  return winner
}
