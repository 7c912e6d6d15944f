/** The training: the same corpus gives the same bytes, and the shipped weights are those that the manifest describes. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadModels } from '../../../src/nlp/model/models.ts'
import { clusterWords } from '../../../training/cluster-words.ts'
import { parseConllu } from '../../../training/corpora/conllu.ts'
import { parseColumns } from '../../../training/corpora/names.ts'
import { packModels } from '../../../training/pack.ts'
import { seeded } from '../../../training/random.ts'
import { scoreNames, scoreTreebank } from '../../../training/scores.ts'
import { trainNames } from '../../../training/train-names.ts'
import { joinParsers, relationsOf, trainOneParser } from '../../../training/train-parser.ts'
import { indexLexicon, tagAll, taggerModel, trainTagger } from '../../../training/train-tagger.ts'
import { fixture, models } from './support.ts'

const MODELS = resolve(import.meta.dirname, '../../../data/models')
const treebank = parseConllu(fixture('tiny.conllu'))
const KEEP_ALL = { updates: 1, weight: 0 }

/** Every proper noun of the treebank as a person's name: enough to learn something. */
const named = treebank.map(({ forms, upos }) => ({
  corpus: 'ewt',
  forms,
  names: upos.map((tag, i) => (tag !== 'PROPN' ? 'O' : upos[i - 1] === 'PROPN' ? 'I-person' : 'B-person')),
}))

function trainTiny(seed: number): ReadonlyMap<string, Uint8Array> {
  const random = seeded(1)
  const words = [...new Set(treebank.flatMap(({ forms }) => forms))]
  const vectors = {
    words,
    values: Float32Array.from({ length: 4 * words.length }, () => random() - 0.5),
    dimensions: 4,
  }
  const known = { keys: new Uint32Array(), ids: new Uint16Array() }
  const lexiconIds = { clusters: clusterWords(vectors), known }
  const lexicon = indexLexicon(lexiconIds)
  const tagger = trainTagger(treebank, lexicon, { epochs: 4, seeds: [seed], dropout: 0.1, pruning: KEEP_ALL })
  const tags = tagAll(taggerModel(tagger), lexicon, treebank)
  const parsers = [1, 2].map((other) =>
    trainOneParser(treebank, tags, lexicon, { epochs: 4, exploration: 0.9 }, seed + other),
  )
  const parser = joinParsers(parsers, relationsOf(treebank), KEEP_ALL)
  const options = { epochs: 8, seeds: [seed], pruning: KEEP_ALL, caution: 0 }
  const names = trainNames(named, tags, lexicon, options)
  return packModels({ lexicon: lexiconIds, tagger, parser, names })
}

describe('a tiny model', () => {
  const files = trainTiny(1)
  const tiny = loadModels((name) => files.get(name)!)

  test('has the same bytes when it is trained again, and others from another seed', () => {
    expect(trainTiny(1)).toEqual(files)
    expect(trainTiny(2)).not.toEqual(files)
  })

  test('has learned its corpus', () => {
    const { upos, las } = scoreTreebank(tiny, treebank)
    expect(upos).toBeGreaterThan(0.98)
    expect(las).toBeGreaterThan(0.95)
    expect(scoreNames(tiny, named).f1).toBeGreaterThan(0.85)
  })
})

describe('the shipped models', () => {
  interface Manifest {
    readonly licence: string
    readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>
    readonly held: Readonly<Record<string, number>>
  }
  const manifest = JSON.parse(readFileSync(resolve(MODELS, 'manifest.json'), 'utf8')) as Manifest

  test('are the files of the manifest, and at most 15 MB', () => {
    let total = 0
    for (const [name, { bytes, sha256 }] of Object.entries(manifest.files)) {
      const content = readFileSync(resolve(MODELS, name))
      expect(content.length).toBe(bytes)
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
      total += bytes
    }
    expect(Object.keys(manifest.files)).toHaveLength(5)
    expect(total).toBeLessThanOrEqual(15_000_000)
  })

  test('reach the recorded scores on sentences that they have not seen', () => {
    const scores = scoreTreebank(models, parseConllu(fixture('held.conllu')))
    expect(scores).toEqual(manifest.held)
    expect(scores.upos).toBeGreaterThan(0.95)
    expect(scores.las).toBeGreaterThan(0.85)
  })
})

describe('reading the corpora', () => {
  test('IOB1 is made IOB2, and types are brought together', () => {
    expect(parseColumns('x', 'Ola I-PER\nVenn I-PER\nTorvik I-LOC\n\nACME B-corporation\n')).toEqual([
      { corpus: 'x', forms: ['Ola', 'Venn', 'Torvik'], names: ['B-person', 'I-person', 'B-place'] },
      { corpus: 'x', forms: ['ACME'], names: ['B-organization'] },
    ])
  })

  test('a line that is none of CoNLL-U is an error', () => {
    expect(() => parseConllu('1\tword\tonly')).toThrow('no line of CoNLL-U')
  })
})
