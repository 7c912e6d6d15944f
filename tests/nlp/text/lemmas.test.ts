import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Upos } from '../../../src/nlp/analysis.ts'
import { lemmatize } from '../../../src/nlp/text/lemmas.ts'

const TAGS = { VB: 'VERB', VBD: 'VERB', VBN: 'VERB', VBG: 'VERB', VBZ: 'VERB', VBP: 'VERB', NN: 'NOUN', NNS: 'NOUN', JJ: 'ADJ', JJR: 'ADJ', JJS: 'ADJ', RBR: 'ADV', NNP: 'PROPN', NNPS: 'PROPN', CD: 'NUM' } as const // biome-ignore format: one glance

/** "form/tag → lemma", many to a line, by what they have in common. */
const TABLE: readonly (readonly [what: string, cases: string])[] = [
  ['irregular past', 'met/VBD meet, sent/VBD send, struck/VBD strike, fought/VBN fight, held/VBD hold, led/VBD lead, fled/VBD flee, shot/VBN shoot, said/VBD say, told/VBD tell, won/VBD win, lost/VBD lose, broke/VBD break, sought/VBD seek, flew/VBD fly, laid/VBD lay, lay/VBD lie, bore/VBD bear'],
  ['irregular with a prefix', 'overcame/VBD overcome, withdrew/VBD withdraw, withdrawn/VBN withdraw, undertook/VBD undertake, rebuilt/VBD rebuild, foresaw/VBD foresee, upheld/VBD uphold, misled/VBD mislead, outbid/VBD outbid'],
  ['no prefix where there is none', 'reached/VBD reach, relied/VBD rely, relying/VBG rely, reported/VBD report, unleashed/VBD unleash, returned/VBD return, undertaking/VBG undertake'],
  ['plain endings', 'attacked/VBD attack, visited/VBD visit, limited/VBN limit, targeting/VBG target, offered/VBD offer, developed/VBD develop, worked/VBD work, appealed/VBD appeal, claimed/VBD claim, joined/VBD join, explained/VBD explain, repaired/VBN repair, appeared/VBD appear, shouted/VBD shout, avoided/VBD avoid, leaked/VBD leak, singing/VBG sing, hanging/VBG hang, bombed/VBD bomb, belonged/VBD belong, entering/VBG enter, signed/VBD sign'],
  ['a silent e comes back', 'accused/VBD accuse, raised/VBD raise, invaded/VBD invade, negotiated/VBD negotiate, created/VBD create, invited/VBD invite, united/VBN unite, executed/VBN execute, promoted/VBN promote, secured/VBD secure, required/VBN require, declared/VBD declare, restored/VBN restore, settled/VBD settle, compiled/VBD compile, blamed/VBD blame, resumed/VBD resume, undermined/VBD undermine, postponed/VBD postpone, escaped/VBD escape, hoping/VBG hope, decided/VBD decide, exploded/VBD explode, included/VBD include, making/VBG make, invoked/VBD invoke, described/VBD describe, continued/VBD continue, served/VBD serve, forced/VBD force, urged/VBD urge, changed/VBD change, seized/VBD seize, welcomed/VBD welcome, massacred/VBN massacre'],
  ['a doubled letter goes', 'stopped/VBD stop, planned/VBD plan, banned/VBN ban, controlled/VBD control, expelled/VBN expel, cancelled/VBN cancel, referred/VBD refer, committed/VBD commit, running/VBG run, sitting/VBG sit'],
  ['a doubled letter stays', 'killed/VBN kill, called/VBD call, pressed/VBD press, added/VBD add, passed/VBD pass, pulling/VBG pull'],
  ['y and i', 'carried/VBD carry, died/VBD die, dying/VBG die, lying/VBG lie, tied/VBD tie, denied/VBD deny, agreed/VBD agree, freed/VBN free'],
  ['the third person', 'says/VBZ say, denies/VBZ deny, goes/VBZ go, reaches/VBZ reach, accuses/VBZ accuse, presses/VBZ press, has/VBZ have, does/VBZ do, vetoes/VBZ veto'],
  ['plurals', 'talks/NNS talk, cities/NNS city, forces/NNS force, churches/NNS church, buses/NNS bus, wives/NNS wife, leaves/NNS leaf, women/NNS woman, policemen/NNS policeman, children/NNS child, grandchildren/NNS grandchild, crises/NNS crisis, heroes/NNS hero, shoes/NNS shoe, viruses/NNS virus, movies/NNS movie, series/NNS series, headquarters/NNS headquarters, people/NNS people, jihadis/NNS jihadi, 1990s/NNS 1990s, media/NNS media'],
  ['comparison', 'better/JJR good, worst/JJS bad, larger/JJR large, biggest/JJS big, heavier/JJR heavy, stronger/JJR strong, safest/JJS safe, further/JJR far, more/JJR more, least/JJS least, sooner/RBR soon, faster/RBR fast'],
  ['names', 'Solt/NNP Solt, Solts/NNPS Solt, Netherlands/NNPS Netherlands, Sept./NNP September, Russians/NNPS Russian'],
  ['adjectives of names', 'Norwegian/JJ Norwegian, French/JJ French, green/JJ green, Green/JJ green'],
  ['numbers', 'Six/CD six, 1,200/CD 1200, 3.5/CD 3.5'],
  ['as they are', 'war/NN war, NATO/NN NATO, War/NN war'],
] // biome-ignore format: a table

const CLOSED: readonly (readonly [form: string, upos: Upos, xpos: string, lemma: string])[] = [
  ["n't", 'PART', 'RB', 'not'],
  ['n’t', 'PART', 'RB', 'not'],
  ["'s", 'PART', 'POS', "'s"],
  ["'s", 'AUX', 'VBZ', 'be'],
  ['’re', 'AUX', 'VBP', 'be'],
  ["'ve", 'AUX', 'VBP', 'have'],
  ["'ll", 'AUX', 'MD', 'will'],
  ['wo', 'AUX', 'MD', 'will'],
  ['ca', 'AUX', 'MD', 'can'],
  ['was', 'AUX', 'VBD', 'be'],
  ['been', 'AUX', 'VBN', 'be'],
  ['him', 'PRON', 'PRP', 'he'],
  ['them', 'PRON', 'PRP', 'they'],
  ['us', 'PRON', 'PRP', 'we'],
  ['I', 'PRON', 'PRP', 'I'],
  ['an', 'DET', 'DT', 'a'],
  ['these', 'DET', 'DT', 'this'],
  ['“', 'PUNCT', '``', '"'],
]

describe('lemmas', () => {
  test.each(TABLE)('%s', (_, cases) => {
    for (const item of cases.split(', ')) {
      const [form, tag, lemma] = /^(.+)\/(\S+) (.+)$/.exec(item)!.slice(1) as [string, keyof typeof TAGS, string]
      expect(`${form} → ${lemmatize(form, TAGS[tag], tag)}`).toBe(`${form} → ${lemma}`)
    }
  })

  test.each(CLOSED)('%s %s %s → %s', (form, upos, xpos, lemma) => {
    expect(lemmatize(form, upos, xpos)).toBe(lemma)
  })

  test('of words in capitals are those in lower case', () => {
    expect(lemmatize('ATTACKED', 'VERB', 'VBD')).toBe('attack')
    expect(lemmatize('Women', 'NOUN', 'NNS')).toBe('woman')
  })

  test('are never empty, whatever the word and tag', () => {
    const tags = fc.constantFrom(...(Object.keys(TAGS) as (keyof typeof TAGS)[]))
    const word = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
      fc.constantFrom(
        's',
        'ing',
        'ed',
        'er',
        'est',
        'es',
        'ies',
        "'s",
        '’s',
        'oes',
        'sing',
        'red',
        'bed',
        'Ues',
        'reed',
      ),
    )
    fc.assert(
      fc.property(word, tags, (form, tag) => {
        expect(lemmatize(form, TAGS[tag], tag)).not.toBe('')
      }),
      { seed: 5, numRuns: 1000 },
    )
  })
})

const TREEBANK = join(import.meta.dirname, '../../../../shared/train/treebank')

describe.runIf(existsSync(TREEBANK))('lemmas of treebanks, given their tags', () => {
  test.each([
    ['ewt-dev.conllu', 0.98],
    ['gum-dev.conllu', 0.985],
  ])('%s: at least %d right', (file, least) => {
    const rows = readFileSync(join(TREEBANK, file), 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(
        (columns) => columns.length === 10 && /^\d+$/.test(columns[0]!) && (columns[2] !== '_' || columns[1] === '_'),
      )
    const right = rows.filter(([, form, lemma, upos, xpos]) => lemmatize(form!, upos as Upos, xpos!) === lemma)
    expect(right.length / rows.length).toBeGreaterThanOrEqual(least)
  })
})
