import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokenize } from '../../../src/nlp/text/tokens.ts'

const cut = (text: string): string =>
  tokenize(text, { start: 0, end: text.length })
    .map(({ start, end }) => text.slice(start, end))
    .join(' ')

/** As the English Web Treebank cuts it; one space between tokens. */
const TABLE: readonly (readonly [text: string, tokens: string])[] = [
  // clitics
  ["don't", "do n't"],
  ['don’t', 'do n’t'],
  ["can't won't isn't", "ca n't wo n't is n't"],
  ['cannot', 'can not'],
  ["she'd've", "she 'd 've"],
  ["I'm you're they've he'll", "I 'm you 're they 've he 'll"],
  ["Lorvan's", "Lorvan 's"],
  ['Lorvan’s', 'Lorvan ’s'],
  ["the Solts' house", "the Solts ' house"],
  ["the U.S.'s army", "the U.S. 's army"],
  ["WON'T", "WO N'T"],
  ['gonna wanna gotta', 'gon na wan na got ta'],
  ["O'Bero d'etat o'clock Qa'ida", "O'Bero d'etat o'clock Qa'ida"],
  ["the '90s and ’72", "the '90s and ’72"],
  ["rock 'n roll", "rock 'n roll"],
  ["let 'em go", "let 'em go"],
  ["the 1980's", "the 1980 's"],
  // hyphens
  ['U.S.-led', 'U.S. - led'],
  ['3-year-old', '3 - year - old'],
  ['Lorvan-installed leader', 'Lorvan - installed leader'],
  ['al-Bero', 'al - Bero'],
  ['pro-Lorvan anti-ship non-violent', 'pro-Lorvan anti-ship non-violent'],
  ['ex-wife co-operation re-election mid-July', 'ex-wife co-operation re-election mid-July'],
  ['post-war pre-war e-mail', 'post-war pre-war e-mail'],
  ['F-16 COVID-19', 'F - 16 COVID - 19'],
  ['10-12 men', '10 - 12 men'],
  ['twenty-five', 'twenty - five'],
  ['he left -- she stayed', 'he left -- she stayed'],
  ['he left—she stayed', 'he left — she stayed'],
  ['he left–she stayed', 'he left – she stayed'],
  ['state-of-the-art', 'state - of - the - art'],
  ['713-853-3989', '713-853-3989'],
  ['555-0199', '555-0199'],
  ['+1-555-853-3989', '+1-555-853-3989'],
  // stops
  ['He left.', 'He left .'],
  ['in the U.S.', 'in the U.S.'],
  ['U.S. President', 'U.S. President'],
  ['Mr. Solt', 'Mr. Solt'],
  ['Gen. J. K. Bero', 'Gen. J. K. Bero'],
  ['plan B.', 'plan B .'],
  ['Vexo Inc. said', 'Vexo Inc. said'],
  ['bread, milk, etc.', 'bread , milk , etc.'],
  ['at 5 p.m.', 'at 5 p.m.'],
  ['at 5 p.m. Monday', 'at 5 p.m. Monday'],
  ['at 5pm', 'at 5 pm'],
  ['at 10:30am', 'at 10:30 am'],
  ['No. 5', 'No. 5'],
  ['He said no.', 'He said no .'],
  ['Dec. 4', 'Dec. 4'],
  ['under the sun.', 'under the sun .'],
  ['He waited...', 'He waited ...'],
  ['so..what', 'so .. what'],
  ['so…', 'so …'],
  ['Really?!', 'Really ?!'],
  ['No!!!', 'No !!!'],
  ['e.g. this', 'e.g. this'],
  ['Node.js', 'Node.js'],
  ['Ph.D. student', 'Ph.D. student'],
  // figures
  ['1,200', '1,200'],
  ['1.5 million', '1.5 million'],
  ['3.5%', '3.5 %'],
  ['$15', '$ 15'],
  ['US$15', 'US$ 15'],
  ['€3.5bn', '€ 3.5bn'],
  ['.5', '.5'],
  ['20th', '20th'],
  ['the 1980s', 'the 1980s'],
  ['9/11', '9/11'],
  ['04/30/2001', '04/30/2001'],
  ['2025-12-04', '2025-12-04'],
  ['10:30', '10:30'],
  ['and/or', 'and / or'],
  ['East/West', 'East / West'],
  ['+44', '+44'],
  // quotes and brackets
  ['“Go,” he said.', '“ Go , ” he said .'],
  ['"Go," he said.', '" Go , " he said .'],
  ['‘go’', '‘ go ’'],
  ["'go'", "' go '"],
  ["''go''", "'' go ''"],
  ['(AP)', '( AP )'],
  ['[sic]', '[ sic ]'],
  ['interests, "Bero said', 'interests , " Bero said'],
  ['«go»', '« go »'],
  // the web
  ['www.example.org.', 'www.example.org .'],
  ['https://example.org/a?b=c,', 'https://example.org/a?b=c ,'],
  ['(see http://example.org/a_(b))', '( see http://example.org/a_(b ) )'],
  ['example.com', 'example.com'],
  ['a.bero@example.org', 'a.bero@example.org'],
  ['<a.bero@example.org>', '< a.bero@example.org >'],
  ['@bero #lorvan', '@bero #lorvan'],
  ['#1', '# 1'],
  ['<p>He left</p>', '<p> He left </p>'],
  ['a &amp; b', 'a &amp; b'],
  ['fine :-)', 'fine :-)'],
  ['AT&T', 'AT&T'],
  // signs and scripts
  ['😀', '😀'],
  ['👩‍🚀🇫🇷', '👩‍🚀 🇫🇷'],
  ['👍🏽ok', '👍🏽 ok'],
  ['Ødegård Éva', 'Ødegård Éva'],
  ['Володимир Солт', 'Володимир Солт'],
  ['ба́ба', 'ба́ба'],
  ['a\u00adb', 'a\u00adb'],
  ['a\u200bb', 'a b'],
  ['a\u0000b', 'a b'],
  ['** note **', '** note **'],
  ['50°', '50 °'],
  ['a_b', 'a_b'],
]

describe('tokens', () => {
  test.each(TABLE)('%j', (text, tokens) => {
    expect(cut(text)).toBe(tokens)
  })

  test('know only their sentence', () => {
    const text = 'He saw. The sun rose.'
    const found = tokenize(text, { start: 8, end: 21 }).map(({ start, end }) => text.slice(start, end))
    expect(found).toEqual(['The', 'sun', 'rose', '.'])
  })

  test.each([
    ['letters', 'a'],
    ['words', 'word '],
    ['hyphens', 'a-'],
    ['stops', '.'],
    ['dotted words', 'ab.'],
    ['digits', '1,'],
    ['addresses that never come', 'a+'],
    ['web addresses of marks', 'www.)'],
    ['tags that never close', '<a'],
    ['quotes', "'"],
    ['prefixes', 'non-'],
    ['joined faces', '😀\u200d'],
  ])('take time in proportion to their length: %s', (_, piece) => {
    const steps = (length: number): number => {
      const effort = { steps: 0 }
      const text = piece.repeat(length)
      tokenize(text, { start: 0, end: text.length }, effort)
      return effort.steps
    }
    expect(steps(4_000)).toBeLessThanOrEqual(2.2 * steps(2_000) + 20)
  })

  test('are in order, exact, and cover all but what separates words', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            "don't",
            'U.S.',
            '-',
            '.',
            '...',
            "'s",
            'a@b.co',
            'http://x.y',
            '😀',
            '\ud83d',
            ' ',
            '\u0001',
            '3.5',
            '#',
            '<b>',
            'non-',
            '/',
          ),
          fc.string({ unit: 'binary', maxLength: 4 }),
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.nat(4), (any, skip) => {
        const sentence = { start: Math.min(skip, any.length), end: any.length }
        let end = sentence.start
        for (const token of tokenize(any, sentence)) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(token.end).toBeGreaterThan(token.start)
          expect(any.slice(end, token.start)).not.toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u)
          end = token.end
        }
        expect(any.slice(end, sentence.end)).not.toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u)
      }),
      { seed: 11, numRuns: 500 },
    )
  })
})

// ---------------------------------------------------------------------------- against treebanks, where they are at hand

const TREEBANK = join(import.meta.dirname, '../../../../shared/train/treebank')

/** F1 of token boundaries over the raw texts of a treebank. */
function boundaryF1(file: string): number {
  let [right, gold, ours] = [0, 0, 0]
  for (const block of readFileSync(join(TREEBANK, file), 'utf8').split('\n\n')) {
    const text = /^# text = (.*)$/m.exec(block)?.[1]
    if (text === undefined) continue
    const spans = new Set<string>()
    let at = 0
    for (const [, form] of block.matchAll(/^\d+\t([^\t]+)\t/gm)) {
      at = text.indexOf(form!, at)
      spans.add(`${at} ${at + form!.length}`)
      at += form!.length
    }
    const found = tokenize(text, { start: 0, end: text.length })
    gold += spans.size
    ours += found.length
    right += found.filter(({ start, end }) => spans.has(`${start} ${end}`)).length
  }
  return (2 * right) / (gold + ours)
}

describe.runIf(existsSync(TREEBANK))('tokens of treebanks', () => {
  test.each([
    ['pud-test.conllu', 0.999],
    ['gum-dev.conllu', 0.998],
    ['ewt-dev.conllu', 0.988],
  ])('%s: F1 of at least %d', (file, least) => {
    expect(boundaryF1(file)).toBeGreaterThanOrEqual(least)
  })
})
