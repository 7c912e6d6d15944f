/** What every library keeps, whether it lies in a file or in memory. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { toGraphDocument } from '../../src/graph/knowledge-graph.ts'
import { asDocumentId, asNodeKey } from '../../src/model/ids.ts'
import { IMPORTER, type Library } from '../../src/store/library.ts'
import { MEMORY, openLibrary } from '../../src/store/open.ts'
import { readingArbitrary, readingsArbitrary, SEEDED } from '../support/arbitraries.ts'
import { makeSource, type Reading } from '../support/extractions.ts'
import { followUp, SAMPLES, strike, summit } from '../support/samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-library-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0

const KINDS: readonly (readonly [kind: string, open: () => Library])[] = [
  ['in a file', () => openLibrary(join(folder, `${files++}.db`))],
  ['in memory', () => openLibrary(MEMORY)],
]

const ONE = 'extractor 1'

/** The same document with other fields. */
const changed = ({ document, extraction }: Reading, fields: Partial<Reading['document']>): Reading => ({
  document: { ...document, ...fields },
  extraction,
})

describe.each(KINDS)('a library %s', (_, open) => {
  const opened: Library[] = []
  const fresh = (...readings: readonly Reading[]): Library => {
    const library = open()
    opened.push(library)
    for (const { document, extraction } of readings) library.put(document, extraction, ONE)
    return library
  }
  afterEach(() => {
    for (const library of opened.splice(0)) library.close()
  })

  test('keeps what was done in an event', () => {
    const { document, extraction } = summit
    const [event, ...others] = extraction.events
    const deed = { ...extraction, events: [{ ...event!, deed: 'met_with' as const }, ...others] }
    const library = fresh({ document, extraction: deed })
    expect(library.extraction(document.id)).toEqual(deed)
  })

  test('is empty at first', () => {
    const library = fresh()
    expect(library.documents()).toEqual([])
    expect([...library.readings()]).toEqual([])
    expect(library.stats()).toEqual({ documents: 0, characters: 0, sentences: 0 })
    expect(library.document(asDocumentId('0123456789ab'))).toBeUndefined()
    expect(library.extraction(asDocumentId('0123456789ab'))).toBeUndefined()
  })

  test('gives back what it was given', () => {
    const library = fresh(...SAMPLES)
    for (const { document, extraction } of SAMPLES) {
      expect(library.document(document.id)).toEqual(document)
      expect(library.extraction(document.id)).toEqual(extraction)
    }
  })

  test('gives back any reading, equal', () => {
    const library = fresh()
    fc.assert(
      fc.property(readingArbitrary, ({ document, extraction }) => {
        library.put(document, extraction, ONE)
        expect(library.document(document.id)).toEqual(document)
        expect(library.extraction(document.id)).toEqual(extraction)
        library.drop(document.id)
      }),
      { ...SEEDED, numRuns: 60 },
    )
  })

  test('gives back all readings, by id', () => {
    fc.assert(
      fc.property(readingsArbitrary(4), (readings) => {
        const library = open()
        for (const { document, extraction } of readings) library.put(document, extraction, ONE)
        const expected = readings
          .map(({ document, extraction }) => ({ document: toGraphDocument(document), extraction }))
          .sort((a, b) => (a.document.id < b.document.id ? -1 : 1))
        expect([...library.readings()]).toEqual(expected)
        library.close()
      }),
      { ...SEEDED, numRuns: 20 },
    )
  })

  test('lists documents, the newest first, those without a date last', () => {
    const undated = changed(followUp, { date: null })
    const titles = fresh(summit, undated, strike)
      .documents()
      .map(({ title }) => title)
    expect(titles).toEqual(['Night strike on Karsholm', 'Talks in Velmont', 'Marrow and Quist meet again'])
  })

  test('counts', () => {
    const characters = SAMPLES.reduce((sum, { document }) => sum + document.text.length, 0)
    expect(fresh(...SAMPLES).stats()).toEqual({ documents: 3, characters, sentences: 7 })
  })

  describe('what put does', () => {
    const other: Reading = { ...strike, document: { ...strike.document, origin: summit.document.origin } }

    test('a new text is added', () => {
      expect(fresh().put(summit.document, summit.extraction, ONE)).toEqual({ outcome: 'added' })
    })

    test('twice is once, and the version stays', () => {
      const library = fresh(summit)
      const version = library.version()
      expect(library.put(summit.document, summit.extraction, ONE)).toEqual({ outcome: 'unchanged' })
      expect(library.version()).toBe(version)
      expect(library.stats().documents).toBe(1)
    })

    test('another text of the same origin replaces the old one', () => {
      const library = fresh(summit)
      const outcome = library.put(other.document, other.extraction, ONE)
      expect(outcome).toEqual({ outcome: 'replaced', replaced: summit.document.id })
      expect(library.documents().map(({ id }) => id)).toEqual([strike.document.id])
    })

    test('one text of two origins is kept once, until both have given it up', () => {
      const library = fresh(summit)
      const copy = changed(summit, { origin: 'copy.txt', title: 'Another title' })
      expect(library.put(copy.document, copy.extraction, ONE)).toEqual({ outcome: 'unchanged' })
      expect(library.knows(copy.document, ONE)).toBe(true)
      expect(library.document(summit.document.id)?.title).toBe('Talks in Velmont')

      expect(library.put(other.document, other.extraction, ONE)).toEqual({ outcome: 'added' })
      expect(library.documents()).toHaveLength(2)
      expect(library.document(summit.document.id)?.origin).toBe('copy.txt')

      const last = changed(followUp, { origin: 'copy.txt' })
      expect(library.put(last.document, last.extraction, ONE)).toMatchObject({ outcome: 'replaced' })
      expect(library.document(summit.document.id)).toBeUndefined()
    })

    test.each([
      ['title', { title: 'New title' }],
      ['date', { date: null }],
      ['source', { source: 'Elsewhere' }],
      ['address', { url: 'https://example.org/1' }],
      ['body', { body: { start: 3, end: 9 } }],
    ])('another %s is read again', (_, fields) => {
      const library = fresh(summit)
      const { document, extraction } = changed(summit, fields)
      expect(library.knows(document, ONE)).toBe(false)
      expect(library.put(document, extraction, ONE)).toEqual({ outcome: 'reread' })
      expect(library.document(document.id)).toEqual(document)
    })

    test('a newer extractor reads again', () => {
      const library = fresh(summit, strike)
      expect(library.outdated('extractor 2')).toHaveLength(2)
      expect(library.knows(summit.document, 'extractor 2')).toBe(false)
      expect(library.put(summit.document, strike.extraction, 'extractor 2')).toEqual({ outcome: 'reread' })
      expect(library.extraction(summit.document.id)).toEqual(strike.extraction)
      expect(library.outdated('extractor 2')).toEqual([strike.document.id])
    })

    test('an imported graph was read by none, and is not outdated', () => {
      const library = fresh(summit)
      library.put(strike.document, strike.extraction, IMPORTER)
      expect(library.outdated('extractor 2')).toEqual([summit.document.id])
    })

    test('what refers to an unknown entity is refused whole', () => {
      const library = fresh(strike)
      const version = library.version()
      const broken = { ...summit.extraction, entities: summit.extraction.entities.slice(1) }
      expect(() => library.put(summit.document, broken, ONE)).toThrow(/entity-0/)
      expect(library.documents()).toHaveLength(1)
      expect(library.version()).toBe(version)
      expect(library.search('Velmont', 5)).toEqual([])
    })
  })

  describe('how a document came in', () => {
    const provenance = {
      format: 'pdf',
      digest: 'a'.repeat(64),
      author: 'Jana Lind',
      language: 'en',
      dateFrom: 'dateline',
    } as const
    const scanned = changed(summit, { provenance })

    test('is kept, and told with it', () => {
      const library = fresh(scanned)
      expect(library.document(summit.document.id)).toEqual(scanned.document)
      expect(library.documents()).toMatchObject([{ language: 'en', dateFrom: 'dateline' }])
      expect(library.search('Velmont', 1)[0]?.document).toMatchObject({ language: 'en' })
      expect([...library.readings()][0]?.document).toEqual(toGraphDocument(scanned.document))
    })

    test.each([
      ['from another file', { ...provenance, digest: 'b'.repeat(64) }],
      ['by another author', { ...provenance, author: null }],
      ['in another language', { ...provenance, language: 'de' }],
    ])('%s is read again', (_, other) => {
      const library = fresh(scanned)
      const { document, extraction } = changed(summit, { provenance: other })
      expect(library.knows(document, ONE)).toBe(false)
      expect(library.put(document, extraction, ONE)).toEqual({ outcome: 'reread' })
    })

    test('as a copy of another is told until the other is gone', () => {
      const words = Array.from({ length: 100 }, (_, i) => `word${i}`).join(' ')
      const report = {
        document: makeSource(words),
        extraction: { ...strike.extraction, entities: [], relations: [], events: [], unresolved: [] },
      }
      const copy = { ...report, document: makeSource(`Updated. ${words}`) }
      const library = fresh(report, copy, strike)
      const copies = (): unknown[] => library.documents().flatMap(({ copyOf }) => copyOf ?? [])
      const [kept, marked] = [report.document.id, copy.document.id].sort()
      expect(copies()).toEqual([kept])
      expect([...library.copies()]).toEqual([[marked, kept]])
      expect([...library.readings()].map(({ document }) => document.copyOf)).toContain(kept)
      expect(library.documents().find(({ copyOf }) => copyOf !== undefined)?.id).toBe(marked)
      library.drop(report.document.id)
      expect(copies()).toEqual([])
    })
  })

  test('drops a document with all that was read in it', () => {
    const library = fresh(summit, strike)
    const version = library.version()
    expect(library.drop(summit.document.id)).toBe(true)
    expect(library.drop(summit.document.id)).toBe(false)
    expect(library.version()).not.toBe(version)
    expect(library.stats()).toMatchObject({ documents: 1, sentences: 2 })
    expect(library.search('Velmont', 5)).toEqual([])
    expect(library.put(summit.document, summit.extraction, ONE)).toEqual({ outcome: 'added' })
  })

  describe('the log of corrections', () => {
    const hide = {
      by: 'tester',
      why: 'a test',
      what: { act: 'hide', node: { key: asNodeKey('city:velmont'), at: [] } },
    } as const
    const anchored = (reading: Reading, passage: string) => {
      const start = reading.document.text.indexOf(passage)
      return {
        ...hide,
        what: {
          act: 'hide',
          node: {
            key: asNodeKey('city:velmont'),
            at: [{ document: reading.document.id, start, end: start + passage.length }],
          },
        },
      } as const
    }

    test('grows by entries with ids and times, and changes the version', () => {
      const library = fresh(summit)
      const version = library.version()
      const [first, second] = [library.append(hide), library.append(hide)]
      expect(library.version()).not.toBe(version)
      expect(first).toMatchObject({ ...hide, at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) })
      expect(first.id).not.toBe(second.id)
      expect(library.corrections()).toEqual([first, second])
    })

    test('takes over another log once', () => {
      const [one, other] = [fresh(), fresh()]
      one.append(hide)
      one.append({ by: 'tester', why: null, what: { act: 'undo', entry: one.corrections()[0]!.id } })
      expect(other.appendAll(one.corrections())).toBe(2)
      const version = other.version()
      expect(other.appendAll(one.corrections())).toBe(0)
      expect(other.version()).toBe(version)
      expect(other.corrections()).toEqual(one.corrections())
    })

    test('stays when texts are read again or dropped', () => {
      const library = fresh(summit)
      const entry = library.append(anchored(summit, 'Velmont'))
      library.put(summit.document, summit.extraction, 'extractor 2')
      library.drop(summit.document.id)
      expect(library.corrections()).toEqual([entry])
    })

    test('follows a text into the one that replaces it', () => {
      const library = fresh(summit)
      const entry = library.append(anchored(summit, 'Velmont'))
      const text = `New: ${summit.document.text}`
      const newer = makeSource(text, { origin: summit.document.origin })
      library.put(newer, { ...strike.extraction, entities: [], relations: [], events: [] }, ONE)
      const start = summit.document.text.indexOf('Velmont')
      expect(library.corrections()).toMatchObject([
        entry,
        {
          by: 'dragoman',
          what: {
            act: 'moved',
            from: summit.document.id,
            to: newer.id,
            spans: [[start, start + 7, start + 5, start + 12]],
          },
        },
      ])
    })
  })

  test('versions of two libraries differ', () => {
    expect(fresh(summit).version()).not.toBe(fresh(summit).version())
  })

  describe('search in texts', () => {
    const ids = (library: Library, query: string): string[] =>
      library.search(query, 10).map(({ document }) => document.id)

    test.each([
      ['condemned', [strike]],
      ['CONDEMNED the', [strike]],
      ['condem', [strike]],
      ['travel next', [summit]],
      ['velmont', [followUp, summit]],
      ['Velmont xyzzy', []],
      ['Karsholm', [strike, summit]],
    ])('%s', (query, readings) => {
      const expected = readings.map(({ document }) => document.id).sort()
      expect(ids(fresh(...SAMPLES), query).sort()).toEqual(expected)
    })

    test('a title counts more than the text', () => {
      expect(ids(fresh(...SAMPLES), 'Karsholm')[0]).toBe(strike.document.id)
    })

    test('the full name finds the text that says it shorter', () => {
      const named: Reading = {
        document: makeSource('He kept silent.'),
        extraction: {
          ...followUp.extraction,
          entities: [{ ...followUp.extraction.entities[0]!, mentions: [] }],
          relations: [],
        },
      }
      expect(ids(fresh(named), 'Teodor Quist')).toEqual([named.document.id])
    })

    test('shows where, with the words marked', () => {
      const [hit] = fresh(strike).search('condemned', 1)
      expect(hit?.snippet.filter((part) => part.hit)).toEqual([{ text: 'condemned', hit: true }])
      const whole = hit?.snippet.map(({ text }) => text).join('') ?? ''
      expect(strike.document.text).toContain(whole.replaceAll('…', ''))
    })

    test('knows no syntax: nothing that a person types is an error', () => {
      const library = fresh(...SAMPLES)
      const nasty = [
        '"',
        '""',
        'AND',
        'NOT x',
        '*',
        '-a',
        'title:x',
        'a NEAR(b',
        '(',
        ')',
        "'",
        ';',
        'é̀',
        '\ud800',
        '\u0000',
        '😀',
      ]
      for (const query of nasty) expect(Array.isArray(library.search(query, 5)), query).toBe(true)
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (query) => {
          expect(Array.isArray(library.search(query, 5))).toBe(true)
        }),
        { ...SEEDED, numRuns: 200 },
      )
    })
  })
})
