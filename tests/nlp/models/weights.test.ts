/** The files of weights: what is written is read again, and damage is named. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ResourceError } from '../../../src/model/errors.ts'
import { FeatureList } from '../../../src/nlp/model/feature-list.ts'
import { indexIds, lookUp } from '../../../src/nlp/model/id-table.ts'
import { indexRows, type Rows, score } from '../../../src/nlp/model/linear-model.ts'
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
        fc.uniqueArray(fc.tuple(fc.nat(classes - 1), fc.integer({ min: 1, max: 127 })), {
          selector: ([kind]) => kind,
          minLength: 1,
          maxLength: Math.min(5, classes),
        }),
        { minLength: rowKeys.length, maxLength: rowKeys.length },
      )
      .map((lists): Rows => {
        const sorted = lists.map((list) => list.toSorted(([a], [b]) => a - b))
        const ends = [0]
        for (const list of sorted) ends.push(ends.at(-1)! + list.length)
        const entries = sorted.flat().map(([kind, weight]) => (kind << 8) | (-weight & 255))
        return { keys: rowKeys, offsets: Uint32Array.from(ends), entries: Int16Array.from(entries) }
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
        for (const [row, key] of rows.keys.entries()) {
          if (row % 2 === 0) continue
          features.keys[features.length++] = key | 0
          for (let e = rows.offsets[row]!; e < rows.offsets[row + 1]!; e++) {
            const entry = rows.entries[e]!
            expected[entry >> 8]! += (entry << 24) >> 24
          }
        }
        for (const key of strangers) if (key !== 0 && !known.has(key)) features.keys[features.length++] = key
        const scores = new Int32Array(width).fill(99)
        score(indexRows(classes, rows), features, scores)
        expect(scores).toEqual(expected)
      }),
      { seed: 2, numRuns: 100 },
    )
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
