/** Copies of one report are found, other texts are not, and the order of documents does not matter. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countPassages, reportsOf } from '../../src/graph/build/reports.ts'
import { extendCopies, findCopies, likeness, type Sketched, sketchOf } from '../../src/graph/copies.ts'
import { asDocumentId } from '../../src/model/ids.ts'
import { graphOf } from '../../src/pipeline.ts'
import { SEEDED } from '../support/arbitraries.ts'
import { reading, stored } from '../support/extractions.ts'

const sketch = (text: string) => sketchOf({ text, body: { start: 0, end: text.length } })

const SENTENCES = Array.from({ length: 20 }, (_, i) =>
  [
    'The',
    'envoy',
    `number${i}`,
    'of',
    `country${i * 7}`,
    'told',
    `reporter${i * 3}`,
    'that',
    'talks',
    `about${i}`,
    'would',
    `begin${i * 5}`,
    'again.',
  ].join(' '),
)
const REPORT = SENTENCES.join(' ')
/** Same house style, other words. */
const OTHER = REPORT.replace(/\d+/g, (digits) => String(Number(digits) + 1000))

const sketched = (texts: Readonly<Record<string, string>>, dates: Readonly<Record<string, string>> = {}): Sketched[] =>
  Object.entries(texts).map(([id, text]) => ({
    id: asDocumentId(id),
    date: (dates[id] ?? null) as Sketched['date'],
    sketch: sketch(text)!,
  }))

describe('a copy', () => {
  test.each([
    ['the same', REPORT, true],
    ['with another headline', `ENVOYS TALK AGAIN\n\n${REPORT}`, true],
    ['with other punctuation and capitals', REPORT.toUpperCase().replaceAll('.', ' –'), true],
    ['with a sentence more', `${REPORT} This report was updated by our desk in the evening hours.`, true],
    ['with three sentences fewer', SENTENCES.slice(0, 17).join(' '), true],
    ['with a name written otherwise throughout', REPORT.replaceAll('envoy', 'emissary'), false],
    ['half of it', SENTENCES.slice(0, 10).join(' '), false],
    ['another report of the same house', OTHER, false],
    ['a report that quotes a third of it', `${OTHER} ${SENTENCES.slice(0, 6).join(' ')}`, false],
  ])('%s: %s', (_, text, isCopy) => {
    expect(findCopies(sketched({ a: REPORT, b: text })).size).toBe(isCopy ? 1 : 0)
  })

  test('is told from the earliest, ties by id', () => {
    const texts = { c: REPORT, a: `${REPORT} More.`, b: `${REPORT} More and more.`, d: OTHER }
    expect([...findCopies(sketched(texts, { b: '2031-03-04', c: '2031-03-05' }))].sort()).toEqual([
      ['a', 'b'],
      ['c', 'b'],
    ])
    expect([...findCopies(sketched(texts))].sort()).toEqual([
      ['b', 'a'],
      ['c', 'a'],
    ])
  })

  test('is none where a text is short', () => {
    expect(sketch('Orla Venn met Tomas Reck.')).toBeUndefined()
  })

  test('only what is read counts, not the front matter', () => {
    const text = `---\ntitle: x\n---\n${REPORT}`
    const start = text.indexOf('The envoy')
    expect(sketchOf({ text, body: { start, end: text.length } })).toEqual(sketch(REPORT))
  })
})

const word = fc.integer({ min: 0, max: 300 }).map((n) => `w${n}`)
const text = fc.array(word, { minLength: 45, maxLength: 120 })

test('likeness is one with itself, the same both ways, and near the share of runs that both have', () => {
  const runs = (words: readonly string[]): Set<string> =>
    new Set(words.slice(4).map((_, i) => words.slice(i, i + 5).join(' ')))
  fc.assert(
    fc.property(text, text, fc.nat({ max: 40 }), (a, b, cut) => {
      const mixed = [...a.slice(cut), ...b.slice(0, 40)]
      const [x, y] = [sketch(a.join(' '))!, sketch(mixed.join(' '))!]
      expect(likeness(x, x)).toBe(1)
      expect(likeness(x, y)).toBe(likeness(y, x))
      const [p, q] = [runs(a), runs(mixed)]
      const both = [...p].filter((run) => q.has(run)).length
      expect(Math.abs(likeness(x, y) - both / (p.size + q.size - both))).toBeLessThan(0.2)
    }),
    { ...SEEDED, numRuns: 60 },
  )
})

test('the order of documents does not matter', () => {
  const variants = fc.array(fc.tuple(fc.constantFrom(REPORT, OTHER), fc.subarray(SENTENCES, { maxLength: 3 })), {
    minLength: 2,
    maxLength: 6,
  })
  fc.assert(
    fc.property(variants, fc.nat(), (drafts, turn) => {
      const documents = sketched(
        Object.fromEntries(drafts.map(([base, more], i) => [`d${i}`, `${base} ${more.join(' ')}`])),
      )
      const turned = documents.map((_, i) => documents[(i + turn) % documents.length]!)
      const copies = [...findCopies(documents)].sort()
      expect([...findCopies(turned)].sort()).toEqual(copies)
      const [before, added] = [turned.slice(turn % turned.length), turned.slice(0, turn % turned.length)]
      expect([...extendCopies(findCopies(before), before, added)].sort()).toEqual(copies)
    }),
    { ...SEEDED, numRuns: 30 },
  )
})

describe('passages', () => {
  const evidence = (document: string, start: number) => ({ document: asDocumentId(document), start, end: start + 1 })
  const document = (id: string, copyOf?: string) => ({
    id: asDocumentId(id),
    title: id,
    date: null,
    source: null,
    characters: 1,
    ...(copyOf !== undefined && { copyOf: asDocumentId(copyOf) }),
  })

  test('of copies count as often as in the one that has most', () => {
    const documents = [document('a'), document('b', 'a'), document('c')]
    const reportOf = reportsOf((id) => documents.find((one) => one.id === id))
    const passages = [evidence('a', 1), evidence('b', 1), evidence('b', 9), evidence('c', 5)]
    expect(countPassages(passages, reportOf)).toBe(3)
  })

  test('the weight of an edge counts reports, its evidence shows all', () => {
    const draft = (sentence: string) =>
      reading({
        sentences: [sentence],
        entities: [
          { type: 'person', name: 'Ana Marrow' },
          { type: 'person', name: 'Teodor Quist' },
        ],
        relations: [{ in: 0, is: ['Ana Marrow', 'met_with', 'Teodor Quist'] }],
      })
    const [one, two] = [
      stored(draft('Ana Marrow met Teodor Quist.')),
      stored(draft('Ana Marrow met Teodor Quist again.')),
    ]
    const copy = { ...two, document: { ...two.document, copyOf: one.document.id } }
    const imprint = { name: 'x', generator: 'x' }
    const edge = (readings: Parameters<typeof graphOf>[0]) => {
      const graph = graphOf(readings, imprint)
      const { weight, evidence: passages } = graph.getEdgeAttributes(graph.edges()[0]!)
      return [weight, passages.length]
    }
    expect([edge([one, two]), edge([one, copy])]).toEqual([
      [2, 2],
      [1, 2],
    ])
  })
})
