/** The analyzer on whole texts: offsets, trees, names, and texts that are no prose at all. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sentence } from '../../../src/nlp/analysis.ts'
import { analyzer, documentOf } from './support.ts'

const analyze = (text: string): readonly Sentence[] => analyzer.analyze(documentOf(text))

const namesOf = (text: string): string[] =>
  analyze(text).flatMap(({ tokens, names }) =>
    names.map(({ from, to, type }) => `${text.slice(tokens[from]!.start, tokens[to - 1]!.end)}/${type}`),
  )

/** "dependent relation head" for every word. */
const arcsOf = (text: string): string[] =>
  analyze(text).flatMap(({ tokens }) =>
    tokens.map(({ form, deprel, head }) => `${form} ${deprel} ${head < 0 ? '-' : tokens[head]!.form}`),
  )

/** What is wrong with the analysis of a text: offsets, order, trees, names. */
function faults(text: string, body = { start: 0, end: text.length }): string[] {
  const found: string[] = []
  const check = (right: boolean, what: string, at: number): void => {
    if (!right) found.push(`${what} at ${at}`)
  }
  let last = body.start
  for (const { start, end, tokens, names } of analyzer.analyze(documentOf(text, body))) {
    check(start >= last && end <= body.end, 'sentence out of place', start)
    check(tokens.length > 0, 'empty sentence', start)
    let behind = start
    for (const token of tokens) {
      check(token.start >= behind && token.end > token.start, 'token out of place', token.start)
      check(token.form === text.slice(token.start, token.end), 'form is not the slice', token.start)
      behind = token.end
    }
    check(behind <= end, 'token outside its sentence', behind)
    check(tokens.filter(({ head }) => head === -1).length === 1, 'not one root', start)
    const reached = new Uint8Array(tokens.length)
    for (let i = 0; i < tokens.length; i++) {
      const trail = new Set<number>()
      for (let node = i; node !== -1 && reached[node] === 0 && !trail.has(node); node = tokens[node]!.head)
        trail.add(node)
      const top = tokens[[...trail].at(-1) ?? i]!.head
      check(trail.size === 0 || top === -1 || reached[top] === 1, 'cycle', tokens[i]!.start)
      for (const node of trail) reached[node] = 1
    }
    let free = 0
    for (const { from, to } of names) {
      check(from >= free && to > from && to <= tokens.length, 'name out of place', start)
      free = to
    }
    last = end
  }
  return found
}

describe('an analysis', () => {
  const pieces = fc.constantFrom(
    'President Ola Venn', ' met ', 'Ida Korsk', '. ', '\n\n', 'TORVIK ', '“No,” ', ', ', 'said', ' 138 drones', '\u202e',
    '\ud83d', '😀', '<br/>', '&amp;', '\r\n', '\t', '\u0000', 'مرحبا', ' — ', '...', 'U.S.', '\ufeff', 'a', ' ', "'s", '(', ')',
  ) // biome-ignore format: pieces of text
  test('has exact offsets and one tree a sentence, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (list) => {
        expect(faults(list.join(''))).toEqual([])
      }),
      { seed: 5, numRuns: 150 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(faults(text)).toEqual([])
      }),
      { seed: 6, numRuns: 100 },
    )
  }, 60_000)

  test('stays inside the body of the document', () => {
    const text = 'Ola Venn left. Ida Korsk met Ola Venn. Mara Lind left.'
    expect(faults(text, { start: 15, end: 38 })).toEqual([])
    expect(analyzer.analyze(documentOf(text, { start: 15, end: 38 }))[0]!.tokens[0]!.form).toBe('Ida')
  })

  test('is the same every time', () => {
    const text = 'President Ola Venn met Ida Korsk in Torvik. Venn left on Friday.'
    expect(analyze(text)).toEqual(analyze(text))
  })
})

describe('names', () => {
  test.each<[string, string[]]>([
    ['President Ola Venn met Ida Korsk on Monday.', ['Ola Venn/person', 'Ida Korsk/person']],
    ['Russian President Talvo Rennikov arrived.', ['Talvo Rennikov/person']],
    ["Norway's lead negotiator, Rustem Okarov, left.", ['Norway/place', 'Rustem Okarov/person']],
    ['The Belmora Institute of Technology hired him.', ['Belmora Institute of Technology/organization']],
    ['He flew from New Delhi to Buenos Aires.', ['New Delhi/place', 'Buenos Aires/place']],
    [
      'The Norvian Democratic Party accused the European Commission of meddling.',
      ['Norvian Democratic Party/organization', 'European Commission/organization'],
    ],
    ['He spoke to Mr. Hallstrom and to Al Nahar TV.', ['Hallstrom/person', 'Al Nahar TV/organization']],
    ['The talks ended without a result.', []],
  ])('in "%s"', (text, expected) => {
    expect(namesOf(text)).toEqual(expected)
  })

  test('of the prose are found in headlines of any letters', () => {
    const prose = '\n\nPresident Ola Venn met Prime Minister Ida Korsk on Monday. Venn said the talks went well.\n'
    for (const headline of ['Venn and Korsk Hold First Talks', 'VENN AND KORSK HOLD FIRST TALKS'])
      expect(namesOf(headline + prose).slice(0, 2)).toEqual([
        `${headline.split(' ')[0]}/person`,
        `${headline.split(' ')[2]}/person`,
      ])
  })
})

describe('dependencies', () => {
  test.each<[string, string[]]>([
    ['Venn met Korsk.', ['Venn nsubj met', 'Korsk obj met']],
    ['The treaty was signed by both governments.', ['treaty nsubj:pass signed', 'governments obl:agent signed']],
    ['Venn and Korsk met in Torvik.', ['Venn nsubj met', 'Korsk conj Venn', 'Torvik obl met']],
    [
      'The minister said that the army attacked the town.',
      ['attacked ccomp said', 'army nsubj attacked', 'town obj attacked'],
    ],
    ["Korsk's envoy visited Norway.", ['Korsk nmod:poss envoy', 'envoy nsubj visited', 'Norway obj visited']],
  ])('of "%s"', (text, expected) => {
    expect(arcsOf(text)).toEqual(expect.arrayContaining(expected))
  })
})

describe('bad input', () => {
  test.each([
    ['an empty text', ''],
    ['blanks', ' \n\t \r\n\n'],
    ['control characters', 'Ola\u0000 Venn\u0007 met\u001b[31m Ida\u0085 Korsk.'],
    ['lone surrogates', 'Ola \ud83d Venn \udc00 met Ida.'],
    ['right-to-left text', 'قال الرئيس إن المحادثات انتهت. אמר הנשיא.'],
    ['left-overs of HTML', '<p class="x">Ola&nbsp;Venn</p><br/><script>if (a<b) {}</script>'],
    ['all capitals', 'OLA VENN MET IDA KORSK IN TORVIK. THE TALKS FAILED. NOBODY SPOKE.'],
    ['a sentence of 400 words', `${'Venn and Korsk met, '.repeat(100)}and left.`],
    ['one long word', 'x'.repeat(100_000)],
    ['one kind of sign', '('.repeat(20_000)],
  ])('%s is read without complaint', (_, text) => {
    expect(faults(text)).toEqual([])
  })

  test('a million characters without a full stop are read, and exactly', () => {
    const text = 'the army of Torvik and the envoy '.repeat(Math.ceil(1_000_000 / 33))
    const sentences = analyze(text)
    const covered = sentences.flatMap(({ tokens }) => tokens).map(({ form }) => form)
    expect(covered.join(' ')).toBe(text.trim())
  }, 120_000)
})
