/**
 * Copies of some sentences written as headlines are, and as careless people write, so that the models don't lean on
 * capital letters alone.
 */
import type { Upos } from '../src/nlp/analysis.ts'
import type { Random } from './random.ts'

interface Forms {
  readonly forms: readonly string[]
}

export type Casing = 'title' | 'upper' | 'lower'

/** Of short sentences, the share that is repeated in each casing. */
const SHARES: readonly (readonly [Casing, number])[] = [
  ['title', 0.08],
  ['upper', 0.03],
  ['lower', 0.03],
]
const SHORTEST = 5
const LONGEST = 25

export interface Copy<T> {
  readonly sentence: T
  readonly original: number
}

/** The sentences, and behind them the copies; each says which sentence it is made of. */
export function augment<T extends Forms>(
  sentences: readonly T[],
  upos: (sentence: T, index: number) => readonly Upos[],
  random: Random,
): Copy<T>[] {
  const copies: Copy<T>[] = []
  for (const [original, sentence] of sentences.entries()) {
    const length = sentence.forms.length
    for (const [casing, share] of SHARES) {
      if (random() >= share || length < SHORTEST || length > LONGEST) continue
      const tags = upos(sentence, original)
      copies.push({
        original,
        sentence: { ...sentence, forms: sentence.forms.map((f, i) => recase(f, tags[i]!, casing)) },
      })
    }
  }
  return [...sentences.map((sentence, original) => ({ sentence, original })), ...copies]
}

const SMALL: readonly Upos[] = ['ADP', 'DET', 'CCONJ', 'PART']

function recase(form: string, upos: Upos, casing: Casing): string {
  if (casing === 'upper') return form.toUpperCase()
  if (casing === 'lower') return form.toLowerCase()
  return SMALL.includes(upos) && form.length < 5 ? form : form.charAt(0).toUpperCase() + form.slice(1)
}
