/** The corpora that the name finder learns from. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { collectNames } from '../../src/nlp/model/name-spans.ts'
import { readCorpus, readTreebank } from './files.ts'
import { namesOfGum } from './gum.ts'
import { type NamedSentence, parseColumns, parseSpans, parseUniversal } from './names.ts'

const BROAD_TWITTER = ['a', 'b', 'e', 'f', 'g', 'h']

/**
 * The corpora, Universal NER first: its guidelines are the ones that are followed.
 * @param gum names of the files of GUM to take names from
 */
export function readNameCorpora(gum: readonly string[]): NamedSentence[] {
  const nations = readNations()
  return [
    ...parseUniversal('ewt', readCorpus('names/uner-ewt-dev.iob2')),
    ...others(gum).map((sentence) => settleNations(sentence, nations)),
  ]
}

const others = (gum: readonly string[]): NamedSentence[] => [
  ...parseColumns('wikigold', readCorpus('names/wikigold.conll.txt')),
  ...parseColumns('wnut', readCorpus('names/wnut17train.conll')),
  ...BROAD_TWITTER.flatMap((section) => parseColumns('btc', readCorpus(`names/btc-${section}.conll`))),
  ...['train', 'dev'].flatMap((part) => parseSpans('crossner', readCorpus(`names/crossner-politics-${part}.jsonl`))),
  ...gum.flatMap((name) => namesOfGum(readTreebank(name))),
]

interface Nations {
  readonly countries: ReadonlySet<string>
  /** "Norwegian", "Norwegians". */
  readonly demonyms: ReadonlySet<string>
}

function readNations(): Nations {
  const rows = readFileSync(resolve(import.meta.dirname, '../../data/gazetteer/countries.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.toLowerCase().split('\t'))
  const listed = (columns: readonly number[]) =>
    rows.flatMap((row) => columns.flatMap((column) => row[column]?.split('|') ?? [])).filter((name) => name !== '')
  const demonyms = listed([4, 5])
  return {
    countries: new Set(listed([1, 6])),
    demonyms: new Set([...demonyms, ...demonyms.map((name) => `${name}s`)]),
  }
}

/** Corpora differ on nations; here a country is a place, and what belongs to it ("Norwegian") no name of its own. */
function settleNations(sentence: NamedSentence, { countries, demonyms }: Nations): NamedSentence {
  const names = [...sentence.names]
  for (const { from, to, type } of collectNames(names)) {
    const text = sentence.forms.slice(from, to).join(' ').toLowerCase()
    const settled = demonyms.has(text) ? 'other' : countries.has(text) && type === 'organization' ? 'place' : type
    for (let i = from; i < to; i++) names[i] = `${i === from ? 'B' : 'I'}-${settled}`
  }
  return { ...sentence, names }
}
