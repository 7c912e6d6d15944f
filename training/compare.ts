/**
 * Our tagger beside wink-nlp and compromise on the same sentences: Universal tags of words (no punctuation marks), on the
 * words that a program cuts as the treebank does, and words a second. `npx tsx training/compare.ts`.
 */
import compromise from 'compromise'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Upos } from '../src/nlp/analysis.ts'
import { parseTag, tag } from '../src/nlp/model/tagger.ts'
import { describeWords } from '../src/nlp/model/words.ts'
import type { TreebankSentence } from './corpora/conllu.ts'
import { readTreebank } from './corpora/files.ts'
import { readModels } from './corpora/models.ts'

interface Tagged {
  readonly form: string
  readonly upos: string
}
type Tagger = (forms: readonly string[]) => readonly Tagged[]

const models = readModels()
const classes = models.tagger.model.classes.map(parseTag)
const ours: Tagger = (forms) =>
  Array.from(tag(models.tagger, describeWords(forms, models.lexicon)), (c, i) => ({
    form: forms[i]!,
    upos: classes[c]!.upos,
  }))

const wink = winkNLP(model, ['sbd', 'pos'])
const winkTagger: Tagger = (forms) => {
  const tokens = wink.readDoc(forms.join(' ')).tokens()
  const tags = tokens.out(wink.its.pos) as string[]
  return (tokens.out() as string[]).map((form, i) => ({ form, upos: tags[i]! }))
}

/** compromise's tags, the more special first. */
const COMPROMISE: readonly (readonly [tag: string, upos: Upos])[] = [
  ['Copula', 'AUX'],
  ['Modal', 'AUX'],
  ['Auxiliary', 'AUX'],
  ['Pronoun', 'PRON'],
  ['Possessive', 'PRON'],
  ['Cardinal', 'NUM'],
  ['ProperNoun', 'PROPN'],
  ['Noun', 'NOUN'],
  ['Verb', 'VERB'],
  ['Adjective', 'ADJ'],
  ['Adverb', 'ADV'],
  ['Preposition', 'ADP'],
  ['Determiner', 'DET'],
  ['Conjunction', 'CCONJ'],
  ['Expression', 'INTJ'],
]
const compromiseTagger: Tagger = (forms) => {
  interface Term {
    readonly text: string
    readonly tags: readonly string[]
  }
  const sentences = compromise(forms.join(' ')).json({ terms: { tags: true } }) as { readonly terms: readonly Term[] }[]
  return sentences
    .flatMap(({ terms }) => terms)
    .map(({ text, tags }) => ({ form: text, upos: COMPROMISE.find(([name]) => tags.includes(name))?.[1] ?? 'X' }))
}

/** Share of the words with the right tag, of those that both cut alike, and how many those are. */
function accuracy(tagger: Tagger, sentences: readonly TreebankSentence[]): { right: number; alike: number } {
  let [right, alike, words] = [0, 0, 0]
  for (const { forms, upos } of sentences) {
    const text = forms.join(' ').toLowerCase()
    // Where each word begins; what a program leaves out, as compromise does with punctuation, is passed over.
    const places = (list: readonly string[]) => {
      let at = 0
      return list.map((form) => {
        const start = text.indexOf(form.toLowerCase(), at)
        if (start >= 0) at = start + form.length
        return `${start} ${form.toLowerCase()}`
      })
    }
    const tagged = tagger(forms)
    const guesses = new Map(places(tagged.map(({ form }) => form)).map((place, i) => [place, tagged[i]!.upos]))
    for (const [i, place] of places(forms).entries()) {
      if (upos[i] === 'PUNCT' || upos[i] === 'SYM') continue
      words++
      const guess = guesses.get(place)
      if (guess === undefined) continue
      alike++
      if (guess === upos[i]) right++
    }
  }
  return { right: right / alike, alike: alike / words }
}

function speed(tagger: Tagger, sentences: readonly TreebankSentence[]): number {
  let best = 0
  for (let round = 0; round < 3; round++) {
    const started = performance.now()
    for (const { forms } of sentences) tagger(forms)
    const words = sentences.reduce((sum, { forms }) => sum + forms.length, 0)
    best = Math.max(best, (words / (performance.now() - started)) * 1000)
  }
  return Math.round(best)
}

const files = [readTreebank('ewt-test'), readTreebank('pud-test')]
console.log('tagger       EWT test (cut alike)   PUD (cut alike)   tokens/s')
for (const [name, tagger] of [
  ['dragoman', ours],
  ['wink-nlp', winkTagger],
  ['compromise', compromiseTagger],
] as const) {
  const scores = files.map((file) => accuracy(tagger, file))
  const columns = scores.map(({ right, alike }) => `${right.toFixed(3)} (${(100 * alike).toFixed(1)} %)`.padEnd(22))
  console.log(`${name.padEnd(12)} ${columns.join(' ')} ${speed(tagger, files[1]!)}`)
}
