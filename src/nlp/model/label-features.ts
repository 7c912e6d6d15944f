/** What the parser looks at to name the arc from a head to its dependent, when it draws the arc. */
import type { FeatureList } from './feature-list.ts'
import { combine } from './hashing.ts'
import type { ParserInput } from './parser-features.ts'
import { compileTemplates } from './templates.ts'
import type { State } from './transitions.ts'
import { SUFFIXES } from './words.ts'

/**
 * Names as in the parser's templates; h is the head, d the dependent, B and A the words before and after. `ht` and `tag`
 * are the tags of head and dependent with the side on which the head stands.
 */
const A = {
  ...{ one: 0, side: 1, far: 2, arc: 3, tag: 4 },
  ...{ hw: 5, ht: 6, hp: 7, hc: 8, hm: 9, hg: 10, hx: 11, hh: 12, hBt: 13, hAt: 14 },
  ...{ dw: 15, dt: 16, dp: 17, dc: 18, dm: 19, dg: 20, dx: 21, dh: 22, dBt: 23, dAt: 24, dBw: 25, dAw: 26 },
  ...{ dLw: 27, dLt: 28, dLl: 29, dLs: 30, dRw: 31, dRt: 32, dRl: 33, dRs: 34, dL2w: 35, dL2l: 36, dLwt: 37 },
  ...{ hLl: 38, hLn: 39, hLs: 40, hRl: 41, hRn: 42, hRs: 43 },
}
const ATOMS = 44

const TEMPLATES = compileTemplates(
  A,
  [
    'one, hw, dw, ht, tag, ht dt, hw tag, ht dw, hw dw side, ht dt far, hp dp far, dw dt, hw ht',
    'hc side, dc side, hc dc side, hc tag, ht dc, hg dg side, hm dm side, hx dx side, hw dc side, hc dw side',
    'dBt tag, dAt tag, hBt ht, hAt ht, ht dt dBt, ht dt dAt, dBw dt ht, dAw dt ht',
    'dLl dt ht, dLw dt ht, dRl dt ht, dRw dt ht, dL2l dLl dt, hw tag dLl, hw dLw tag, dLw dw side, dLw hc dm, dLw hm dt',
    'hLl ht dt, hRl ht dt, hw hRl tag, hw hLl tag, hLl hRl tag, hLn hRn ht dt, hLs ht dt, hRs ht dt, dLs ht dt, dRs ht dt',
    'dLt dt ht, dRt dt ht, hh dh arc, dL2w dLwt',
  ].join(),
)

/** Filled anew for each arc. */
const atoms = new Int32Array(ATOMS)

export function labelFeatures(
  input: ParserInput,
  state: State,
  head: number,
  dependent: number,
  out: FeatureList,
): void {
  const { upos, xpos } = input
  const { words: w, fine, medium, coarse, shapes, suffixes } = input.words
  const { left, left2, right, labels, leftCount, rightCount, leftSet, rightSet } = state
  const side = head > dependent ? 1 : 2
  const distance = Math.abs(head - dependent)
  const dL = left[dependent]!
  const dR = right[dependent]!
  const dL2 = left2[dependent]!
  const ht = combine(xpos[head]!, side)
  const tag = combine(xpos[dependent]!, side)
  atoms[A.one] = 1
  atoms[A.side] = side
  atoms[A.far] = (distance > 10 ? 7 : distance > 5 ? 6 : distance) * 3 + side
  atoms[A.arc] = combine(ht, xpos[dependent]!)
  atoms[A.tag] = tag
  atoms[A.hw] = w[head]!
  atoms[A.ht] = ht
  atoms[A.hp] = upos[head]!
  atoms[A.hc] = fine[head]!
  atoms[A.hm] = medium[head]!
  atoms[A.hg] = coarse[head]!
  atoms[A.hx] = suffixes[head * SUFFIXES + 2]!
  atoms[A.hh] = shapes[head]!
  atoms[A.hBt] = xpos[head - 1]!
  atoms[A.hAt] = xpos[head + 1]!
  atoms[A.dw] = w[dependent]!
  atoms[A.dt] = xpos[dependent]!
  atoms[A.dp] = upos[dependent]!
  atoms[A.dc] = fine[dependent]!
  atoms[A.dm] = medium[dependent]!
  atoms[A.dg] = coarse[dependent]!
  atoms[A.dx] = suffixes[dependent * SUFFIXES + 2]!
  atoms[A.dh] = shapes[dependent]!
  atoms[A.dBt] = xpos[dependent - 1]!
  atoms[A.dAt] = xpos[dependent + 1]!
  atoms[A.dBw] = w[dependent - 1]!
  atoms[A.dAw] = w[dependent + 1]!
  atoms[A.dLw] = w[dL]!
  atoms[A.dLt] = xpos[dL]!
  atoms[A.dLl] = labels[dL]!
  atoms[A.dLs] = leftSet[dependent]!
  atoms[A.dRw] = w[dR]!
  atoms[A.dRt] = xpos[dR]!
  atoms[A.dRl] = labels[dR]!
  atoms[A.dRs] = rightSet[dependent]!
  atoms[A.dL2w] = w[dL2]!
  atoms[A.dL2l] = labels[dL2]!
  atoms[A.dLwt] = combine(w[dL]!, tag)
  atoms[A.hLl] = labels[left[head]!]!
  atoms[A.hLn] = leftCount[head]!
  atoms[A.hLs] = leftSet[head]!
  atoms[A.hRl] = labels[right[head]!]!
  atoms[A.hRn] = rightCount[head]!
  atoms[A.hRs] = rightSet[head]!
  out.clear()
  out.addAll(TEMPLATES, atoms)
}
