/** What the parser looks at to name the arc from a head to its dependent, when it draws the arc. */
import type { FeatureList } from './feature-list.ts'
import { combine } from './hashing.ts'
import type { ParserInput } from './parser-features.ts'
import type { State } from './transitions.ts'

export function labelFeatures(
  { words, upos, xpos }: ParserInput,
  state: State,
  head: number,
  dependent: number,
  out: FeatureList,
): void {
  const { words: w, fine, medium, coarse, shapes, suffixes } = words
  const { left, left2, right, labels, leftCount, rightCount, leftSet, rightSet } = state
  const side = head > dependent ? 1 : 2
  const distance = Math.abs(head - dependent)
  const far = (distance > 10 ? 7 : distance > 5 ? 6 : distance) * 3 + side
  const wh = w[head]!
  const wd = w[dependent]!
  const th = combine(xpos[head]!, side)
  const td = xpos[dependent]!
  const ch = fine[head]!
  const cd = fine[dependent]!
  const dl = left[dependent]!
  const dr = right[dependent]!
  const hl = left[head]!
  const hr = right[head]!
  const tag = combine(td, side)
  out.clear()
  out.add(1)
  out.add(wh)
  out.add(wd)
  out.add(th)
  out.add(tag)
  out.add2(th, td)
  out.add2(wh, tag)
  out.add2(th, wd)
  out.add3(wh, wd, side)
  out.add3(th, td, far)
  out.add3(upos[head]!, upos[dependent]!, far)
  out.add2(wd, td)
  out.add2(wh, th)
  out.add2(ch, side)
  out.add2(cd, side)
  out.add3(ch, cd, side)
  out.add2(ch, tag)
  out.add2(th, cd)
  out.add3(coarse[head]!, coarse[dependent]!, side)
  out.add3(medium[head]!, medium[dependent]!, side)
  out.add3(suffixes[head * 5 + 2]!, suffixes[dependent * 5 + 2]!, side)
  out.add3(wh, cd, side)
  out.add3(ch, wd, side)
  out.add2(xpos[dependent - 1]!, tag)
  out.add2(xpos[dependent + 1]!, tag)
  out.add2(xpos[head - 1]!, th)
  out.add2(xpos[head + 1]!, th)
  out.add3(th, td, xpos[dependent - 1]!)
  out.add3(th, td, xpos[dependent + 1]!)
  out.add3(w[dependent - 1]!, td, th)
  out.add3(w[dependent + 1]!, td, th)
  out.add3(labels[dl]!, td, th)
  out.add3(w[dl]!, td, th)
  out.add3(labels[dr]!, td, th)
  out.add3(w[dr]!, td, th)
  out.add3(labels[left2[dependent]!]!, labels[dl]!, td)
  out.add3(wh, tag, labels[dl]!)
  out.add3(wh, w[dl]!, tag)
  out.add3(w[dl]!, wd, side)
  out.add3(w[dl]!, ch, medium[dependent]!)
  out.add3(w[dl]!, medium[head]!, td)
  out.add3(labels[hl]!, th, td)
  out.add3(labels[hr]!, th, td)
  out.add3(wh, labels[hr]!, tag)
  out.add3(wh, labels[hl]!, tag)
  out.add3(labels[hl]!, labels[hr]!, tag)
  out.add4(leftCount[head]!, rightCount[head]!, th, td)
  out.add3(leftSet[head]!, th, td)
  out.add3(rightSet[head]!, th, td)
  out.add3(leftSet[dependent]!, th, td)
  out.add3(rightSet[dependent]!, th, td)
  out.add3(xpos[dl]!, td, th)
  out.add3(xpos[dr]!, td, th)
  out.add3(shapes[head]!, shapes[dependent]!, combine(th, td))
  out.add2(w[left2[dependent]!]!, combine(w[dl]!, tag))
}
