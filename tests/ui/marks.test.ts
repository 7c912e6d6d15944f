import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { piecesOf } from '../../src/ui/view/marks.ts'

const shown = (text: string, offset: number, marks: Parameters<typeof piecesOf>[2]): string =>
  piecesOf(text, offset, marks)
    .map((piece) => (piece.kinds.length === 0 ? piece.text : `[${piece.kinds.join('+')}:${piece.text}]`))
    .join('')

describe('a marked sentence', () => {
  const text = 'Marrow met Quist.'

  test.each([
    ['no mark', 0, [], 'Marrow met Quist.'],
    ['one mark at the start', 0, [{ kind: 'source', start: 0, end: 6 }], '[source:Marrow] met Quist.'],
    [
      'both names and the verb, in offsets of the document',
      100,
      [
        { kind: 'target', start: 111, end: 116 },
        { kind: 'source', start: 100, end: 106 },
        { kind: 'trigger', start: 107, end: 110 },
      ],
      '[source:Marrow] [trigger:met] [target:Quist].',
    ],
    [
      'marks that overlap',
      0,
      [
        { kind: 'trigger', start: 0, end: 10 },
        { kind: 'source', start: 0, end: 6 },
      ],
      '[trigger+source:Marrow][trigger: met] Quist.',
    ],
    [
      'a mark that reaches beyond the sentence',
      10,
      [{ kind: 'source', start: 0, end: 16 }],
      '[source:Marrow] met Quist.',
    ],
    ['a mark elsewhere', 0, [{ kind: 'source', start: 50, end: 60 }], 'Marrow met Quist.'],
    ['an empty mark', 0, [{ kind: 'source', start: 3, end: 3 }], 'Marrow met Quist.'],
  ])('%s', (_, offset, marks, expected) => {
    expect(shown(text, offset, marks)).toBe(expected)
  })

  test('loses and repeats nothing, and each piece is at its place', () => {
    const mark = fc.record({ kind: fc.constantFrom('a', 'b'), start: fc.nat(60), end: fc.nat(60) })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), fc.array(mark), (words, offset, marks) => {
        const pieces = piecesOf(words, offset, marks)
        expect(pieces.map((piece) => piece.text).join('')).toBe(words)
        for (const piece of pieces)
          expect(words.slice(piece.start - offset, piece.start - offset + piece.text.length)).toBe(piece.text)
      }),
      { seed: 4 },
    )
  })
})
