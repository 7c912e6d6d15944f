/**
 * What the parser looks at before each step: the top of the stack and the front of the buffer with their words, tags,
 * clusters and dependents, in the manner of Zhang and Nivre (2011). The case marker of a word at the front ("in" of
 * "in the city") and both its possible governors stand together in features of their own: attachment hangs on them.
 */
import type { FeatureList } from './feature-list.ts'
import { combine } from './hashing.ts'
import { fromTop, type State } from './transitions.ts'
import { SUFFIXES, type Words } from './words.ts'

/** A sentence as the parser sees it; tags are hashes of their names, padded as the words are. */
export interface ParserInput {
  readonly words: Words
  readonly upos: Int32Array
  readonly xpos: Int32Array
}

const steps = (distance: number): number => (distance > 10 ? 7 : distance > 5 ? 6 : distance)

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
  const s0l = left[s0]!
  const s0r = right[s0]!
  const s1l = left[s1]!
  const s1r = right[s1]!
  const b0l = left[b0]!
  const w0 = w[s0]!
  const w1 = w[s1]!
  const wb = w[b0]!
  const t0 = xpos[s0]!
  const t1 = xpos[s1]!
  const t2 = xpos[s2]!
  const tb = xpos[b0]!
  const tb1 = xpos[b1]!
  const tb2 = xpos[b2]!
  const p0 = upos[s0]!
  const p1 = upos[s1]!
  const pb = upos[b0]!
  const c0 = fine[s0]!
  const c1 = fine[s1]!
  const cb = fine[b0]!
  const m0 = medium[s0]!
  const m1 = medium[s1]!
  const mb = medium[b0]!
  const gap = s0 === 0 ? 0 : steps(b0 - s0)
  const gap1 = s1 === 0 ? 0 : steps(s0 - s1)
  const arcs0 = combine(leftCount[s0]!, rightCount[s0]!)

  out.clear()
  out.add(1)
  // single words
  out.add(w0)
  out.add(t0)
  out.add2(w0, t0)
  out.add(w1)
  out.add(t1)
  out.add2(w1, t1)
  out.add(wb)
  out.add(tb)
  out.add2(wb, tb)
  out.add(w[b1]!)
  out.add(tb1)
  out.add2(w[b1]!, tb1)
  out.add(w[b2]!)
  out.add(tb2)
  out.add(w[s2]!)
  out.add(t2)
  out.add(c0)
  out.add(c1)
  out.add(cb)
  out.add(fine[b1]!)
  // top of the stack and front of the buffer
  out.add4(w0, t0, wb, tb)
  out.add3(w0, t0, wb)
  out.add3(w0, wb, tb)
  out.add3(w0, t0, tb)
  out.add3(t0, wb, tb)
  out.add2(w0, wb)
  out.add2(t0, tb)
  out.add2(p0, pb)
  out.add2(tb, tb1)
  out.add3(p0, pb, upos[b1]!)
  // the two on top of the stack
  out.add4(w1, t1, w0, t0)
  out.add2(w1, w0)
  out.add2(t1, t0)
  out.add3(t1, w0, t0)
  out.add3(w1, t1, t0)
  out.add3(t1, t0, tb)
  out.add3(p1, p0, pb)
  out.add3(t0, tb, tb1)
  out.add3(tb, tb1, tb2)
  out.add4(t0, tb, tb1, tb2)
  out.add3(t2, t1, t0)
  out.add4(t2, t1, t0, tb)
  out.add4(t1, t0, tb, tb1)
  out.add4(p1, p0, pb, upos[b1]!)
  out.add3(w0, tb, tb1)
  out.add3(w1, t0, tb)
  out.add3(t1, w0, tb)
  out.add3(t1, t0, wb)
  out.add3(t0, wb, tb1)
  out.add4(tb, tb1, tb2, xpos[b3]!)
  // tags of dependents
  out.add3(t0, xpos[s0l]!, tb)
  out.add3(t0, xpos[s0r]!, tb)
  out.add3(t0, tb, xpos[b0l]!)
  out.add3(t1, xpos[s1l]!, t0)
  out.add3(t1, xpos[s1r]!, t0)
  out.add3(t1, t0, xpos[s0l]!)
  out.add3(t1, t0, xpos[s0r]!)
  out.add4(t1, t0, xpos[s0r]!, tb)
  out.add4(t1, xpos[s1r]!, t0, tb)
  out.add4(t1, t0, xpos[b0l]!, tb)
  // labels of dependents
  out.add2(labels[s0l]!, t0)
  out.add2(labels[s0r]!, t0)
  out.add2(labels[s1l]!, t1)
  out.add2(labels[s1r]!, t1)
  out.add2(labels[b0l]!, tb)
  out.add3(labels[s0l]!, labels[left2[s0]!]!, t0)
  out.add3(labels[s0r]!, labels[right2[s0]!]!, t0)
  out.add3(labels[s1r]!, labels[right2[s1]!]!, t1)
  out.add3(labels[b0l]!, labels[left2[b0]!]!, tb)
  out.add3(w0, labels[s0l]!, tb)
  out.add3(w0, labels[s0r]!, tb)
  out.add3(w1, labels[s1r]!, t0)
  out.add3(wb, labels[b0l]!, t0)
  out.add3(t0, leftSet[s0]!, tb)
  out.add3(t0, rightSet[s0]!, tb)
  out.add3(t1, rightSet[s1]!, t0)
  out.add3(tb, leftSet[b0]!, t0)
  out.add3(w0, rightSet[s0]!, tb)
  out.add3(w1, rightSet[s1]!, t0)
  out.add4(p1, p0, combine(rightSet[s1]!, rightSet[s0]!), tb)
  // distances and numbers of dependents
  out.add2(w0, gap)
  out.add2(t0, gap)
  out.add2(wb, gap)
  out.add2(tb, gap)
  out.add3(t0, tb, gap)
  out.add3(t1, t0, gap1)
  out.add3(w0, wb, gap)
  out.add4(t1, t0, gap1, tb)
  out.add4(w1, t0, gap1, tb)
  out.add2(w0, leftCount[s0]!)
  out.add2(w0, rightCount[s0]!)
  out.add2(t0, arcs0)
  out.add2(w1, rightCount[s1]!)
  out.add3(t1, leftCount[s1]!, rightCount[s1]!)
  out.add2(wb, leftCount[b0]!)
  out.add2(tb, leftCount[b0]!)
  out.add4(t0, rightCount[s0]!, tb, tb1)
  // clusters
  out.add2(c0, cb)
  out.add2(c1, c0)
  out.add3(c0, cb, tb)
  out.add3(c0, t0, tb)
  out.add3(t0, cb, tb)
  out.add3(c1, t0, tb)
  out.add3(coarse[s0]!, coarse[b0]!, tb1)
  out.add3(coarse[s1]!, coarse[s0]!, tb)
  out.add3(coarse[s1]!, coarse[s0]!, coarse[b0]!)
  out.add2(fine[b1]!, tb)
  out.add2(w0, mb)
  out.add2(m0, wb)
  out.add2(w1, m0)
  out.add2(m1, w0)
  out.add2(m0, mb)
  out.add2(m1, m0)
  out.add4(t1, w0, tb, tb1)
  out.add3(w1, w0, wb)
  out.add3(w1, w0, t2)
  out.add4(w1, wb, t0, tb)
  out.add3(m1, w0, mb)
  out.add3(m1, m0, mb)
  out.add2(suffixes[s0 * SUFFIXES + 2]!, suffixes[b0 * SUFFIXES + 2]!)
  out.add4(t0, shapes[s0]!, tb, shapes[b0]!)
  // attachment of what its leftmost dependent marks
  const marker = w[b0l]!
  const marker0 = w[s0l]!
  out.add3(marker, w0, pb)
  out.add3(marker, w1, pb)
  out.add3(marker, m0, mb)
  out.add3(marker, m1, mb)
  out.add4(marker, w0, w1, pb)
  out.add4(marker, m0, m1, mb)
  out.add4(marker, t1, t0, tb)
  out.add3(marker, t0, gap)
  out.add3(marker0, w1, p0)
  out.add3(marker0, m1, m0)
  out.add4(marker0, t1, t0, tb)
  out.add4(marker0, w1, w0, pb)
  // conjunctions and what stands after: does a like word follow
  out.add4(t0, tb, labels[b0l]!, m0 === mb ? 1 : 0)
  out.add4(w[s0r]!, t0, tb, t1)
  out.add4(w[s1r]!, t1, t0, tb)
}
