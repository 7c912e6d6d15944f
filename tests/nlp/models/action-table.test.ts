/** The table of the parser's actions says by how much each action scores more than the first, however crowded it is. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexActions, scoreActions } from '../../../src/nlp/model/action-table.ts'
import { FeatureList } from '../../../src/nlp/model/feature-list.ts'

const weight = fc.integer({ min: -128, max: 127 })
const rows = (key: fc.Arbitrary<number>) =>
  fc.uniqueArray(fc.tuple(key, weight, weight, weight), { selector: ([k]) => k, maxLength: 60 })

const spread = fc.integer({ min: 1, max: 0xffffffff })
/** All within five places of the table, so that some lie far behind theirs, and at its very end. */
const crowded = fc.oneof(
  fc.integer({ min: 0x7ffff000, max: 0x80001000 }),
  fc.integer({ min: 0xfffff000, max: 0xffffffff }),
)

test.each([
  ['spread over the table', spread],
  ['crowded at few places', crowded],
])('rows %s', (_, key) => {
  fc.assert(
    fc.property(rows(key), fc.array(key, { maxLength: 30 }), (list, others) => {
      const sorted = list.toSorted(([a], [b]) => a - b)
      const table = indexActions({
        keys: Uint32Array.from(sorted, ([k]) => k),
        lengths: Uint8Array.from(sorted, () => 3),
        kinds: Uint8Array.from(sorted.flatMap(() => [0, 1, 2])),
        weights: Int8Array.from(sorted.flatMap(([, ...weights]) => weights)),
      })
      const features = new FeatureList()
      for (const asked of [...list.filter((__, i) => i % 3 > 0).map(([k]) => k), ...others])
        features.keys[features.length++] = asked | 0
      const sums = [0, 0, 0]
      for (const asked of features.keys.subarray(0, features.length)) {
        const row = list.find(([k]) => (k | 0) === asked)
        if (row !== undefined) for (const action of [0, 1, 2]) sums[action]! += row[action + 1]!
      }
      const scores = new Int32Array(3).fill(99)
      scoreActions(table, features, scores)
      expect(Array.from(scores)).toEqual(sums.map((sum) => sum - sums[0]!))
    }),
    { seed: 5, numRuns: 150 },
  )
})
