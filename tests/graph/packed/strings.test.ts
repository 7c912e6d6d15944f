/** Strings as numbers: what was written is what is read, and each string has one number, whatever is asked for first. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteReader, ByteWriter } from '../../../src/graph/packed/bytes.ts'
import { hashOf, hashOfBytes } from '../../../src/graph/packed/hash.ts'
import { Strings } from '../../../src/graph/packed/strings.ts'
import { SEEDED } from '../../support/arbitraries.ts'

const texts = fc.uniqueArray(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), { maxLength: 200 })

function readAgain(strings: Strings): Strings {
  const writer = new ByteWriter()
  strings.write(writer)
  return Strings.read(new ByteReader(writer.view()))
}

const numbered = (all: readonly string[]): Strings => {
  const strings = new Strings()
  for (const text of all) strings.numberOf(text)
  return strings
}

test('are the same after they were written', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const again = readAgain(numbered(all))
      expect(Array.from({ length: again.count }, (_, number) => again.textOf(number))).toEqual(all)
    }),
    SEEDED,
  )
})

test('keep their numbers, and new ones get the next', () => {
  fc.assert(
    fc.property(texts, texts, (all, more) => {
      const again = readAgain(numbered(all))
      const known = new Map(all.map((text, number) => [text, number]))
      for (const text of more) {
        expect(again.find(text)).toBe(known.get(text))
        if (!known.has(text)) known.set(text, known.size)
        expect(again.numberOf(text)).toBe(known.get(text))
        expect(again.find(text)).toBe(known.get(text))
      }
      for (const [text, number] of known) expect(again.textOf(number)).toBe(text)
      expect(again.count).toBe(known.size)
    }),
    SEEDED,
  )
})

test.each<[string, (strings: Strings) => void]>([
  ['looked up at once', () => {}],
  ['indexed in turns', (strings) => void [...strings.indexInTurns()]],
  ['looked up before all are indexed', (strings) => void strings.indexInTurns().next()],
  [
    'added to while they are indexed',
    (strings) => {
      let more = 0
      for (const _ of strings.indexInTurns()) strings.numberOf(`more:${more++}`)
    },
  ],
])('hundreds of thousands of them are found again: %s', (_, prepare) => {
  const strings = numbered(Array.from({ length: 300_000 }, (_, i) => `node:${i}`))
  const again = readAgain(strings)
  prepare(again)
  for (let i = 0; i < 300_000; i += 997) expect(again.find(`node:${i}`)).toBe(i)
  expect(again.find('node:300000')).toBeUndefined()
})

test('a number that none has is refused', () => {
  const again = readAgain(numbered(['one', 'two']))
  for (const number of [2, 64, 5000]) expect(() => again.textOf(number)).toThrow(RangeError)
})

test('the hash of plain letters is that of their bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
      const bytes = new TextEncoder().encode(`x${text}y`)
      expect(hashOfBytes(bytes, 1, bytes.length - 1)).toBe(hashOf(text))
    }),
    SEEDED,
  )
})
