/** Templates of features: which numbers they join, and that each keeps its own. */
import { expect, test } from 'vitest'
import { FeatureList } from '../../../src/nlp/model/feature-list.ts'
import { combine } from '../../../src/nlp/model/hashing.ts'
import { compileTemplates, joinAtoms } from '../../../src/nlp/model/templates.ts'

const ATOM = { a: 0, b: 1, c: 2, d: 3 }
const atoms = Int32Array.of(5, -7, 11, 13)

test('a template joins the values of its atoms, in its place of the table', () => {
  const hashes = new Int32Array(6).fill(1)
  joinAtoms(compileTemplates(ATOM, 'a b c d, c, b a,d  b a'), atoms, hashes, 1)
  const expected = [1, combine(combine(5, -7), combine(11, 13)), 11, combine(-7, 5), combine(combine(13, -7), 5), 1]
  expect(Array.from(hashes)).toEqual(expected)
})

test('features of one table after the other are those of both in one', () => {
  const features = (...texts: string[]): number[] => {
    const list = new FeatureList()
    for (const text of texts) list.addAll(compileTemplates(ATOM, text), atoms)
    return Array.from(list.keys.subarray(0, list.length))
  }
  expect(features('a, b', 'a, c d')).toEqual(features('a, b, a, c d'))
  expect(new Set(features('a, a, a')).size).toBe(3)
})

test('a template that is skipped leaves the numbers of the others', () => {
  const list = new FeatureList()
  list.add2(1, 2)
  list.skip()
  list.add2(1, 2)
  const all = new FeatureList()
  for (let i = 0; i < 3; i++) all.add2(1, 2)
  expect(Array.from(list.keys.subarray(0, 2))).toEqual([all.keys[0], all.keys[2]])
})

test.each([
  ['a, x', /template 1 "x"/],
  ['a b c d a', /template 0 "a b c d a"/],
  ['a,,b', /template 1 ""/],
])('%j names what is wrong', (text, message) => {
  expect(() => compileTemplates(ATOM, text)).toThrow(message)
})
