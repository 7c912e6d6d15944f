/** Whatever the scores say, the parser's steps end in a tree with one root. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ACTIONS,
  headOf,
  initialState,
  isFinal,
  isLegal,
  onlyLegal,
  reduce,
  SHIFT,
  shift,
} from '../../../src/nlp/model/transitions.ts'
import { PAD } from '../../../src/nlp/model/words.ts'

test('any legal steps make a projective tree, in two steps a word', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), fc.infiniteStream(fc.nat(ACTIONS - 1)), (count, choices) => {
      const state = initialState(count)
      let steps = 0
      while (!isFinal(state)) {
        const legal = [0, 1, 2].filter((action) => isLegal(state, action))
        expect(legal).not.toEqual([])
        expect(onlyLegal(state)).toBe(legal.length === 1 ? legal[0] : -1)
        const action = legal[choices.next().value! % legal.length]!
        if (action === SHIFT) shift(state)
        else reduce(state, headOf(state, action), 3)
        steps++
      }
      expect(steps).toBe(2 * count)
      const heads = Array.from(state.heads.slice(PAD, PAD + count), (head) => (head === state.root ? -1 : head - PAD))
      expect(heads.filter((head) => head === -1)).toHaveLength(count === 0 ? 0 : 1)
      for (let i = 0; i < count; i++) {
        let [at, length] = [i, 0]
        while (at !== -1 && length++ <= count) at = heads[at]!
        expect(at).toBe(-1)
        const head = heads[i]!
        if (head < 0) continue
        for (let between = Math.min(i, head) + 1; between < Math.max(i, head); between++)
          expect(reaches(heads, between, head)).toBe(true)
      }
    }),
    { seed: 4, numRuns: 200 },
  )
})

function reaches(heads: readonly number[], from: number, to: number): boolean {
  for (let at = from; at !== -1; at = heads[at]!) if (at === to) return true
  return false
}
