/**
 * What the parser looks at before each step: the top of the stack and the front of the buffer with their words, tags,
 * clusters and dependents. The case marker of a word at the front ("in" of "in the city") and both its possible
 * governors stand together in features of their own: attachment hangs on them.
 */
import type { FeatureList } from './feature-list.ts'
import { combine } from './hashing.ts'
import { ATOM as A, ATOMS, TEMPLATES } from './parser-templates.ts'
import { fromTop, type State } from './transitions.ts'
import { SUFFIXES, type Words } from './words.ts'

/** A sentence as the parser sees it; tags are hashes of their names, padded as the words are. */
export interface ParserInput {
  readonly words: Words
  readonly upos: Int32Array
  readonly xpos: Int32Array
}

const steps = (distance: number): number => (distance > 10 ? 7 : distance > 5 ? 6 : distance)

/** Filled anew for each step; one for all, because nothing is left of it afterwards. */
const atoms = new Int32Array(ATOMS)

export function parserFeatures({ words, upos, xpos }: ParserInput, state: State, out: FeatureList): void {
  const { words: w, fine, medium, coarse, shapes, suffixes } = words
  const { left, left2, right, right2, labels, leftCount, rightCount, leftSet, rightSet } = state
  const s0 = fromTop(state, 0)
  const s1 = fromTop(state, 1)
  const s2 = fromTop(state, 2)
  const b0 = state.front
  const b1 = b0 < state.root ? b0 + 1 : 0
  const b2 = b0 + 1 < state.root ? b0 + 2 : 0
  const b3 = b0 + 2 < state.root ? b0 + 3 : 0
  const s0L = left[s0]!
  const s0R = right[s0]!
  const s1L = left[s1]!
  const s1R = right[s1]!
  const b0L = left[b0]!
  atoms[A.one] = 1
  atoms[A.s0w] = w[s0]!
  atoms[A.s0t] = xpos[s0]!
  atoms[A.s0p] = upos[s0]!
  atoms[A.s0c] = fine[s0]!
  atoms[A.s0m] = medium[s0]!
  atoms[A.s0g] = coarse[s0]!
  atoms[A.s0x] = suffixes[s0 * SUFFIXES + 2]!
  atoms[A.s0h] = shapes[s0]!
  atoms[A.s1w] = w[s1]!
  atoms[A.s1t] = xpos[s1]!
  atoms[A.s1p] = upos[s1]!
  atoms[A.s1c] = fine[s1]!
  atoms[A.s1m] = medium[s1]!
  atoms[A.s1g] = coarse[s1]!
  atoms[A.s2w] = w[s2]!
  atoms[A.s2t] = xpos[s2]!
  atoms[A.b0w] = w[b0]!
  atoms[A.b0t] = xpos[b0]!
  atoms[A.b0p] = upos[b0]!
  atoms[A.b0c] = fine[b0]!
  atoms[A.b0m] = medium[b0]!
  atoms[A.b0g] = coarse[b0]!
  atoms[A.b0x] = suffixes[b0 * SUFFIXES + 2]!
  atoms[A.b0h] = shapes[b0]!
  atoms[A.b1w] = w[b1]!
  atoms[A.b1t] = xpos[b1]!
  atoms[A.b1p] = upos[b1]!
  atoms[A.b1c] = fine[b1]!
  atoms[A.b2w] = w[b2]!
  atoms[A.b2t] = xpos[b2]!
  atoms[A.b3t] = xpos[b3]!
  atoms[A.s0Lw] = w[s0L]!
  atoms[A.s0Rw] = w[s0R]!
  atoms[A.s1Rw] = w[s1R]!
  atoms[A.b0Lw] = w[b0L]!
  atoms[A.s0Lt] = xpos[s0L]!
  atoms[A.s0Rt] = xpos[s0R]!
  atoms[A.s1Lt] = xpos[s1L]!
  atoms[A.s1Rt] = xpos[s1R]!
  atoms[A.b0Lt] = xpos[b0L]!
  atoms[A.s0Ll] = labels[s0L]!
  atoms[A.s0Rl] = labels[s0R]!
  atoms[A.s1Ll] = labels[s1L]!
  atoms[A.s1Rl] = labels[s1R]!
  atoms[A.b0Ll] = labels[b0L]!
  atoms[A.s0L2l] = labels[left2[s0]!]!
  atoms[A.s0R2l] = labels[right2[s0]!]!
  atoms[A.s1R2l] = labels[right2[s1]!]!
  atoms[A.b0L2l] = labels[left2[b0]!]!
  atoms[A.s0Ls] = leftSet[s0]!
  atoms[A.s0Rs] = rightSet[s0]!
  atoms[A.s1Rs] = rightSet[s1]!
  atoms[A.b0Ls] = leftSet[b0]!
  atoms[A.s1Rs0Rs] = combine(rightSet[s1]!, rightSet[s0]!)
  atoms[A.s0Ln] = leftCount[s0]!
  atoms[A.s0Rn] = rightCount[s0]!
  atoms[A.s0n] = combine(leftCount[s0]!, rightCount[s0]!)
  atoms[A.s1Ln] = leftCount[s1]!
  atoms[A.s1Rn] = rightCount[s1]!
  atoms[A.b0Ln] = leftCount[b0]!
  atoms[A.gap] = s0 === 0 ? 0 : steps(b0 - s0)
  atoms[A.gap1] = s1 === 0 ? 0 : steps(s0 - s1)
  atoms[A.alike] = medium[s0] === medium[b0] ? 1 : 0
  out.clear()
  out.addAll(TEMPLATES, atoms)
}
