/** The files of weights: what is written is read again, and damage is named. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GENERATED, generateKernel } from '../../../scripts/kernel.ts'
import { ResourceError } from '../../../src/model/errors.ts'
import { FeatureList } from '../../../src/nlp/model/feature-list.ts'
import { indexIds, lookUp } from '../../../src/nlp/model/id-table.ts'
import { best, indexRows, MOST_FEATURES, type Rows, score, scoreOf } from '../../../src/nlp/model/linear-model.ts'
import { loadModels, MODEL_FILES } from '../../../src/nlp/model/models.ts'
import { WeightReader, WeightWriter } from '../../../src/nlp/model/weights.ts'

const MODELS = resolve(import.meta.dirname, '../../../data/models')
const read = (name: string): Uint8Array => readFileSync(resolve(MODELS, name))

const keys = fc
  .uniqueArray(fc.integer({ min: 1, max: 0xffffffff }), { maxLength: 200 })
  .map((list) => Uint32Array.from(list).sort())

const rowsOf = (classes: number) =>
  keys.chain((rowKeys) =>
    fc
      .array(
        fc.uniqueArray(fc.tuple(fc.nat(classes - 1), fc.integer({ min: -128, max: 127 })), {
          selector: ([kind]) => kind,
          minLength: 1,
          maxLength: Math.min(5, classes),
        }),
        { minLength: rowKeys.length, maxLength: rowKeys.length },
      )
      .map((lists): Rows => {
        const sorted = lists.map((list) => list.toSorted(([a], [b]) => a - b))
        return {
          keys: rowKeys,
          lengths: Uint8Array.from(sorted, (list) => list.length),
          kinds: Uint8Array.from(sorted.flat(), ([kind]) => kind),
          weights: Int8Array.from(sorted.flat(), ([, weight]) => weight),
        }
      }),
  )

describe('a weight file', () => {
  test.each([3, 16, 17, 100])('gives back the rows of a model of %i classes', (classes) => {
    fc.assert(
      fc.property(rowsOf(classes), (rows) => {
        const writer = new WeightWriter()
        writer.rows(rows, classes)
        const reader = new WeightReader('some.bin', writer.finish())
        expect(reader.rows(classes)).toEqual(rows)
        reader.end()
      }),
      { seed: 1, numRuns: 50 },
    )
  })

  test('gives back texts and numbered words', () => {
    const writer = new WeightWriter()
    writer.texts(['', 'nsubj:pass', 'Ångström'])
    writer.ids(Uint32Array.of(5, 0xffffffff), Uint16Array.of(65535, 0))
    const reader = new WeightReader('some.bin', writer.finish())
    expect(reader.texts()).toEqual(['', 'nsubj:pass', 'Ångström'])
    expect(reader.ids()).toEqual({ keys: Uint32Array.of(5, 0xffffffff), ids: Uint16Array.of(65535, 0) })
    reader.end()
  })

  test.each(Object.values(MODEL_FILES))('%s may be neither missing, cut, changed nor of another kind', (name) => {
    const whole = read(name)
    const changed = whole.slice()
    changed[whole.length >> 1]! ^= 1
    const damages: readonly (() => Uint8Array)[] = [
      () => {
        throw new Error('ENOENT')
      },
      () => new Uint8Array(),
      () => whole.slice(0, 7),
      () => whole.slice(0, -1),
      () => Uint8Array.from([...whole.slice(0, 100), 0]),
      () => changed,
      () => new TextEncoder().encode('version https://git-lfs.github.com/spec/v1'),
    ]
    for (const damage of damages) {
      const load = () => loadModels((file) => (file === name ? damage() : read(file)))
      expect(load).toThrow(ResourceError)
      expect(load).toThrow(name)
    }
  })
})

describe('a linear model', () => {
  test.each([1, 3, 4, 5, 100])('of %i classes adds up the weights of the features that it knows', (width) => {
    fc.assert(
      fc.property(rowsOf(width), fc.array(fc.integer(), { maxLength: 40 }), (rows, strangers) => {
        const classes = Array.from({ length: width }, (_, c) => `class ${c}`)
        const features = new FeatureList()
        const expected = new Int32Array(width)
        const known = new Set(Array.from(rows.keys, (key) => key | 0))
        let next = 0
        for (const [row, key] of rows.keys.entries()) {
          const from = next
          next += rows.lengths[row]!
          if (row % 2 === 0) continue
          features.keys[features.length++] = key | 0
          for (let i = from; i < next; i++) expected[rows.kinds[i]!]! += rows.weights[i]!
        }
        for (const key of strangers) if (key !== 0 && !known.has(key)) features.keys[features.length++] = key
        const model = indexRows(classes, rows)
        score(model, features)
        expect(classes.map((_, c) => scoreOf(model, c))).toEqual(Array.from(expected))
        expect(best(model)).toBe(expected.indexOf(Math.max(...expected)))
      }),
      { seed: 2, numRuns: 100 },
    )
  })
})

describe('the sums of a linear model', () => {
  test('are right at the most and the greatest weights that they can have to hold', () => {
    const keys = Uint32Array.from({ length: MOST_FEATURES }, (_, row) => row * 0x1000003 + 1).sort()
    const rows: Rows = {
      keys,
      lengths: Uint8Array.from(keys, () => 2),
      kinds: Uint8Array.from({ length: 2 * keys.length }, (_, i) => (i % 2 === 0 ? 0 : 20)),
      weights: Int8Array.from({ length: 2 * keys.length }, (_, i) => (i % 2 === 0 ? -128 : 127)),
    }
    const model = indexRows(
      Array.from({ length: 21 }, (_, c) => `class ${c}`),
      rows,
    )
    const features = new FeatureList()
    for (const key of keys) features.keys[features.length++] = key | 0
    score(model, features)
    expect([scoreOf(model, 0), scoreOf(model, 1), scoreOf(model, 20)]).toEqual([-128 * 255, 0, 127 * 255])
    features.length++
    expect(() => score(model, features)).toThrow(/256 features: a model takes at most 255/)
  })

  test('a row without weights counts nothing', () => {
    const model = indexRows(['one'], {
      keys: Uint32Array.of(7, 9),
      lengths: Uint8Array.of(0, 1),
      kinds: Uint8Array.of(0),
      weights: Int8Array.of(5),
    })
    const features = new FeatureList()
    features.keys.set([7, 9])
    features.length = 2
    score(model, features)
    expect(scoreOf(model, 0)).toBe(5)
  })

  test('are made by the kernel whose text lies beside it (npm run kernel)', async () => {
    expect(readFileSync(GENERATED, 'utf8')).toBe(await generateKernel())
  })
})

describe('a table of words', () => {
  test('finds what it holds and nothing else', () => {
    fc.assert(
      fc.property(keys, fc.array(fc.integer()), (held, asked) => {
        const table = indexIds(
          held,
          Uint16Array.from(held, (key) => key % 1000),
        )
        for (const key of held) expect(lookUp(table, key | 0)).toBe(key % 1000)
        for (const key of asked) if (!held.includes(key >>> 0)) expect(lookUp(table, key)).toBe(-1)
      }),
      { seed: 3, numRuns: 100 },
    )
  })
})
