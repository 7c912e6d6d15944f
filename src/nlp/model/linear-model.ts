/**
 * Multiclass linear models over hashed features, with weights of eight bits. A row has the weights of one feature, for
 * blocks of sixteen classes, and only the blocks that it has a weight in; the most frequent classes share the first block.
 * The sums are WebAssembly's (kernel.wat): sixteen at a time, and without the branches of a list of weights, at each of which
 * a processor would wait for memory.
 */
import type { FeatureList } from './feature-list.ts'
import { KERNEL } from './kernel.generated.js'

export interface LinearModel {
  readonly classes: readonly string[]
  /** Where `score` wants the features' keys: a list of features may use it for its own. */
  readonly keys: Int32Array
  /** The sums of the last `score`, in order of rank. */
  readonly scores: Int16Array
  /** Class → its place in `scores`. */
  readonly ranks: Uint8Array
  readonly sum: (count: number) => void
}

/** A row of weights as the weight files list them: in order of the unsigned key. */
export interface Rows {
  readonly keys: Uint32Array
  /** How many weights each row has. */
  readonly lengths: Uint8Array
  /** The classes of all rows' weights, one row after the other, and the weights. */
  readonly kinds: Uint8Array
  readonly weights: Int8Array
}

/** As many features fit into the kernel's memory, and as many weights of eight bits into a sum of sixteen. */
export const MOST_FEATURES = 255
const BLOCK = 16
/** The layout of kernel.wat. */
const SCORES = 1024
const TABLE = 2048
const PAGE = 65536
/** Empty pairs at the end keep the probing from running over the edge. */
const MARGIN = 1024

/** Where a part of the weights is enough, every thirteenth is looked at. */
const SAMPLED = 13

interface Kernel {
  readonly memory: WebAssembly.Memory
  readonly sum: (count: number, shift: number, rows: number, blocks: number) => void
}

let compiled: WebAssembly.Module | undefined

function openKernel(bytes: number): Kernel {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL), (sign) => sign.charCodeAt(0)))
  const kernel = new WebAssembly.Instance(compiled).exports as unknown as Kernel
  kernel.memory.grow(Math.ceil(bytes / PAGE))
  return kernel
}

export function indexRows(classes: readonly string[], rows: Rows): LinearModel {
  const count = rows.keys.length
  const ranks = rankClasses(classes.length, rows.kinds)
  const bits = Math.max(4, Math.ceil(Math.log2(count * 1.5 + 1)))
  const shift = 32 - bits
  const blocks = Math.ceil(classes.length / BLOCK)
  const pairs = (1 << bits) + MARGIN
  const start = TABLE + 8 * pairs
  // Room for as many blocks as there can be: what stays empty is never touched, and so takes no memory.
  const most = rows.lengths.reduce((sum, length) => sum + Math.min(length, blocks), 0)
  const kernel = openKernel(start + BLOCK * most)
  const table = new Int32Array(kernel.memory.buffer, TABLE, 2 * pairs)
  const weights = new Int8Array(kernel.memory.buffer, start)

  let used = 0
  let next = 0
  for (let row = 0; row < count; row++) {
    const end = next + rows.lengths[row]!
    let set = 0
    if (blocks === 1) set = end > next ? 1 : 0
    else for (let i = next; i < end; i++) set |= 1 << (ranks[rows.kinds[i]!]! >> 4)
    if (set === 0) continue
    const key = rows.keys[row]!
    let pair = 2 * (key >>> shift)
    while (table[pair] !== 0) pair += 2
    table[pair] = key | 0
    table[pair + 1] = (used << 8) | set
    for (; next < end; next++) {
      const rank = ranks[rows.kinds[next]!]!
      const before = BITS[set & ((1 << (rank >> 4)) - 1)]!
      weights[BLOCK * (used + before) + (rank & 15)] = rows.weights[next]!
    }
    used += BITS[set]!
  }
  return {
    classes,
    ranks,
    keys: new Int32Array(kernel.memory.buffer, 0, MOST_FEATURES),
    scores: new Int16Array(kernel.memory.buffer, SCORES, BLOCK * blocks),
    sum: (features) => kernel.sum(features, shift, start, blocks),
  }
}

/** Classes by the number of rows that have a weight for them, most first; a part of the rows tells. */
function rankClasses(width: number, kinds: Uint8Array): Uint8Array {
  const counts = new Int32Array(width)
  for (let i = 0; i < kinds.length; i += SAMPLED) counts[kinds[i]!]!++
  const ranks = new Uint8Array(width)
  const order = Array.from(counts.keys()).sort((a, b) => counts[b]! - counts[a]! || a - b)
  for (const [rank, kind] of order.entries()) ranks[kind] = rank
  return ranks
}

/** How many bits a set of blocks has. */
const BITS = Uint8Array.from({ length: 256 }, (_, set) => set.toString(2).replaceAll('0', '').length)

/** Leaves in `model.scores`, for each class at its rank, the sum of the features' weights. */
export function score(model: LinearModel, { keys, length }: FeatureList): void {
  if (length > MOST_FEATURES) throw new RangeError(`${length} features: a model takes at most ${MOST_FEATURES}`)
  if (keys !== model.keys) model.keys.set(keys.subarray(0, length))
  model.sum(length)
}

/** A class's sum of the last `score`. */
export const scoreOf = ({ ranks, scores }: LinearModel, kind: number): number => scores[ranks[kind]!]!

/** The first of the classes with the highest score. */
export function best({ ranks, scores }: LinearModel): number {
  let winner = 0
  let highest = scores[ranks[0]!]!
  for (let c = 1; c < ranks.length; c++) {
    const own = scores[ranks[c]!]!
    if (own <= highest) continue
    winner = c
    highest = own
  }
  return winner
}
